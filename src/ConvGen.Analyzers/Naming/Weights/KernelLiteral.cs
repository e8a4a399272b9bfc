using System.Collections.Immutable;
using ConvGen.Analyzers.Naming.Weights.Tracing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.Analyzers.Naming.Weights;

/// <summary>
/// Weights that are written out: arrays of any shape, collection expressions, stack allocations, collection initialisers. Read from syntax,
/// because a field's initialiser may stand in a file for which a rule has no semantic model, and because not every form is an operation.
/// </summary>
internal static class KernelLiteral
{
    /// <summary>The weights of an expression, or null where it is not such a literal.</summary>
    /// <param name="node">The expression, or the braces of an array.</param>
    /// <param name="model">The model of its file, or null.</param>
    /// <param name="scope">The type around it, for names that cannot be asked of a model.</param>
    public static KernelTrace? Read(SyntaxNode node, SemanticModel? model, INamedTypeSymbol? scope)
    {
        if (Body(node) is not { } body || ItemsOf(body) is not { Count: > 0 })
        {
            return null;
        }

        List<ExpressionSyntax> leaves = new();
        List<int> shape = new();
        if (!Collect(body, 0, leaves, shape))
        {
            return null;
        }

        KernelTrace trace = Weigh(leaves, ConstantReader.For(model, scope)) with { Literal = body, Shape = shape.ToImmutableArray() };
        return WeightSymmetry.IsSpatial(trace.Shape) ? trace : trace with { Symmetry = Symmetry.Unknown };
    }

    /// <summary>The same for weights that are not written between braces, such as the arguments of a <c>params</c> parameter.</summary>
    public static KernelTrace Read(IReadOnlyList<IOperation> items)
    {
        ImmutableArray<double>.Builder values = ImmutableArray.CreateBuilder<double>(items.Count);
        foreach (IOperation item in items)
        {
            if (ConstantReader.Of(item) is not { } value)
            {
                return KernelTrace.Opaque;
            }

            values.Add(value);
        }

        ImmutableArray<double> weights = values.ToImmutable();
        return KernelTrace.Opaque with
        {
            Symmetry = WeightSymmetry.Of(weights),
            Values = weights,
            Shape = ImmutableArray.Create(weights.Length),
        };
    }

    /// <summary>The braces or brackets of a literal, without what stands before them.</summary>
    private static SyntaxNode? Body(SyntaxNode node) =>
        node switch
        {
            ParenthesizedExpressionSyntax parenthesized => Body(parenthesized.Expression),
            CastExpressionSyntax cast => Body(cast.Expression),
            PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed => Body(
                suppressed.Operand
            ),
            ArrayCreationExpressionSyntax array => array.Initializer,
            ImplicitArrayCreationExpressionSyntax array => array.Initializer,
            StackAllocArrayCreationExpressionSyntax stack => stack.Initializer,
            ImplicitStackAllocArrayCreationExpressionSyntax stack => stack.Initializer,
            BaseObjectCreationExpressionSyntax { Initializer: { RawKind: (int)SyntaxKind.CollectionInitializerExpression } initializer } =>
                initializer,
            InitializerExpressionSyntax
            {
                RawKind: (int)SyntaxKind.ArrayInitializerExpression or (int)SyntaxKind.CollectionInitializerExpression
            } initializer => initializer,
            CollectionExpressionSyntax collection => collection,
            _ => null,
        };

    private static IReadOnlyList<SyntaxNode>? ItemsOf(SyntaxNode? body) =>
        body switch
        {
            InitializerExpressionSyntax initializer => initializer.Expressions,
            CollectionExpressionSyntax collection => collection.Elements,
            _ => null,
        };

    private static bool Collect(SyntaxNode body, int level, List<ExpressionSyntax> leaves, List<int> shape)
    {
        IReadOnlyList<SyntaxNode> items = ItemsOf(body)!;
        if (level == shape.Count)
        {
            // A row that comes after single weights has no place in a rectangle.
            if (leaves.Count > 0)
            {
                return false;
            }

            shape.Add(items.Count);
        }
        else if (shape[level] != items.Count)
        {
            return false;
        }

        foreach (SyntaxNode item in items)
        {
            SyntaxNode value = item is ExpressionElementSyntax element ? element.Expression : item;
            if (Body(value) is { } inner)
            {
                if (!Collect(inner, level + 1, leaves, shape))
                {
                    return false;
                }
            }
            else if (level == shape.Count - 1 && value is ExpressionSyntax expression and not InitializerExpressionSyntax)
            {
                leaves.Add(expression);
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    private static KernelTrace Weigh(List<ExpressionSyntax> leaves, ConstantReader constants)
    {
        ImmutableArray<double>.Builder values = ImmutableArray.CreateBuilder<double>(leaves.Count);
        foreach (ExpressionSyntax leaf in leaves)
        {
            if (constants.Read(leaf) is { } value)
            {
                values.Add(value);
            }
        }

        if (values.Count == leaves.Count)
        {
            ImmutableArray<double> weights = values.MoveToImmutable();
            return KernelTrace.Opaque with { Symmetry = WeightSymmetry.Of(weights), Values = weights };
        }

        return leaves.TrueForAll(IsPure)
            ? KernelTrace.Opaque with
            {
                Symmetry = WeightSymmetry.Of(leaves.ConvertAll(Text)),
            }
            : KernelTrace.Opaque;
    }

    private static string Text(ExpressionSyntax leaf) =>
        leaf is ParenthesizedExpressionSyntax parenthesized
            ? Text(parenthesized.Expression)
            : string.Concat(leaf.DescendantTokens().Select(token => token.Text));

    // The same text twice is the same weight only where reading it changes nothing.
    private static bool IsPure(ExpressionSyntax leaf) =>
        leaf.DescendantNodesAndSelf()
            .All(node =>
                node
                    is LiteralExpressionSyntax
                        or IdentifierNameSyntax
                        or ParenthesizedExpressionSyntax
                        or MemberAccessExpressionSyntax
                        or PredefinedTypeSyntax
                        or BinaryExpressionSyntax
                        or CastExpressionSyntax
                        or PrefixUnaryExpressionSyntax
                        {
                            RawKind: (int)SyntaxKind.UnaryMinusExpression or (int)SyntaxKind.UnaryPlusExpression
                        }
            );
}
