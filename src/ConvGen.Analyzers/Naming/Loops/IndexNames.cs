using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Loops;

/// <summary>Finds the variables in a subscript that run with a counter.</summary>
internal static class IndexNames
{
    /// <summary>The variables of a subscript that run with a counter, in the order in which they stand.</summary>
    public static IEnumerable<(ISymbol Symbol, IOperation Place)> VariablesIn(LoopBody body, SyntaxNode subscript, IndexAtom counter)
    {
        foreach (IOperation operation in body.Root.DescendantsAndSelf())
        {
            if (operation is ILocalReferenceOperation or IParameterReferenceOperation && subscript.Span.Contains(operation.Syntax.Span) && operation.Syntax.SyntaxTree == subscript.SyntaxTree
                && WriteReader.VariableOf(operation) is { } symbol && operation.Type?.TypeKind != TypeKind.Array
                && body.Variables.Read(symbol, operation).Polynomial.Atoms.Contains(counter))
            {
                yield return (symbol, operation);
            }
        }
    }

    /// <summary>How the index is called that runs with a counter.</summary>
    public static string NameOf(LoopBody body, IndexAtom counter, SyntaxNode kernel, SyntaxNode source) =>
        VariablesIn(body, kernel, counter).Concat(VariablesIn(body, source, counter)).Select(variable => variable.Symbol.Name).FirstOrDefault()
        ?? (counter.Scope is ILoopOperation loop ? loop.Locals.FirstOrDefault()?.Name : null)
        ?? "";
}
