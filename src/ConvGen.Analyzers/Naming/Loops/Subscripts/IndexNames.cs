using ConvGen.Analyzers.Naming.Loops.Writes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Loops.Subscripts;

/// <summary>Finds the variables in a subscript that run with a counter.</summary>
internal static class IndexNames
{
    /// <summary>The variables of a subscript that run with a counter, in the order in which they stand.</summary>
    public static IEnumerable<(ISymbol Symbol, IOperation Place)> VariablesIn(LoopBody body, SyntaxNode subscript, IndexAtom counter)
    {
        foreach (IOperation operation in body.Tree.All)
        {
            if (
                operation is ILocalReferenceOperation or IParameterReferenceOperation
                && subscript.Span.Contains(operation.Syntax.Span)
                && operation.Syntax.SyntaxTree == subscript.SyntaxTree
                && WriteReader.VariableOf(operation) is { } symbol
                && operation.Type?.TypeKind != TypeKind.Array
                && body.Variables.Read(symbol, operation).Polynomial.Atoms.Contains(counter)
            )
            {
                yield return (symbol, operation);
            }
        }
    }

    /// <summary>
    /// How the index is called that runs with a counter: what is stepped in the kernel's subscript, before all the loop's own variable;
    /// where the kernel's subscript
    /// is only computed, as from the beginning of one of its rows, the loop's own variable from elsewhere.
    /// </summary>
    public static string NameOf(LoopBody body, IndexAtom counter, SyntaxNode kernel, SyntaxNode source)
    {
        ISymbol[] inKernel = [.. VariablesIn(body, kernel, counter).Select(variable => variable.Symbol)];
        ISymbol[] inSource = [.. VariablesIn(body, source, counter).Select(variable => variable.Symbol)];
        ILoopOperation? loop = counter.Scope as ILoopOperation;
        ISymbol? named =
            inKernel.FirstOrDefault(symbol => IsOwn(symbol, loop, body))
            ?? inKernel.FirstOrDefault(symbol => body.WritesTo(symbol).Any(write => write.Kind == WriteKind.Step))
            ?? inSource.FirstOrDefault(symbol => IsOwn(symbol, loop, body))
            ?? (loop?.Locals.Length == 1 ? loop.Locals[0] : null)
            ?? inKernel.Concat(inSource).FirstOrDefault()
            ?? loop?.Locals.FirstOrDefault();
        return named?.Name ?? "";
    }

    private static bool IsOwn(ISymbol symbol, ILoopOperation? loop, LoopBody body) =>
        loop is not null
        && (
            loop.Locals.Any(local => SymbolEqualityComparer.Default.Equals(local, symbol))
            || (
                loop is IForLoopOperation counted
                && body.WritesTo(symbol).Any(write => counted.AtLoopBottom.Any(bottom => Order.Contains(bottom, write.Operation)))
            )
        );
}
