using BenchmarkDotNet.Attributes;
using ConvGen.Benchmarks.Rows;

namespace ConvGen.Benchmarks.Statistics;

/// <summary>The generated filters on bytes, called directly, so that <c>--disasm</c> shows their code.</summary>
[MemoryDiagnoser]
public class ByteBenchmarks
{
    private int width;
    private int height;
    private byte[] source = [];
    private byte[] bytes = [];
    private short[] shorts = [];

    /// <summary>The name of the images' size.</summary>
    [Params("1080p")]
    public string Size { get; set; } = "";

    /// <summary>Makes the images.</summary>
    [GlobalSetup]
    public void Setup()
    {
        ImageSize size = ImageSize.Find(Size)!;
        (width, height) = (size.Width, size.Height);
        source = new byte[width * height];
        new Random(1).NextBytes(source);
        bytes = new byte[source.Length];
        shorts = new short[source.Length];
    }

    /// <summary>The row of this name.</summary>
    [Benchmark]
    public void Gaussian3() => ByteFilters.Gaussian3(source, width, height, bytes);

    /// <summary>The row of this name.</summary>
    [Benchmark]
    public void Gaussian5() => ByteFilters.Gaussian5(source, width, height, bytes);

    /// <summary>The row of this name.</summary>
    [Benchmark]
    public void Gaussian7() => ByteFilters.Gaussian7(source, width, height, bytes);

    /// <summary>The row of this name.</summary>
    [Benchmark]
    public void Gaussian15() => ByteFilters.Gaussian15(source, width, height, bytes);

    /// <summary>The row of this name.</summary>
    [Benchmark]
    public void General3() => ByteFilters.General3(source, width, height, bytes);

    /// <summary>The row of this name.</summary>
    [Benchmark]
    public void General5() => ByteFilters.General5(source, width, height, bytes);

    /// <summary>The row of this name.</summary>
    [Benchmark]
    public void General7() => ByteFilters.General7(source, width, height, bytes);

    /// <summary>The row of this name.</summary>
    [Benchmark]
    public void Box5() => ByteFilters.Box5(source, width, height, bytes);

    /// <summary>The row of this name.</summary>
    [Benchmark]
    public void SobelX() => ByteFilters.SobelX(source, width, height, shorts);

    /// <summary>The row of this name.</summary>
    [Benchmark]
    public void Laplacian() => ByteFilters.Laplacian(source, width, height, shorts);
}
