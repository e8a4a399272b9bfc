using ConvGen.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Declarations;

/// <summary>CONV001: the generator can write no implementing part, because the method or a type around it is not partial, or because the method has a body.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NotPartialAnalyzer() : DeclarationAnalyzer(DeclarationRules.NotPartial)
{
    private const string OtherMember = "only a method of a class, struct, record or interface can be; move the attributes to a partial method";

    /// <summary>
    /// The attributes may stand on everything that the language calls a method. The generator only reads real ones, so the others would
    /// be passed over in silence.
    /// </summary>
    private protected override void Register(CompilationStartAnalysisContext context)
    {
        base.Register(context);
        AttributeMentions mentions = AttributeMentions.Of(context.Compilation);
        context.RegisterSyntaxNodeAction(
            node =>
            {
                if (mentions.IsIn(node.Node.SyntaxTree))
                {
                    AnalyzeOther(node);
                }
            },
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
            SyntaxKind.EventFieldDeclaration);
    }

    private void AnalyzeOther(SyntaxNodeAnalysisContext context)
    {
        SyntaxList<AttributeListSyntax> lists = context.Node switch
        {
            LocalFunctionStatementSyntax local => local.AttributeLists,
            LambdaExpressionSyntax lambda => lambda.AttributeLists,
            AccessorDeclarationSyntax accessor => accessor.AttributeLists,
            MemberDeclarationSyntax member => member.AttributeLists,
            _ => default,
        };

        AttributeSyntax? written = lists.Where(list => IsOnMethod(list, context.Node)).SelectMany(list => list.Attributes).FirstOrDefault(attribute => IsOurs(context, attribute));
        if (written is not null)
        {
            string name = context.Node is LocalFunctionStatementSyntax local ? local.Identifier.ValueText : context.ContainingSymbol?.Name ?? "";
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, written.GetLocation(), name, OtherMember));
        }
    }

    /// <summary>On results and parameters the compiler refuses the attributes by itself; on an event it takes <c>[method: ...]</c>, which means its accessors.</summary>
    private static bool IsOnMethod(AttributeListSyntax list, SyntaxNode node) =>
        list.Target is { } target ? target.Identifier.IsKind(SyntaxKind.MethodKeyword) : node is not EventFieldDeclarationSyntax;

    private static bool IsOurs(SyntaxNodeAnalysisContext context, AttributeSyntax attribute) =>
        context.SemanticModel.GetTypeInfo(attribute, context.CancellationToken).Type is { } type && AttributeNames.All.Contains(type.ToDisplayString());
}
