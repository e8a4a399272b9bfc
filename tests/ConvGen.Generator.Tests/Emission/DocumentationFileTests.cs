using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Generator.Tests.Emission;

/// <summary>What stands in the documentation file that a consumer ships.</summary>
public class DocumentationFileTests
{
    private const string Attributes = "    [Correlation, Kernel(\"1 2 1\", Divisor = 4)]\n";
    private const string Signature = "    public static partial void Smooth(ReadOnlySpan<byte> source, Span<byte> destination)";

    /// <summary>
    /// Names from everywhere: usings, aliases, types around, overloads, operators, parameters; and some that mean nothing.
    /// </summary>
    private const string References = """
            /// <summary>Takes what <see cref="List{T}"/>, <see cref="Alias"/>, <see cref="Dictionary{TKey, TValue}.Add(TKey, TValue)"/> and <see cref='Inner'>an inner</see> hold.</summary>
            /// <typeparam name="T">None, <typeparamref name="T"/>.</typeparam>
            /// <param name="source">In, <paramref name="destination"/>, <see langword="null"/>, <see href="https://example.org">there</see>.</param>
            /// <exception cref="ArgumentException">Sizes differ.</exception>
            /// <permission cref="Inner.this[int]">All.</permission>
            /// <remarks><para>Slow. <see cref="Max(int, int)"/>, <see cref="Inner.operator +(Inner, Inner)"/>, <see cref="Inner.Changed"/>, <see cref="Smooth"/>.</para></remarks>
            /// <seealso cref="System.Text"/>
            /// <seealso cref="Absent{T}"/>
            /// <seealso cref="Overloaded"/>
            /// <seealso cref="M:System.Console.Beep"/>
            /// <seealso cref="int"/>
            /// <inheritdoc cref="Inner.Run{TItem}(TItem[], ref int)"/>

        """;

    private const string File = """
        using System;
        using System.Collections.Generic;
        using ConvGen;
        using static System.Math;
        using Alias = System.Collections.Generic.Dictionary<string, System.Text.StringBuilder>;

        namespace Imaging;

        /// <summary>Filters.</summary>
        public static partial class Filters
        {
            /// <summary>Inner.</summary>
            public struct Inner
            {
                /// <summary>Item.</summary>
                public int this[int index] => index;
                /// <summary>Adds.</summary>
                public static Inner operator +(Inner a, Inner b) => a;
                /// <summary>Changes.</summary>
                public event Action Changed { add { } remove { } }
                /// <summary>Runs.</summary>
                public void Run<TItem>(TItem[] items, ref int count) { }
            }

            /// <summary>One.</summary>
            public static void Overloaded() { }
            /// <summary>Two.</summary>
            public static void Overloaded(int a) { }

        %
        }
        """;

    [Fact]
    public void References_are_those_of_a_part_that_is_written_by_hand()
    {
        XElement generated = Smooth(Generated(References + Attributes + Signature + ";"));
        XElement byHand = Smooth(Documentation(Compilation(References + Signature + ";\n" + Signature + "\n    {\n    }\n")));

        string[] expected = [.. Crefs(byHand)];
        Assert.Equal(16, expected.Length);
        Assert.Contains("T:System.Collections.Generic.List`1", expected);
        Assert.Equal(expected, Crefs(generated).Take(expected.Length));
        Assert.Equal(byHand.Element("summary")!.ToString(), generated.Element("summary")!.ToString());
        Assert.Equal(byHand.Element("param")!.ToString(), generated.Element("param")!.ToString());
    }

    [Fact]
    public void What_means_nothing_is_reported_at_the_declaration_and_nowhere_else()
    {
        const string comment = "    /// <summary><see cref=\"Absent{T}\"/> <see cref=\"List{T}\"/></summary>\n";
        GeneratedCode code = GeneratedCode.Of(Text(comment + Attributes + Signature + ";"));

        string reported = Assert.Single(code.Diagnostics);
        Assert.StartsWith("User.cs(", reported, StringComparison.Ordinal);
        Assert.Contains("CS1574", reported, StringComparison.Ordinal);
        Assert.Contains(
            "<see cref=\"Absent{T}\"/> <see cref=\"T:System.Collections.Generic.List`1\"/>",
            code.Text,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("/// <remarks>Mine.</remarks>")]
    [InlineData("/// <remarks>\n/// Mine.\n/// </remarks>")]
    [InlineData("/// <remarks>Mine.</remarks><example>Also mine.</example>")]
    [InlineData("/** <remarks>Mine.</remarks> */")]
    [InlineData("/**\n * <remarks>\n * Mine.\n * </remarks>\n */")]
    [InlineData("/// <example>Also mine.</example>\n/// <remarks>Mine.<para>More.</para></remarks>\n/// <seealso cref=\"List{T}\"/>")]
    public void The_users_remarks_and_ours_are_one_element(string comment)
    {
        XElement member = Smooth(Generated("/// <summary>Mine too.</summary>\n" + comment + "\n" + Attributes + Signature + ";"));

        XElement remarks = Assert.Single(member.Elements("remarks"));
        Assert.StartsWith("Mine.", remarks.Value.Trim(), StringComparison.Ordinal);
        Assert.Contains(
            remarks.Elements("para"),
            paragraph => paragraph.Value.StartsWith("Correlation of byte samples", StringComparison.Ordinal)
        );
        Assert.Equal("Mine too.", Assert.Single(member.Elements("summary")).Value);
        Assert.Equal(comment.Contains("<example>", StringComparison.Ordinal), member.Element("example")?.Value == "Also mine.");
        Assert.Equal(
            comment.Contains("<seealso", StringComparison.Ordinal) ? "T:System.Collections.Generic.List`1" : null,
            member.Element("seealso")?.Attribute("cref")?.Value
        );
    }

    [Theory]
    [InlineData("/// <remarks/>")]
    [InlineData("/// <remarks />")]
    [InlineData("/// <!-- <remarks>no</remarks> -->")]
    [InlineData("/// <param name=\"source\">In.</param>")]
    [InlineData("/// Text alone.")]
    [InlineData("/** Text alone. */")]
    public void A_comment_without_a_summary_gets_ours(string comment)
    {
        XElement member = Smooth(Generated(comment + "\n" + Attributes + Signature + ";"));

        Assert.StartsWith("Correlation of byte samples", Assert.Single(member.Elements("summary")).Value, StringComparison.Ordinal);
        Assert.NotEmpty(Assert.Single(member.Elements("remarks")).Elements("para"));
    }

    [Theory]
    [InlineData("/// <summary>Mine.</summary>")]
    [InlineData("/// <inheritdoc cref=\"Overloaded()\"/>")]
    [InlineData("/// <include file=\"docs.xml\" path=\"a\"/>")]
    public void A_comment_that_has_a_summary_gets_no_second_one(string comment)
    {
        string text = GeneratedCode.Of(Text(comment + "\n" + Attributes + Signature + ";")).Text;
        Assert.DoesNotContain("<summary>Correlation", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/// <summary>Mine.")]
    [InlineData("/// <remarks>Mine.")]
    [InlineData("/// <remarks>Mine.</summary>")]
    [InlineData("/// <see cref=/>")]
    [InlineData("/// a < b")]
    [InlineData("/** <remarks> */")]
    public void A_comment_that_is_no_XML_is_reported_at_the_declaration_only(string comment)
    {
        GeneratedCode code = GeneratedCode.Of(Text(comment + "\n" + Attributes + Signature + ";"));

        Assert.Empty(code.GeneratorDiagnostics);
        Assert.NotEmpty(code.Diagnostics);
        Assert.All(code.Diagnostics, diagnostic => Assert.StartsWith("User.cs(", diagnostic, StringComparison.Ordinal));
    }

    [Fact]
    public void The_file_of_an_include_is_named_with_its_folder()
    {
        const string source =
            "partial class C\n{\n/// <include file='docs/more &amp; more.xml' path='a'/>\n/// <see file=\"x\"/>\n[Convolution, Kernel(\"1\")] static partial void M();\n}";
        CSharpCompilation compilation = Compilations.Of(source, documentation: DocumentationMode.Parse, path: "/project/Filters.cs");

        string documentation = Compilations.ReadAll(compilation).Single().Header.Documentation;

        Assert.Equal(
            "/// <include file='/project/docs/more &amp; more.xml' path='a'/>\n/// <see file=\"x\"/>",
            documentation.Replace('\\', '/')
        );
    }

    /// <summary>Every kind of plan, layer and window, with helpers of each kind.</summary>
    [Fact]
    public void Members_of_ours_leave_no_trace()
    {
        const string members = """
                /// <summary>One.</summary>
                [Convolution(Border = BorderMode.Reflect101), Kernel("1 2 1; 2 4 2; 1 2 1", Divisor = 16)]
                public static partial void A(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination);
                [Correlation(Stride = 2, PixelChannels = 3), Kernel("1 1 1; 1 1 1; 1 1 1", Divisor = 9)]
                public static partial byte[] B(byte[] source, int width, int height);
                [Correlation, KernelShape(3, 3, InputChannels = 4, OutputChannels = 8)]
                public static partial void C(ReadOnlySpan<float> source, int width, int height, PreparedKernel<float> kernel, Span<float> destination);
                [Unfold(Padding = 1), KernelShape(3, 3)]
                public static partial void D(ReadOnlySpan<float> source, int width, int height, Span<float> destination);
                [Fold(Padding = 1), KernelShape(3, 3)]
                public static partial void E(ReadOnlySpan<float> source, int width, int height, Span<float> destination);
                [Correlation, KernelShape(17, 17)]
                public static partial void F(ReadOnlySpan<int> source, int width, int height, ReadOnlySpan<short> kernel, Span<long> destination);
                [Correlation, Kernel("0.27406862 0.45186276 0.27406862")]
                public static partial void G(ReadOnlySpan<short> source, Span<short> destination);
                [Correlation(FloatingPoint = FloatingPointMode.Strict), Kernel("1 2 3")]
                public static partial void H(ReadOnlySpan<Half> source, Span<Half> destination);
                [Correlation, Kernel("1 x")]
                public static partial void I(ReadOnlySpan<Half> source, Span<Half> destination);
            """;

        (XDocument documentation, string[] texts) = Run(members);

        string[] names =
        [
            .. documentation
                .Descendants("member")
                .Select(member => member.Attribute("name")!.Value)
                .Where(name =>
                    name.StartsWith("M:", StringComparison.Ordinal)
                    && !name.Contains("Inner", StringComparison.Ordinal)
                    && !name.Contains("Overloaded", StringComparison.Ordinal)
                ),
        ];
        Assert.Equal(
            "ABCDEFGH".Select(letter => $"M:Imaging.Filters.{letter}("),
            names.Select(name => name[..(name.IndexOf('(', StringComparison.Ordinal) + 1)])
        );
        Assert.DoesNotContain(
            documentation.Descendants("member"),
            member => member.Attribute("name")!.Value.Contains("ConvGen.Generated", StringComparison.Ordinal)
        );

        // The text stays as readable as it was.
        Assert.True(texts.Sum(text => text.Split('\n').Count(line => line.StartsWith("        // ", StringComparison.Ordinal))) > 50);
        Assert.All(
            texts,
            text =>
                Assert.DoesNotContain(
                    "// <",
                    text.Replace("// <auto-generated/>", "", StringComparison.Ordinal).Replace("/// <", "", StringComparison.Ordinal),
                    StringComparison.Ordinal
                )
        );
    }

    private static string Text(string members) => File.Replace("%", members, StringComparison.Ordinal);

    private static Compilation Compilation(string members) => GeneratedCode.Of(Text(members)).Compilation;

    private static XDocument Generated(string members) => Run(members).Documentation;

    private static (XDocument Documentation, string[] Texts) Run(string members)
    {
        GeneratedCode code = GeneratedCode.Of(Text(members));
        Assert.Empty(code.GeneratorDiagnostics);
        return (Documentation(code.Compilation), [.. code.Texts]);
    }

    private static XDocument Documentation(Compilation compilation)
    {
        using MemoryStream assembly = new();
        using MemoryStream documentation = new();
        Microsoft.CodeAnalysis.Emit.EmitResult result = compilation.Emit(assembly, xmlDocumentationStream: documentation);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        documentation.Position = 0;
        return XDocument.Load(documentation);
    }

    private static XElement Smooth(XDocument documentation) =>
        Assert.Single(
            documentation.Descendants("member"),
            member => member.Attribute("name")!.Value.Contains(".Smooth(", StringComparison.Ordinal)
        );

    private static IEnumerable<string> Crefs(XElement member) =>
        member.Descendants().Attributes("cref").Select(attribute => attribute.Value);
}
