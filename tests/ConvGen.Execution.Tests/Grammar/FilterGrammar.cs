using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Properties;
using FsCheck;
using FsCheck.Fluent;

namespace ConvGen.Execution.Tests.Grammar;

/// <summary>Draws filters of one kernel: every option, every type, every kind of kernel, every form.</summary>
internal static class FilterGrammar
{
    private static readonly Element[] Narrow = [Element.Byte, Element.SByte, Element.Int16, Element.UInt16];

    /// <summary>Any filter.</summary>
    public static Gen<Declared> Any { get; } =
        from plain in Gen.Frequency(
            (8, DeclarationGenerator.Any),
            (4, Degenerate),
            (4, Products),
            (3, Classic),
            (5, Boxes),
            (2, Lines),
            (2, Wide),
            (1, Fine),
            (1, Long)
        )
        from isFar in Gen.Choose(0, 7)
        from far in isFar == 0 ? Far(plain) : Gen.Constant(plain)
        from spelled in Spelled(far)
        from form in FormGrammar.Of(spelled)
        select spelled with
        {
            Form = form,
        };

    private static Gen<bool> Bool => Gen.Elements(false, true);

    private static Gen<Element> AnyType => Gen.Elements(Enum.GetValues<Element>());

    /// <summary>Of every pair of types, kernels of which nearly all weights are zero.</summary>
    private static Gen<Declared> Degenerate =>
        from pair in Gen.Elements(DeclarationGenerator.Pairs)
        from rows in Gen.Choose(1, 5)
        from columns in Gen.Choose(1, 6)
        from areIntegers in Bool
        from weights in GrammarKernels.Degenerate(rows, columns, areIntegers)
        from divisor in Gen.Frequency((2, Gen.Constant<string?>(null)), (1, Gen.Elements<string?>("2", "4", "9", "-3", "256")))
        from declared in Filter(2, rows, columns, weights, pair.Source, pair.Destination)
        select declared with
        {
            Divisor = divisor,
        };

    /// <summary>Bytes and words that are multiplied in pairs.</summary>
    private static Gen<Declared> Products =>
        from source in Gen.Elements(Narrow)
        from destination in Gen.Elements([.. Narrow, Element.Int32])
        from axes in Gen.Frequency((1, Gen.Constant(1)), (4, Gen.Constant(2)))
        from rows in axes == 1 ? Gen.Constant(1) : Gen.Choose(1, 6)
        from columns in axes == 1 ? Gen.Choose(2, 40) : Gen.Choose(1, 7)
        from largest in Gen.Elements(5, 20, 60, 127, 150, 300, 3000)
        from weights in GrammarKernels.Irregular(rows * columns, largest)
        from divisor in GrammarKernels.Divisor
        from declared in Filter(axes, rows, columns, weights, source, destination)
        select declared with
        {
            Divisor = divisor,
        };

    private static Gen<Declared> Classic =>
        from pair in Gen.Frequency(
            (3, Gen.Elements(DeclarationGenerator.Pairs)),
            (2, Gen.Constant((Element.Byte, Element.Byte))),
            (1, Gen.Constant((Element.Single, Element.Single)))
        )
        from kernel in GrammarKernels.Classic
        from divisor in Gen.Elements<string?>(null, "16", "256", "9", "159", "-64", "4096")
        from declared in Filter(2, kernel.Rows, kernel.Columns, kernel.Weights, pair.Item1, pair.Item2)
        select declared with
        {
            Divisor = divisor,
        };

    /// <summary>Sums that slide, and differences of prefix sums.</summary>
    private static Gen<Declared> Boxes =>
        from source in Gen.Elements([.. Narrow, Element.Int32, Element.Single, Element.Double])
        from destination in Gen.Frequency((3, Gen.Constant(source)), (1, AnyType))
        from axes in Gen.Frequency((1, Gen.Constant(1)), (4, Gen.Constant(2)))
        from rows in axes == 1 ? Gen.Constant(1) : Gen.Choose(1, 12)
        from columns in axes == 1 ? Gen.Choose(2, 60) : Gen.Frequency((1, Gen.Choose(2, 22)), (1, Gen.Choose(13, 24)))
        from weights in GrammarKernels.Box(rows * columns)
        from isMean in Bool
        from declared in Filter(axes, rows, columns, weights, source, destination)
        select declared with
        {
            Divisor = isMean ? FormattableString.Invariant($"{rows * columns}") : null,
        };

    /// <summary>Rows of many taps, a few of them of thousands.</summary>
    private static Gen<Declared> Lines =>
        from source in Gen.Elements([.. Narrow, Element.Int32, Element.Single, Element.Single, Element.Double])
        from destination in Gen.Frequency((3, Gen.Constant(source)), (1, Gen.Elements(Element.Single, Element.Int32, Element.Byte)))
        from isLong in Gen.Frequency((40, Gen.Constant(false)), (1, Gen.Constant(true)))
        from columns in isLong ? Gen.Choose(500, 3000) : Gen.Choose(20, 260)
        from axes in Gen.Frequency((4, Gen.Constant(1)), (1, Gen.Constant(2)))
        from weights in Gen.Frequency((3, GrammarKernels.Irregular(columns, 200)), (1, GrammarKernels.Box(columns)))
        from divisor in Gen.Elements<string?>(null, "1024", "700")
        from declared in Filter(axes, 1, columns, weights, source, destination)
        select declared with
        {
            Divisor = divisor,
        };

    /// <summary>Sums of 64 bits and how they are divided.</summary>
    private static Gen<Declared> Wide =>
        from source in Gen.Elements(Element.Int32, Element.Int32, Element.Int16, Element.UInt16, Element.Byte)
        from destination in AnyType
        from rows in Gen.Choose(1, 4)
        from columns in Gen.Choose(1, 4)
        from weights in Gen.Frequency((2, GrammarKernels.Large(rows * columns)), (3, GrammarKernels.Irregular(rows * columns, 1000)))
        from divisor in GrammarKernels.Divisor
        from declared in Filter(2, rows, columns, weights, source, destination)
        select declared with
        {
            Divisor = divisor,
        };

    /// <summary>Weights with many decimal places, for results of any type.</summary>
    private static Gen<Declared> Fine =>
        from pair in Gen.Elements(DeclarationGenerator.Pairs)
        from rows in Gen.Choose(1, 4)
        from columns in Gen.Choose(1, 5)
        from weights in GrammarKernels.Fine(rows * columns)
        from declared in Filter(2, rows, columns, weights, pair.Source, pair.Destination)
        select declared;

    /// <summary>Samples of 64 bits.</summary>
    private static Gen<Declared> Long =>
        from destination in Gen.Elements(Element.Int64, Element.Int64, Element.Int32, Element.Byte, Element.Double)
        from axes in Gen.Choose(1, 2)
        from rows in Gen.Choose(1, axes == 1 ? 1 : 3)
        from columns in Gen.Choose(1, 3)
        from place in Gen.Choose(0, (rows * columns) - 1)
        from weight in Gen.Elements("1", "1", "-1", "2")
        from divisor in Gen.Elements<string?>(null, null, "1", "2", "-1", "3", "1024")
        from declared in Filter(
            axes,
            rows,
            columns,
            [.. Enumerable.Range(0, rows * columns).Select(i => i == place ? weight : "0")],
            Element.Int64,
            destination
        )
        select declared with
        {
            Divisor = divisor,
        };

    private static Gen<Declared> Filter(
        int axes,
        int rows,
        int columns,
        IReadOnlyList<string> weights,
        Element source,
        Element destination
    ) =>
        from isConvolution in Bool
        from asNumbers in Gen.Choose(0, 5)
        from isStrict in Gen.Choose(0, 4)
        from channels in Gen.Frequency((5, Gen.Constant(1)), (3, Gen.Choose(2, 4)))
        from shape in Gen.Elements(Shape.Plain, Shape.Sized)
        from declared in DeclarationGenerator.Geometry(
            new Declared(axes, rows, columns, weights)
            {
                Source = source,
                Destination = destination,
                IsConvolution = isConvolution,
                IsWrittenAsNumbers = asNumbers == 0 && axes == 2 && !HasFractions(weights),
                IsStrict = isStrict == 0,
                PixelChannels = channels,
                Shape = shape,
            }
        )
        select declared;

    /// <summary>Larger steps and paddings, and more channels.</summary>
    private static Gen<Declared> Far(Declared declared) =>
        from strides in Gen.Choose(1, 6).ArrayOf(declared.Axes)
        from dilations in Gen.Choose(1, 6).ArrayOf(declared.Axes)
        from paddings in declared.Mode == Window.Padded ? Gen.Choose(0, 25).ArrayOf(2 * declared.Axes) : Gen.Constant<int[]>([])
        from channels in Gen.Frequency((3, Gen.Constant(declared.PixelChannels)), (1, Gen.Choose(5, 9)))
        select declared with
        {
            Strides = strides,
            Dilations = dilations,
            Paddings = paddings,
            PixelChannels = channels,
        };

    private static Gen<Declared> Spelled(Declared declared) =>
        from hasSingleNumbers in Bool
        from spelling in Gen.Frequency((4, Gen.Constant(Spelling.Text)), (3, Gen.Elements(Enum.GetValues<Spelling>())))
        let isPossible = declared.Kernel is null
            && (spelling != Spelling.Collection || (declared.Axes == 2 && !HasFractions(declared.Weights)))
        select declared with
        {
            HasSingleNumbers = hasSingleNumbers,
            Spelling = isPossible ? spelling : Spelling.Text,
        };

    private static bool HasFractions(IReadOnlyList<string> weights) =>
        weights.Any(weight => weight.Contains('/', StringComparison.Ordinal));
}
