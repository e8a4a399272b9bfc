using System.Globalization;
using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Properties;
using ConvGen.Execution.Tests.Signatures;
using FsCheck.Fluent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Execution.Tests.Compilation;

/// <summary>Generated code compiles without a warning wherever it may be compiled, and is the same text in every culture.</summary>
public sealed class CompilationTests
{
    private static readonly Declared[] Declarations = DeclarationGenerator.Any.Sample(24, Seed.Start, 50);

    public static TheoryData<bool, LanguageVersion, NullableContextOptions, bool> Settings =>
        new()
        {
            { true, LanguageVersion.CSharp12, NullableContextOptions.Disable, true },
            { true, LanguageVersion.Latest, NullableContextOptions.Enable, false },
            { false, LanguageVersion.CSharp12, NullableContextOptions.Enable, false },
            { false, LanguageVersion.Preview, NullableContextOptions.Disable, true },
        };

    [Theory]
    [MemberData(nameof(Settings))]
    public void Without_a_warning(bool isOldest, LanguageVersion language, NullableContextOptions nullable, bool checksOverflow)
    {
        BatchSettings settings = new()
        {
            References = isOldest ? Framework.Oldest : Framework.Running,
            Language = language,
            Nullable = nullable,
            ChecksOverflow = checksOverflow,
        };
        string members = string.Join('\n', Declarations.Select((d, i) => d.ToSource("N" + i.ToString(CultureInfo.InvariantCulture))));
        string source =
            SignatureFixture.Source + "\nnamespace Others { internal static partial class Declarations\n{\n" + members + "} }\n";
        Assert.NotEmpty(Batch.Emit(source, settings));
    }

    /// <summary>
    /// What the compiler says about a signature, and the user has turned off there, it does not say again about the generated part.
    /// </summary>
    [Theory]
    [InlineData(
        "internal partial class G<T> { %[F] public static partial void M<T>(ReadOnlySpan<float> source, Span<float> destination); }",
        "CS0693"
    )]
    [InlineData(
        "[Obsolete] internal interface IOld; internal static partial class G { %[F] public static partial void M<T>(ReadOnlySpan<float> source, Span<float> destination) where T : IOld; }",
        "CS0612"
    )]
    [InlineData(
        "[Obsolete(\"old\")] internal interface IOld; internal static partial class G { %[F] public static partial void M<T>(ReadOnlySpan<float> source, Span<float> destination) where T : IOld; }",
        "CS0618"
    )]
    [InlineData(
        "[Obsolete] internal interface IOld; internal partial class G<T> { internal partial class H { %[F] public partial void M<U>(ReadOnlySpan<float> source, Span<float> destination) where U : IOld; } }",
        "CS0612"
    )]
    [InlineData(
        "%internal static partial class lower { [F] public static partial void M(ReadOnlySpan<float> source, Span<float> destination); }",
        "CS8981"
    )]
    [InlineData(
        "internal class Base { public static void M(ReadOnlySpan<float> source, Span<float> destination) { } } internal partial class G : Base { %[F] public static partial void M(ReadOnlySpan<float> source, Span<float> destination); }",
        "CS0108"
    )]
    [InlineData(
        "internal static partial class G { %/// <summary>See <see cref=\"Nothing\"/>.</summary>\n[F] public static partial void M(ReadOnlySpan<float> source, Span<float> destination); }",
        "CS1574"
    )]
    public void A_warning_that_is_turned_off_at_the_declaration_stays_off(string declaration, string warning)
    {
        string source =
            "using System;\n"
            + declaration.Replace("[F]", "[global::ConvGen.Correlation, global::ConvGen.Kernel(\"1 2 1\")]", StringComparison.Ordinal);
        Assert.NotEmpty(
            Batch.Emit(source.Replace("%", $"\n#pragma warning disable {warning}\n", StringComparison.Ordinal), new BatchSettings())
        );
        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() =>
            Batch.Emit(source.Replace("%", "\n", StringComparison.Ordinal), new BatchSettings())
        );
        Assert.StartsWith("1 problems", exception.Message, StringComparison.Ordinal);
        Assert.Contains(warning, exception.Message, StringComparison.Ordinal);
    }

    /// <summary>The largest sizes that are accepted: every constant in generated code is a number of its type.</summary>
    [Fact]
    public void The_largest_sizes_have_constants_that_their_types_hold()
    {
        string[] options =
        [
            "PixelChannels = 262144",
            "PixelChannels = 87381",
            "Stride = 1 << 24",
            "Dilation = 2700000",
            "Padding = 1 << 24, PixelChannels = 4096",
            "Stride = 4096, PixelChannels = 4096",
            "Dilations = new[] { 1 << 20, 3 }, Strides = new[] { int.MaxValue, 64 }, PixelChannels = 5",
        ];
        string[] borders = ["Border = global::ConvGen.BorderMode.Replicate", "Border = global::ConvGen.BorderMode.Constant"];
        string[] kernels = ["1 2 1; 2 4 2; 1 2 1", "1 2 1", "1; 2; 1"];
        (string Source, string Destination)[] types = [("double", "double"), ("byte", "double"), ("byte", "byte")];
        string[] members =
        [
            .. from option in options
            let border = borders[Array.IndexOf(options, option) % borders.Length]
            from kernel in kernels
            from type in types
            select $"[global::ConvGen.Correlation({option}, {border}), global::ConvGen.Kernel(\"{kernel}\")] internal static partial void ",
        ];
        string Typed(string member, int index) =>
            member
            + $"M{index}(global::System.ReadOnlySpan<{types[index % types.Length].Source}> source, int width, int height, global::System.Span<{types[index % types.Length].Destination}> destination);";
        string source = Batch.Wrap(members.Select(Typed));
        IReadOnlyDictionary<string, string> files = Batch.GenerateMethods(source, new BatchSettings());
        int accepted = files.Values.Count(text => !text.Contains("NotSupportedException", StringComparison.Ordinal));
        Assert.True(accepted >= 2 * members.Length / 3, $"{accepted} of {members.Length} are accepted");
        foreach (string text in files.Values)
        {
            foreach (
                System.Text.RegularExpressions.Match rented in System.Text.RegularExpressions.Regex.Matches(text, @"\.Rent\((-?\d+)\)")
            )
            {
                Assert.InRange(long.Parse(rented.Groups[1].Value, CultureInfo.InvariantCulture), 1, Array.MaxLength);
            }
        }

        Assert.NotEmpty(Batch.Emit(source, new BatchSettings()));
    }

    /// <summary>Arithmetic wraps on purpose in places, also in a project that checks it.</summary>
    [Fact]
    public void Numbers_stay_the_same_where_the_project_checks_overflow()
    {
        using Trials.TrialBatch batch = new(Declarations, new BatchSettings { ChecksOverflow = true, References = Framework.Oldest });
        Trials.TrialBatch.AssertAll(
            batch.Trials,
            trial =>
                from width in new[] { 0, 1, 3, 17, 40, 67 }
                select trial.Run(new Trials.Circumstances(width, trial.Declared.Axes == 1 ? 1 : 5, 2, 1, width))
        );
    }

    [Fact]
    public void Text_is_the_same_in_a_culture_with_other_signs()
    {
        CultureInfo culture = (CultureInfo)CultureInfo.GetCultureInfo("de-DE").Clone();
        culture.NumberFormat.NegativeSign = "\u2212";
        culture.NumberFormat.NumberDecimalSeparator = ",";
        string source = Batch.Wrap(Declarations.Select((d, i) => d.ToSource("M" + i.ToString(CultureInfo.InvariantCulture))));
        IReadOnlyDictionary<string, string> expected = Batch.Generate(source, new BatchSettings());
        IReadOnlyDictionary<string, string> actual = Batch.Generate(source, new BatchSettings { Culture = culture });
        Assert.Equal(Declarations.Length + 1, expected.Count);
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), actual.Keys.Order(StringComparer.Ordinal));
        Assert.All(expected, file => Assert.Equal(file.Value, actual[file.Key]));
        Assert.All(expected.Values, text => Assert.DoesNotContain('\r', text));
    }
}
