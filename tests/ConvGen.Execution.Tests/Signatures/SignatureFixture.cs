using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Oracle;

namespace ConvGen.Execution.Tests.Signatures;

/// <summary>
/// Every signature form once, all with the same kernel, so that one oracle serves them all. Sums of small integers are exact in float.
/// </summary>
public sealed class SignatureFixture : IDisposable
{
    private const string Filter =
        """[global::ConvGen.Correlation(Border = global::ConvGen.BorderMode.Replicate), global::ConvGen.Kernel("1 2 3; 4 5 6; 7 8 10")]""";

    private const string Line =
        """[global::ConvGen.Convolution(Border = global::ConvGen.BorderMode.Wrap), global::ConvGen.Kernel("1 2 4")]""";

    private const string Colours =
        """[global::ConvGen.Convolution(Border = global::ConvGen.BorderMode.Wrap, PixelChannels = 3), global::ConvGen.Kernel("1 2 4")]""";

    private const string ColourFilter =
        """[global::ConvGen.Correlation(Border = global::ConvGen.BorderMode.Replicate, PixelChannels = 3), global::ConvGen.Kernel("1 2 3; 4 5 6; 7 8 10")]""";

    private const string Shape =
        """[global::ConvGen.Correlation(Border = global::ConvGen.BorderMode.Replicate), global::ConvGen.KernelShape(3, 3)]""";

    /// <summary>The kernel of the 2-D methods.</summary>
    internal static readonly Declared Plane = new(2, 3, 3, ["1", "2", "3", "4", "5", "6", "7", "8", "10"]) { Border = Outside.Replicate };

    /// <summary>The kernel of the 1-D methods.</summary>
    internal static readonly Declared Row = new(1, 1, 3, ["1", "2", "4"]) { Border = Outside.Wrap, IsConvolution = true };

    public const string Source = $$"""
        using System;
        using CommunityToolkit.HighPerformance;
        using System.Numerics.Tensors;

        namespace ConvGen.Execution.Batches
        {
            internal static partial class Declarations
            {
                {{Filter}} internal static partial void Spans(ReadOnlySpan<float> source, int width, int height, Span<float> destination);
                {{Filter}} internal static partial void WritableSource(Span<float> source, int width, int height, Span<float> destination);
                {{Filter}} internal static partial void OtherOrder(Span<float> destination, int height, ReadOnlySpan<float> source, int width);
                {{Filter}} internal static partial void Pitched(ReadOnlySpan<float> source, int width, int height, int sourcePitch, Span<float> destination, int destinationPitch);
                {{Filter}} internal static partial void Arrays(float[] source, int width, int height, float[] destination);
                {{Filter}} internal static partial float[] Returned(float[] source, int width, int height);
                {{Filter}} internal static partial void Memories(ReadOnlyMemory<float> source, int width, int height, Memory<float> destination);
                {{Filter}} internal static partial void Rectangles(float[,] source, float[,] destination);
                {{Filter}} internal static partial float[,] ReturnedRectangle(float[,] source);
                {{Filter}} internal static partial void Views(ReadOnlySpan2D<float> source, Span2D<float> destination);
                {{Filter}} internal static partial void Tensors(ReadOnlyTensorSpan<float> source, TensorSpan<float> destination);
                {{Filter}} internal static partial void Batched(ReadOnlySpan<float> source, int batch, int width, int height, Span<float> destination);
                {{Filter}} internal static partial void BatchedPitched(ReadOnlySpan<float> source, int batch, int width, int height, int sourcePitch, Span<float> destination, int destinationPitch);
                {{Filter}} internal static partial void Widened(ReadOnlySpan<byte> source, int width, int height, Span<int> destination);
                {{Filter}} internal static partial void @checked(ReadOnlySpan<float> source, int width, int height, Span<float> destination);
                {{Shape}} internal static partial void Weights(ReadOnlySpan<float> source, int width, int height, ReadOnlySpan<float> kernel, Span<float> destination);
                {{Shape}} internal static partial void WeightArrays(float[] source, int width, int height, float[] kernel, float[] destination);
                {{ColourFilter}} internal static partial void ColourRectangles(float[,] source, float[,] destination);
                {{ColourFilter}} internal static partial void ColourTensors(ReadOnlyTensorSpan<float> source, TensorSpan<float> destination);
                {{Line}} internal static partial void Lines(ReadOnlySpan<float> source, Span<float> destination);
                {{Line}} internal static partial void SizedLines(ReadOnlySpan<float> source, int length, Span<float> destination);
                {{Line}} internal static partial void BatchedLines(ReadOnlySpan<float> source, int batch, Span<float> destination);
                {{Line}} internal static partial void LineTensors(ReadOnlyTensorSpan<float> source, TensorSpan<float> destination);
                {{Line}} internal static partial float[] ReturnedLine(float[] source);
                {{Colours}} internal static partial void ColourLines(ReadOnlySpan<float> source, Span<float> destination);
            }

            internal sealed partial class Instance
            {
                {{Filter}} internal partial void Run(ReadOnlySpan<float> source, int width, int height, Span<float> destination);
            }

            internal partial class Outer<T> where T : notnull
            {
                internal readonly partial record struct Inner<U>(U Value) where U : struct
                {
                    {{Filter}} public static partial void Run(ReadOnlySpan<float> source, int width, int height, Span<float> destination);
                }

                internal ref partial struct View
                {
                    {{Filter}} public static partial void Run(scoped ReadOnlySpan<float> source, int width, int height, scoped Span<float> destination);
                }

                internal partial interface IFilter
                {
                    {{Filter}} static partial void Run(ReadOnlySpan<float> source, int width, int height, Span<float> destination);
                }
            }
        }

        internal static partial class Global
        {
            {{Filter}} internal static partial void Run(ReadOnlySpan<float> source, int width, int height, Span<float> destination);
        }
        """;

    internal CompiledBatch Batch { get; } = Compilation.Batch.OfSource(Source);

    /// <summary>What the 2-D methods must compute.</summary>
    internal static float[] ExpectedPlane(float[] source, int width, int height, int channels = 1) =>
        Expected(Plane with { PixelChannels = channels }, Picture<float>.Dense(width, height, source, channels));

    /// <summary>What the 1-D methods must compute.</summary>
    internal static float[] ExpectedLine(float[] source, int channels = 1) =>
        Expected(Row with { PixelChannels = channels }, Picture<float>.Dense(source.Length / channels, 1, source, channels));

    /// <summary>Small integers without a pattern.</summary>
    internal static float[] Numbers(int count) => [.. Enumerable.Range(1, count).Select(i => (float)((i * 37 % 101) - 50))];

    public void Dispose() => Batch.Dispose();

    private static float[] Expected(Declared declared, Picture<float> source)
    {
        ExactSums sums = ExactSums.Of(declared, declared.ExactWeights(), Fraction.Zero, source);
        return [.. Enumerable.Range(0, sums.Sums.Length).Select(i => (float)sums.Value(i).Numerator)];
    }
}
