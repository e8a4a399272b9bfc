using ConvGen.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.Generator.Reporting;

/// <summary>
/// One of the attributes on something else that the language calls a method: a local function, a lambda, an accessor. The generator reads
/// only methods of types, so these would be passed over in silence.
/// </summary>
/// <param name="Name">The name of what carries the attribute.</param>
/// <param name="Path">The file.</param>
/// <param name="Span">Where in it the attribute stands.</param>
/// <param name="Lines">The same in lines and characters.</param>
internal sealed record MisplacedAttribute(string Name, string Path, TextSpan Span, LinePositionSpan Lines)
{
    /// <summary>Why nothing can be generated, and the remedy.</summary>
    public const string Reason = "only a method of a class, struct, record or interface can be; move the attributes to a partial method";

    /// <summary>The kinds of node that can carry the attributes and that the generator does not read.</summary>
    public static readonly SyntaxKind[] Kinds =
    [
        SyntaxKind.LocalFunctionStatement,
        SyntaxKind.ParenthesizedLambdaExpression,
        SyntaxKind.SimpleLambdaExpression,
        SyntaxKind.GetAccessorDeclaration,
        SyntaxKind.SetAccessorDeclaration,
        SyntaxKind.InitAccessorDeclaration,
        SyntaxKind.AddAccessorDeclaration,
        SyntaxKind.RemoveAccessorDeclaration,
        SyntaxKind.OperatorDeclaration,
        SyntaxKind.ConversionOperatorDeclaration,
        SyntaxKind.DestructorDeclaration,
        SyntaxKind.EventFieldDeclaration,
    ];

    /// <summary>
    /// Whether a node carries one of the attributes by its name. What passes is bound anew after every edit, so an attribute that is
    /// written under another name is left to the analyzers.
    /// </summary>
    public static bool IsCandidate(SyntaxNode node, CancellationToken cancellation)
    {
        // Asked of every node of a file: those without attributes, which are nearly all, must cost nothing.
        foreach (AttributeListSyntax list in Lists(node))
        {
            foreach (AttributeSyntax attribute in IsOnMethod(node, list) ? list.Attributes : default)
            {
                if (WrittenName.IsKnown(WrittenName.Of(attribute.Name)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The first of the attributes on a node, as a value, or null.</summary>
    public static MisplacedAttribute? Read(GeneratorSyntaxContext context, CancellationToken cancellation)
    {
        if (Find(context.Node, context.SemanticModel, cancellation) is not { } written)
        {
            return null;
        }

        string name = NameOf(context.Node, context.SemanticModel.GetEnclosingSymbol(written.SpanStart, cancellation));
        return new(name, written.SyntaxTree.FilePath, written.Span, written.SyntaxTree.GetLineSpan(written.Span, cancellation).Span);
    }

    /// <summary>The first of the attributes on a node, or null.</summary>
    public static AttributeSyntax? Find(SyntaxNode node, SemanticModel model, CancellationToken cancellation) =>
        Lists(node)
            .Where(list => IsOnMethod(node, list))
            .SelectMany(static list => list.Attributes)
            .FirstOrDefault(attribute =>
                model.GetTypeInfo(attribute, cancellation).Type is { } type && AttributeNames.All.Contains(type.ToDisplayString())
            );

    /// <summary>What a message calls the node: its own name, or that of the member around it.</summary>
    public static string NameOf(SyntaxNode node, ISymbol? container) =>
        node is LocalFunctionStatementSyntax local ? local.Identifier.ValueText : container?.Name ?? "";

    /// <summary>
    /// On results and parameters the compiler refuses the attributes by itself; on an event it takes <c>[method: ...]</c>, which means its
    /// accessors.
    /// </summary>
    private static bool IsOnMethod(SyntaxNode node, AttributeListSyntax list) =>
        list.Target is { } target ? target.Identifier.IsKind(SyntaxKind.MethodKeyword) : node is not EventFieldDeclarationSyntax;

    private static SyntaxList<AttributeListSyntax> Lists(SyntaxNode node) =>
        node switch
        {
            LocalFunctionStatementSyntax local => local.AttributeLists,
            LambdaExpressionSyntax lambda => lambda.AttributeLists,
            AccessorDeclarationSyntax accessor => accessor.AttributeLists,
            OperatorDeclarationSyntax member => member.AttributeLists,
            ConversionOperatorDeclarationSyntax member => member.AttributeLists,
            DestructorDeclarationSyntax member => member.AttributeLists,
            EventFieldDeclarationSyntax member => member.AttributeLists,
            _ => default,
        };
}
