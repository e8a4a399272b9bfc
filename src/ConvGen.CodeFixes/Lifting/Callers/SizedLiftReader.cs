using System.Collections.Immutable;
using ConvGen.Analyzers.Naming.Callers;
using ConvGen.Analyzers.Naming.Loops;
using ConvGen.CodeFixes.Lifting.Exact;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.CodeFixes.Lifting.Callers;

/// <summary>
/// Reads loops over a kernel whose size is not written down, once for each size that a caller passes or that the method's checks leave.
/// </summary>
internal static class SizedLiftReader
{
    private const int MostSizes = 3;
    private const int LargestCount = 64;

    /// <summary>The loops as they are for each size: those of calls in their order, then those that checks leave.</summary>
    public static IEnumerable<(LiftCandidate Candidate, KernelSize Size)> Read(
        MethodDeclarationSyntax syntax,
        TextSpan product,
        SemanticModel model,
        CancellationToken cancellation
    )
    {
        if (
            syntax.Body is null
            || model.GetDeclaredSymbol(syntax, cancellation) is not IMethodSymbol method
            || model.GetOperation(syntax, cancellation) is not { } body
        )
        {
            return [];
        }

        List<(LiftCandidate Candidate, KernelSize Size)> found = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        IEnumerable<(CallSize Size, bool IsPassed)> known = CallSizeReader
            .Read(method, model.Compilation, cancellation)
            .Select(static size => (size, true))
            .Concat(GuardSizeReader.Read(method, body, model.Compilation, cancellation).Select(static size => (size, false)));
        foreach ((CallSize call, bool isPassed) in known)
        {
            foreach (KernelSize size in Sizes(method, call, isPassed))
            {
                if (!seen.Add(Key(size)) || found.Count == MostSizes)
                {
                    continue;
                }

                if (
                    MethodReader.Read(syntax, product, model, cancellation, size) is { Solution: var solution } candidate
                    && SymbolEqualityComparer.Default.Equals(solution.Kernel, size.Kernel)
                )
                {
                    found.Add((candidate, size));
                    break;
                }
            }
        }

        return found;
    }

    /// <summary>What may be assumed of a call, with as little as possible first: what stays open is the image's.</summary>
    private static IEnumerable<KernelSize> Sizes(IMethodSymbol method, CallSize call, bool isPassed)
    {
        (IParameterSymbol, int)[] counts =
        [
            .. call
                .Integers.Where(static pair => pair.Value is > 0 and <= LargestCount)
                .Select(static pair => (pair.Key, pair.Value))
                .OrderBy(static pair => pair.Key.Ordinal),
        ];
        IEnumerable<IParameterSymbol> kernels = method
            .Parameters.Where(static parameter =>
                parameter.RefKind == RefKind.None
                && (
                    parameter.Type is IArrayTypeSymbol { ElementType: not IArrayTypeSymbol, Rank: <= 2 }
                    || ExactElementReader.IsSpan(parameter.Type)
                )
            )
            .OrderByDescending(static parameter => BorderWords.IsKernel(parameter.Name));
        foreach (IParameterSymbol kernel in kernels)
        {
            ImmutableArray<int> extents = call.Extents.TryGetValue(kernel, out ImmutableArray<int> known) ? known : [];
            bool isKnown = !extents.IsEmpty && extents.All(static extent => extent > 0);
            if (isKnown)
            {
                yield return new KernelSize(kernel, extents, [], isPassed);
            }

            if (counts.Length == 0 || (!isKnown && kernel.Type is IArrayTypeSymbol { Rank: > 1 }))
            {
                continue;
            }

            foreach ((IParameterSymbol, int) one in counts)
            {
                yield return new KernelSize(kernel, extents, [one], isPassed);
            }

            if (counts.Length > 1)
            {
                yield return new KernelSize(kernel, extents, [.. counts], isPassed);
            }
        }
    }

    private static string Key(KernelSize size)
    {
        IEnumerable<string> counts = size.Integers.Select(static pair => $"{pair.Parameter.Ordinal}={pair.Value}");
        return $"{size.Kernel.Ordinal}:{string.Join("x", size.Extents)}:{string.Join(",", counts)}";
    }
}
