using ConvGen.Analyzers.Declarations;
using ConvGen.CodeFixes;
using ConvGen.Testing;

namespace ConvGen.Analyzers.Tests.CodeFixes;

public class NotPartialCodeFixTests
{
    [Fact]
    public Task Adds_partial_to_the_method() =>
        VerifyAsync(
            """
            public static partial class Filters
            {
                [Convolution, Kernel("1 2 1")]
                public static void {|CS0501:[|Smooth|]|}(ReadOnlySpan<float> source, Span<float> destination);
            }
            """,
            """
            public static partial class Filters
            {
                [Convolution, Kernel("1 2 1")]
                public static partial void Smooth(ReadOnlySpan<float> source, Span<float> destination);
            }
            """,
            "Make 'Smooth' partial"
        );

    [Fact]
    public Task Adds_partial_to_the_types_around_it() =>
        VerifyAsync(
            """
            /// <summary>Stays where it is.</summary>
            public class Outer
            {
                // And so does this.
                internal readonly struct Inner
                {
                    [Convolution, Kernel("1 2 1")]
                    public partial void {|CS0751:{|CS8795:[|Smooth|]|}|}(ReadOnlySpan<float> source, Span<float> destination);
                }
            }
            """,
            """
            /// <summary>Stays where it is.</summary>
            public partial class Outer
            {
                // And so does this.
                internal readonly partial struct Inner
                {
                    [Convolution, Kernel("1 2 1")]
                    public partial void Smooth(ReadOnlySpan<float> source, Span<float> destination);
                }
            }
            """,
            "Make 'Inner' and 'Outer' partial"
        );

    [Fact]
    public Task Is_not_offered_for_a_body()
    {
        const string code = """
            public static partial class Filters
            {
                [Convolution, Kernel("1 2 1")]
                public static void [|Smooth|](ReadOnlySpan<float> source, Span<float> destination) => source.CopyTo(destination);
            }
            """;
        return VerifyAsync(code, code, null);
    }

    private static Task VerifyAsync(string before, string after, string? title) =>
        new CSharpCodeFixTest<NotPartialAnalyzer, NotPartialCodeFix, DefaultVerifier>
        {
            TestCode = "using System;\nusing ConvGen;\n\n" + before,
            FixedCode = "using System;\nusing ConvGen;\n\n" + after,
            CodeActionTitle = title,
        }.RunAsync();
}
