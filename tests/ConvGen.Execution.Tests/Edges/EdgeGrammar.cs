using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Grammar;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Oracle;
using ConvGen.Execution.Tests.Properties;
using FsCheck;
using FsCheck.Fluent;

namespace ConvGen.Execution.Tests.Edges;

/// <summary>Draws filters of one kind of arithmetic, as methods of spans.</summary>
internal static class EdgeGrammar
{
    private static readonly Element[] Integers = [Element.Byte, Element.SByte, Element.Int16, Element.UInt16, Element.Int32, Element.Int64];

    private static readonly string[] Divisors =
    [
        "2",
        "-2",
        "4",
        "6",
        "-10",
        "16",
        "18",
        "256",
        "-256",
        "1000",
        "7",
        "65536",
        "-65538",
        "1048576",
        "2147483646",
        "2147483647",
        "2147483648",
        "-4294967294",
        "4611686018427387904",
    ];

    /// <summary>Filters whose sums are rounded.</summary>
    public static Gen<Declared> Rounded =>
        Plain(FilterGrammar.Any.Where(declared => !Arithmetic.IsExact(declared) && declared.Taps <= 300));

    /// <summary>Filters of floating-point samples.</summary>
    public static Gen<Declared> Floating =>
        Plain(
            Gen.Frequency((2, FilterGrammar.Any.Where(declared => declared.Source.IsFloating() && declared.Taps <= 300)), (1, Regrouped))
        );

    /// <summary>Filters of integers, with divisors at the edges of what a division has to bear.</summary>
    public static Gen<Declared> Exact =>
        Plain(Gen.Frequency((1, FilterGrammar.Any.Where(declared => Arithmetic.IsExact(declared) && declared.Taps <= 300)), (2, Divided)));

    /// <summary>Declarations of which each batch is the same for the same seed.</summary>
    public static Declared[] Sample(Gen<Declared> declarations, int batch, int count) =>
        [.. declarations.Sample(count, Seed.OfBatch(batch), 50)];

    private static Gen<Declared> Plain(Gen<Declared> declarations) =>
        declarations.Select(declared => declared with { Form = Form.Spans, Spelling = Spelling.Text });

    /// <summary>Boxes, classic kernels and such sums of floating-point numbers as may slide or be separated.</summary>
    private static Gen<Declared> Regrouped =>
        from type in Gen.Elements(Element.Single, Element.Double)
        from isBox in Gen.Elements(false, true)
        from rows in Gen.Choose(1, 9)
        from columns in Gen.Choose(8, 24)
        from box in GrammarKernels.Box(rows * columns)
        from classic in GrammarKernels.Classic
        let plain = isBox ? new Declared(2, rows, columns, box) : new Declared(2, classic.Rows, classic.Columns, classic.Weights)
        from declared in DeclarationGenerator.Geometry(plain)
        select declared with
        {
            Source = type,
            Destination = type,
        };

    private static Gen<Declared> Divided =>
        from source in Gen.Elements(Integers)
        from destination in Gen.Elements(Integers)
        from axes in Gen.Choose(1, 2)
        from rows in axes == 1 ? Gen.Constant(1) : Gen.Choose(1, 3)
        from columns in Gen.Choose(1, 5)
        from largest in Gen.Elements(1, 3, 20, 127)
        from weights in GrammarKernels.Irregular(rows * columns, largest)
        from place in Gen.Choose(0, (rows * columns) - 1)
        from divisor in Gen.Elements(Divisors)
        let kept = weights.Select(
            (weight, index) =>
                source != Element.Int64 ? weight
                : index == place ? "1"
                : "0"
        )
        from declared in DeclarationGenerator.Geometry(
            new Declared(axes, rows, columns, [.. kept]) { Source = source, Destination = destination }
        )
        select declared with
        {
            Divisor = divisor,
        };
}
