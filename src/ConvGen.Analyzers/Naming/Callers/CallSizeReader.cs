using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Callers;

/// <summary>Finds the calls of a method in its compilation, and the sizes that they pass as constants.</summary>
internal static class CallSizeReader
{
    private const int MostCalls = 64;

    /// <summary>One entry for each call that says anything about sizes.</summary>
    public static IEnumerable<CallSize> Read(IMethodSymbol method, Compilation compilation, CancellationToken cancellation)
    {
        int count = 0;
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            // Names first: meaning is only asked for where the method is named.
            InvocationExpressionSyntax[] named =
            [
                .. tree.GetRoot(cancellation)
                    .DescendantNodes()
                    .OfType<InvocationExpressionSyntax>()
                    .Where(call => NameOf(call.Expression) == method.Name),
            ];
            if (named.Length == 0)
            {
                continue;
            }

            SemanticModel model = compilation.GetSemanticModel(tree);
            foreach (InvocationExpressionSyntax syntax in named)
            {
                if (
                    count < MostCalls
                    && model.GetOperation(syntax, cancellation) is IInvocationOperation call
                    && SymbolEqualityComparer.Default.Equals(
                        (call.TargetMethod.ReducedFrom ?? call.TargetMethod).OriginalDefinition,
                        method
                    )
                    && Read(method, call, compilation, cancellation) is { } size
                )
                {
                    count++;
                    yield return size;
                }
            }
        }
    }

    private static string? NameOf(ExpressionSyntax called) =>
        called switch
        {
            SimpleNameSyntax name => name.Identifier.ValueText,
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
            _ => null,
        };

    private static CallSize? Read(IMethodSymbol method, IInvocationOperation call, Compilation compilation, CancellationToken cancellation)
    {
        // Parameters of an extension that is called as a member are those of the method without the first.
        int skipped = call.TargetMethod.ReducedFrom is null ? 0 : 1;
        ImmutableDictionary<IParameterSymbol, int> integers = ImmutableDictionary.Create<IParameterSymbol, int>(
            SymbolEqualityComparer.Default
        );
        ImmutableDictionary<IParameterSymbol, ImmutableArray<int>> extents = ImmutableDictionary.Create<
            IParameterSymbol,
            ImmutableArray<int>
        >(SymbolEqualityComparer.Default);
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Parameter is not { } passed || passed.Ordinal + skipped >= method.Parameters.Length)
            {
                continue;
            }

            IParameterSymbol parameter = method.Parameters[passed.Ordinal + skipped];
            if (
                argument.Value.ConstantValue is { HasValue: true, Value: int value }
                && parameter.Type.SpecialType == SpecialType.System_Int32
            )
            {
                integers = integers.SetItem(parameter, value);
            }
            else if (ConstantShape.Read(argument.Value, compilation, cancellation) is { } shape)
            {
                extents = extents.SetItem(parameter, shape);
            }
        }

        return integers.IsEmpty && extents.IsEmpty ? null : new CallSize(integers, extents);
    }
}
