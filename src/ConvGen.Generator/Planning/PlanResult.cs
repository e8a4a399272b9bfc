using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Groups;
using ConvGen.Generator.Planning.Layers;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Planning.Transforms;
using ConvGen.Generator.Planning.Windows;
using ConvGen.Generator.Refusals;

namespace ConvGen.Generator.Planning;

/// <summary>A plan, or the one reason why there is none.</summary>
internal sealed record PlanResult(MethodHeader Header, KernelPlan? Plan, Refusal? Refusal)
{
    /// <summary>What was declared, where it can be generated.</summary>
    public ConvolutionModel? Model => Plan?.Model ?? Layer?.Model;

    /// <summary>The plan of a layer, which takes the place of <see cref="Plan"/>.</summary>
    public LayerPlan? Layer { get; init; }

    /// <summary>
    /// The plan of several kernels, or of one whose results are changed before they are stored, which takes the place of
    /// <see cref="Plan"/>.
    /// </summary>
    public GroupPlan? Group { get; init; }

    /// <summary>The plan of a window matrix, which takes the place of <see cref="Plan"/>.</summary>
    public WindowPlan? Windows { get; init; }

    /// <summary>What is asked about another method.</summary>
    public InputModel? Input { get; init; }

    /// <summary>The tiles through whose transforms that method computes parts; null where windows say what it sees.</summary>
    public TransformPlan? InputTiles { get; init; }
}
