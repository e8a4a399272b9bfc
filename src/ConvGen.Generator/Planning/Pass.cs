using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Planning;

/// <summary>A step of planning.</summary>
/// <param name="Name">The pass's name.</param>
/// <param name="Apply">Plan in, plan out; the value of an output sample stays what it was.</param>
/// <param name="Because">Why the pass stands where it stands.</param>
internal sealed record Pass(string Name, Func<KernelPlan, KernelPlan> Apply, string Because);
