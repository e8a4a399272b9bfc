using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.Execution.Tests.Ahead;

/// <summary>
/// Finds broadcasts in generated text that are reinterpreted as numbers of 32 or 64 bits of which they were not made. An instruction may
/// take in such a broadcast, and the JIT compiler then mistakes its size.
/// As bytes and numbers of 16 bits none takes it in: instructions on them have no form with a broadcast from memory.
/// </summary>
internal static class BroadcastLint
{
    private static readonly Dictionary<string, int> SizeOfElement = new(StringComparer.Ordinal)
    {
        ["byte"] = 1,
        ["sbyte"] = 1,
        ["short"] = 2,
        ["ushort"] = 2,
        ["int"] = 4,
        ["uint"] = 4,
        ["float"] = 4,
        ["long"] = 8,
        ["ulong"] = 8,
        ["double"] = 8,
    };

    private static readonly Dictionary<string, int> SizeOfTarget = new(StringComparer.Ordinal)
    {
        ["AsInt32"] = 4,
        ["AsUInt32"] = 4,
        ["AsSingle"] = 4,
        ["AsInt64"] = 8,
        ["AsUInt64"] = 8,
        ["AsDouble"] = 8,
    };

    /// <summary>The broadcasts that are objected to, with their methods.</summary>
    /// <param name="text">A generated file.</param>
    /// <param name="broadcasts">How many broadcasts there are.</param>
    public static IReadOnlyList<string> Find(string text, out int broadcasts)
    {
        List<string> objections = [];
        broadcasts = 0;
        SyntaxNode root = CSharpSyntaxTree.ParseText(text).GetRoot();
        foreach (MethodDeclarationSyntax method in root.DescendantNodes().OfType<MethodDeclarationSyntax>())
        {
            broadcasts += method.DescendantNodes().Count(IsBroadcast);
            Dictionary<string, int> locals = Locals(method);
            bool IsOtherSize(IdentifierNameSyntax local, int target) =>
                locals.TryGetValue(local.Identifier.ValueText, out int made) && made != target;
            foreach (InvocationExpressionSyntax call in method.DescendantNodes().OfType<InvocationExpressionSyntax>())
            {
                if (
                    call.Expression is MemberAccessExpressionSyntax { Expression: var operand, Name.Identifier.ValueText: var name }
                    && SizeOfTarget.TryGetValue(name, out int target)
                    && (IsBroadcast(Bare(operand)) || (Bare(operand) is IdentifierNameSyntax local && IsOtherSize(local, target)))
                )
                {
                    objections.Add($"{method.Identifier.ValueText}: {call}");
                }
            }
        }

        return objections;
    }

    /// <summary>The sizes of the elements of locals that hold a broadcast.</summary>
    private static Dictionary<string, int> Locals(MethodDeclarationSyntax method)
    {
        Dictionary<string, int> declared = [];
        HashSet<string> made = [];
        foreach (VariableDeclarationSyntax declaration in method.DescendantNodes().OfType<VariableDeclarationSyntax>())
        {
            if (
                declaration.Type is GenericNameSyntax { TypeArgumentList.Arguments: [PredefinedTypeSyntax element] }
                && SizeOfElement.TryGetValue(element.Keyword.ValueText, out int size)
            )
            {
                foreach (VariableDeclaratorSyntax variable in declaration.Variables)
                {
                    declared[variable.Identifier.ValueText] = size;
                    if (variable.Initializer is { Value: { } value } && IsBroadcast(Bare(value)))
                    {
                        made.Add(variable.Identifier.ValueText);
                    }
                }
            }
        }

        foreach (AssignmentExpressionSyntax assignment in method.DescendantNodes().OfType<AssignmentExpressionSyntax>())
        {
            if (assignment.Left is IdentifierNameSyntax local && IsBroadcast(Bare(assignment.Right)))
            {
                made.Add(local.Identifier.ValueText);
            }
        }

        return declared.Where(local => made.Contains(local.Key)).ToDictionary(local => local.Key, local => local.Value);
    }

    private static bool IsBroadcast(SyntaxNode node) =>
        node is InvocationExpressionSyntax { ArgumentList.Arguments.Count: 1, Expression: MemberAccessExpressionSyntax member }
        && member is { Name.Identifier.ValueText: "Create", Expression: IdentifierNameSyntax type }
        && type.Identifier.ValueText is ("Vector128" or "Vector256" or "Vector512");

    private static ExpressionSyntax Bare(ExpressionSyntax expression) =>
        expression is ParenthesizedExpressionSyntax { Expression: { } inner } ? Bare(inner) : expression;
}
