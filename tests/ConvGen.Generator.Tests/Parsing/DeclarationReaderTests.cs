using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing;
using ConvGen.Generator.Refusals;
using Microsoft.CodeAnalysis;

namespace ConvGen.Generator.Tests.Parsing;

public class DeclarationReaderTests
{
    private const string Attributes = "[Convolution, Kernel(\"1 2 1\")] ";

    private const string Buffers = "(ReadOnlySpan<byte> source, Span<byte> destination);";

    [Theory]
    [InlineData("public static partial void M", "public static partial")]
    [InlineData("static partial void M", "static partial")]
    [InlineData("partial void M", "partial")]
    [InlineData("internal protected partial void M", "internal protected partial")]
    [InlineData("private protected unsafe static partial void M", "private protected unsafe static partial")]
    [InlineData("public virtual partial void M", "public virtual partial")]
    [InlineData("public new partial void M", "public new partial")]
    [InlineData("partial\n\n   void M", "partial")]
    public void Repeats_modifiers(string start, string expected) =>
        Assert.Equal(
            expected,
            Compilations
                .Read(
                    "partial class C : B { "
                        + Attributes
                        + start
                        + Buffers
                        + " } class B { public void M"
                        + "(ReadOnlySpan<byte> s, Span<byte> d) { } }"
                )
                .Header.Modifiers
        );

    [Fact]
    public void Repeats_modifiers_of_overrides_and_struct_members()
    {
        Assert.Equal(
            "public sealed override partial",
            Compilations
                .Read(
                    "abstract class B { public abstract void M(ReadOnlySpan<byte> source, Span<byte> destination); } partial class C : B { "
                        + Attributes
                        + "public sealed override partial void M"
                        + Buffers
                        + "}"
                )
                .Header.Modifiers
        );
        Assert.Equal(
            "public readonly partial",
            Compilations.Read("partial struct S { " + Attributes + "public readonly partial void M" + Buffers + "}").Header.Modifiers
        );
    }

    [Theory]
    [InlineData("partial class C", "partial class", "C")]
    [InlineData("public static partial class C", "partial class", "C")]
    [InlineData("public sealed partial record C", "partial record", "C")]
    [InlineData("public partial record class C(int X)", "partial record", "C")]
    [InlineData("public readonly partial record struct C", "partial record struct", "C")]
    [InlineData("readonly partial struct C", "partial struct", "C")]
    [InlineData("ref partial struct C", "ref partial struct", "C")]
    [InlineData("unsafe partial class C", "unsafe partial class", "C")]
    [InlineData("partial interface C", "partial interface", "C")]
    [InlineData("partial interface C<in T, out @class>", "partial interface", "C<in T, out @class>")]
    [InlineData("partial class @event", "partial class", "@event")]
    [InlineData("partial class C<T, U> where T : class where U : struct", "partial class", "C<T, U>")]
    public void Opens_the_containing_type_again(string declaration, string keywords, string name)
    {
        MethodHeader header = Compilations.Read(declaration + " { " + Attributes + "private static partial void M" + Buffers + "}").Header;
        Assert.Equal([new ContainingType(keywords, name)], header.Types);
        Assert.Equal("", header.Namespace);
    }

    [Fact]
    public void Nested_generic_types_stand_outermost_first()
    {
        MethodHeader header = Compilations
            .Read(
                "namespace A.@namespace { partial class Outer<T> { partial record struct Middle { internal ref partial struct Inner<U> { "
                    + Attributes
                    + "public static partial void M"
                    + Buffers
                    + "} } } }"
            )
            .Header;
        Assert.Equal("A.@namespace", header.Namespace);
        Assert.Equal(
            [
                new ContainingType("partial class", "Outer<T>"),
                new ContainingType("partial record struct", "Middle"),
                new ContainingType("ref partial struct", "Inner<U>"),
            ],
            header.Types
        );
        Assert.Equal("M:A.namespace.Outer`1.Middle.Inner`1.M(System.ReadOnlySpan{System.Byte},System.Span{System.Byte})", header.Identity);
    }

    [Fact]
    public void Repeats_types_with_nullability_tuple_names_and_keywords()
    {
        MethodHeader header = Compilations
            .Read(
                "namespace N { class @int { } partial class C { "
                    + Attributes
                    + """
                    public static partial (List<string?>? @in, int count)[] @switch(string? @event, Dictionary<string, @int?> map, dynamic any, (int a, int b) pair, float[]? values, global::N.C c);
                    } }
                    """
            )
            .Header;
        Assert.Equal("(global::System.Collections.Generic.List<string?>? @in, int count)[]", header.ReturnType);
        Assert.Equal("@switch", header.Name);
        Assert.Equal(
            [
                new Parameter("", "string?", "@event"),
                new Parameter("", "global::System.Collections.Generic.Dictionary<string, global::N.@int?>", "map"),
                new Parameter("", "dynamic", "any"),
                new Parameter("", "(int a, int b)", "pair"),
                new Parameter("", "float[]?", "values"),
                new Parameter("", "global::N.C", "c"),
            ],
            header.Parameters
        );
        Assert.False(header.ReturnsVoid);
    }

    [Fact]
    public void Repeats_parameter_modifiers_but_neither_defaults_nor_attributes()
    {
        MethodHeader header = Compilations
            .Read(
                "static partial class C { "
                    + Attributes
                    + """
                    public static unsafe partial ref readonly int M(this in int a, scoped ref Span<byte> b, ref readonly int c, out int d, [My] int e = 7, int* f = null, params byte[] g);
                    } class MyAttribute : Attribute { }
                    """
            )
            .Header;
        Assert.Equal(
            ["this in", "scoped ref", "ref readonly", "out", "", "", "params"],
            header.Parameters.Select(parameter => parameter.Modifiers)
        );
        Assert.Equal(
            ["int", "global::System.Span<byte>", "int", "int", "int", "int*", "byte[]"],
            header.Parameters.Select(parameter => parameter.Type)
        );
        Assert.Equal("ref readonly int", header.ReturnType);
    }

    [Fact]
    public void A_params_span_is_not_said_to_be_scoped() =>
        Assert.Equal(
            ["params"],
            Compilations
                .Read("partial class C { " + Attributes + "static partial byte[] M(params ReadOnlySpan<byte> source); }")
                .Header.Parameters.Select(parameter => parameter.Modifiers)
        );

    [Fact]
    public void Repeats_type_parameters_and_constraints()
    {
        MethodHeader header = Compilations
            .Read(
                "namespace N; interface I<T> { } partial class C { "
                    + Attributes
                    + "static partial void M<T, U, @in, V>(T a, U? b) where T : class?, I<string?>, new() where U : unmanaged where @in : notnull; }"
            )
            .Header;
        Assert.Equal("<T, U, @in, V>", header.TypeParameters);
        Assert.Equal("where T : class?, global::N.I<string?>, new() where U : unmanaged where @in : notnull", header.Constraints);
    }

    [Fact]
    public void An_override_repeats_only_the_constraints_that_it_may() =>
        Assert.Equal(
            "where T : class",
            Compilations
                .Read(
                    "abstract class B { public abstract T? M<T>() where T : class, IDisposable; } partial class C : B { "
                        + Attributes
                        + "public override partial T? M<T>() where T : class; }"
                )
                .Header.Constraints
        );

    [Theory]
    [InlineData(DocumentationMode.None)]
    [InlineData(DocumentationMode.Parse)]
    [InlineData(DocumentationMode.Diagnose)]
    public void Copies_documentation_lines(DocumentationMode mode)
    {
        const string source =
            "partial class C\r\n{\r\n    /// <summary>\r\n    ///   Smooths &amp; more.\r\n\t/// </summary>\r\n    // remark\r\n    [Convolution, Kernel(\"1\")]\r\n    static partial void M();\r\n}";
        Assert.Equal("/// <summary>\n///   Smooths &amp; more.\n/// </summary>", Compilations.Read(source, mode).Header.Documentation);
    }

    [Theory]
    [InlineData(DocumentationMode.None)]
    [InlineData(DocumentationMode.Parse)]
    public void Copies_a_documentation_block(DocumentationMode mode)
    {
        const string source =
            "partial class C\n{\n    /** <summary>\n     * Text.\n     </summary> */\n    [Convolution, Kernel(\"1\")] static partial void M();\n}";
        Assert.Equal("/** <summary>\n * Text.\n</summary> */", Compilations.Read(source, mode).Header.Documentation);
    }

    [Theory]
    [InlineData("// ordinary")]
    [InlineData("//// four")]
    [InlineData("/* block */")]
    [InlineData("/**/")]
    [InlineData("/*** three ***/")]
    [InlineData("/// far\n#pragma warning disable\n// nearer, and ordinary\n/// near")]
    public void Copies_nothing_but_the_nearest_documentation(string comment)
    {
        string expected = comment.EndsWith("/// near", StringComparison.Ordinal) ? "/// near" : "";
        Assert.Equal(
            expected,
            Compilations
                .Read("partial class C\n{\n" + comment + "\n[Convolution, Kernel(\"1\")] static partial void M();\n}")
                .Header.Documentation
        );
    }

    [Theory]
    [InlineData("ReadOnlySpan<byte>", Carrier.Span, ElementType.Byte, true)]
    [InlineData("Span<sbyte>", Carrier.Span, ElementType.SByte, false)]
    [InlineData("ReadOnlyMemory<short>", Carrier.Memory, ElementType.Int16, true)]
    [InlineData("Memory<ushort>", Carrier.Memory, ElementType.UInt16, false)]
    [InlineData("int[]", Carrier.Array, ElementType.Int32, false)]
    [InlineData("long[,]?", Carrier.Array2D, ElementType.Int64, false)]
    [InlineData("Span2D<Half>", Carrier.Span2D, ElementType.Half, false)]
    [InlineData("ReadOnlySpan2D<float>", Carrier.Span2D, ElementType.Single, true)]
    [InlineData("TensorSpan<double>", Carrier.TensorSpan, ElementType.Double, false)]
    [InlineData("ReadOnlyTensorSpan<double>", Carrier.TensorSpan, ElementType.Double, true)]
    [InlineData("Span<decimal>", Carrier.Span, null, false)]
    [InlineData("byte[][]", Carrier.Array, null, false)]
    [InlineData("byte[,,,]", null, null, false)]
    [InlineData("List<byte>", null, null, false)]
    [InlineData("N.Span<byte>", null, null, false)]
    [InlineData("int", null, null, false)]
    [InlineData("Missing<byte>", null, null, false)]
    public void Recognises_carriers(string type, object? carrier, object? element, bool isReadOnly)
    {
        DeclaredType read = Compilations
            .Read("namespace N { class Span<T> { } } partial class C { " + Attributes + $"static partial void M({type} source); }}")
            .Parameters[0]
            .Type;
        Assert.Equal((carrier, element, isReadOnly), (read.Carrier, read.Element, read.IsReadOnly));
        Assert.Equal(type.Replace("N.", "", StringComparison.Ordinal), read.Text);
        Assert.Equal(type == "int", read.IsInt32);
    }

    [Fact]
    public void Reads_options_as_written()
    {
        OperationDeclaration operation = Compilations
            .ReadMember(
                """
                [Correlation(Mode = OutputMode.Full, Border = BorderMode.Wrap, BorderValue = -0.0, Anchor = new[] { 1, 2 }, Stride = 3, Strides = new int[] { 4 },
                    Dilation = 5, Dilations = new int[0], Padding = 6, Paddings = null, FloatingPoint = FloatingPointMode.Strict, PixelChannels = 7)]
                [Kernel("1")] public static partial void M(ReadOnlySpan<byte> source, Span<byte> destination);
                """
            )
            .Operations.Single();
        Assert.Equal(
            new OperationDeclaration(
                ConvGen.Generator.Model.OperationKind.Correlation,
                2,
                4,
                Constant.Of(-0.0),
                EquatableArray.Of(1, 2),
                3,
                EquatableArray.Of(4),
                5,
                EquatableArray<int>.Empty,
                6,
                null,
                1,
                7
            ),
            operation
        );
    }

    [Theory]
    [InlineData("[Kernel(2, 2, 1, 2.5, -3, 0.1, Divisor = 16)]")]
    [InlineData("[Kernel(2, 2, new double[] { 1, 2.5, -3, 0.1 }, Divisor = 16)]")]
    [InlineData("[Kernel(2, 2, [1, 2.5, -3, 0.1], Divisor = 16)]")]
    [InlineData("[Kernel(columns: 2, rows: 2, weights: [1, 2.5, -3, 0.1], Divisor = 16)]")]
    public void Reads_weights(string attribute)
    {
        KernelDeclaration kernel = Compilations
            .ReadMember("[Convolution] " + attribute + " public static partial void M(ReadOnlySpan<byte> source, Span<byte> destination);")
            .Kernels.Single();
        Assert.Equal(KernelDeclarationKind.Weights, kernel.Kind);
        Assert.Equal((2, 2), (kernel.Rows, kernel.Columns));
        Assert.Equal([1, 2.5, -3, 0.1], kernel.Weights.Select(weight => weight.Value));
        Assert.Equal(16, kernel.Divisor?.Value);
    }

    [Theory]
    [InlineData("[Kernel(\"1 2\" + \" 1\")]", KernelDeclarationKind.Text, "1 2 1", null, 0)]
    [InlineData("[KernelShape(5)]", KernelDeclarationKind.Shape, null, null, 5)]
    [InlineData("[KernelShape(3, 5)]", KernelDeclarationKind.Shape, null, 3, 5)]
    public void Reads_text_and_shapes(string attribute, object kind, string? text, int? rows, int columns) =>
        Assert.Equal(
            new KernelDeclaration((KernelDeclarationKind)kind, text, rows, columns, EquatableArray<Constant>.Empty, null),
            Compilations
                .ReadMember(
                    "[Convolution] " + attribute + " public static partial void M(ReadOnlySpan<byte> source, Span<byte> destination);"
                )
                .Kernels.Single()
        );

    [Theory]
    [InlineData("[Convolution(Stride = \"x\", Anchor = new[] { Missing }, Border = Nowhere, BorderValue = Missing)] [Kernel]")]
    [InlineData("[Convolution(Unknown = 1, Stride = 2, Stride = 3)] [Kernel(1)]")]
    [InlineData("[Convolution(1, 2)] [Kernel(2, \"x\", 1, Missing, null)]")]
    [InlineData("[Convolution] [Kernel(1, 2, (double[])null, Divisor = Missing)]")]
    [InlineData("[Convolution, Convolution, Correlation] [Kernel(null), KernelShape(), KernelShape(1, Missing), KernelShape(\"x\")]")]
    [InlineData("[Correlation(Anchor = default, Paddings = new int[,] { })] [Kernel(1, 1, default(double[]))]")]
    [InlineData("[Correlation(Mode = (OutputMode)99999999999)] [Kernel((string)null, Divisor = 1/0)]")]
    public void Erroneous_attributes_read_as_far_as_possible(string attributes)
    {
        Declaration declaration = Compilations.Read(
            "partial class C { " + attributes + " static partial void M(Missing source, Span<> destination, int); }"
        );
        ParseResult parsed = DeclarationParser.Parse(declaration, Compilations.Target);
        Assert.NotNull(parsed.Refusal);
        Assert.NotEqual("", parsed.Refusal.Message);
    }

    [Theory]
    [InlineData("ref int a, out int b", true, true)]
    [InlineData("in int a, scoped Span<byte> b", false, false)]
    [InlineData("ref readonly int a, int b", false, false)]
    public void Tells_references_from_values(string parameters, bool first, bool second) =>
        Assert.Equal(
            [first, second],
            Compilations
                .Read("partial class C { " + Attributes + $"static partial void M({parameters}); }}")
                .Parameters.Select(parameter => parameter.IsByReference)
        );

    [Fact]
    public void Methods_without_the_attributes_are_not_declarations()
    {
        Assert.Empty(
            Compilations.ReadAll(
                Compilations.Of(
                    """
                    namespace Other { class ConvolutionAttribute : Attribute { } class KernelAttribute(string text) : Attribute { } }
                    partial class C { [Other.Convolution, Other.Kernel("1")] static partial void M(); static void N() { } [Obsolete] void O() { } }
                    """
                )
            )
        );
    }

    [Fact]
    public void Attributes_on_either_part_belong_to_the_method()
    {
        Declaration declaration = Compilations
            .ReadAll(
                Compilations.Of("partial class C { [Convolution] static partial void M(); [Kernel(\"1\")] static partial void M() { } }")
            )
            .Single();
        Assert.Single(declaration.Operations);
        Assert.Single(declaration.Kernels);
    }
}
