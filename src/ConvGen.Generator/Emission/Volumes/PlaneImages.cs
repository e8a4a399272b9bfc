using ConvGen.Generator.Emission.Borders;
using ConvGen.Generator.Emission.Passes;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Planning.Shape;

namespace ConvGen.Generator.Emission.Volumes;

/// <summary>
/// A kernel whose sums are formed along planes first, how its images lie in memory, and where its windows leave the source.
/// </summary>
/// <param name="parts">The kernel.</param>
/// <param name="sums">How its sums are formed.</param>
internal sealed class PlaneImages(KernelParts parts, PlaneSums sums)
{
    public KernelParts Parts { get; } = parts;

    public PlaneSums Sums { get; } = sums;

    /// <summary>The pass along planes, in a type of its own.</summary>
    public KernelParts Across { get; } = new(sums.Across, "AcrossPlanes");

    public ConvolutionModel Model => Parts.Model;

    /// <summary>The type of the sums along planes as C# text.</summary>
    public string Intermediate => Sums.Intermediate.Keyword();

    /// <summary>Elements of a cache line of these.</summary>
    public int LineElements => CacheLine.Elements(Sums.Intermediate);

    /// <summary>
    /// Elements from one row of the widest image to the next: an odd number of cache lines, so that rows do not fall on each other in the
    /// cache.
    /// </summary>
    public int RowElements => (((Sums.RowElements + LineElements - 1) / LineElements) | 1) * LineElements;

    /// <summary>Elements from one image to the next; those of narrower strips have more rows.</summary>
    public int ImageElements => RowElements * Sums.ImageRows;

    public bool LeavesPlanes => SizeHalo.LeavesSource(Model.Mode, Model.Depth);

    public bool LeavesRows => SizeHalo.LeavesSource(Model.Mode, Model.Vertical);

    public bool LeavesColumns => SizeHalo.LeavesSource(Model.Mode, Model.Horizontal);

    public bool IsConstant => GatherEmitter.IsConstant(Parts);
}
