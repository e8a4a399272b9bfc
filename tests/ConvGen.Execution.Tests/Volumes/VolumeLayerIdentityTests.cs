using System.Numerics;
using ConvGen.Execution.Tests.Compilation;

namespace ConvGen.Execution.Tests.Volumes;

/// <summary>What layers over volumes must agree with, of kinds that have no trial of their own.</summary>
public sealed class VolumeLayerIdentityTests
{
    private const int Width = 19,
        Height = 5,
        Depth = 6,
        Planes = 3;

    /// <summary>
    /// A plane of the result sees the planes around it as a layer over images sees as many channels: quantised layers have the same bytes.
    /// </summary>
    [Theory]
    [InlineData(4, 16, "Interleaved", "Constant")]
    [InlineData(5, 33, "Interleaved", "Reflect101")]
    [InlineData(3, 2, "Interleaved", "Replicate")]
    [InlineData(4, 6, "Planar", "Constant")]
    [InlineData(1, 8, "Planar", "Symmetric")]
    public void Quantised_layers_over_volumes_are_layers_over_images_with_more_channels(
        int inputs,
        int outputs,
        string layout,
        string border
    )
    {
        const string Rest =
            "sbyte[] kernel, int[] bias, float[] scale, int sourceZeroPoint, int destinationZeroPoint, byte[] destination);\n";
        string options = $"Border = global::ConvGen.BorderMode.{border}, Layout = global::ConvGen.ChannelLayout.{layout}";
        using CompiledBatch batch = Batch.OfMembers([
            $"[global::ConvGen.Correlation({options}, Paddings = new[] {{ 0, 1, 1, 0, 1, 1 }}), "
                + $"global::ConvGen.KernelShape({Planes}, 3, 3, InputChannels = {inputs}, OutputChannels = {outputs})] "
                + $"internal static partial void Deep(byte[] source, int width, int height, int depth, {Rest}",
            $"[global::ConvGen.Correlation({options}, Padding = 1), "
                + $"global::ConvGen.KernelShape(3, 3, InputChannels = {Planes * inputs}, OutputChannels = {outputs})] "
                + $"internal static partial void Flat(byte[] source, int width, int height, {Rest}",
        ]);
        Random random = new(inputs);
        bool isPlanar = layout == "Planar";
        byte[] source = new byte[Width * Height * Depth * inputs];
        random.NextBytes(source);
        sbyte[] kernel = [.. Enumerable.Range(0, Planes * 9 * inputs * outputs).Select(_ => (sbyte)random.Next(-128, 128))];
        int[] bias = [.. Enumerable.Range(0, outputs).Select(_ => random.Next(-5000, 5000))];
        float[] scale = [.. Enumerable.Range(0, outputs).Select(_ => 0.001f + (random.NextSingle() / 100))];
        byte[] actual = new byte[Width * Height * (Depth - Planes + 1) * outputs];
        batch.Method<Action<byte[], int, int, int, sbyte[], int[], float[], int, int, byte[]>>("Deep")(
            source,
            Width,
            Height,
            Depth,
            kernel,
            bias,
            scale,
            131,
            7,
            actual
        );

        // Of planes, rows, columns, inputs and outputs to rows, columns, planes with inputs, and outputs.
        sbyte[] flat =
        [
            .. from place in Enumerable.Range(0, 9)
            from plane in Enumerable.Range(0, Planes)
            from weight in Enumerable.Range(0, inputs * outputs)
            select kernel[(((plane * 9) + place) * inputs * outputs) + weight],
        ];
        int area = Width * Height;
        for (int z = 0; z < Depth - Planes + 1; z++)
        {
            byte[] seen = isPlanar
                ?
                [
                    .. from plane in Enumerable.Range(0, Planes)
                    from channel in Enumerable.Range(0, inputs)
                    from pixel in Enumerable.Range(0, area)
                    select source[(((channel * Depth) + z + plane) * area) + pixel],
                ]
                :
                [
                    .. from pixel in Enumerable.Range(0, area)
                    from plane in Enumerable.Range(0, Planes)
                    from channel in Enumerable.Range(0, inputs)
                    select source[((((z + plane) * area) + pixel) * inputs) + channel],
                ];
            byte[] expected = new byte[area * outputs];
            batch.Method<Action<byte[], int, int, sbyte[], int[], float[], int, int, byte[]>>("Flat")(
                seen,
                Width,
                Height,
                flat,
                bias,
                scale,
                131,
                7,
                expected
            );
            byte[] plane0 = isPlanar
                ?
                [
                    .. from channel in Enumerable.Range(0, outputs)
                    from pixel in Enumerable.Range(0, area)
                    select actual[(((channel * (Depth - Planes + 1)) + z) * area) + pixel],
                ]
                : actual[(z * area * outputs)..((z + 1) * area * outputs)];
            Assert.Equal(expected, plane0);
            Assert.True(expected.Distinct().Count() > 20);
        }
    }

    /// <summary>Complex weights make a layer of the two parts of a sample: on volumes, too, the naive sum of complex numbers.</summary>
    [Theory]
    [InlineData("Convolution", true)]
    [InlineData("Correlation", false)]
    public void Complex_weights_are_the_naive_sum(string operation, bool isConvolution)
    {
        Complex[] kernel = [new(1, 2), new(3, 0), new(-2, 1), new(0, -1), new(2, -1), new(4, 5)];
        using CompiledBatch batch = Batch.OfMembers([
            $"[global::ConvGen.{operation}(Complex = true), global::ConvGen.Kernel(\"1+2i 3 -2+1i | -1i 2-1i 4+5i\")] "
                + "internal static partial double[] M(double[] source, int width, int height, int depth);\n",
        ]);
        Random random = new(5);
        Complex[] source =
        [
            .. Enumerable.Range(0, Width * Height * Depth).Select(_ => new Complex(random.Next(-9, 10), random.Next(-9, 10))),
        ];
        double[] actual = batch.Method<Func<double[], int, int, int, double[]>>("M")(
            [.. source.SelectMany(static sample => new[] { sample.Real, sample.Imaginary })],
            Width,
            Height,
            Depth
        );
        for (int i = 0; i < source.Length; i++)
        {
            Complex sum = 0;
            for (int tap = 0; tap < kernel.Length; tap++)
            {
                // The default anchor is the tap at half the size, in planes the second of two.
                int z = (i / Width / Height) + (tap / 3) - 1,
                    x = (i % Width) + (tap % 3) - 1;
                Complex weight = isConvolution ? kernel[kernel.Length - 1 - tap] : Complex.Conjugate(kernel[tap]);
                sum +=
                    z is >= 0 and < Depth && x is >= 0 and < Width
                        ? weight * source[i + ((z - (i / Width / Height)) * Width * Height) + x - (i % Width)]
                        : 0;
            }

            Assert.Equal((sum.Real, sum.Imaginary), (actual[2 * i], actual[(2 * i) + 1]));
        }
    }
}
