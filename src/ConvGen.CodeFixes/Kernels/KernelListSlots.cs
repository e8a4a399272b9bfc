using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.CodeFixes.Kernels;

/// <summary>
/// Finds the weights of a kernel that is written as a list: arrays, nested or not, collection expressions, <c>stackalloc</c> and lists.
/// </summary>
internal static class KernelListSlots
{
    /// <summary>
    /// The places of the weights, or null where one of them is not a constant, so that its turn to be computed would change.
    /// </summary>
    public static KernelSlots? Read(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation)
    {
        if (expression.ContainsDirectives || Elements(expression) is not { } elements)
        {
            return null;
        }

        List<ExpressionSyntax> weights = [];
        int? columns = null;
        foreach (ExpressionSyntax element in elements)
        {
            if (Elements(element) is not { } row)
            {
                weights.Add(element);
            }
            else if (row.Any(weight => Elements(weight) is not null) || (columns ?? row.Length) != row.Length)
            {
                // Three axes, or rows that are not equally long: no kernel of two axes.
                return null;
            }
            else
            {
                columns = row.Length;
                weights.AddRange(row);
            }
        }

        return columns is null || weights.Count == elements.Length * columns
            ? Of(weights, columns is null ? null : elements.Length, columns, model, cancellation)
            : null;
    }

    /// <summary>The places of weights that stand one by one, as in arguments.</summary>
    public static KernelSlots? Of(
        IReadOnlyCollection<ExpressionSyntax> weights,
        int? rows,
        int? columns,
        SemanticModel model,
        CancellationToken cancellation
    ) =>
        weights.Count > 0 && weights.All(weight => model.GetConstantValue(weight, cancellation).HasValue)
            ? new KernelSlots([.. weights.Select(weight => weight.Span)], rows, columns)
            : null;

    /// <summary>The elements of a list as they are written; null for anything else, and for a list with a spread.</summary>
    public static ImmutableArray<ExpressionSyntax>? Elements(ExpressionSyntax expression) =>
        expression switch
        {
            ParenthesizedExpressionSyntax parenthesized => Elements(parenthesized.Expression),
            CastExpressionSyntax cast => Elements(cast.Expression),
            InitializerExpressionSyntax initializer => [.. initializer.Expressions],
            ArrayCreationExpressionSyntax { Initializer: { } initializer } => [.. initializer.Expressions],
            ImplicitArrayCreationExpressionSyntax array => [.. array.Initializer.Expressions],
            StackAllocArrayCreationExpressionSyntax { Initializer: { } initializer } => [.. initializer.Expressions],
            ImplicitStackAllocArrayCreationExpressionSyntax array => [.. array.Initializer.Expressions],
            BaseObjectCreationExpressionSyntax { ArgumentList: null or { Arguments.Count: 0 }, Initializer: { } initializer } =>
            [
                .. initializer.Expressions,
            ],
            CollectionExpressionSyntax collection when collection.Elements.All(element => element is ExpressionElementSyntax) =>
            [
                .. collection.Elements.Cast<ExpressionElementSyntax>().Select(element => element.Expression),
            ],
            _ => null,
        };
}
