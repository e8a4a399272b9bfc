using ConvGen.Generator.Model.Groups;
using ConvGen.Generator.Refusals;

namespace ConvGen.Generator.Model;

/// <summary>A model, or the one reason why there is none.</summary>
/// <param name="Header">The method, in both cases.</param>
/// <param name="Model">The model of a valid declaration.</param>
/// <param name="Refusal">Why the declaration is refused.</param>
internal sealed record ParseResult(MethodHeader Header, ConvolutionModel? Model, Refusal? Refusal)
{
    /// <summary>The model of a valid declaration of several kernels, or of one whose results are changed before they are stored.</summary>
    public GroupModel? Group { get; init; }

    /// <summary>The model of a valid declaration of a window matrix.</summary>
    public WindowModel? Windows { get; init; }

    /// <summary>The model of a valid declaration that asks what another method sees.</summary>
    public InputModel? Input { get; init; }
}
