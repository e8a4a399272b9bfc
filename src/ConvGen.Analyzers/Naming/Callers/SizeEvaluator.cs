using ConvGen.Analyzers.Naming.Loops.Elements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Callers;

/// <summary>Evaluates conditions on one size of an argument; everything else in them is not known.</summary>
internal sealed class SizeEvaluator
{
    private readonly Dictionary<ISymbol, IOperation> locals = new(SymbolEqualityComparer.Default);
    private readonly Compilation compilation;
    private readonly CancellationToken cancellation;

    /// <summary>Reads which locals keep what they begin with.</summary>
    /// <param name="body">The body.</param>
    /// <param name="compilation">Where fields are declared.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public SizeEvaluator(IOperation body, Compilation compilation, CancellationToken cancellation)
    {
        this.compilation = compilation;
        this.cancellation = cancellation;
        HashSet<ISymbol> written = new(SymbolEqualityComparer.Default);
        foreach (IOperation operation in body.Descendants())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation { Symbol.RefKind: RefKind.None } declarator
                    when declarator.GetVariableInitializer() is { } initializer:
                    locals[declarator.Symbol] = initializer.Value;
                    break;
                case IAssignmentOperation { Target: ILocalReferenceOperation target }:
                    written.Add(target.Local);
                    break;
                case IIncrementOrDecrementOperation { Target: ILocalReferenceOperation target }:
                    written.Add(target.Local);
                    break;
                case IArgumentOperation { Parameter.RefKind: not RefKind.None, Value: ILocalReferenceOperation target }:
                    written.Add(target.Local);
                    break;
            }
        }

        foreach (ISymbol local in written)
        {
            locals.Remove(local);
        }
    }

    /// <summary>The value of an expression, flags as 0 and 1, where a size is given; null for what is not known.</summary>
    public int? Of(IOperation? expression, SizeSubject subject, int size) =>
        expression is { ConstantValue: { HasValue: true, Value: var constant } }
            ? constant switch
            {
                int number => number,
                bool flag => flag ? 1 : 0,
                _ => null,
            }
            : expression switch
            {
                IParenthesizedOperation inner => Of(inner.Operand, subject, size),
                IConversionOperation { OperatorMethod: null } inner => Of(inner.Operand, subject, size),
                IParameterReferenceOperation parameter => Is(parameter, subject, SizeSubject.Itself) ? size : null,
                ILocalReferenceOperation local => locals.TryGetValue(local.Local, out IOperation? value) ? Of(value, subject, size) : null,
                IFieldReferenceOperation field => ConstantInteger.Read(field.Field, compilation, cancellation),
                IPropertyReferenceOperation { Property.Name: "Length", Instance: { } array } => Extent(
                    array,
                    0,
                    subject,
                    size,
                    isWhole: true
                ),
                IInvocationOperation
                {
                    TargetMethod.Name: "GetLength",
                    Instance: { } array,
                    Arguments: [{ Value.ConstantValue.Value: int axis }]
                } => Extent(array, axis, subject, size, isWhole: false),
                IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => 1 - Of(not.Operand, subject, size),
                IBinaryOperation { OperatorMethod: null } binary => OfBinary(binary, subject, size),
                IIsPatternOperation match => Matches(match.Pattern, match.Value, Of(match.Value, subject, size), subject, size),
                _ => null,
            };

    private static bool Is(IOperation? operation, SizeSubject subject, int dimension) =>
        operation is IParameterReferenceOperation parameter
        && subject.Dimension == dimension
        && SymbolEqualityComparer.Default.Equals(parameter.Parameter, subject.Parameter);

    private int? Extent(IOperation array, int axis, SizeSubject subject, int size, bool isWhole) =>
        array is IParameterReferenceOperation
            ? (Is(array, subject, axis) && !(isWhole && SizeSubject.RankOf(subject.Parameter) > 1) ? size : null)
        : ConstantShape.Read(array, compilation, cancellation) is { } extents && axis < extents.Length && !(isWhole && extents.Length > 1)
            ? extents[axis]
        : null;

    private int? OfBinary(IBinaryOperation binary, SizeSubject subject, int size)
    {
        int? left = Of(binary.LeftOperand, subject, size);
        int? right = Of(binary.RightOperand, subject, size);
        return binary.OperatorKind switch
        {
            BinaryOperatorKind.ConditionalAnd => Join(isEither: false, left, right),
            BinaryOperatorKind.ConditionalOr => Join(isEither: true, left, right),
            BinaryOperatorKind.Add => unchecked(left + right),
            BinaryOperatorKind.Subtract => unchecked(left - right),
            BinaryOperatorKind.Multiply => unchecked(left * right),
            BinaryOperatorKind.Divide => right > 0 ? left / right : null,
            BinaryOperatorKind.Remainder => right > 0 ? left % right : null,
            BinaryOperatorKind.And => left & right,
            _ => Compare(binary.OperatorKind, left, right),
        };
    }

    private static int? Compare(BinaryOperatorKind kind, int? left, int? right)
    {
        bool? holds = kind switch
        {
            _ when left is null || right is null => null,
            BinaryOperatorKind.Equals => left == right,
            BinaryOperatorKind.NotEquals => left != right,
            BinaryOperatorKind.LessThan => left < right,
            BinaryOperatorKind.LessThanOrEqual => left <= right,
            BinaryOperatorKind.GreaterThan => left > right,
            BinaryOperatorKind.GreaterThanOrEqual => left >= right,
            _ => null,
        };
        return holds is { } flag ? (flag ? 1 : 0) : null;
    }

    /// <summary>Whether a value matches a pattern: <c>kernel is { Length: 3 or 5 }</c>.</summary>
    private static int? Matches(IPatternOperation pattern, IOperation? matched, int? value, SizeSubject subject, int size) =>
        pattern switch
        {
            INegatedPatternOperation negated => 1 - Matches(negated.Pattern, matched, value, subject, size),
            IBinaryPatternOperation both => Join(
                both.OperatorKind == BinaryOperatorKind.Or,
                Matches(both.LeftPattern, matched, value, subject, size),
                Matches(both.RightPattern, matched, value, subject, size)
            ),

            // Where the extent fits there may still be no array.
            IRecursivePatternOperation
            {
                DeconstructionSubpatterns.IsEmpty: true,
                PropertySubpatterns: [{ Member: IPropertyReferenceOperation { Property.Name: "Length" } } length]
            } => Is(Unwrapped.Of(matched), subject, 0) && Matches(length.Pattern, null, size, subject, size) is 0 ? 0 : null,
            IConstantPatternOperation { Value.ConstantValue.Value: int constant } => Compare(BinaryOperatorKind.Equals, value, constant),
            IRelationalPatternOperation { Value.ConstantValue.Value: int bound } relation => Compare(relation.OperatorKind, value, bound),
            _ => null,
        };

    /// <summary>Both, or either, of two flags.</summary>
    private static int? Join(bool isEither, int? left, int? right) =>
        isEither ? (left == 1 || right == 1 ? 1 : left | right)
        : left == 0 || right == 0 ? 0
        : left & right;
}
