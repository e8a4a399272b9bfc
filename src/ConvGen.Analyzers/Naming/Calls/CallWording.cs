using ConvGen.Analyzers.Naming.Weights;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using OperationKind = ConvGen.Generator.Model.OperationKind;

namespace ConvGen.Analyzers.Naming.Calls;

/// <summary>The words and places that messages about calls share.</summary>
internal static class CallWording
{
    /// <summary>An operation with its article.</summary>
    public static string Noun(OperationKind operation) => operation == OperationKind.Convolution ? "a convolution" : "a correlation";

    /// <summary>Which way the indices run: <c>the indices of kernel and source run the same way</c>.</summary>
    public static string Indices(OperationKind operation) =>
        $"the indices of kernel and source run {(operation == OperationKind.Convolution ? "opposite ways" : "the same way")}";

    /// <summary>What the caller gets instead: <c>the result is that of the kernel rotated by 180 degrees</c>.</summary>
    public static string Result(KernelReading kernel) =>
        kernel.Symmetry == Symmetry.Antisymmetric
            ? "the result differs only by its sign"
            : $"the result is that of the kernel {Turned(kernel)}";

    /// <summary>How the reversal of a kernel is called.</summary>
    public static string Turned(KernelReading kernel) =>
        kernel.Shape is { } shape && WeightSymmetry.Plane(shape) is { Rows: > 1, Columns: > 1 } ? "rotated by 180 degrees" : "reversed";

    /// <summary>The whole of what a call of the other operation means, after the colon of a message.</summary>
    public static string Consequence(CallReading call, OperationKind effective)
    {
        string result =
            call.Kernel.Symmetry == Symmetry.Unknown ? $"unless the kernel is symmetric, {Result(call.Kernel)}" : Result(call.Kernel);
        return call.Kernel.Orientation == Orientation.Reversed
            ? $"{Name(call.Kernel)} is reversed first, so {Indices(effective)}, and {result}"
            : $"{Indices(effective)}, so {result}";
    }

    /// <summary>How a kernel is called in source.</summary>
    public static string Name(KernelReading kernel) => kernel.Symbol is { } symbol ? $"'{symbol.Name}'" : "the kernel";

    /// <summary>How a callee is called: with its type, and a constructor by its type alone.</summary>
    public static string Name(IMethodSymbol callee)
    {
        string? type = callee.ContainingType?.Name;
        return callee.MethodKind switch
        {
            MethodKind.Constructor => type ?? callee.Name,
            MethodKind.UserDefinedOperator => $"{type}.operator {Operator(callee.Name)}",
            MethodKind.LocalFunction => callee.Name,
            _ => type is null ? callee.Name : $"{type}.{callee.Name}",
        };
    }

    /// <summary>The identifier of the callee.</summary>
    public static Location Place(IOperation call) =>
        (
            call.Syntax switch
            {
                InvocationExpressionSyntax invocation => Place(invocation.Expression),
                ObjectCreationExpressionSyntax creation => Place(creation.Type),
                ImplicitObjectCreationExpressionSyntax creation => creation.NewKeyword,
                BinaryExpressionSyntax binary => binary.OperatorToken,
                ExpressionSyntax expression => Place(expression),
                SyntaxNode node => node.GetFirstToken(),
            }
        ).GetLocation();

    private static SyntaxToken Place(ExpressionSyntax callee) =>
        callee switch
        {
            MemberAccessExpressionSyntax access => access.Name.Identifier,
            MemberBindingExpressionSyntax binding => binding.Name.Identifier,
            QualifiedNameSyntax qualified => qualified.Right.Identifier,
            AliasQualifiedNameSyntax qualified => qualified.Name.Identifier,
            SimpleNameSyntax name => name.Identifier,
            ParenthesizedExpressionSyntax parenthesized => Place(parenthesized.Expression),
            _ => callee.GetFirstToken(),
        };

    private static string Operator(string name) =>
        name switch
        {
            "op_Multiply" => "*",
            "op_Addition" => "+",
            "op_Subtraction" => "-",
            "op_Division" => "/",
            _ => name,
        };
}
