using ConvGen.Generator.Model;
using ConvGen.Generator.Model.Groups;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Planning.Groups;

/// <summary>How several kernels are computed in one pass over the source.</summary>
/// <param name="Model">The declaration.</param>
/// <param name="Kernels">A plan for each kernel, as if it were alone.</param>
/// <param name="Finish">How results that are not stored as they are become those that are; null where each kernel writes its destination
/// itself.</param>
internal sealed record GroupPlan(GroupModel Model, EquatableArray<KernelPlan> Kernels, FinishPlan? Finish)
{
    /// <summary>
    /// Whether channels of the source are copied into a result that a kernel, or what finishes several, has stored without them.
    /// </summary>
    public bool CopiesKept => Model.Kept.Count > 0 && (Finish is not null || Kernels.Any(static kernel => kernel.Kept.Count == 0));

    /// <summary>Whether the result is computed part by part, because more is done with a part than one kernel does.</summary>
    public bool HasParts => Kernels.Count > 1 || Finish is not null || CopiesKept;
}
