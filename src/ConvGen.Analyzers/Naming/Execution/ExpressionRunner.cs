using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ConvGen.Analyzers.Naming.Loops;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Execution;

/// <summary>Evaluates expressions.</summary>
internal sealed class ExpressionRunner
{
    private readonly Machine machine;
    private readonly OperatorRunner operators;

    /// <summary>Creates the runner of a machine.</summary>
    public ExpressionRunner(Machine machine)
    {
        this.machine = machine;
        operators = new OperatorRunner(machine);
    }

    /// <summary>The value of an expression.</summary>
    public object Evaluate(IOperation expression, Frame frame)
    {
        machine.Count(expression);
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if ((expression.Kind == OperationKind.Literal || expression.ConstantValue.HasValue) && machine.Code.ConstantOf(expression, Constant) is { } constant)
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
                return Assign((ISimpleAssignmentOperation)expression, frame);
            case OperationKind.CompoundAssignment:
                return operators.Compound((ICompoundAssignmentOperation)expression, frame);
            case OperationKind.Increment or OperationKind.Decrement:
                return operators.Step((IIncrementOrDecrementOperation)expression, frame);
            case OperationKind.FieldReference:
                return Field((IFieldReferenceOperation)expression, frame);
            case OperationKind.PropertyReference:
                return Property((IPropertyReferenceOperation)expression, frame);
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
            default:
                return EvaluateOther(expression, frame);
        }
    }

    /// <summary>A number, where an expression is known to be a whole one.</summary>
    public int? Index(IOperation expression, int length, Frame frame)
    {
        if (expression is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } hat)
        {
            return length - Index(hat.Operand, 0, frame);
        }

        object value = expression is IConversionOperation { Operand: IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } inner } ? (Index(inner, length, frame) is { } end ? Number.Of(end) : Unknown.Value) : Evaluate(expression, frame);
        return value is Number { Known: { } known } ? (int)known : throw new StoppedException("an index is not known", expression);
    }

    /// <summary>Puts the parts of a value into several variables.</summary>
    public void Deconstruct(IOperation target, object value, Frame frame)
    {
        IOperation inner = target is IDeclarationExpressionOperation declaration ? declaration.Expression : target;
        if (inner is ITupleOperation tuple)
        {
            for (int index = 0; index < tuple.Elements.Length; index++)
            {
                Deconstruct(tuple.Elements[index], value is Bundle bundle && index < bundle.Values.Length ? bundle.Values[index] : Unknown.Value, frame);
            }
        }
        else if (inner is ILocalReferenceOperation { IsDeclaration: true } local)
        {
            frame.Declare(local.Local, value);
        }
        else if (inner is not IDiscardOperation)
        {
            Save(inner, value, frame);
        }
    }

    /// <summary>Writes a value where an expression says.</summary>
    public void Save(IOperation target, object value, Frame frame)
    {
        IOperation inner = Unwrapped.Of(target)!;
        switch (inner)
        {
            case IDiscardOperation:
                return;
            case IPropertyReferenceOperation property when machine.Calls.SetProperty(property, value, frame):
                return;
            default:
                if (machine.Spots.Read(inner, frame) is { } spot)
                {
                    machine.Memory.Save(spot, value, inner);
                    return;
                }

                throw new StoppedException("what is written to is not understood", target);
        }
    }

    private static object Constant(object constant) => constant switch
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
        if (value is null && symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } parameter && frame.Self is Thing)
        {
            // A parameter of a primary constructor is as good as a field.
            return machine.Objects.Given(parameter.Type, parameter.Name);
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

    private object Assign(ISimpleAssignmentOperation assignment, Frame frame)
    {
        if (assignment.IsRef && assignment.Target is ILocalReferenceOperation reference && machine.Spots.Read(assignment.Value, frame) is { } spot)
        {
            frame.Set(reference.Local, spot);
            return spot;
        }

        object value = Evaluate(assignment.Value, frame);
        Save(assignment.Target, value, frame);
        return value;
    }

    private object Field(IFieldReferenceOperation field, Frame frame)
    {
        if (field.Instance is null)
        {
            return LibraryCalls.StaticMember(field.Field) ?? machine.Memory.Load(machine.Spots.Read(field, frame)!, field);
        }

        return Member(Evaluate(field.Instance, frame), field.Field, field.Field.Type, field);
    }

    private object Property(IPropertyReferenceOperation property, Frame frame)
    {
        if (property.Property.IsIndexer)
        {
            object owner = property.Instance is null ? Unknown.Value : Evaluate(property.Instance, frame);
            return owner is Store or Sequence
                ? machine.Memory.Load(machine.Spots.Element(owner, property.Arguments.Select(static argument => argument.Value).ToImmutableArray(), property, frame) ?? throw new StoppedException("an index is not known", property), property)
                : machine.Calls.GetIndexed(property, owner, frame);
        }

        if (property.Instance is null)
        {
            return LibraryCalls.StaticMember(property.Property)
                ?? machine.Calls.GetProperty(property.Property, null, property)
                ?? machine.Memory.Load(machine.Spots.Read(property, frame) ?? throw new StoppedException("a property is not understood", property), property);
        }

        return Member(Evaluate(property.Instance, frame), property.Property, property.Property.Type, property);
    }

    /// <summary>What belongs to a value.</summary>
    private object Member(object owner, ISymbol member, ITypeSymbol type, IOperation place)
    {
        switch (owner)
        {
            case Thing thing:
                return (member is IPropertySymbol property ? machine.Calls.GetProperty(property, thing, place) : null) ?? machine.Objects.Get(thing, member);
            case Number { Sample: { } sample } number:
                return ObjectModel.IsRow(type)
                    ? machine.Objects.Given(type, $"{sample.Array.Path}[{string.Join(",", sample.Place.ToArray())}].{member.Name}")
                    : Arithmetic.Component(number, member.Name);
            case Number { IsOfSamples: true } number when member.Name is "X" or "Y" or "Z" or "W" or "Real" or "R" or "G" or "B" or "A" or "Value":
                return number;
            case Number number:
                return machine.Arithmetic.Function("." + member.Name, number);
            case Bundle bundle when member is IFieldSymbol field && IndexOf(field) is { } index && index < bundle.Values.Length:
                return bundle.Values[index];
            default:
                return LibraryCalls.MemberOf(owner, member.Name) ?? throw new StoppedException($"'{member.Name}' is not understood", place);
        }
    }

    private static int? IndexOf(IFieldSymbol field)
    {
        string name = (field.CorrespondingTupleField ?? field).Name;
        return name.StartsWith("Item", StringComparison.Ordinal) && int.TryParse(name.Substring(4), out int number) ? number - 1 : null;
    }

    private object Element(IOperation expression, Frame frame)
    {
        IOperation? index = (expression as IArrayElementReferenceOperation)?.Indices.FirstOrDefault() ?? (expression as IImplicitIndexerReferenceOperation)?.Argument;
        if (Unwrapped.Of(index) is IRangeOperation range)
        {
            object whole = Evaluate((expression as IArrayElementReferenceOperation)?.ArrayReference ?? ((IImplicitIndexerReferenceOperation)expression).Instance, frame);
            int length = LibraryCalls.LengthOf(whole) ?? throw new StoppedException("a range is not understood", expression);
            int start = range.LeftOperand is { } left ? Index(left, length, frame)!.Value : 0;
            int end = range.RightOperand is { } right ? Index(right, length, frame)!.Value : length;
            return machine.Calls.Library.Part(whole, start, end - start, expression);
        }

        return machine.Memory.Load(machine.Spots.Read(expression, frame) ?? throw new StoppedException("an index is not known", expression), expression);
    }

    /// <summary>Where nothing decides, a constant beside a sample is what lies outside.</summary>
    private object Choose(IConditionalOperation choice, Frame frame)
    {
        object condition = Evaluate(choice.Condition, frame);
        if (choice.WhenFalse is null || condition is Number { Known: not null })
        {
            return machine.Decide(choice.Condition, condition) ? Evaluate(choice.WhenTrue, frame) : choice.WhenFalse is { } other ? Evaluate(other, frame) : Unknown.Value;
        }

        if (condition is Number { IsOfSamples: false } or Thing)
        {
            return Evaluate(machine.Decide(choice.Condition, condition) ? choice.WhenTrue : choice.WhenFalse, frame);
        }

        object whenTrue = Evaluate(choice.WhenTrue, frame);
        object whenFalse = Evaluate(choice.WhenFalse, frame);
        return (whenTrue, whenFalse) switch
        {
            (Number { IsOfSamples: true } one, Number { IsOfSamples: false }) => one,
            (Number { IsOfSamples: false }, Number { IsOfSamples: true } other) => other,
            _ => machine.Decide(choice.Condition, condition) ? whenTrue : whenFalse,
        };
    }

    private Store CreateArray(IArrayCreationOperation array, Frame frame)
    {
        int[] extents = [.. array.DimensionSizes.Select(size => Index(size, 0, frame) ?? 0)];
        Store store = MemoryModel.Make("", array.Type, extents, array);
        Fill(store, array.Initializer, [], frame);
        return store;
    }

    private void Fill(Store store, IArrayInitializerOperation? initializer, int[] outer, Frame frame)
    {
        for (int index = 0; index < (initializer?.ElementValues.Length ?? 0); index++)
        {
            int[] place = [.. outer, index];
            if (initializer!.ElementValues[index] is IArrayInitializerOperation inner)
            {
                Fill(store, inner, place, frame);
            }
            else
            {
                store.Written[new Place(place)] = Evaluate(initializer.ElementValues[index], frame);
            }
        }
    }

    private object EvaluateOther(IOperation expression, Frame frame)
    {
        switch (expression)
        {
            case IImplicitIndexerReferenceOperation:
                return Element(expression, frame);
            case IObjectCreationOperation creation:
                return machine.Calls.Create(creation, frame);
            case IArrayCreationOperation array:
                return CreateArray(array, frame);
            case IDelegateCreationOperation { Target: { } target }:
                return Evaluate(target, frame);
            case IAnonymousFunctionOperation lambda:
                return new Closure(lambda.Symbol, lambda.Body, frame);
            case IMethodReferenceOperation method:
                return machine.Calls.ClosureOf(method, frame);
            case ITupleOperation tuple:
                return new Bundle([.. tuple.Elements.Select(element => Evaluate(element, frame))]);
            case IDeconstructionAssignmentOperation deconstruction:
                object parts = Evaluate(deconstruction.Value, frame);
                Deconstruct(deconstruction.Target, parts, frame);
                return parts;
            case IDefaultValueOperation:
                return ObjectModel.DefaultOf(expression.Type);
            case ICoalesceOperation coalesce:
                return Evaluate(coalesce.Value, frame) is var value && value is Unknown ? Evaluate(coalesce.WhenNull, frame) : value;
            case IAddressOfOperation address:
                return machine.Spots.Read(address.Reference, frame) ?? throw new StoppedException("an address is not understood", expression);
            case ISwitchExpressionOperation choice:
                return Switch(choice, frame);
            case IIsPatternOperation or IIsTypeOperation or INameOfOperation or ITypeOfOperation or ISizeOfOperation or IInterpolatedStringOperation or ILiteralOperation:
                return expression is ISizeOfOperation ? Number.One : Number.Called("?" + expression.Syntax);
            case IVariableInitializerOperation initializer:
                return Evaluate(initializer.Value, frame);
            case IArgumentOperation argument:
                return Evaluate(argument.Value, frame);
            case IConditionalAccessOperation access:
                return Number.Called("?" + access.Syntax);
            case IInvalidOperation:
                return EvaluateInvalid(expression, frame);
            case { Kind: OperationKind.None }:
                return EvaluateUnnamed(expression, frame);
            default:
                throw new StoppedException("an expression is not understood", expression);
        }
    }

    private object Switch(ISwitchExpressionOperation choice, Frame frame)
    {
        object value = Evaluate(choice.Value, frame);
        foreach (ISwitchExpressionArmOperation arm in choice.Arms)
        {
            bool isChosen = arm.Pattern switch
            {
                IDiscardPatternOperation => true,
                IConstantPatternOperation constant when value is Number { Known: { } known } && Evaluate(constant.Value, frame) is Number { Known: { } other } => known == other,
                _ => machine.Decide(arm, Number.Called("arm")),
            };
            if (isChosen && arm.Value is not IThrowOperation and not IConversionOperation { Operand: IThrowOperation })
            {
                return Evaluate(arm.Value, frame);
            }
        }

        throw new StoppedException("no case of a choice is reached", choice);
    }

    /// <summary>What the compiler could not bind, as the library is missing: <c>image.GetPixel(x, y)</c> by its name.</summary>
    private object EvaluateInvalid(IOperation expression, Frame frame)
    {
        string text = expression.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } ? access.Name.Identifier.ValueText : "";
        IOperation[] parts = [.. expression.ChildOperations];
        if (parts.Length == 0)
        {
            return machine.Objects.Given(null, expression.Syntax.ToString());
        }

        switch (expression.Syntax)
        {
            case BinaryExpressionSyntax binary when parts.Length == 2 && OperatorRunner.KindOf(binary) is { } kind:
                return operators.Apply(kind, Evaluate(parts[0], frame), Evaluate(parts[1], frame), false, expression);
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } when parts.Length == 2:
                object assigned = Evaluate(parts[1], frame);
                Save(parts[0], assigned, frame);
                return assigned;
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression } when parts.Length == 2:
                object sum = operators.Apply(BinaryOperatorKind.Add, Evaluate(parts[0], frame), Evaluate(parts[1], frame), false, expression);
                Save(parts[0], sum, frame);
                return sum;
            case ArrayCreationExpressionSyntax { Initializer: null } when parts.Length > 0:
                return MemoryModel.Make("", null, [.. parts.Select(part => Index(part, 0, frame) ?? 0)], expression);
            case ElementAccessExpressionSyntax when machine.Spots.Read(expression, frame) is { } spot:
                return machine.Memory.Load(spot, expression);
            case CastExpressionSyntax or ParenthesizedExpressionSyntax when parts.Length == 1:
                return Evaluate(parts[0], frame);
        }

        object[] values = [.. parts.Select(part => Evaluate(part, frame))];
        return machine.Calls.Foreign.Unbound(text, values, expression);
    }

    private object EvaluateUnnamed(IOperation expression, Frame frame)
    {
        IOperation[] parts = [.. expression.ChildOperations];
        switch (expression.Syntax)
        {
            case CollectionExpressionSyntax:
                return Listed(expression.Type, parts, frame);
            case StackAllocArrayCreationExpressionSyntax stack:
                int? size = parts.Length > 0 && parts[0] is not IArrayInitializerOperation ? Index(parts[0], 0, frame) : null;
                Store store = MemoryModel.Make("", expression.Type is IPointerTypeSymbol ? expression.Type : null, [size ?? stack.Initializer?.Expressions.Count ?? 0], expression);
                Fill(store, parts.OfType<IArrayInitializerOperation>().FirstOrDefault(), [], frame);
                return expression.Type is IPointerTypeSymbol ? new ElementSpot(store, new Place(0)) : store;
            case ElementAccessExpressionSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PointerIndirectionExpression }:
                return machine.Memory.Load(machine.Spots.Read(expression, frame) ?? throw new StoppedException("a pointer is not understood", expression), expression);
            case MemberAccessExpressionSyntax { Parent: not InvocationExpressionSyntax } when parts.Length == 1:
                return machine.Calls.Foreign.Unbound("", [Evaluate(parts[0], frame)], expression);
            default:
                return parts.Length == 1 ? Evaluate(parts[0], frame) : throw new StoppedException("an expression is not understood", expression);
        }
    }

    private object Listed(ITypeSymbol? type, IOperation[] parts, Frame frame)
    {
        object[] values = [.. parts.Select(part => Evaluate(part, frame))];
        if (type is not null && ObjectModel.IsList(type))
        {
            return new Sequence(values);
        }

        Store store = new("", type, false, [values.Length]);
        for (int index = 0; index < values.Length; index++)
        {
            store.Written[new Place(index)] = values[index];
        }

        return store;
    }
}
