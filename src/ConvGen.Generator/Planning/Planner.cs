using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing;

namespace ConvGen.Generator.Planning;

/// <summary>Turns a model into a plan by applying the passes in their order.</summary>
internal static class Planner
{
    /// <summary>The front end as generator and analyzers use it: a declaration in, a plan or the reason why not out.</summary>
    public static PlanResult Plan(ParseResult parsed) => new(parsed.Header, parsed.Model is { } model ? new KernelPlan(model) : null, parsed.Refusal);
}
