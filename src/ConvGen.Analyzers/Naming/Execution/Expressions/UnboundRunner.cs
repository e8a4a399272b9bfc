using ConvGen.Analyzers.Naming.Execution.Calls;
using ConvGen.Analyzers.Naming.Execution.Running;
using ConvGen.Analyzers.Naming.Execution.Spots;
using ConvGen.Analyzers.Naming.Execution.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Execution.Expressions;

/// <summary>Evaluates what only its syntax tells.</summary>
internal sealed class UnboundRunner(Machine machine, OperatorRunner operators)
{
    /// <summary>
    /// The parts of an expression that is not bound; of <c>image[x, y]</c> the image first, which the compiler may name last.
    /// </summary>
    public static IOperation[] PartsOf(IOperation expression) =>
        expression.Syntax is ElementAccessExpressionSyntax access
            ? [.. expression.ChildOperations.OrderBy(part => access.Expression.Span.Contains(part.Syntax.Span) ? 0 : 1)]
            : [.. expression.ChildOperations];

    /// <summary>What the compiler could not bind, as the library is missing: <c>image.GetPixel(x, y)</c> by its name.</summary>
    public object Evaluate(IOperation expression, Frame frame)
    {
        string text = expression.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access }
            ? access.Name.Identifier.ValueText
            : "";
        IOperation[] parts = PartsOf(expression);
        if (parts.Length == 0)
        {
            return machine.Objects.Given(null, expression.Syntax.ToString());
        }

        switch (expression.Syntax)
        {
            case BinaryExpressionSyntax binary when parts.Length == 2 && OperatorRunner.KindOf(binary) is { } kind:
                return operators.Apply(
                    kind,
                    machine.Expressions.Evaluate(parts[0], frame),
                    machine.Expressions.Evaluate(parts[1], frame),
                    false,
                    expression
                );
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } when parts.Length == 2:
                object assigned = machine.Expressions.Evaluate(parts[1], frame);
                machine.Expressions.Assignments.Save(parts[0], assigned, frame);
                return assigned;
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression } when parts.Length == 2:
                return AddTo(parts, expression, frame);
            case ArrayCreationExpressionSyntax { Initializer: null } when parts.Length > 0:
                return MemoryModel.Make("", null, [.. parts.Select(part => machine.Expressions.Index(part, 0, frame) ?? 0)], expression);
            case ElementAccessExpressionSyntax when machine.Spots.Read(expression, frame) is { } spot:
                return machine.Memory.Load(spot, expression);
            case CastExpressionSyntax or ParenthesizedExpressionSyntax when parts.Length == 1:
                return machine.Expressions.Evaluate(parts[0], frame);
        }

        object[] values = [.. parts.Select(part => machine.Expressions.Evaluate(part, frame))];
        if (
            expression.Syntax is ElementAccessExpressionSyntax
            && values is [Thing owner, _, ..]
            && machine.Calls.Foreign.At(owner, [.. values.Skip(1)], "", expression) is { } sample
        )
        {
            return sample;
        }

        if (text is "For" or "ForEach" && expression.Syntax.ToString().Contains("Parallel."))
        {
            // Its body does not compile, as a library is missing.
            return machine.Calls.Library.Parallel([.. values.Where(static value => value is not Thing)], expression)
                ?? throw new StoppedException("a parallel loop is not understood", expression);
        }

        // The type whose method it is, where that is missing, is no number.
        return BorderCalls.Folded(text, values is [Thing { Type: null }, ..] ? [.. values.Skip(1)] : values, expression)
            ?? machine.Calls.Missing.Unbound(text, values, expression);
    }

    private object AddTo(IOperation[] parts, IOperation expression, Frame frame)
    {
        object sum = operators.Apply(
            BinaryOperatorKind.Add,
            machine.Expressions.Evaluate(parts[0], frame),
            machine.Expressions.Evaluate(parts[1], frame),
            false,
            expression
        );
        machine.Expressions.Assignments.Save(parts[0], sum, frame);
        return sum;
    }

    /// <summary>What the compiler has no operation of its own for: pointers, <c>stackalloc</c>, collection expressions.</summary>
    public object EvaluateUnnamed(IOperation expression, Frame frame)
    {
        IOperation[] parts = [.. expression.ChildOperations];
        switch (expression.Syntax)
        {
            case CollectionExpressionSyntax:
                return machine.Expressions.Creations.Listed(expression.Type, parts, frame);
            case StackAllocArrayCreationExpressionSyntax stack:
                int? size =
                    parts.Length > 0 && parts[0] is not IArrayInitializerOperation ? machine.Expressions.Index(parts[0], 0, frame) : null;
                Store store = MemoryModel.Make(
                    "",
                    expression.Type is IPointerTypeSymbol ? expression.Type : null,
                    [size ?? stack.Initializer?.Expressions.Count ?? 0],
                    expression
                );
                machine.Expressions.Creations.Fill(store, parts.OfType<IArrayInitializerOperation>().FirstOrDefault(), [], frame);
                return expression.Type is IPointerTypeSymbol ? new ElementSpot(store, new Place(0)) : store;
            case ElementAccessExpressionSyntax when parts.Length == 1:
                return machine.Expressions.Evaluate(parts[0], frame);
            case ElementAccessExpressionSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PointerIndirectionExpression }:
                return machine.Memory.Load(
                    machine.Spots.Read(expression, frame) ?? throw new StoppedException("a pointer is not understood", expression),
                    expression
                );
            case MemberAccessExpressionSyntax { Parent: not InvocationExpressionSyntax } when parts.Length == 1:
                return machine.Calls.Missing.Unbound("", [machine.Expressions.Evaluate(parts[0], frame)], expression);
            case NameSyntax or MemberAccessExpressionSyntax or PredefinedTypeSyntax when parts.Length == 0:
                // The name of a type or a namespace, of which a member is asked for.
                return machine.Objects.Given(null, expression.Syntax.ToString());
            default:
                return parts.Length == 1
                    ? machine.Expressions.Evaluate(parts[0], frame)
                    : throw new StoppedException("an expression is not understood", expression);
        }
    }
}
