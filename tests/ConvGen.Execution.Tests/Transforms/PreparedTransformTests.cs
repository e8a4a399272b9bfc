using System.Globalization;
using ConvGen.Execution.Tests.Compilation;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Execution.Tests.Transforms;

/// <summary>Weights that arrive at run time: a prepared kernel keeps their spectrum, and results have the bits of weights in an array.</summary>
public sealed class PreparedTransformTests
{
    private const string Allowed = "FloatingPoint = global::ConvGen.FloatingPointMode.Transform";

    private delegate void Line<TWeights>(float[] source, TWeights kernel, float[] destination);

    private delegate void Lines<TWeights>(double[] source, int batch, TWeights kernel, double[] destination);

    private delegate void Plane<TWeights>(float[] source, int width, int height, TWeights kernel, float[] destination);

    private delegate void Part(float[] source, int width, int height, Region region, PreparedKernel<float> kernel, float[] destination);

    private delegate void InPlace(float[] image, int width, int height, PreparedKernel<float> kernel);

    private static string Method(string operation, string shape, string name, string parameters) =>
        $"[global::ConvGen.{operation}, global::ConvGen.KernelShape({shape})]\ninternal static partial void {name}({parameters});\n";

    private const string Prepared = "global::ConvGen.PreparedKernel<float> kernel",
        Size = "float[] source, int width, int height, ";

    private static readonly string[] Members =
    [
        Method(
            $"Convolution(Border = global::ConvGen.BorderMode.Reflect101, {Allowed})",
            "300",
            "Line",
            "float[] source, float[] kernel, float[] destination"
        ),
        Method(
            $"Convolution(Border = global::ConvGen.BorderMode.Reflect101, {Allowed})",
            "300",
            "LinePrepared",
            $"float[] source, {Prepared}, float[] destination"
        ),
        Method($"Correlation({Allowed})", "200", "Lines", "double[] source, int batch, double[] kernel, double[] destination"),
        Method(
            $"Correlation({Allowed})",
            "200",
            "LinesPrepared",
            "double[] source, int batch, global::ConvGen.PreparedKernel<double> kernel, double[] destination"
        ),
        Method(
            $"Correlation(Parallel = true, {Allowed})",
            "200",
            "LinesThreads",
            "double[] source, int batch, double[] kernel, double[] destination"
        ),
        Method(
            $"Correlation(Parallel = true, {Allowed})",
            "200",
            "LinesThreadsPrepared",
            "double[] source, int batch, global::ConvGen.PreparedKernel<double> kernel, double[] destination"
        ),
        Method($"Convolution({Allowed})", "17, 21", "Plane", Size + "float[] kernel, float[] destination"),
        Method($"Convolution({Allowed})", "17, 21", "PlanePrepared", Size + Prepared + ", float[] destination"),
        Method($"Convolution(Parallel = true, {Allowed})", "17, 21", "PlaneThreads", Size + "float[] kernel, float[] destination"),
        Method($"Convolution(Parallel = true, {Allowed})", "17, 21", "PlaneThreadsPrepared", Size + Prepared + ", float[] destination"),
        Method(
            $"Convolution({Allowed})",
            "17, 21",
            "PlanePart",
            Size + "global::ConvGen.Region region, " + Prepared + ", float[] destination"
        ),
        Method($"Convolution({Allowed})", "17, 21", "PlaneInPlace", "float[] image, int width, int height, " + Prepared),
        Method($"Convolution({Allowed})", "3, 5", "Small", Size + "float[] kernel, float[] destination"),
        Method($"Convolution({Allowed})", "3, 5", "SmallPrepared", Size + Prepared + ", float[] destination"),
    ];

    private static readonly string[] Direct = ["Small", "SmallPrepared"];

    [Fact]
    public void Every_way_to_hand_weights_over_gives_the_same_bits()
    {
        BatchSettings settings = new() { KeepsPlans = true, Rewrite = Bands.BandTests.WithLowBands };
        GeneratedBatch generated = Batch.Compile(Batch.Wrap(Members), settings);
        foreach ((string name, Generator.Planning.PlanResult result) in generated.Plans)
        {
            KernelPlan? plan = result.Plan;
            Assert.NotNull(plan);
            Assert.Equal(!Direct.Contains(name), plan.Transform is not null);
        }

        using CompiledBatch batch = new(generated.Emit());
        foreach (int length in (int[])[1, 299, 1500, 7001])
        {
            CompareLines(batch, length);
        }

        foreach ((int width, int height) in ((int, int)[])[(1, 1), (50, 70), (230, 133)])
        {
            ComparePlanes(batch, width, height);
        }
    }

    private static void CompareLines(CompiledBatch batch, int length)
    {
        Random random = new(length);
        float[] source = Numbers<float>(random, length),
            weights = Numbers<float>(random, 300);
        PreparedKernel<float> prepared = new(weights);
        float[] expected = OfLine(source, weights, batch.Method<Line<float[]>>("Line"));
        for (int call = 0; call < 2; call++)
        {
            Assert.Equal(expected, OfLine(source, prepared, batch.Method<Line<PreparedKernel<float>>>("LinePrepared")));
        }

        double[] sources = Numbers<double>(random, 3 * length),
            numbers = Numbers<double>(random, 200);
        PreparedKernel<double> kept = new(numbers);
        double[] all = OfLines(sources, numbers, batch.Method<Lines<double[]>>("Lines"));
        Assert.Equal(all, OfLines(sources, numbers, batch.Method<Lines<double[]>>("LinesThreads")));
        Assert.Equal(all, OfLines(sources, kept, batch.Method<Lines<PreparedKernel<double>>>("LinesPrepared")));
        Assert.Equal(all, OfLines(sources, kept, batch.Method<Lines<PreparedKernel<double>>>("LinesThreadsPrepared")));

        float[] OfLine<TWeights>(float[] samples, TWeights kernel, Line<TWeights> method)
        {
            float[] destination = new float[samples.Length];
            method(samples, kernel, destination);
            return destination;
        }

        double[] OfLines<TWeights>(double[] samples, TWeights kernel, Lines<TWeights> method)
        {
            double[] destination = new double[samples.Length];
            method(samples, 3, kernel, destination);
            return destination;
        }
    }

    private static void ComparePlanes(CompiledBatch batch, int width, int height)
    {
        Random random = new(width);
        float[] source = Numbers<float>(random, width * height),
            weights = Numbers<float>(random, 17 * 21);
        PreparedKernel<float> prepared = new(weights);
        float[] expected = Of("Plane", weights);
        Assert.Equal(expected, Of("PlanePrepared", prepared));
        Assert.Equal(expected, Of("PlaneThreads", weights));
        Assert.Equal(expected, Of("PlaneThreadsPrepared", prepared));
        float[] image = [.. source];
        batch.Method<InPlace>("PlaneInPlace")(image, width, height, prepared);
        Assert.Equal(expected, image);

        Region region = new(width / 3, height / 4, width - (width / 3), height - (height / 4));
        float[] part = new float[region.Width * region.Height];
        batch.Method<Part>("PlanePart")(source, width, height, region, prepared, part);
        for (int y = 0; y < region.Height; y++)
        {
            int first = ((region.Top + y) * width) + region.Left;
            Assert.Equal(expected[first..(first + region.Width)], part[(y * region.Width)..((y + 1) * region.Width)]);
        }

        float[] few = weights[..15];
        Assert.Equal(Of("Small", few), Of("SmallPrepared", new PreparedKernel<float>(few)));

        float[] Of<TWeights>(string name, TWeights kernel)
        {
            float[] destination = new float[width * height];
            batch.Method<Plane<TWeights>>(name)(source, width, height, kernel, destination);
            return destination;
        }
    }

    /// <summary>Numbers of both signs, none of them zero.</summary>
    private static T[] Numbers<T>(Random random, int count)
        where T : System.Numerics.INumber<T> => [.. Enumerable.Range(0, count).Select(_ => T.CreateChecked(random.NextDouble() - 0.5))];

    /// <summary>A kernel of another number of weights is refused, prepared or not, and nothing is written.</summary>
    [Fact]
    public void Another_number_of_weights_is_refused()
    {
        using CompiledBatch batch = Batch.OfMembers(Members);
        float[] destination = [7, 7];
        ArgumentException refused = Assert.Throws<ArgumentException>(() =>
            batch.Method<Line<PreparedKernel<float>>>("LinePrepared")([1, 2], new PreparedKernel<float>(new float[299]), destination)
        );
        Assert.Equal("kernel", refused.ParamName);
        Assert.Contains(300.ToString(CultureInfo.InvariantCulture), refused.Message, StringComparison.Ordinal);
        Assert.Equal([7, 7], destination);
    }
}
