using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Weights.Tracing;

/// <summary>Follows one kernel through one body. What is not understood ends in <see cref="KernelTrace.Unknown"/>.</summary>
internal sealed class KernelTracer(MemberContext member)
{
    // Deep enough for code that people write; code that is deeper was generated, or goes round in circles.
    private const int MaximumDepth = 24;

    private int depth;

    /// <summary>The body.</summary>
    public MemberContext Member => member;

    /// <summary>What the value of an expression is where it stands.</summary>
    public KernelTrace Trace(IOperation? operation)
    {
        if (operation is null || depth >= MaximumDepth)
        {
            return KernelTrace.Unknown;
        }

        depth++;
        try
        {
            member.Cancellation.ThrowIfCancellationRequested();
            return Literal(operation) ?? Follow(operation);
        }
        finally
        {
            depth--;
        }
    }

    private KernelTrace? Literal(IOperation operation) =>
        operation switch
        {
            IConversionOperation or IParenthesizedOperation => null,
            IObjectCreationOperation { Initializer: null } => null,
            _ when !operation.IsImplicit || operation.Syntax is InitializerExpressionSyntax => KernelLiteral.Read(
                operation.Syntax,
                operation.SemanticModel,
                member.Owner.ContainingType
            ),
            _ => null,
        };

    private KernelTrace Follow(IOperation operation) =>
        operation switch
        {
            IConversionOperation conversion => Trace(conversion.Operand),
            IParenthesizedOperation parenthesized => Trace(parenthesized.Operand),
            IArgumentOperation argument => Trace(argument.Value),
            IAwaitOperation awaited => Trace(awaited.Operation),
            ISimpleAssignmentOperation assignment => Trace(assignment.Value),
            ILocalReferenceOperation local => VariableTracer.Trace(local.Local, local, this),
            IParameterReferenceOperation parameter => VariableTracer.Trace(parameter.Parameter, parameter, this),
            IFieldReferenceOperation field => FieldTracer.Trace(field.Field, field, this),
            IPropertyReferenceOperation property => Property(property),
            IInvocationOperation call => InvocationTracer.Trace(call, this),
            IObjectCreationOperation creation => InvocationTracer.Trace(creation, this),
            IArrayCreationOperation array => Array(array),
            IArrayElementReferenceOperation element => Element(element.ArrayReference, element.Indices),
            IImplicitIndexerReferenceOperation element => Element(element.Instance, ImmutableArray.Create(element.Argument)),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply or BinaryOperatorKind.Divide } binary => Scaled(binary),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus or UnaryOperatorKind.Plus } unary => Trace(unary.Operand),
            ICoalesceOperation { WhenNull: IThrowOperation or IConversionOperation { Operand: IThrowOperation } } coalesce => Trace(
                coalesce.Value
            ),
            ICoalesceOperation coalesce => OneOf(coalesce.Value, coalesce.WhenNull),
            IConditionalOperation { WhenFalse: { } otherwise } conditional => OneOf(conditional.WhenTrue, otherwise),
            ISwitchExpressionOperation choice => OneOf(choice.Arms.Select(arm => arm.Value).ToArray()),
            IInstanceReferenceOperation => KernelTrace.Opaque,
            IAddressOfOperation { Reference: IArrayElementReferenceOperation element } => ConstantReader.Int32(element.Indices[0]) == 0
                ? Trace(element.ArrayReference)
                : KernelTrace.Unknown,
            _ => Unnamed(operation),
        };

    /// <summary>
    /// Forms that the operation tree of some compilers does not name: a copy by spreading, a <c>params</c> span, a stack allocation without
    /// weights.
    /// </summary>
    private KernelTrace Unnamed(IOperation operation)
    {
        switch (operation.Syntax)
        {
            case CollectionExpressionSyntax { Elements.Count: 1 } collection when collection.Elements[0] is SpreadElementSyntax spread:
                return Trace(operation.SemanticModel?.GetOperation(spread.Expression, member.Cancellation));
            case StackAllocArrayCreationExpressionSyntax { Initializer: null }:
                return KernelTrace.Opaque;
            default:
                return
                    operation.IsImplicit
                    && operation is not IInvalidOperation
                    && operation.ChildOperations.Count > 0
                    && operation.Parent is IArgumentOperation
                    ? KernelLiteral.Read(operation.ChildOperations.ToList()) with
                    {
                        Literal = ArgumentList(operation.Syntax),
                    }
                    : KernelTrace.Unknown;
        }
    }

    private static KernelTrace Array(IArrayCreationOperation array) =>
        array.Initializer is { } initializer && array.IsImplicit
            ? KernelLiteral.Read(initializer.ElementValues) with
            {
                Literal = ArgumentList(array.Syntax),
            }
        : array.Initializer is null ? KernelTrace.Opaque
        : KernelTrace.Unknown;

    private static ArgumentListSyntax? ArgumentList(SyntaxNode call) =>
        call switch
        {
            InvocationExpressionSyntax invocation => invocation.ArgumentList,
            BaseObjectCreationExpressionSyntax creation => creation.ArgumentList,
            _ => null,
        };

    private KernelTrace Property(IPropertyReferenceOperation property)
    {
        if (!property.Arguments.IsEmpty)
        {
            return property.Arguments.All(argument =>
                argument.Value.ConstantValue is { HasValue: true, Value: string slice } && slice.Contains(":")
            )
                ? Sliced(property)
                : Element(property.Instance, property.Arguments.Select(argument => argument.Value).ToImmutableArray());
        }

        return property.Instance is { } instance && property.Property.Name is "Span" or "Memory" or "Value"
            ? Trace(property.Instance)
            : FieldTracer.Trace(property.Property, property, this);
    }

    /// <summary>NumSharp and its kin take a slice as text.</summary>
    private KernelTrace Sliced(IPropertyReferenceOperation property)
    {
        KernelTrace source = Trace(property.Instance);
        IEnumerable<string> slices = property.Arguments.SelectMany(argument => ((string)argument.Value.ConstantValue.Value!).Split(','));
        return ReversalReader.Slices(slices, source.Shape) is { } flips && flips != AxisFlips.None ? source.Reverse(flips, property)
            : source.IsKnown && slices.All(slice => slice.Trim() == ":") ? source
            : KernelTrace.Unknown;
    }

    /// <summary>One of several kernels, or all of one.</summary>
    private KernelTrace Element(IOperation? collection, ImmutableArray<IOperation> indices)
    {
        KernelTrace source = Trace(collection);
        if (indices.Length == 1 && indices[0] is IRangeOperation range)
        {
            return range is { LeftOperand: null, RightOperand: null } ? source : KernelTrace.Unknown;
        }

        return source.Flips == AxisFlips.None && indices.Length == 1 && !IsRange(indices[0])
            ? KernelTrace.Opaque with
            {
                Symbol = source.Symbol,
            }
            : KernelTrace.Unknown;
    }

    private static bool IsRange(IOperation index) => index.Type is { Name: "Range" };

    private KernelTrace Scaled(IBinaryOperation binary)
    {
        bool scalesLeft = IsNumber(binary.RightOperand.Type);
        return scalesLeft == IsNumber(binary.LeftOperand.Type) || (!scalesLeft && binary.OperatorKind == BinaryOperatorKind.Divide)
            ? KernelTrace.Unknown
            : Trace(scalesLeft ? binary.LeftOperand : binary.RightOperand);
    }

    private static bool IsNumber(ITypeSymbol? type) => type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double;

    /// <summary>One of several values: as written if all of them are.</summary>
    private KernelTrace OneOf(params IOperation[] values)
    {
        bool isSymmetric = true;
        foreach (IOperation value in values)
        {
            if (value is IThrowOperation or IConversionOperation { Operand: IThrowOperation })
            {
                continue;
            }

            KernelTrace trace = Trace(value);
            if (trace.Flips != AxisFlips.None)
            {
                return KernelTrace.Unknown;
            }

            isSymmetric &= trace.Symmetry == Symmetry.Symmetric;
        }

        return isSymmetric ? KernelTrace.Symmetric : KernelTrace.Opaque;
    }
}
