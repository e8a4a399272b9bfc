using System.Runtime.CompilerServices;
using ConvGen.Analyzers.Naming.Execution.Calls;
using ConvGen.Analyzers.Naming.Execution.Expressions;
using ConvGen.Analyzers.Naming.Execution.Spots;
using ConvGen.Analyzers.Naming.Execution.Values;
using ConvGen.Analyzers.Naming.Loops.Elements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Execution.Running;

/// <summary>Evaluates expressions.</summary>
internal sealed class ExpressionRunner
{
    private readonly Machine machine;
    private readonly OperatorRunner operators;
    private readonly MemberRunner members;
    private readonly UnboundRunner unbound;

    /// <summary>Creates the runner of a machine.</summary>
    public ExpressionRunner(Machine machine)
    {
        this.machine = machine;
        operators = new OperatorRunner(machine);
        members = new MemberRunner(machine);
        unbound = new UnboundRunner(machine, operators);
        Patterns = new PatternRunner(machine);
        Assignments = new AssignmentRunner(machine);
        Creations = new CreationRunner(machine);
        Objects = new ObjectRunner(machine);
    }

    /// <summary>Writes values.</summary>
    public AssignmentRunner Assignments { get; }

    /// <summary>Compares values with patterns.</summary>
    public PatternRunner Patterns { get; }

    /// <summary>Makes arrays and lists.</summary>
    public CreationRunner Creations { get; }

    /// <summary>Makes objects.</summary>
    public ObjectRunner Objects { get; }

    /// <summary>The value of an expression.</summary>
    public object Evaluate(IOperation expression, Frame frame)
    {
        machine.Count(expression);
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (
            (expression.Kind == OperationKind.Literal || expression.ConstantValue.HasValue)
            && machine.Code.ConstantOf(expression, Constant) is { } constant
        )
        {
            return constant;
        }

        // By its kind: asking for one interface after the other takes longer than most expressions.
        switch (expression.Kind)
        {
            case OperationKind.Conversion:
                IConversionOperation conversion = (IConversionOperation)expression;
                return operators.Convert(conversion, Evaluate(conversion.Operand, frame));
            case OperationKind.Parenthesized:
                return Evaluate(((IParenthesizedOperation)expression).Operand, frame);
            case OperationKind.LocalReference:
                return Variable(((ILocalReferenceOperation)expression).Local, frame, expression);
            case OperationKind.ParameterReference:
                return Variable(((IParameterReferenceOperation)expression).Parameter, frame, expression);
            case OperationKind.Binary:
                return operators.Binary((IBinaryOperation)expression, frame);
            case OperationKind.Unary:
                IUnaryOperation unary = (IUnaryOperation)expression;
                return operators.Unary(unary, Evaluate(unary.Operand, frame));
            case OperationKind.SimpleAssignment:
                return Assignments.Assign((ISimpleAssignmentOperation)expression, frame);
            case OperationKind.CompoundAssignment:
                return operators.Compound((ICompoundAssignmentOperation)expression, frame);
            case OperationKind.Increment or OperationKind.Decrement:
                return operators.Step((IIncrementOrDecrementOperation)expression, frame);
            case OperationKind.FieldReference:
                return members.Field((IFieldReferenceOperation)expression, frame);
            case OperationKind.PropertyReference:
                return members.Property((IPropertyReferenceOperation)expression, frame);
            case OperationKind.ArrayElementReference:
                return Element(expression, frame);
            case OperationKind.Conditional:
                return Choose((IConditionalOperation)expression, frame);
            case OperationKind.Invocation:
                IInvocationOperation call = (IInvocationOperation)expression;
                object given = machine.Calls.Invoke(call, frame);
                return given is Spot spot && call.TargetMethod.RefKind != RefKind.None ? machine.Memory.Load(spot, call) : given;
            case OperationKind.InstanceReference:
                return frame.Self ?? Unknown.Value;
            case OperationKind.Await:
                return Evaluate(((IAwaitOperation)expression).Operation, frame);
            default:
                return EvaluateOther(expression, frame);
        }
    }

    /// <summary>A number, where an expression is known to be a whole one.</summary>
    public int? Index(IOperation expression, int length, Frame frame)
    {
        if (expression.Kind == OperationKind.Unary && expression is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } hat)
        {
            return length - Index(hat.Operand, 0, frame);
        }

        if (Unwrapped.Of(expression) is IConditionalOperation { WhenFalse: { } otherwise } choice && choice.Type?.Name == "Index")
        {
            return Index(machine.Decide(choice.Condition, Evaluate(choice.Condition, frame)) ? choice.WhenTrue : otherwise, length, frame);
        }

        object value =
            expression.Kind == OperationKind.Conversion
            && expression is IConversionOperation { Operand: IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } inner }
                ? (Index(inner, length, frame) is { } end ? Number.Of(end) : Unknown.Value)
                : Evaluate(expression, frame);
        return value is Number { Known: { } known } ? (int)known : throw new StoppedException("an index is not known", expression);
    }

    private static object Constant(object constant) =>
        constant switch
        {
            bool flag => flag ? Number.One : Number.Zero,
            char letter => Number.Of(letter),
            string text => new Thing(text, null, true),
            IConvertible number => Number.Of(number.ToDouble(System.Globalization.CultureInfo.InvariantCulture)),
            _ => Unknown.Value,
        };

    private object Variable(ISymbol symbol, Frame frame, IOperation place)
    {
        object? value = frame.Get(symbol);
        bool isReference = symbol is ILocalSymbol { RefKind: not RefKind.None } or IParameterSymbol { RefKind: not RefKind.None };
        if (
            value is null
            && symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } parameter
            && frame.Self is Thing self
        )
        {
            // A parameter of a primary constructor is as good as a field.
            return self.Members.TryGetValue(parameter.Name, out object? kept)
                ? kept
                : machine.Objects.Given(parameter.Type, parameter.Name);
        }

        return value switch
        {
            null => symbol is ILocalSymbol { Type.IsValueType: true } local ? Begin(local, frame) : Unknown.Value,
            Spot spot when isReference => machine.Memory.Load(spot, place),
            _ => value,
        };
    }

    /// <summary>A local that has no value yet, of which members are set one by one.</summary>
    private static object Begin(ILocalSymbol local, Frame frame)
    {
        object value = ObjectModel.DefaultOf(local.Type);
        frame.Declare(local, value);
        return value;
    }

    private object Element(IOperation expression, Frame frame)
    {
        IOperation? index =
            (expression as IArrayElementReferenceOperation)?.Indices.FirstOrDefault()
            ?? (expression as IImplicitIndexerReferenceOperation)?.Argument;
        if (Unwrapped.Of(index) is IRangeOperation range)
        {
            object whole = Evaluate(
                (expression as IArrayElementReferenceOperation)?.ArrayReference
                    ?? ((IImplicitIndexerReferenceOperation)expression).Instance,
                frame
            );
            int length = LibraryCalls.LengthOf(whole) ?? throw new StoppedException("a range is not understood", expression);
            int start = range.LeftOperand is { } left ? Index(left, length, frame)!.Value : 0;
            int end = range.RightOperand is { } right ? Index(right, length, frame)!.Value : length;
            return machine.Calls.Library.Part(whole, start, end - start, expression);
        }

        if (expression is not IArrayElementReferenceOperation read)
        {
            return machine.Memory.Load(
                machine.Spots.Read(expression, frame) ?? throw new StoppedException("an index is not known", expression),
                expression
            );
        }

        // By far the most frequent way to read: without an object for the spot.
        object owner = Evaluate(read.ArrayReference, frame);
        return owner is Store array && array.Extents.Length == read.Indices.Length && read.Indices.Length is 1 or 2
            ? machine.Memory.Load(array, PlaceOf(array, read, frame), expression)
            : machine.Memory.Load(
                machine.Spots.Element(owner, read.Indices, read, frame) ?? throw new StoppedException("an index is not known", expression),
                expression
            );
    }

    private Place PlaceOf(Store array, IArrayElementReferenceOperation read, Frame frame)
    {
        int first = machine.Spots.Within(array, 0, read.Indices[0], Index(read.Indices[0], array.Extents[0], frame)!.Value);
        return read.Indices.Length == 1
            ? new Place(first)
            : new Place(first, machine.Spots.Within(array, 1, read.Indices[1], Index(read.Indices[1], array.Extents[1], frame)!.Value));
    }

    /// <summary>Where nothing decides, a constant beside a sample is what lies outside.</summary>
    private object Choose(IConditionalOperation choice, Frame frame)
    {
        object condition = Evaluate(choice.Condition, frame);
        if (choice.WhenFalse is null || condition is Number { Known: not null })
        {
            return machine.Decide(choice.Condition, condition) ? Evaluate(choice.WhenTrue, frame)
                : choice.WhenFalse is { } other ? Evaluate(other, frame)
                : Unknown.Value;
        }

        if (condition is Number { IsOfSamples: false } or Thing)
        {
            return Evaluate(machine.Decide(choice.Condition, condition) ? choice.WhenTrue : choice.WhenFalse, frame);
        }

        object whenTrue = Evaluate(choice.WhenTrue, frame);
        object whenFalse = Evaluate(choice.WhenFalse, frame);
        if (
            (whenTrue, whenFalse) is (Number { HasProducts: true } sum, Number { HasProducts: true } negated)
            && !machine.Arithmetic.Add(sum, negated).IsOfSamples
        )
        {
            machine.Magnitudes.Add(sum);
        }

        return (whenTrue, whenFalse) switch
        {
            (Number { IsOfSamples: true } one, Number { IsOfSamples: false }) => one,
            (Number { IsOfSamples: false }, Number { IsOfSamples: true } other) => other,
            _ => machine.Decide(choice.Condition, condition) ? whenTrue : whenFalse,
        };
    }

    private object EvaluateOther(IOperation expression, Frame frame)
    {
        switch (expression)
        {
            case IImplicitIndexerReferenceOperation:
                return Element(expression, frame);
            case IObjectCreationOperation creation:
                return Objects.Create(creation, frame);
            case IAnonymousObjectCreationOperation creation:
                return Objects.Create(creation, frame);
            case IWithOperation change:
                return Objects.Change(change, frame);
            case IArrayCreationOperation array:
                return Creations.CreateArray(array, frame);
            case IDelegateCreationOperation { Target: { } target }:
                return Evaluate(target, frame);
            case IAnonymousFunctionOperation lambda:
                return new Closure(lambda.Symbol, lambda.Body, frame);
            case IMethodReferenceOperation method:
                return machine.Calls.ClosureOf(method, frame);
            case ITupleOperation tuple:
                return new Bundle([.. tuple.Elements.Select(element => Evaluate(element, frame))]);
            case IDeconstructionAssignmentOperation deconstruction:
                return Assignments.Deconstruct(deconstruction, frame);
            case IDefaultValueOperation:
                return ObjectModel.DefaultOf(expression.Type);
            case ICoalesceOperation coalesce:
                return Evaluate(coalesce.Value, frame) is var value && value is Unknown ? Evaluate(coalesce.WhenNull, frame) : value;
            case ICoalesceAssignmentOperation coalesce:
                return Assignments.Complete(coalesce, frame);
            case IAddressOfOperation address:
                return machine.Spots.Read(address.Reference, frame)
                    ?? throw new StoppedException("an address is not understood", expression);
            case ISwitchExpressionOperation choice:
                return Switch(choice, frame);
            case IIsPatternOperation match when Patterns.IsMatch(match.Pattern, Evaluate(match.Value, frame), frame) is { } isMatch:
                return isMatch ? Number.One : Number.Zero;
            case IIsPatternOperation
            or IIsTypeOperation
            or INameOfOperation
            or ITypeOfOperation
            or ISizeOfOperation
            or IInterpolatedStringOperation
            or ILiteralOperation:
                return expression is ISizeOfOperation ? Number.One : Number.Called("?" + expression.Syntax);
            case IVariableInitializerOperation initializer:
                return Evaluate(initializer.Value, frame);
            case IArgumentOperation argument:
                return Evaluate(argument.Value, frame);
            case IFunctionPointerInvocationOperation call:
                return CallPointer(call, frame);
            case ITranslatedQueryOperation query:
                return Evaluate(query.Operation, frame);
            case IConditionalAccessOperation access:
                return Number.Called("?" + access.Syntax);
            default:
                return EvaluateUnbound(expression, frame);
        }
    }

    private object EvaluateUnbound(IOperation expression, Frame frame) =>
        expression switch
        {
            IInvalidOperation => unbound.Evaluate(expression, frame),
            { Kind: OperationKind.None } => unbound.EvaluateUnnamed(expression, frame),
            _ => throw new StoppedException("an expression is not understood", expression),
        };

    private Number CallPointer(IFunctionPointerInvocationOperation call, Frame frame) =>
        BorderCalls.Folded(call.Target.Syntax.ToString(), [.. call.Arguments.Select(argument => Evaluate(argument.Value, frame))], call)
        ?? throw new StoppedException($"'{call.Syntax}' calls a function that is not known", call);

    private object Switch(ISwitchExpressionOperation choice, Frame frame)
    {
        object value = Evaluate(choice.Value, frame);
        foreach (ISwitchExpressionArmOperation arm in choice.Arms)
        {
            if (
                Patterns.IsTaken(arm.Pattern, arm.Guard, value, frame, arm)
                && arm.Value is not IThrowOperation and not IConversionOperation { Operand: IThrowOperation }
            )
            {
                return Evaluate(arm.Value, frame);
            }
        }

        throw new StoppedException("no case of a choice is reached", choice);
    }
}
