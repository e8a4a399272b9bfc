using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.Analyzers.Naming.Weights.Tracing;

/// <summary>
/// Reads the initialiser of a field in another file, of which only the text is at hand: a literal, or one constructor around a literal.
/// </summary>
internal static class SyntaxTracer
{
    /// <summary>Reads an expression.</summary>
    public static KernelTrace Trace(ExpressionSyntax value, SemanticModel? model, INamedTypeSymbol? scope)
    {
        if (KernelLiteral.Read(value, model, scope) is { } literal)
        {
            return literal;
        }

        switch (value)
        {
            case BaseObjectCreationExpressionSyntax { Initializer: null, ArgumentList.Arguments: { } arguments }:
                List<KernelTrace> literals = arguments
                    .Select(argument => KernelLiteral.Read(argument.Expression, model, scope))
                    .OfType<KernelTrace>()
                    .ToList();
                return literals.Count switch
                {
                    1 => literals[0] with { Shape = literals[0].Shape is { Length: 1 } && arguments.Count > 1 ? null : literals[0].Shape },
                    0 when arguments.All(argument => argument.Expression is LiteralExpressionSyntax) => KernelTrace.Opaque,
                    _ => KernelTrace.Unknown,
                };
            case ArrayCreationExpressionSyntax:
                return KernelTrace.Opaque;
            default:
                return KernelTrace.Unknown;
        }
    }
}
