using ConvGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.Generator.Parsing.Symbols;

/// <summary>
/// Copies what an implementing part must repeat. Modifiers come from the syntax, because symbols also tell implied ones (an interface
/// member's <c>public</c>, a <c>params</c> span's <c>scoped</c>); types come from symbols, because only these know their namespaces.
/// </summary>
internal static class HeaderReader
{
    public static MethodHeader Read(IMethodSymbol method, MethodDeclarationSyntax syntax, CancellationToken cancellation)
    {
        (string documentation, string documentationEnd) = DocumentationReader.Read(method, syntax, cancellation);
        return Read(method, syntax, documentation) with { DocumentationEnd = documentationEnd };
    }

    private static MethodHeader Read(IMethodSymbol method, MethodDeclarationSyntax syntax, string documentation) =>
        new(
            method.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString(SymbolNames.Namespace) : "",
            ContainingTypes(method, syntax).ToEquatableArray(),
            Modifiers(syntax),
            ReturnType(method),
            SymbolNames.Escape(method.Name),
            TypeParameters(method.TypeParameters, withVariance: false),
            Constraints(method, syntax),
            Parameters(method, syntax).ToEquatableArray(),
            documentation,
            Identity(method)
        );

    /// <summary>A text that no other method of the compilation shares.</summary>
    public static string Identity(IMethodSymbol method) =>
        method.GetDocumentationCommentId() ?? method.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat);

    /// <summary>The user's order is legal, but for <c>partial</c>, which only the newest languages allow anywhere but at the end.</summary>
    private static string Modifiers(MethodDeclarationSyntax syntax)
    {
        IEnumerable<string> modifiers = syntax
            .Modifiers.Where(static token => !token.IsKind(SyntaxKind.PartialKeyword) && !token.IsKind(SyntaxKind.AsyncKeyword))
            .Select(static token => token.Text);
        return string.Join(" ", modifiers.Append("partial"));
    }

    private static string ReturnType(IMethodSymbol method)
    {
        string type = SymbolNames.Qualify(method.ReturnType);
        return method.RefKind switch
        {
            RefKind.Ref => "ref " + type,
            RefKind.RefReadOnly => "ref readonly " + type,
            _ => type,
        };
    }

    private static List<ContainingType> ContainingTypes(IMethodSymbol method, MethodDeclarationSyntax syntax)
    {
        List<ContainingType> types = [];
        SyntaxNode? node = syntax.Parent;
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType, node = node?.Parent)
        {
            bool isUnsafe = node is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.UnsafeKeyword);
            types.Insert(
                0,
                new ContainingType(
                    Keywords(type, isUnsafe),
                    SymbolNames.Escape(type.Name) + TypeParameters(type.TypeParameters, withVariance: true)
                )
            );
        }

        return types;
    }

    /// <summary><c>unsafe</c> is repeated because pointers in a signature need it on the part where they stand.</summary>
    private static string Keywords(INamedTypeSymbol type, bool isUnsafe)
    {
        string keyword = type.TypeKind switch
        {
            TypeKind.Interface => "interface",
            TypeKind.Struct when type.IsRecord => "record struct",
            TypeKind.Struct => "struct",
            _ when type.IsRecord => "record",
            _ => "class",
        };
        return (isUnsafe ? "unsafe " : "") + (type.IsRefLikeType ? "ref " : "") + "partial " + keyword;
    }

    private static string TypeParameters(IReadOnlyList<ITypeParameterSymbol> parameters, bool withVariance)
    {
        static string Variance(ITypeParameterSymbol parameter) =>
            parameter.Variance switch
            {
                VarianceKind.In => "in ",
                VarianceKind.Out => "out ",
                _ => "",
            };

        return parameters.Count == 0
            ? ""
            : "<"
                + string.Join(
                    ", ",
                    parameters.Select(parameter => (withVariance ? Variance(parameter) : "") + SymbolNames.Escape(parameter.Name))
                )
                + ">";
    }

    /// <summary>
    /// An override inherits its constraints; it may only say <c>class</c>, <c>struct</c> or <c>default</c>, and says it as written.
    /// </summary>
    private static string Constraints(IMethodSymbol method, MethodDeclarationSyntax syntax)
    {
        if (syntax.ConstraintClauses.Count == 0)
        {
            return "";
        }

        if (method.IsOverride)
        {
            return string.Join(" ", syntax.ConstraintClauses.Select(static clause => clause.ToString()));
        }

        string text = method.ToDisplayString(SymbolNames.MethodGenerics);
        int where = text.IndexOf(" where ", StringComparison.Ordinal);
        return where < 0 ? "" : text.Substring(where + 1);
    }

    private static IEnumerable<Parameter> Parameters(IMethodSymbol method, MethodDeclarationSyntax syntax)
    {
        SeparatedSyntaxList<ParameterSyntax> written = syntax.ParameterList.Parameters;
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            string modifiers =
                parameter.Ordinal < written.Count
                    ? string.Join(" ", written[parameter.Ordinal].Modifiers.Select(static token => token.Text))
                    : "";
            yield return new Parameter(modifiers, SymbolNames.Qualify(parameter.Type), SymbolNames.Escape(parameter.Name));
        }
    }
}
