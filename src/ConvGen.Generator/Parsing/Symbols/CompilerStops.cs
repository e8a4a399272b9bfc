using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.Generator.Parsing.Symbols;

/// <summary>
/// Tells whether the compiler has an error of its own for a declaration that no part can be written for. With such an error a build ends
/// before it comes to its analyzers, so that none of them reports anything.
/// </summary>
internal static class CompilerStops
{
    /// <param name="method">The method.</param>
    /// <param name="syntax">Where it is declared.</param>
    /// <param name="isObstructed">Whether <see cref="ObstacleReader"/> found why no part can be written.</param>
    public static bool At(IMethodSymbol method, MethodDeclarationSyntax syntax, bool isObstructed)
    {
        bool isExtended = IsExtended(method, syntax);
        if ((isExtended && !KnowsExtended(syntax)) || HasUnknownType(method))
        {
            return true;
        }

        if (!isObstructed)
        {
            return false;
        }

        bool hasBody = syntax.Body is not null || syntax.ExpressionBody is not null;
        if (!syntax.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            bool needsNoBody = method.ContainingType is { TypeKind: TypeKind.Interface } || method.IsAbstract || method.IsExtern;
            return !hasBody && !needsNoBody;
        }

        // Old partial methods, which are private and return nothing, may do without an implementing part: calls of them vanish.
        return method.PartialImplementationPart is null
            && (
                hasBody
                || isExtended
                || syntax.ExplicitInterfaceSpecifier is not null
                || !IsInPartialType(syntax)
                || ObstacleReader.IsRepeated(method)
            );
    }

    /// <summary>
    /// Whether the compiler insists on an implementing part: since C# 9 a partial method may have modifiers and a result, and then must
    /// have one.
    /// </summary>
    private static bool IsExtended(IMethodSymbol method, MethodDeclarationSyntax syntax) =>
        syntax.Modifiers.Any(SyntaxKind.PartialKeyword)
        && (
            !method.ReturnsVoid
            || syntax.Modifiers.Any(static token =>
                token.Kind()
                    is not (
                        SyntaxKind.PartialKeyword
                        or SyntaxKind.StaticKeyword
                        or SyntaxKind.UnsafeKeyword
                        or SyntaxKind.AsyncKeyword
                        or SyntaxKind.ReadOnlyKeyword
                    )
            )
            || method.Parameters.Any(static parameter => parameter.RefKind == RefKind.Out)
        );

    private static bool KnowsExtended(MethodDeclarationSyntax syntax) =>
        syntax.SyntaxTree.Options is not CSharpParseOptions { LanguageVersion: < LanguageVersion.CSharp9 };

    private static bool HasUnknownType(IMethodSymbol method) =>
        IsUnknown(method.ReturnType) || method.Parameters.Any(static parameter => IsUnknown(parameter.Type));

    private static bool IsUnknown(ITypeSymbol type) =>
        type switch
        {
            IErrorTypeSymbol => true,
            IArrayTypeSymbol array => IsUnknown(array.ElementType),
            IPointerTypeSymbol pointer => IsUnknown(pointer.PointedAtType),
            INamedTypeSymbol named => named.TypeArguments.Any(IsUnknown),
            _ => false,
        };

    private static bool IsInPartialType(MethodDeclarationSyntax syntax) =>
        syntax.Parent is TypeDeclarationSyntax type && type.Modifiers.Any(SyntaxKind.PartialKeyword);
}
