using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Planning.Groups;

/// <summary>How several kernels are computed in one pass over the source.</summary>
/// <param name="Model">The declaration.</param>
/// <param name="Kernels">A plan for each kernel, as if it were alone.</param>
/// <param name="Finish">How results that are not stored as they are become those that are; null where each kernel writes its destination
/// itself.</param>
internal sealed record GroupPlan(GroupModel Model, EquatableArray<KernelPlan> Kernels, FinishPlan? Finish);
