using ConvGen.CodeFixes.Lifting.Exact;
using ConvGen.CodeFixes.Lifting.Nests;
using ConvGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace ConvGen.CodeFixes.Lifting;

/// <summary>Finds out whether a method could be declared as it stands.</summary>
internal static class RoleReader
{
    /// <summary>
    /// Whether every parameter has the name of the role that it plays, and the body does nothing that a declaration does not.
    /// </summary>
    public static bool HasRoles(LiftCandidate candidate)
    {
        LoopSolution solution = candidate.Solution;
        bool hasChecks = candidate.Before.Any(static statement => statement.Declared.IsEmpty);

        // The loops accept a longer kernel than they read, and of an empty source Full leaves zeros; a declaration does neither.
        if (hasChecks || solution.Kernel is not null || solution.Mode == OutputMode.Full || !HasExactResult(candidate))
        {
            return false;
        }

        List<(ISymbol Symbol, string Role)> roles = [(solution.Source, SignatureRoles.Source)];
        ISymbol[] sizes = [.. Sizes(solution)];
        roles.AddRange(
            sizes.Zip(
                solution.IsFlatImage ? [SignatureRoles.Width, SignatureRoles.Height] : new[] { SignatureRoles.Length },
                static (symbol, role) => (symbol, role)
            )
        );
        if (candidate.Result is null)
        {
            roles.Add((solution.Target, SignatureRoles.Destination));
        }

        return roles.Count == candidate.Method.Parameters.Length
            && roles.All(static pair => pair.Symbol is IParameterSymbol && pair.Symbol.Name == pair.Role);
    }

    /// <summary>The symbols that say the source's size, width before height; none where the source says it itself.</summary>
    public static IEnumerable<ISymbol> Sizes(LoopSolution solution) =>
        solution.Axes.Reverse().Select(static axis => axis.Length.Atom).OfType<VariableAtom>().Select(static atom => atom.Symbol);

    /// <summary>Whether the array that is returned has exactly the elements that are computed, for every source.</summary>
    public static bool HasExactResult(LiftCandidate candidate)
    {
        LoopSolution solution = candidate.Solution;
        if (candidate.Result is null || candidate.Extents.Length == 2)
        {
            return true;
        }

        // Two negative extents have a positive product.
        ExactIndex count = solution.Axes.Aggregate((ExactIndex)1, static (product, axis) => product * axis.Outputs);
        return candidate.Extents[0].Equals(count) && (solution.Axes.Length == 1 || solution.Mode == OutputMode.Same);
    }
}
