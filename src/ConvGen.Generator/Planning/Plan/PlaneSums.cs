using ConvGen.Generator.Model;

namespace ConvGen.Generator.Planning.Plan;

/// <summary>
/// A sum of three axes that is formed along planes first: of a few planes of the result each has an image of such sums, which the rest of
/// the kernel filters like any other. Images are cut into strips and bands that stay in the cache, and hold what lies outside of rows and
/// columns as well, so that all windows of the rest lie inside.
/// </summary>
/// <param name="Across">The pass along planes: one down columns, whose rows are planes.</param>
/// <param name="Within">How the images are filtered: a plan of two axes, which may be separated in turn.</param>
internal sealed record PlaneSums(KernelPlan Across, KernelPlan Within) : Sum
{
    /// <summary>Bytes of the images: a second-level cache of the smaller processors.</summary>
    private const int ImageBytes = 512 * 1024;

    /// <summary>
    /// Tiles of planes whose images are made together. The second finds most of its planes in the cache, where the first has brought them;
    /// beyond, the images themselves would leave it.
    /// </summary>
    private const int Tiles = 2;

    /// <summary>
    /// Rows of a band, in rows beyond its own that its windows see: what neighbouring bands compute twice stays a small part.
    /// </summary>
    private const int BandPerOverhang = 2;

    /// <summary>Rows of a band at least, and of one that is as high as that; pixels of a strip at least.</summary>
    private const int FewestRows = 16,
        EnoughRows = 64,
        FewestColumns = 128;

    /// <summary>Rows, and elements of a row, that a window may see at most: more would make images too large for any cache.</summary>
    private const int MostRows = 128,
        MostElements = 1024;

    /// <summary>Whether windows are small enough for images that stay in a cache.</summary>
    public static bool Suits(ConvolutionModel model) =>
        model.Vertical.EffectiveSize <= MostRows
        && model.Vertical.Stride <= model.Vertical.EffectiveSize
        && (long)model.Horizontal.EffectiveSize * model.PixelChannels <= MostElements
        && model.Horizontal.Stride <= model.Horizontal.EffectiveSize;

    /// <summary>The type of the sums along planes.</summary>
    public ElementType Intermediate => Within.Model.Form.Source.Element;

    /// <summary>Planes of the result whose images are made together, because they see planes in common.</summary>
    public int Planes => Across.Tile.Rows == 1 ? 1 : Tiles * Across.Tile.Rows;

    /// <summary>
    /// Planes of the result whose windows are copied together where they see planes outside: those that share the copies.
    /// </summary>
    public int CopiedPlanes => Across.Model.Vertical is { Stride: 1, Dilation: 1 } ? Planes : 1;

    /// <summary>Planes that the windows of these see.</summary>
    public int SeenPlanes => CopiedPlanes - 1 + Across.Model.Kernel.Rows;

    /// <summary>Rows of the result in a band of the widest strip; narrower ones have more.</summary>
    public int BandRows
    {
        get
        {
            AxisGeometry axis = Within.Model.Vertical;
            return Math.Max(FewestRows, Math.Min(EnoughRows, BandPerOverhang * axis.EffectiveSize / axis.Stride));
        }
    }

    /// <summary>Rows of the image of such a band.</summary>
    public int ImageRows => ((BandRows - 1) * Within.Model.Vertical.Stride) + Within.Model.Vertical.EffectiveSize;

    /// <summary>Pixels of the result in a strip.</summary>
    public int StripPixels
    {
        get
        {
            AxisGeometry axis = Within.Model.Horizontal;
            int elements = ImageBytes / Intermediate.Size() / Planes / ImageRows;
            int pixels = (elements / Within.Model.PixelChannels) - axis.EffectiveSize;
            return Math.Max(FewestColumns, pixels / axis.Stride * 2 / 3);
        }
    }

    /// <summary>
    /// The widest strip: the last one of a row may be up to half as wide again, so that none is too narrow for vectors.
    /// </summary>
    public int WidestStrip => StripPixels + (StripPixels / 2);

    /// <summary>Elements of a row of the widest image.</summary>
    public int RowElements =>
        (((WidestStrip - 1) * Within.Model.Horizontal.Stride) + Within.Model.Horizontal.EffectiveSize) * Within.Model.PixelChannels;
}
