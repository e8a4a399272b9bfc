using ConvGen.Generator.Parsing;
using ConvGen.Generator.Parsing.Groups;
using ConvGen.Generator.Planning;
using ConvGen.Generator.Refusals;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers;

/// <summary>A method, what it declares and what came of it.</summary>
/// <param name="Method">The definition part of the method.</param>
/// <param name="Declaration">What stands in the source.</param>
/// <param name="Result">The plan, or the reason why there is none.</param>
internal sealed record MethodAnalysis(IMethodSymbol Method, Declaration Declaration, PlanResult Result)
{
    /// <summary>The separate call that this is about, where it is one kernel of several.</summary>
    public SeparateCall? Call { get; init; }

    /// <summary>Where something has been reported of its other kernels, or null where it has one.</summary>
    public HashSet<Location>? Told { get; init; }

    /// <summary>
    /// Each kernel of a method that has several, or that changes its results before they are stored, as the method of it alone would be.
    /// </summary>
    public IEnumerable<MethodAnalysis> Kernels()
    {
        if (Result.Group is not { } group)
        {
            yield break;
        }

        KernelUnit[] units = [.. KernelUnit.Of(Declaration)];
        for (int index = 0; index < units.Length; index++)
        {
            SeparateCall call = SeparateCall.Of(Declaration, units, units[index]);
            yield return new(Method, call.Declaration, new PlanResult(Result.Header, group.Kernels[index], null)) { Call = call };
        }
    }

    /// <summary>A place of the declaration as one of the method's.</summary>
    public RefusalSite InMethod(RefusalSite site) => Call?.Translate(site) ?? site;
}
