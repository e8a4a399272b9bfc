using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Callers;

/// <summary>Finds the sizes that a method lets its arguments have: those that no check at its beginning refuses.</summary>
internal static class GuardSizeReader
{
    /// <summary>More are no small range: nobody wants a branch for one of them.</summary>
    private const int MostSizes = 8;

    private const int Smallest = 2;
    private const int Largest = 64;

    /// <summary>One entry for each size, from the smallest; what the checks say of several arguments is taken together.</summary>
    /// <param name="method">The method.</param>
    /// <param name="body">Its body.</param>
    /// <param name="compilation">Where fields are declared.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static IEnumerable<CallSize> Read(IMethodSymbol method, IOperation body, Compilation compilation, CancellationToken cancellation)
    {
        IOperation[] guards = [.. GuardStatements.Of(body)];
        if (guards.Length == 0)
        {
            return [];
        }

        Dictionary<IParameterSymbol, int[]> integers = new(SymbolEqualityComparer.Default);
        Dictionary<IParameterSymbol, int[][]> extents = new(SymbolEqualityComparer.Default);
        SizeEvaluator evaluator = new(body, compilation, cancellation);
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (parameter.Type.SpecialType == SpecialType.System_Int32)
            {
                integers.Add(parameter, Allowed(new SizeSubject(parameter, SizeSubject.Itself), guards, evaluator));
            }
            else if (SizeSubject.RankOf(parameter) is > 0 and var rank)
            {
                extents.Add(
                    parameter,
                    [.. Enumerable.Range(0, rank).Select(axis => Allowed(new SizeSubject(parameter, axis), guards, evaluator))]
                );
            }
        }

        int most = integers.Values.Concat(extents.Values.SelectMany(static axes => axes)).Select(static sizes => sizes.Length).Max();
        return Enumerable.Range(0, most).Select(index => At(index, integers, extents));
    }

    private static CallSize At(int index, Dictionary<IParameterSymbol, int[]> integers, Dictionary<IParameterSymbol, int[][]> extents)
    {
        ImmutableDictionary<IParameterSymbol, int>.Builder counts = ImmutableDictionary.CreateBuilder<IParameterSymbol, int>(
            SymbolEqualityComparer.Default
        );
        ImmutableDictionary<IParameterSymbol, ImmutableArray<int>>.Builder shapes = ImmutableDictionary.CreateBuilder<
            IParameterSymbol,
            ImmutableArray<int>
        >(SymbolEqualityComparer.Default);
        foreach (KeyValuePair<IParameterSymbol, int[]> count in integers.Where(pair => index < pair.Value.Length))
        {
            counts.Add(count.Key, count.Value[index]);
        }

        foreach (KeyValuePair<IParameterSymbol, int[][]> shape in extents.Where(pair => pair.Value.All(axis => index < axis.Length)))
        {
            shapes.Add(shape.Key, shape.Value.Select(axis => axis[index]).ToImmutableArray());
        }

        return new CallSize(counts.ToImmutable(), shapes.ToImmutable());
    }

    /// <summary>The sizes that are left, or none where the checks leave too many to be meant one by one.</summary>
    private static int[] Allowed(SizeSubject subject, IOperation[] guards, SizeEvaluator evaluator)
    {
        List<int> allowed = [];
        for (int size = Smallest; size <= Largest && allowed.Count <= MostSizes; size++)
        {
            if (!Array.Exists(guards, guard => GuardStatements.Refuses(guard, condition => evaluator.Of(condition, subject, size))))
            {
                allowed.Add(size);
            }
        }

        return allowed.Count <= MostSizes ? [.. allowed] : [];
    }
}
