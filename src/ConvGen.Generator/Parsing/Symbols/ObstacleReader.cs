using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.Generator.Parsing.Symbols;

/// <summary>Finds out why no implementing part can be written for a method. The compiler has its own error for most of these.</summary>
internal static class ObstacleReader
{
    /// <summary>The end of the paths of our own generated files; an analyzer sees them as part of the compilation.</summary>
    private const string GeneratedFileEnding = ".ConvGen.g.cs";

    /// <summary>The obstacle with its remedy, as a clause, or null.</summary>
    public static string? Read(IMethodSymbol method, MethodDeclarationSyntax syntax) =>
        OfMethod(method, syntax) ?? OfContainingTypes(method, syntax);

    /// <summary>Two parts that define the same method would give two generated files of one name.</summary>
    public static bool IsRepeated(IMethodSymbol method)
    {
        // Most methods share their name with none, and need no identity.
        ImmutableArray<ISymbol> named = method.ContainingType.GetMembers(method.Name);
        if (named.Length <= 1)
        {
            return false;
        }

        string? identity = method.GetDocumentationCommentId();
        return named.Any(member =>
            !SymbolEqualityComparer.Default.Equals(member, method) && member.GetDocumentationCommentId() == identity
        );
    }

    private static string? OfMethod(IMethodSymbol method, MethodDeclarationSyntax syntax)
    {
        bool isPartial = syntax.Modifiers.Any(SyntaxKind.PartialKeyword);
        bool hasBody = syntax.Body is not null || syntax.ExpressionBody is not null;
        if (!isPartial)
        {
            return hasBody
                ? "it has a body and is not partial; remove the body and add the modifier 'partial'"
                : "it is not partial; add the modifier 'partial'";
        }

        if (hasBody)
        {
            return "it has a body of its own; remove the body";
        }

        if (method.PartialImplementationPart is { } implementation && !IsGenerated(implementation))
        {
            return "it is implemented elsewhere; remove that implementation or the attributes";
        }

        if (syntax.Modifiers.Any(SyntaxKind.ExternKeyword) || syntax.Modifiers.Any(SyntaxKind.AbstractKeyword))
        {
            return "it is extern or abstract; remove that modifier";
        }

        if (syntax.ExplicitInterfaceSpecifier is not null)
        {
            return "it implements an interface member explicitly, which partial methods cannot; implement it by calling a partial method";
        }

        return IsRepeated(method) ? "it is declared more than once; keep one of the declarations" : null;
    }

    private static string? OfContainingTypes(IMethodSymbol method, MethodDeclarationSyntax syntax)
    {
        if (syntax.Parent is not TypeDeclarationSyntax || method.ContainingType is null)
        {
            return "it stands in no class, struct, record or interface; move it into a partial one";
        }

        for (SyntaxNode? node = syntax.Parent; node is TypeDeclarationSyntax type; node = node.Parent)
        {
            if (
                !(
                    type.Kind()
                    is SyntaxKind.ClassDeclaration
                        or SyntaxKind.StructDeclaration
                        or SyntaxKind.InterfaceDeclaration
                        or SyntaxKind.RecordDeclaration
                        or SyntaxKind.RecordStructDeclaration
                )
            )
            {
                return "it stands in a declaration that cannot be partial; move it into a partial class";
            }

            if (type.Modifiers.Any(SyntaxKind.FileKeyword))
            {
                return "its containing type '"
                    + type.Identifier.ValueText
                    + "' is local to its file, where nothing can be generated; remove the modifier 'file'";
            }

            if (!type.Modifiers.Any(SyntaxKind.PartialKeyword))
            {
                return "its containing type '" + type.Identifier.ValueText + "' is not partial; add the modifier 'partial' to it";
            }
        }

        return SharedNames.Find(method) is { } name ? "the name '" + name + "' around it is declared twice; rename one of the two" : null;
    }

    private static bool IsGenerated(IMethodSymbol implementation) =>
        implementation.DeclaringSyntaxReferences.All(static reference =>
            reference.SyntaxTree.FilePath.EndsWith(GeneratedFileEnding, StringComparison.Ordinal)
        );
}
