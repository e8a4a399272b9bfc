using Microsoft.CodeAnalysis;
using OperationKind = ConvGen.Generator.Model.OperationKind;

namespace ConvGen.Analyzers.Naming.Names;

/// <summary>A name in source that says which operation is meant.</summary>
/// <param name="Operation">What it says.</param>
/// <param name="Name">The whole identifier.</param>
/// <param name="IsExplicit">Whether a correlation is said to be one of signals: <c>xcorr</c>, <c>CrossCorrelate</c>.</param>
/// <param name="Symbol">What carries the name: a member, a local function, a local, a field, a property or a parameter.</param>
/// <param name="Location">The identifier where it is declared in source; else where it is used.</param>
internal sealed record NameClaim(OperationKind Operation, string Name, bool IsExplicit, ISymbol Symbol, Location Location)
{
    /// <summary>A local that says the same, and is renamed with it.</summary>
    public Location? Local { get; init; }

    /// <summary>Whether the name is wrong for what is computed. Where "convolution" may mean either, it never is.</summary>
    public bool Contradicts(OperationKind computed, NamingOptions options) =>
        Operation != computed && !(Operation == OperationKind.Convolution && options.Convention == NamingConvention.DeepLearning);
}
