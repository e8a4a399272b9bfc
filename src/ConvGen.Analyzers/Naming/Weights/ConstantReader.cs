using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.Analyzers.Naming.Weights;

/// <summary>Constant weights as numbers: by the compiler where it can be asked, else by reading literals and simple arithmetic.</summary>
internal sealed class ConstantReader
{
    private readonly SemanticModel? model;
    private readonly INamedTypeSymbol? scope;

    private ConstantReader(SemanticModel? model, INamedTypeSymbol? scope)
    {
        this.model = model;
        this.scope = scope;
    }

    /// <summary>A reader for expressions of one file.</summary>
    public static ConstantReader For(SemanticModel? model, INamedTypeSymbol? scope) => new(model, scope);

    /// <summary>The value of an operation, looking through conversions and signs, or null.</summary>
    public static double? Of(IOperation operation)
    {
        if (operation.ConstantValue is { HasValue: true, Value: { } value })
        {
            return ToDouble(value);
        }

        return operation.Syntax is ExpressionSyntax syntax && operation.SemanticModel is { } model ? For(model, null).Read(syntax) : null;
    }

    /// <summary>The whole number that an operation is, or null.</summary>
    public static int? Int32(IOperation operation) =>
        Of(operation) is { } value && value == Math.Floor(value) && Math.Abs(value) < int.MaxValue ? (int)value : null;

    /// <summary>The value of an expression, or null.</summary>
    public double? Read(ExpressionSyntax expression)
    {
        if (
            model is not null
            && model.SyntaxTree == expression.SyntaxTree
            && model.GetConstantValue(expression) is { HasValue: true, Value: { } constant }
        )
        {
            return ToDouble(constant);
        }

        return Evaluate(expression) is { } value ? ToDouble(value) : null;
    }

    private static double? ToDouble(object value) =>
        value switch
        {
            char or bool or string => null,
            IConvertible number => number.ToDouble(CultureInfo.InvariantCulture),
            _ => null,
        };

    /// <summary>The boxed value, in its own type as far as it matters: whole numbers divide without remainder.</summary>
    private object? Evaluate(ExpressionSyntax expression) =>
        expression switch
        {
            ParenthesizedExpressionSyntax parenthesized => Evaluate(parenthesized.Expression),
            LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NumericLiteralExpression } literal => literal.Token.Value,
            PrefixUnaryExpressionSyntax unary => Signed(unary),
            CastExpressionSyntax { Type: PredefinedTypeSyntax type } cast => Cast(type.Keyword.Kind(), Evaluate(cast.Expression)),
            BinaryExpressionSyntax binary => Combine(binary.Kind(), Evaluate(binary.Left), Evaluate(binary.Right)),
            IdentifierNameSyntax name => Named(name.Identifier.ValueText),
            _ => null,
        };

    private object? Named(string name)
    {
        for (INamedTypeSymbol? type = model is null ? scope : null; type is not null; type = type.ContainingType)
        {
            foreach (ISymbol member in type.GetMembers(name))
            {
                return member is IFieldSymbol { HasConstantValue: true } field ? field.ConstantValue : null;
            }
        }

        return null;
    }

    private object? Signed(PrefixUnaryExpressionSyntax unary)
    {
        object? value = Evaluate(unary.Operand);
        return unary.Kind() switch
        {
            SyntaxKind.UnaryPlusExpression => value,
            SyntaxKind.UnaryMinusExpression => value switch
            {
                int number => -(long)number,
                long number => -number,
                float number => -number,
                double number => -number,
                decimal number => -number,
                _ => null,
            },
            _ => null,
        };
    }

    private static object? Cast(SyntaxKind type, object? value)
    {
        if (value is null || ToDouble(value) is not { } number)
        {
            return null;
        }

        bool fits = number == Math.Floor(number) && Math.Abs(number) < int.MaxValue;
        return type switch
        {
            SyntaxKind.DoubleKeyword => number,
            SyntaxKind.FloatKeyword => (float)number,
            SyntaxKind.IntKeyword or SyntaxKind.LongKeyword or SyntaxKind.ShortKeyword or SyntaxKind.SByteKeyword when fits => (long)number,
            _ => null,
        };
    }

    private static object? Combine(SyntaxKind kind, object? left, object? right)
    {
        if (left is int or long && right is int or long)
        {
            return Combine(kind, Convert.ToInt64(left, CultureInfo.InvariantCulture), Convert.ToInt64(right, CultureInfo.InvariantCulture));
        }

        if (left is null || right is null || ToDouble(left) is not { } first || ToDouble(right) is not { } second)
        {
            return null;
        }

        double? result = kind switch
        {
            SyntaxKind.AddExpression => first + second,
            SyntaxKind.SubtractExpression => first - second,
            SyntaxKind.MultiplyExpression => first * second,
            SyntaxKind.DivideExpression => first / second,
            _ => null,
        };
        return left is double or decimal || right is double or decimal ? result : (float?)result;
    }

    private static object? Combine(SyntaxKind kind, long left, long right) =>
        kind switch
        {
            SyntaxKind.AddExpression => unchecked(left + right),
            SyntaxKind.SubtractExpression => unchecked(left - right),
            SyntaxKind.MultiplyExpression => unchecked(left * right),
            SyntaxKind.DivideExpression when right is not 0 and not -1 => left / right,
            _ => null,
        };
}
