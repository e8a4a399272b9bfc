using ConvGen.Execution.Tests.Trials;
using FsCheck;
using FsCheck.Fluent;

namespace ConvGen.Execution.Tests.Properties;

/// <summary>Draws what a declaration is run on.</summary>
internal static class CircumstancesGenerator
{
    /// <summary>
    /// Any size up to a little over four vectors, and seldom a few rows so wide that they are computed in strips, with gaps between rows;
    /// shrinks towards a small dense picture.
    /// </summary>
    public static Arbitrary<Circumstances> Any { get; } = Arb.From(Generator, Shrink);

    private static Gen<Circumstances> Generator =>
        from isWide in Gen.Frequency((60, Gen.Constant(false)), (1, Gen.Constant(true)))
        from width in isWide
            ? Gen.Choose(400, 7000)
            : Gen.Frequency((1, Gen.Choose(0, 9)), (3, Gen.Choose(0, 70)), (1, Gen.Choose(60, 300)))
        from height in isWide ? Gen.Choose(1, 9) : Gen.Frequency((2, Gen.Choose(0, 7)), (2, Gen.Choose(1, 20)))
        from sourceGap in Gen.Choose(0, 9)
        from destinationGap in Gen.Choose(0, 9)
        from seed in Gen.Choose(0, 1_000_000)
        from kind in Gen.Elements(Content.Ordinary, Content.Ordinary, Content.Special)
        select new Circumstances(width, height, sourceGap, destinationGap, seed, kind);

    private static IEnumerable<Circumstances> Shrink(Circumstances circumstances)
    {
        foreach (int width in new[] { circumstances.Width / 2, circumstances.Width - 1 }.Where(w => w >= 0 && w < circumstances.Width))
        {
            yield return circumstances with
            {
                Width = width,
            };
        }

        foreach (int height in new[] { circumstances.Height / 2, circumstances.Height - 1 }.Where(h => h >= 0 && h < circumstances.Height))
        {
            yield return circumstances with
            {
                Height = height,
            };
        }

        if (circumstances.SourceGap + circumstances.DestinationGap > 0)
        {
            yield return circumstances with
            {
                SourceGap = 0,
                DestinationGap = 0,
            };
        }
    }
}
