using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing;

namespace ConvGen.Generator.Planning;

/// <summary>A plan, or the one reason why there is none.</summary>
internal sealed record PlanResult(MethodHeader Header, KernelPlan? Plan, Refusal? Refusal)
{
    /// <summary>What was declared, where it can be generated.</summary>
    public ConvolutionModel? Model => Plan?.Model;
}
