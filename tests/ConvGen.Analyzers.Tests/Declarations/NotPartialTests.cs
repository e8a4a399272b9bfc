using ConvGen.Analyzers.Declarations;
using ConvGen.Testing;

namespace ConvGen.Analyzers.Tests.Declarations;

public class NotPartialTests
{
    [Fact]
    public Task A_partial_method_of_partial_types_is_accepted() =>
        Rule.VerifyAsync<NotPartialAnalyzer>(
            """
            public partial record struct Outer<T>
            {
                private ref partial struct Inner
                {
                    [Convolution, Kernel("1 2 1")]
                    public partial void Smooth(ReadOnlySpan<float> source, Span<float> destination);
                }
            }
            """
        );

    [Fact]
    public Task A_containing_type_that_is_not_partial() =>
        Rule.VerifyFileAsync<NotPartialAnalyzer>(
            """
            using System;
            using ConvGen;

            public static class Filters
            {
                [Convolution, Kernel("1 2 1")]
                public static partial void {|CS0751:{|CS8795:[|Smooth|]|}|}(ReadOnlySpan<float> source, Span<float> destination);
            }
            """,
            "'Smooth' cannot be implemented: its containing type 'Filters' is not partial; add the modifier 'partial' to it"
        );

    [Fact]
    public Task A_containing_type_of_the_containing_type_that_is_not_partial() =>
        Rule.VerifyAsync<NotPartialAnalyzer>(
            """
            public class Outer
            {
                public static partial class Inner
                {
                    [Convolution, Kernel("1 2 1")]
                    public static partial void {|CS8795:[|Smooth|]|}(ReadOnlySpan<float> source, Span<float> destination);
                }
            }
            """,
            "'Smooth' cannot be implemented: its containing type 'Outer' is not partial; add the modifier 'partial' to it"
        );

    [Fact]
    public Task A_method_that_is_not_partial() =>
        Rule.VerifyAsync<NotPartialAnalyzer>(
            """
            [Convolution, Kernel("1 2 1")]
            public static void {|CS0501:[|Smooth|]|}(ReadOnlySpan<float> source, Span<float> destination);
            """,
            "'Smooth' cannot be implemented: it is not partial; add the modifier 'partial'"
        );

    [Fact]
    public Task A_method_with_a_body() =>
        Rule.VerifyAsync<NotPartialAnalyzer>(
            """
            [Convolution, Kernel("1 2 1")]
            public static void [|Smooth|](ReadOnlySpan<float> source, Span<float> destination) => source.CopyTo(destination);
            """,
            "'Smooth' cannot be implemented: it has a body and is not partial; remove the body and add the modifier 'partial'"
        );

    [Fact]
    public Task A_method_that_is_implemented_already() =>
        Rule.VerifyAsync<NotPartialAnalyzer>(
            """
            [Convolution, Kernel("1 2 1")]
            public static partial void [|Smooth|](ReadOnlySpan<float> source, Span<float> destination);

            public static partial void Smooth(ReadOnlySpan<float> source, Span<float> destination) => source.CopyTo(destination);
            """
        );

    [Fact]
    public Task A_type_that_is_local_to_its_file() =>
        Rule.VerifyFileAsync<NotPartialAnalyzer>(
            """
            using System;
            using ConvGen;

            file static partial class Filters
            {
                [Convolution, Kernel("1 2 1")]
                public static partial void {|CS8795:[|Smooth|]|}(ReadOnlySpan<float> source, Span<float> destination);
            }
            """,
            "'Smooth' cannot be implemented: its containing type 'Filters' is local to its file, where nothing can be generated; remove the modifier 'file'"
        );

    [Fact]
    public Task Other_members_that_the_language_calls_methods() =>
        Rule.VerifyAsync<NotPartialAnalyzer>(
            """
            public static int Property { [[|Convolution|], Kernel("1 2 1")] get => 1; }

            public static void Local()
            {
                [[|Kernel("1 2 1")|]] void Smooth() { }
                Smooth();
                var lambda = [[|Correlation|]] () => { };
                lambda();
            }
            """
        );

    [Fact]
    public Task A_pragma_does_not_silence_the_rule() =>
        Rule.VerifyAsync<NotPartialAnalyzer>(
            """
            #pragma warning disable CONV001
            [Convolution, Kernel("1 2 1")]
            public static void [|Smooth|](ReadOnlySpan<float> source, Span<float> destination) => source.CopyTo(destination);
            """
        );

    [Fact]
    public async Task An_editorconfig_does_not_silence_the_rule()
    {
        CSharpAnalyzerTest<NotPartialAnalyzer, DefaultVerifier> test = new()
        {
            TestCode = Rule.File(
                """
                [Convolution, Kernel("1 2 1")]
                public static void [|Smooth|](ReadOnlySpan<float> source, Span<float> destination) => source.CopyTo(destination);
                """
            ),
            TestState =
            {
                AnalyzerConfigFiles = { ("/.editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.CONV001.severity = none\n") },
            },
        };

        await test.RunAsync();
    }
}
