using ConvGen.Testing;

namespace ConvGen.Generator.Tests.Pipeline;

/// <summary>
/// Whole generated files, kept to be read in review. Each run also asserts that nothing is computed twice.
/// <c>CONVGEN_UPDATE_SNAPSHOTS=1</c> rewrites the files.
/// </summary>
public class SnapshotTests
{
    [Theory]
    [InlineData(
        "General3x3Single",
        """
            /// <summary>A kernel without any symmetry.</summary>
            [Correlation, Kernel("0.1 0.2 0.3; -0.4 0.5 0.6; 0.7 -0.8 0.9")]
            public static partial void General(ReadOnlySpan<float> source, int width, int height, Span<float> destination);
            """
    )]
    [InlineData(
        "Smooth3x3Byte",
        """
            [Convolution(Border = BorderMode.Reflect101), Kernel("1 2 1; 2 4 2; 1 2 1", Divisor = 16)]
            public static partial void Smooth(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination);
            """
    )]
    [InlineData(
        "PyramidByteChannels",
        """
            [Correlation(Border = BorderMode.Reflect101, Stride = 2, PixelChannels = 3), Kernel("1 4 6 4 1; 4 16 24 16 4; 6 24 36 24 6; 4 16 24 16 4; 1 4 6 4 1", Divisor = 256)]
            public static partial void Halve(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination);
            """
    )]
    [InlineData(
        "SobelByteToInt16",
        """
            [Correlation(Border = BorderMode.Replicate), Kernel("-1 0 1; -2 0 2; -1 0 1")]
            public static partial short[,] SobelX(byte[,] source);
            """
    )]
    [InlineData(
        "Box3x3ByteDividedBy9",
        """
            [Correlation(Mode = OutputMode.Valid), Kernel("1 1 1; 1 1 1; 1 1 1", Divisor = 9)]
            public static partial void Box(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination);
            """
    )]
    [InlineData(
        "Smooth3x3Int32DividedBy18",
        """
            [Correlation(Border = BorderMode.Reflect101), Kernel("2 1 2; 1 6 1; 2 1 2", Divisor = 18)]
            public static partial void Smooth(ReadOnlySpan<int> source, int width, int height, Span<int> destination);
            """
    )]
    [InlineData(
        "RunTimeWeights1D",
        """
            [Convolution(Mode = OutputMode.Full), KernelShape(5)]
            public static partial void Filter(ReadOnlySpan<float> source, ReadOnlySpan<float> kernel, Span<float> destination);
            """
    )]
    [InlineData(
        "StrictDoubleStrided",
        """
            [Convolution(Stride = 2, Dilation = 2, Border = BorderMode.Symmetric, FloatingPoint = FloatingPointMode.Strict), Kernel("1 0; -1 2.5")]
            public static partial void Reduce(ReadOnlySpan<double> source, int width, int height, Span<double> destination);
            """
    )]
    [InlineData(
        "Large17x17Looped",
        """
            [Correlation(PixelChannels = 3), KernelShape(17, 17)]
            public static partial void Large(ReadOnlySpan<float> source, int width, int height, ReadOnlySpan<float> kernel, Span<float> destination);
            """
    )]
    [InlineData(
        "Volume3x3x3Single",
        """
            /// <summary>A kernel of three planes without any symmetry.</summary>
            [Convolution, Kernel("1 2 3; 4 5 6; 7 8 -9 | 2 -7 1; 8 2 8; 1 8 2 | 3 1 4; 1 5 9; 2 6 -5")]
            public static partial void General(ReadOnlySpan<float> source, int width, int height, int depth, Span<float> destination);
            """
    )]
    [InlineData(
        "VolumeSmoothByte",
        """
            [Correlation(Border = BorderMode.Reflect101), Kernel("1 2 1; 2 4 2; 1 2 1 | 2 4 2; 4 8 4; 2 4 2 | 1 2 1; 2 4 2; 1 2 1", Divisor = 64)]
            public static partial byte[,,] Smooth(byte[,,] source);
            """
    )]
    [InlineData(
        "HalfScalar",
        """
            [Correlation(Border = BorderMode.Wrap), Kernel("1 2 1", Divisor = 4)]
            public static partial Half[] Blur(Half[] source);
            """
    )]
    [InlineData(
        "TransformLine",
        """
            [Convolution(Mode = OutputMode.Full, Border = BorderMode.Reflect101, FloatingPoint = FloatingPointMode.Transform), KernelShape(63)]
            public static partial void Long(ReadOnlySpan<float> source, ReadOnlySpan<float> kernel, Span<float> destination);
            """
    )]
    [InlineData(
        "TransformOfParts",
        """
            [Convolution(Border = BorderMode.Wrap, FloatingPoint = FloatingPointMode.Transform, Parallel = true), KernelShape(15, 15)]
            public static partial void Sharpen(float[] source, int width, int height, Region held, Region region, PreparedKernel<float> kernel, float[] destination);
            """
    )]
    [InlineData(
        "TransformOfIntegers",
        """
            [Correlation(Border = BorderMode.Replicate, FloatingPoint = FloatingPointMode.Transform), WindowedSincKernel(511, 0.25)]
            public static partial void LowPass(ReadOnlySpan<short> source, Span<int> destination);
            """
    )]
    [InlineData(
        "ScaledPartByThreads",
        """
            [Correlation(Border = BorderMode.Replicate, Parallel = true, Combine = Combine.AbsoluteSum), Kernel("1 0 -1"), Kernel("1; 0; -1")]
            public static partial void Edges(byte[] source, int width, int height, Region held, Region region, float scale, byte[] destination);
            """
    )]
    [InlineData(
        "MagnitudeOfSlopes",
        """
            /// <summary>The edges of a picture.</summary>
            [Correlation(Border = BorderMode.Reflect101, Combine = Combine.Magnitude), SobelKernel(Axis.Columns), SobelKernel(Axis.Rows)]
            public static partial void Edges(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination);
            """
    )]
    [InlineData(
        "TwoOutputsScaled",
        """
            [Correlation, Kernel("1 0 -1", Output = "slope"), Kernel("1 -2 1", Output = "bend")]
            public static partial void Derive(ReadOnlySpan<float> source, int batch, float scale, float offset, Span<float> slope, Span<double> bend);
            """
    )]
    [InlineData(
        "AlphaKept",
        """
            [Correlation(Border = BorderMode.Replicate, PixelChannels = 4), Kernel("1 2 1; 2 4 2; 1 2 1", Divisor = 16), PixelMask(Keep = "3")]
            public static partial void Blur(byte[] source, int width, int height, byte[] destination, int destinationPitch);
            """
    )]
    [InlineData(
        "LayerInterleaved",
        """
            [Correlation(Padding = 1, Activation = Activation.Relu), KernelShape(3, 3, InputChannels = 3, OutputChannels = 16)]
            public static partial void Layer(ReadOnlySpan<float> source, int width, int height, ReadOnlySpan<float> kernel, ReadOnlySpan<float> bias, Span<float> destination);
            """
    )]
    [InlineData(
        "LayerVolume",
        """
            /// <summary>The first layer of a network over volumes.</summary>
            [Correlation(Padding = 1, Activation = Activation.Relu), KernelShape(3, 3, 3, InputChannels = 3, OutputChannels = 16)]
            public static partial void Layer(ReadOnlySpan<float> source, int width, int height, int depth, PreparedKernel<float> kernel, ReadOnlySpan<float> bias, Span<float> destination);
            """
    )]
    [InlineData(
        "LayerPlanarStrided",
        """
            /// <summary>The first layer of a network.</summary>
            [Convolution(Padding = 1, Stride = 2, Border = BorderMode.Reflect101, Layout = ChannelLayout.Planar, KernelLayout = KernelLayout.OutputFirst, FloatingPoint = FloatingPointMode.Strict)]
            [KernelShape(3, 3, InputChannels = 4, OutputChannels = 6, Groups = 2)]
            public static partial void Stem(ReadOnlySpan<float> source, int batch, int width, int height, PreparedKernel<float> kernel, Span<float> destination);
            """
    )]
    [InlineData(
        "Stream",
        """
            /// <summary>Every second sample of what lies below 8 kHz.</summary>
            [Convolution(Stride = 2), Kernel("-1 0 9 16 9 0 -1", Divisor = 32)]
            public static partial void Decimate(ReadOnlySpan<short> source, Span<short> history, Span<short> destination);
            """
    )]
    [InlineData(
        "Threads",
        """
            [Correlation(Border = BorderMode.Reflect101, Parallel = true), KernelShape(3, 3)]
            public static partial void Smooth(ReadOnlyMemory<float> source, int batch, int width, int height, float[] kernel, float[] destination, int maxDegreeOfParallelism, System.Threading.CancellationToken cancellationToken);
            """
    )]
    [InlineData(
        "InPlace",
        """
            [Convolution(Border = BorderMode.Wrap), Kernel("1 2 1; 2 4 2; 1 2 1", Divisor = 16)]
            public static partial void Smooth(Span<byte> image, int width, int height, int sourcePitch);
            """
    )]
    [InlineData(
        "VolumeInPlace",
        """
            [Correlation(Border = BorderMode.Replicate, Parallel = true), Kernel("0 1 0 | 1 2 1 | 0 1 0", Divisor = 6)]
            public static partial void Smooth(byte[] image, int width, int height, int depth, System.Threading.CancellationToken cancellationToken);
            """
    )]
    [InlineData(
        "SeveralInPlace",
        """
            [Correlation(Border = BorderMode.Reflect101, Combine = Combine.Magnitude), SobelKernel(Axis.Columns), SobelKernel(Axis.Rows)]
            public static partial void Edges(Span<byte> image, int width, int height);
            """
    )]
    [InlineData(
        "VolumeThreePasses",
        """
            /// <summary>Smooths a volume.</summary>
            [Correlation(Border = BorderMode.Symmetric), Kernel("1 2 1; 2 4 2; 1 2 1 | 2 4 2; 4 8 4; 2 4 2 | 1 2 1; 2 4 2; 1 2 1", Divisor = 64)]
            public static partial void Smooth(ReadOnlySpan<float> source, int width, int height, int depth, Span<float> destination);
            """
    )]
    [InlineData(
        "LayerBytes",
        """
            [Correlation(Padding = 1), KernelShape(3, 3, InputChannels = 3, OutputChannels = 16)]
            public static partial void Stem(ReadOnlySpan<byte> source, int width, int height, ReadOnlySpan<sbyte> kernel, ReadOnlySpan<int> bias, Span<int> destination);
            """
    )]
    [InlineData(
        "LayerDepthwise",
        """
            [Correlation(Mode = OutputMode.Valid), KernelShape(5, InputChannels = 24, OutputChannels = 24, Groups = 24)]
            public static partial float[] Smooth(float[] source, float[] kernel);
            """
    )]
    [InlineData(
        "LayerBytesConstant",
        """
            [Correlation(OutputMaximum = 200), Kernel("1 -2; 3 4; 5 -6; 7 8", Columns = 2, InputChannels = 2, OutputChannels = 2, Divisor = 3)]
            public static partial void Mix(ReadOnlySpan<byte> source, int length, ReadOnlySpan<int> bias, Span<byte> destination);
            """
    )]
    [InlineData(
        "LayerQuantised",
        """
            [Correlation(Padding = 1, Activation = Activation.Relu), KernelShape(3, 3, InputChannels = 3, OutputChannels = 16)]
            public static partial void Stem(
                ReadOnlySpan<byte> source, int width, int height, ReadOnlySpan<byte> kernel, ReadOnlySpan<int> bias,
                ReadOnlySpan<float> scale, int sourceZeroPoint, int kernelZeroPoint, int destinationZeroPoint, Span<byte> destination);
            """
    )]
    [InlineData(
        "LayerPlanes",
        """
            [Correlation(Padding = 1, Layout = ChannelLayout.Planar, KernelLayout = KernelLayout.OutputFirst), KernelShape(3, 3, InputChannels = 24, OutputChannels = 24, Groups = 24)]
            public static partial void Smooth(ReadOnlySpan<float> source, int batch, int width, int height, PreparedKernel<float> kernel, ReadOnlySpan<float> bias, Span<float> destination);
            """
    )]
    [InlineData(
        "LayerFrame",
        """
            [Correlation(Padding = 1, Stride = 2), KernelShape(3, 3, InputChannels = 24, OutputChannels = 24, Groups = 24)]
            public static partial void Smooth(ReadOnlySpan<float> source, int width, int height, PreparedKernel<float> kernel, Span<float> destination);
            """
    )]
    [InlineData(
        "LayerHalfScalar",
        """
            [Correlation(Border = BorderMode.Wrap), KernelShape(2, 2, InputChannels = 2, OutputChannels = 3)]
            public static partial Half[,] Features(Half[,] source, Half[] kernel);
            """
    )]
    [InlineData(
        "Refused",
        """
            /// <summary>Cannot be generated.</summary>
            [Correlation, Kernel("1 2; 3")]
            public static partial void Ragged(ReadOnlySpan<float> source, int width, int height, Span<float> destination);
            """
    )]
    public void Generated_files_are_as_reviewed(string name, string declaration)
    {
        GeneratorRun run = GeneratorRun.Create(
            $"using System;\nusing ConvGen;\n\nnamespace Imaging;\n\n/// <summary>Filters.</summary>\npublic static partial class Filters\n{{\n{declaration}\n}}\n"
        );
        Assert.Empty(run.Diagnostics);
        Assert.Empty(
            run.Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= Microsoft.CodeAnalysis.DiagnosticSeverity.Warning)
        );
        run.AssertCached();
        Snapshot.Verify(name, Assert.Single(run.MethodSources).Value);
    }

    [Fact]
    public void Text_stays_small()
    {
        string weights = string.Join(
            "; ",
            Enumerable
                .Range(0, 11)
                .Select(row => string.Join(' ', Enumerable.Range(0, 11).Select(column => ((row * 11) + column + 1) / 1000.0)))
        );
        GeneratorRun run = GeneratorRun.Create(
            $$"""
            using System;
            using ConvGen;
            static partial class Filters
            {
                [Correlation, Kernel("{{weights}}")]
                public static partial void Large(ReadOnlySpan<float> source, int width, int height, Span<float> destination);
            }
            """
        );
        Assert.InRange(Assert.Single(run.MethodSources).Value.Length, 50_000, 150_000);
    }
}
