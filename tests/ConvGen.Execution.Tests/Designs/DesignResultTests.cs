using System.Numerics;
using ConvGen.Execution.Tests.Compilation;

namespace ConvGen.Execution.Tests.Designs;

/// <summary>What declarations with designed kernels compute, against SciPy and OpenCV.</summary>
public class DesignResultTests
{
    [Theory]
    [InlineData("Correlation")]
    [InlineData("Convolution")]
    public void Floating_point_results_are_those_of_the_reference(string operation)
    {
        using CompiledBatch batch = Batch.OfMembers(
            Members(operation, "double", "double").Concat(Members(operation, "byte", "float", "F"))
        );
        for (int index = 0; index < RecordedResult.All.Count; index++)
        {
            RecordedResult expected = RecordedResult.All[index];
            double size = expected.Output.Max(Math.Abs) + 255;
            double[] doubles = Run<double, double>(batch, "M" + index, expected),
                floats = [.. Run<byte, float>(batch, "F" + index, expected)];
            for (int place = 0; place < doubles.Length; place++)
            {
                Assert.True(
                    Math.Abs(doubles[place] - expected.Output[place]) <= 1e-12 * size,
                    $"{expected.Attribute}, {expected.Border}: {doubles[place]:R} instead of {expected.Output[place]:R} at {place}"
                );
                Assert.True(
                    Math.Abs(floats[place] - expected.Output[place]) <= 2e-6 * size,
                    $"{expected.Attribute}, {expected.Border}: {floats[place]:R} instead of {expected.Output[place]:R} at {place}"
                );
            }
        }
    }

    /// <summary>Quantised weights change a result by a level at most, and most results not at all.</summary>
    [Theory]
    [InlineData("Correlation")]
    [InlineData("Convolution")]
    public void Integer_results_are_a_level_off_at_most(string operation)
    {
        using CompiledBatch batch = Batch.OfMembers(Members(operation, "byte", "short"));
        int results = 0,
            equal = 0;
        for (int index = 0; index < RecordedResult.All.Count; index++)
        {
            RecordedResult expected = RecordedResult.All[index];
            double[] actual = Run<byte, short>(batch, "M" + index, expected);
            for (int place = 0; place < actual.Length; place++)
            {
                double rounded = Math.Floor(expected.Output[place] + 0.5);
                Assert.True(
                    Math.Abs(actual[place] - rounded) <= 1,
                    $"{expected.Attribute}, {expected.Border}: {actual[place]} instead of {expected.Output[place]:R} at {place}"
                );
                results++;
                equal += actual[place] == rounded ? 1 : 0;
            }
        }

        Assert.InRange(equal, results * 3 / 4, results);
    }

    private static IEnumerable<string> Members(string operation, string source, string destination, string prefix = "M") =>
        RecordedResult.All.Select((result, index) => result.Member(operation, prefix + index, source, destination));

    private static double[] Run<TSource, TResult>(CompiledBatch batch, string name, RecordedResult expected)
        where TSource : struct, INumber<TSource>
        where TResult : struct, INumber<TResult>
    {
        TSource[] source = [.. expected.Source.Select(TSource.CreateChecked)];
        TResult[] destination = new TResult[expected.Output.Length];
        if (expected.Axes == 1)
        {
            batch.Method<Line<TSource, TResult>>(name)(source, destination);
        }
        else
        {
            batch.Method<Plane<TSource, TResult>>(name)(source, expected.Columns, expected.Rows, destination);
        }

        return [.. destination.Select(double.CreateChecked)];
    }
}
