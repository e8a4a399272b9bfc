using ConvGen.Generator.Planning;
using ConvGen.Generator.Planning.Parts;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Tests.Planning;

/// <summary>What bands of a result are made of: whole passes, where a pass computes several rows.</summary>
public class ParallelBandsTests
{
    private const string Image = "public static partial void M(byte[] source, int width, int height, byte[] destination);";

    [Theory]
    [InlineData("[Correlation, Kernel(\"3 -1 4; 1 5 -9; 2 6 5\", Divisor = 16)]", Image)]
    [InlineData("[Correlation, Kernel(\"1 2 1; 2 4 2; 1 2 1\", Divisor = 16)]", Image)]
    [InlineData("[Correlation, GaussianKernel(3)]", Image)]
    public void Bands_of_an_image_have_a_multiple_of_the_rows_of_a_pass(string attributes, string method)
    {
        PlanResult result = Planner.Plan(Compilations.Parse(attributes + " " + method));
        int rows = result.Plan!.Separation is null ? result.Plan.Tile.Rows : Separation.Rows;
        Assert.True(rows > 1);
        Assert.Equal(rows, ParallelBands.Of(result.Plan).Group);
        InPlaceBands bands = InPlaceBands.Of(result.Plan.Model, rows, tiles: null);
        Assert.Equal((rows, 0), (bands.Group, bands.Ends % rows));
        Assert.True(bands.Ends >= bands.Before);
    }

    [Theory]
    [InlineData("[Correlation, Kernel(\"1 2 3\")]", "public static partial void M(int[] source, int[] destination);")]
    [InlineData(
        "[Correlation, Kernel(\"1 2 1 | 2 4 2 | 1 2 1\")]",
        "public static partial void M(byte[] source, int width, int height, int depth, int[] destination);"
    )]
    public void Stretches_and_bands_of_planes_have_any_number(string attributes, string method) =>
        Assert.Equal(1, ParallelBands.Of(Planner.Plan(Compilations.Parse(attributes + " " + method)).Plan!).Group);
}
