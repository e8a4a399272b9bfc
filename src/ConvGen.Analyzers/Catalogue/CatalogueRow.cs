using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Catalogue;

/// <summary>What is known about a member, as a file or an attribute says it.</summary>
/// <param name="Member">Its documentation-comment id; without a list of parameters it stands for all overloads.</param>
/// <param name="Assemblies">The assemblies that may declare it, where <c>*</c> at the end stands for any rest; none for every
/// assembly.</param>
/// <param name="Versions">The versions of the assembly for which the row holds.</param>
/// <param name="Operation">What the member computes.</param>
/// <param name="Use">What kind of member it is.</param>
/// <param name="Conditions">The constant arguments for which the row holds; all of them must.</param>
/// <param name="Kernels">The names of the parameters, or properties, that take the kernel, of which a member uses those it has.</param>
/// <param name="Anchor">The name of the parameter, or property, that places the kernel.</param>
/// <param name="Sibling">The member, or <c>parameter=value</c>, that computes the other operation.</param>
/// <param name="Deviation">How the result differs, as a clause that follows "it".</param>
/// <param name="Evidence">From where this is known, for rows of this project.</param>
/// <param name="Origin">The file, the assembly, or <c>catalogue</c>.</param>
/// <param name="Location">Where the id stands.</param>
/// <param name="IsCompilations">Whether it is written in this compilation, so that its mistakes are reported there.</param>
internal sealed record CatalogueRow(
    string Member,
    ImmutableArray<string> Assemblies,
    VersionRange Versions,
    ComputedOperation Operation,
    CatalogueUse Use,
    ImmutableArray<RowCondition> Conditions,
    ImmutableArray<string> Kernels,
    string? Anchor,
    string? Sibling,
    string? Deviation,
    string Evidence,
    string Origin,
    Location Location,
    bool IsCompilations
)
{
    /// <summary>Whether the row holds for an assembly.</summary>
    public bool Concerns(AssemblyIdentity assembly) =>
        (Assemblies.IsEmpty || Assemblies.Any(pattern => Matches(pattern, assembly.Name))) && Versions.Contains(assembly.Version);

    /// <summary>Whether the row holds for constant arguments; null where one that it asks for is not constant.</summary>
    public bool? Holds(Func<string, object?> arguments)
    {
        bool? holds = true;
        foreach (RowCondition condition in Conditions)
        {
            switch (condition.Holds(arguments))
            {
                case false:
                    return false;
                case null:
                    holds = null;
                    break;
            }
        }

        return holds;
    }

    private static bool Matches(string pattern, string name) =>
        pattern.EndsWith("*", StringComparison.Ordinal)
            ? name.StartsWith(pattern.Substring(0, pattern.Length - 1), StringComparison.OrdinalIgnoreCase)
            : string.Equals(pattern, name, StringComparison.OrdinalIgnoreCase);
}
