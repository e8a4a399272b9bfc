using OperationKind = ConvGen.Generator.Model.OperationKind;

namespace ConvGen.Analyzers.Tests.Naming.Lift;

public class LiftTextTests
{
    private const string Naive = """
        using System;

        public static class Filters
        {
            /// <summary>Stays.</summary>
            public static float[] Convolve(float[] signal)
            {
                float[] kernel = { 1, 2.5f, 0.1f };
                float[] result = new float[signal.Length - kernel.Length + 1];
                for (int i = 0; i < result.Length; i++)
                {
                    float sum = 0;
                    for (int k = 0; k < kernel.Length; k++)
                    {
                        sum += [|signal[i + k] * kernel[k]|];
                    }

                    result[i] = sum;
                }

                return result;
            }
        }
        """;

    [Fact]
    public async Task A_method_forwards_to_a_declaration_with_the_same_result()
    {
        (string title, string text) = (await LiftHarness.OfferAsync(Naive, OperationKind.Correlation))[0];

        Assert.Equal("Let the generator write this correlation (same result)", title);
        Assert.Equal(
            """
            using System;
            using ConvGen;

            public static partial class Filters
            {
                /// <summary>Stays.</summary>
                public static float[] Convolve(float[] signal)
                {
                    float[] result = new float[signal.Length - 3 + 1];
                    CorrelateGenerated(signal, result);
                    return result;
                }

                [Correlation(Mode = OutputMode.Valid, FloatingPoint = FloatingPointMode.Strict), Kernel("1 2.5 0.1")]
                private static partial void CorrelateGenerated(float[] source, float[] destination);
            }
            """,
            text);
        LiftHarness.AssertSame(Naive, text, "return Filters.Convolve(Data.Line<float>(random, width));");
    }
}
