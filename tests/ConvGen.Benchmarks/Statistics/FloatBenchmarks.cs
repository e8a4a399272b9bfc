using BenchmarkDotNet.Attributes;
using ConvGen.Benchmarks.Rows;

namespace ConvGen.Benchmarks.Statistics;

/// <summary>The generated filters on <c>float</c>, called directly, so that <c>--disasm</c> shows their code.</summary>
[MemoryDiagnoser]
public class FloatBenchmarks
{
    private int width;
    private int height;
    private float[] source = [];
    private float[] signal = [];
    private float[] destination = [];

    /// <summary>The name of the images' size.</summary>
    [Params("1080p")]
    public string Size { get; set; } = "";

    /// <summary>Makes the images.</summary>
    [GlobalSetup]
    public void Setup()
    {
        ImageSize size = ImageSize.Find(Size)!;
        (width, height) = (size.Width, size.Height);
        Random random = new(1);
        source = [.. Enumerable.Range(0, width * height).Select(_ => random.NextSingle())];
        signal = new float[size.Length];
        source.AsSpan(0, Math.Min(source.Length, signal.Length)).CopyTo(signal);
        destination = new float[Math.Max(source.Length, signal.Length)];
    }

    /// <summary>The row of this name.</summary>
    [Benchmark]
    public void General3() => FloatFilters.General3(source, width, height, destination);

    /// <summary>The row of this name.</summary>
    [Benchmark]
    public void General5() => FloatFilters.General5(source, width, height, destination);

    /// <summary>The row of this name.</summary>
    [Benchmark]
    public void General7() => FloatFilters.General7(source, width, height, destination);

    /// <summary>The row of this name.</summary>
    [Benchmark]
    public void General11() => FloatFilters.General11(source, width, height, destination);

    /// <summary>The row of this name.</summary>
    [Benchmark]
    public void General15() => FloatFilters.General15(source, width, height, destination);

    /// <summary>The row of this name.</summary>
    [Benchmark]
    public void Gaussian5() => FloatFilters.Gaussian5(source, width, height, destination);

    /// <summary>The row of this name.</summary>
    [Benchmark]
    public void Box5() => FloatFilters.Box5(source, width, height, destination);

    /// <summary>The row of this name.</summary>
    [Benchmark]
    public void Signal63() => FloatFilters.Signal63(signal, destination);
}
