using System.Collections.Immutable;
using ConvGen.Analyzers.Naming.Names;
using Microsoft.CodeAnalysis;
using OperationKind = ConvGen.Generator.Model.OperationKind;

namespace ConvGen.Analyzers.Naming;

/// <summary>
/// What a diagnostic hands to its fixes. The first additional location is the identifier that carries the name; the second, where there is
/// one, is the kernel: its literal at a call, its subscripted access in a loop.
/// </summary>
internal static class NamingProperties
{
    /// <summary>The operation that is computed: <c>Convolution</c> or <c>Correlation</c>.</summary>
    public const string Computed = nameof(Computed);

    /// <summary>The operation that the name says.</summary>
    public const string Named = nameof(Named);

    /// <summary>The identifier that says it.</summary>
    public const string Name = nameof(Name);

    /// <summary>
    /// The callee that computes the other operation, or the argument that makes this one compute it, as the catalogue writes it.
    /// </summary>
    public const string Sibling = nameof(Sibling);

    /// <summary>The parameter of the callee that places the kernel, where it has one.</summary>
    public const string Anchor = nameof(Anchor);

    /// <summary>The indices of a loop, split by commas, whose direction in the kernel must change for the name to be right.</summary>
    public const string Indices = nameof(Indices);

    /// <summary>The properties of a diagnostic about a name.</summary>
    public static ImmutableDictionary<string, string?> Of(NameClaim claim, OperationKind computed, string? sibling = null) =>
        ImmutableDictionary<string, string?>
            .Empty.Add(Computed, computed.ToString())
            .Add(Named, claim.Operation.ToString())
            .Add(Name, claim.Name)
            .Add(Sibling, sibling);
}
