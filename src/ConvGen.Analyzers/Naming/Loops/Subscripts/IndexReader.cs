using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ConvGen.Analyzers.Naming.Loops.Elements;
using ConvGen.Analyzers.Naming.Loops.Writes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Loops.Subscripts;

/// <summary>Reads subscripts, and what else is computed from counters, as polynomials.</summary>
internal sealed class IndexReader
{
    /// <summary>Shifts from here on are none that a person wrote for a product.</summary>
    private const int LargestShift = 20;

    private readonly LoopBody body;
    private readonly BorderReader borders;

    /// <summary>Creates the reader of a body.</summary>
    public IndexReader(LoopBody body)
    {
        this.body = body;
        borders = new BorderReader(body);
    }

    /// <summary>What an expression is at the place where it stands.</summary>
    public IndexValue Read(IOperation expression)
    {
        IOperation operation = Unwrapped.Of(expression)!;
        if (IntegerOf(operation) is { } constant)
        {
            return new IndexValue(IndexPolynomial.Of(constant));
        }

        return operation switch
        {
            ILocalReferenceOperation or IParameterReferenceOperation => body.Variables.Read(WriteReader.VariableOf(operation)!, operation),
            IFieldReferenceOperation or IPropertyReferenceOperation when WriteReader.VariableOf(operation) is { } variable =>
                body.Variables.Read(variable, operation),
            IBinaryOperation binary => ReadBinary(binary),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus } minus when Read(minus.Operand) is var operand => operand with
            {
                Polynomial = -operand.Polynomial,
            },
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Plus } plus => Read(plus.Operand),
            IIncrementOrDecrementOperation step when WriteReader.VariableOf(step.Target) is { } variable => body.Variables.Read(
                variable,
                step.Target
            ),
            IConditionalOperation choice when body.BranchOf(choice) is { } branch => Read(branch),
            IConditionalOperation choice => borders.ReadChoice(choice) ?? Opaque(operation),
            IInvocationOperation call => borders.ReadCall(call) ?? Opaque(operation),
            _ => Opaque(operation),
        };
    }

    private static long? IntegerOf(IOperation operation) =>
        operation.ConstantValue is { HasValue: true, Value: { } value }
            ? value switch
            {
                int number => number,
                long number when number is > int.MinValue and < int.MaxValue => number,
                uint number => number,
                short number => number,
                byte number => number,
                sbyte number => number,
                ushort number => number,
                _ => null,
            }
            : null;

    private IndexValue ReadBinary(IBinaryOperation binary)
    {
        if (
            binary.OperatorKind
                is not (
                    BinaryOperatorKind.Add
                    or BinaryOperatorKind.Subtract
                    or BinaryOperatorKind.Multiply
                    or BinaryOperatorKind.Remainder
                    or BinaryOperatorKind.LeftShift
                )
            || binary.OperatorMethod is not null
        )
        {
            return Opaque(binary);
        }

        IndexValue left = Read(binary.LeftOperand);
        IndexValue right = Read(binary.RightOperand);
        if (binary.OperatorKind == BinaryOperatorKind.Remainder)
        {
            return right.Polynomial.IsSettled() && !left.Polynomial.IsSettled()
                ? left with
                {
                    Folds = left.Folds | IndexFolds.Wrap,
                }
                : Opaque(binary);
        }

        IndexPolynomial? value = binary.OperatorKind switch
        {
            BinaryOperatorKind.Add => (left.Polynomial + right.Polynomial).Limited(),
            BinaryOperatorKind.Subtract => (left.Polynomial - right.Polynomial).Limited(),
            BinaryOperatorKind.Multiply => Multiply(left.Polynomial, right.Polynomial),
            _ => right.Polynomial.Constant is { } shift && shift >= 0 && shift < LargestShift
                ? left.Polynomial.Scale(1 << (int)shift)
                : null,
        };
        return value is null ? Opaque(binary) : new IndexValue(value, left.Folds | right.Folds);
    }

    /// <summary>A row's length that is a sum counts as one size: <c>(width + 2 * radius) * y</c>.</summary>
    private IndexPolynomial? Multiply(IndexPolynomial left, IndexPolynomial right) =>
        (left.IsSettled(), right.IsSettled()) switch
        {
            (true, false) => Size(left).Times(right),
            (false, true) => left.Times(Size(right)),
            _ => left.Times(right),
        };

    private IndexPolynomial Size(IndexPolynomial polynomial)
    {
        if (polynomial.Terms.Length < 2)
        {
            return polynomial;
        }

        StringBuilder key = new("(");
        foreach (
            IndexTerm term in polynomial.Terms.OrderBy(term => string.Join(",", term.Atoms.Select(atom => atom.Id)), StringComparer.Ordinal)
        )
        {
            key.AppendFormat(CultureInfo.InvariantCulture, "{0}*{1} ", term.Factor, string.Join(",", term.Atoms.Select(atom => atom.Id)));
        }

        bool mayBeNegative = polynomial.Atoms.Any(atom => BorderWords.IsSign(atom.Name));
        return IndexPolynomial.Of(
            body.AtomOf(key.ToString(), IndexAtomKind.Fixed, mayBeNegative ? "sign" : "", ImmutableHashSet<IOperation>.Empty)
        );
    }

    /// <summary>
    /// An unknown for an expression that is not understood. It may change with every loop that something in it may change with.
    /// </summary>
    private IndexValue Opaque(IOperation operation)
    {
        StringBuilder key = new(operation.Syntax.ToString());
        HashSet<IOperation> dependsOn = [];
        foreach (IOperation part in operation.DescendantsAndSelf())
        {
            if (
                part != operation
                && WriteReader.VariableOf(part) is { } variable
                && part is not (IConversionOperation or IParenthesizedOperation)
            )
            {
                key.Append('|').Append(body.NumberOf(variable));
                foreach (IndexAtom atom in body.Variables.Read(variable, part).Polynomial.Atoms)
                {
                    dependsOn.UnionWith(atom.DependsOn);
                    dependsOn.UnionWith(atom.Scope is { } scope ? [scope] : []);
                }
            }

            if (
                part is IInvocationOperation call && !IsPure(call)
                || part is IIncrementOrDecrementOperation or IAssignmentOperation or IAwaitOperation
            )
            {
                dependsOn.UnionWith(Order.LoopsAround(part));
            }
        }

        return new IndexValue(
            IndexPolynomial.Of(
                body.AtomOf(
                    key.ToString(),
                    dependsOn.Count == 0 ? IndexAtomKind.Fixed : IndexAtomKind.Varying,
                    NameOf(operation),
                    dependsOn.ToImmutableHashSet()
                )
            )
        );
    }

    private static string NameOf(IOperation operation) =>
        operation switch
        {
            IPropertyReferenceOperation property => property.Property.Name,
            IFieldReferenceOperation field => field.Field.Name,
            IConditionalOperation => "sign",
            _ => "",
        };

    private static bool IsPure(IInvocationOperation call) =>
        call.TargetMethod.ContainingType?.Name is "Math" or "MathF"
        || call.TargetMethod.Name is "GetLength" or "GetUpperBound" or "GetLowerBound" or "Count";
}
