namespace ConvGen.Package.Tests.Consumers;

/// <summary>Programs that print what their filters compute.</summary>
internal static class ConsumerSources
{
    /// <summary>
    /// What <see cref="Program"/> prints: two published examples, no difference from a naive loop, and numbers that can be read off.
    /// </summary>
    public const string Output = "60 56 52 39 61 66 54 78 82\n76 72 52 81 75 62 42 42 54\n0\n321 432 543\n12 34\n1 2 2 3\n";

    /// <summary>Kernels of every kind, in C# 12, without a warning of any analyzer of the SDK.</summary>
    public const string Program = """
        using System;
        using ConvGen;

        namespace Consumer
        {
            internal static class Program
            {
                private static readonly int[] Example = [1, 2, 2, 1, 0, 3, 3, 3, 3, 0, 3, 0, 0, 2, 2, 0, 3, 0, 3, 3, 2, 2, 2, 3, 2];

                private static void Main()
                {
                    int[] result = new int[9];
                    Filters.Correlate(Example, 5, 5, result);
                    Console.WriteLine(string.Join(' ', result));
                    Filters.Convolve(Example, 5, 5, result);
                    Console.WriteLine(string.Join(' ', result));

                    byte[] image = new byte[61 * 17];
                    for (int i = 0; i < image.Length; i++)
                    {
                        image[i] = (byte)(i * 37 % 251);
                    }

                    byte[] smooth = new byte[image.Length];
                    Filters.Smooth(image, 61, 17, smooth);
                    Console.WriteLine(Differences(image, smooth, 61, 17));

                    float[] slid = new float[3];
                    Filters.Slide([1, 2, 3, 4, 5], [1, 10, 100], slid);
                    Console.WriteLine(string.Join(' ', slid));

                    float[] pixels = new float[2];
                    Filters.Layer([1, 2, 3, 4], 2, 1, new PreparedKernel<float>([10, 1]), pixels);
                    Console.WriteLine(string.Join(' ', pixels));

                    float[] windows = new float[4];
                    Filters.Windows([1, 2, 3], windows);
                    Console.WriteLine(string.Join(' ', windows));
                }

                private static int Differences(byte[] image, byte[] smooth, int width, int height)
                {
                    int differences = 0;
                    for (int y = 0; y < height; y++)
                    {
                        for (int x = 0; x < width; x++)
                        {
                            int sum = 0;
                            for (int r = -1; r <= 1; r++)
                            {
                                for (int c = -1; c <= 1; c++)
                                {
                                    int sample = image[(Fold(y + r, height) * width) + Fold(x + c, width)];
                                    sum += (2 - Math.Abs(r)) * (2 - Math.Abs(c)) * sample;
                                }
                            }

                            differences += smooth[(y * width) + x] == (sum + 8) / 16 ? 0 : 1;
                        }
                    }

                    return differences;
                }

                private static int Fold(int index, int length) => index < 0 ? -index : index < length ? index : (2 * length) - 2 - index;
            }

            internal static partial class Filters
            {
                /// <summary>Correlates an image.</summary>
                [Correlation(Mode = OutputMode.Valid), Kernel("0 1 2; 3 4 5; 6 7 8")]
                public static partial void Correlate(ReadOnlySpan<int> source, int width, int height, Span<int> destination);

                [Convolution(Mode = OutputMode.Valid), Kernel("0 1 2; 3 4 5; 6 7 8")]
                public static partial void Convolve(ReadOnlySpan<int> source, int width, int height, Span<int> destination);

                [Convolution(Border = BorderMode.Reflect101), Kernel("1 2 1; 2 4 2; 1 2 1", Divisor = 16)]
                public static partial void Smooth(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination);

                [Correlation(Mode = OutputMode.Valid), KernelShape(3)]
                public static partial void Slide(ReadOnlySpan<float> source, ReadOnlySpan<float> kernel, Span<float> destination);

                [Correlation, KernelShape(1, 1, InputChannels = 2, OutputChannels = 1)]
                public static partial void Layer(
                    ReadOnlySpan<float> source, int width, int height, PreparedKernel<float> kernel, Span<float> destination);

                [Unfold(Mode = OutputMode.Valid), KernelShape(2)]
                public static partial void Windows(ReadOnlySpan<float> source, Span<float> destination);
            }
        }
        """;

    /// <summary>What <see cref="Hostile"/> prints.</summary>
    public const string HostileOutput = "314 141 415\n0 0 1 1 1\n";

    /// <summary>Names that generated code needs, taken for something else wherever the language allows it.</summary>
    public const string Hostile = """
        global using Vector256 = System.Int32;
        global using MemoryMarshal = System.Int32;
        global using BitConverter = System.Int32;
        using global::ConvGen;

        internal static class Unsafe;
        internal static class Vector512;
        internal static class Fma;
        internal static class ArrayPool;

        namespace ConvGen
        {
            internal static class Math;
            internal static class Unsafe;
            internal static class Vector128;
            internal struct Span<T>;
            internal struct ReadOnlySpan<T>;
        }

        namespace Imaging.System
        {
            internal static class Math;
            internal static class ArgumentException;
        }

        namespace Imaging.ConvGen
        {
            internal static class Generated;
        }

        namespace Imaging
        {
            internal static class Math;
            internal static class Vector512;
            internal struct Span<T>;
            internal struct ReadOnlySpan<T>;
            internal static class Object;
            internal static class String;
            internal static class GeneratedCodeAttribute;

            internal static partial class Generated
            {
                internal static partial class ConvGen
                {
                    internal static class Unsafe;
                    internal static class Int32;

                    [Correlation(Mode = OutputMode.Valid), Kernel("100 10 1")]
                    public static partial void System(global::System.ReadOnlySpan<int> source, global::System.Span<int> destination);

                    [Convolution(Border = BorderMode.Replicate), Kernel("1 1 1", Divisor = 8)]
                    public static partial byte[] Run(byte[] source);
                }
            }

            internal static class Program
            {
                private static void Main()
                {
                    int[] result = new int[3];
                    Generated.ConvGen.System([3, 1, 4, 1, 5], result);
                    global::System.Console.WriteLine(string.Join(' ', result));
                    global::System.Console.WriteLine(string.Join(' ', Generated.ConvGen.Run([1, 1, 1, 2, 2])));
                }
            }
        }
        """;
}
