using ConvGen.Generator.Parsing;
using ConvGen.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.Generator.Reporting;

/// <summary>
/// What is found by the names of attributes as they are written: a method that carries one, an attribute in a place that holds no method
/// of a type, or another name that the whole project knows one by. One step over the syntax finds them all: each such step, those that
/// search for one attribute included, costs its share in every file after every edit.
/// </summary>
/// <param name="Declaration">The declaration, or null.</param>
/// <param name="Misplaced">The attribute in such a place, or null.</param>
/// <param name="Alias">The other name, or null.</param>
internal sealed record WrittenCandidate(Guarded<Declaration>? Declaration, MisplacedAttribute? Misplaced, string? Alias)
{
    /// <summary>
    /// Whether a node may be one. What passes is bound anew after every edit but those of which <see cref="ReadCandidates"/> knows better.
    /// </summary>
    public static bool IsCandidate(SyntaxNode node, CancellationToken cancellation) =>
        node switch
        {
            MethodDeclarationSyntax method => IsMarked(method),
            UsingDirectiveSyntax directive => directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword) && IsAlias(directive),
            _ => MisplacedAttribute.IsCandidate(node, cancellation),
        };

    /// <summary>The candidate as values, or null where it is none after all.</summary>
    public static WrittenCandidate? Read(GeneratorSyntaxContext context, CancellationToken cancellation) =>
        context.Node switch
        {
            MethodDeclarationSyntax method => ReadMethod(method, context.SemanticModel, cancellation) is { } read
                ? new(read, null, null)
                : null,
            UsingDirectiveSyntax directive => new(null, null, directive.Alias!.Name.Identifier.ValueText),
            _ => MisplacedAttribute.Read(context, cancellation) is { } misplaced ? new(null, misplaced, null) : null,
        };

    /// <summary>
    /// The declarations that only such other names lead to. Few projects have one; there all files are searched after every edit.
    /// </summary>
    public static IEnumerable<Guarded<Declaration>> ReadAliased(
        IReadOnlyCollection<string> aliases,
        Compilation compilation,
        CancellationToken cancellation
    ) =>
        (aliases.Count == 0 ? [] : compilation.SyntaxTrees)
            .SelectMany(tree => tree.GetRoot(cancellation).DescendantNodes(MayHoldMethods).OfType<MethodDeclarationSyntax>())
            .Where(method => !IsMarked(method) && Any(method, attribute => WrittenName.IsAnyOf(aliases, Named(attribute))))
            .Select(method => ReadMethod(method, compilation.GetSemanticModel(method.SyntaxTree), cancellation))
            .OfType<Guarded<Declaration>>();

    private static bool MayHoldMethods(SyntaxNode node) =>
        node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax;

    private static Guarded<Declaration>? ReadMethod(MethodDeclarationSyntax part, SemanticModel model, CancellationToken cancellation)
    {
        if (model.GetDeclaredSymbol(part, cancellation) is not IMethodSymbol method)
        {
            return null;
        }

        Guarded<Declaration> read = Guarded.Run(method.Name, header: null, () => DeclarationReader.ReadAt(method, part, cancellation));
        return read.Value is null && read.Failure is null ? null : read with { Header = read.Value?.Header };
    }

    private static bool IsMarked(MethodDeclarationSyntax method) =>
        method.AttributeLists.Count > 0 && Any(method, static attribute => WrittenName.IsKnown(Named(attribute)));

    private static bool Any(MethodDeclarationSyntax method, Func<AttributeSyntax, bool> condition)
    {
        foreach (AttributeListSyntax list in method.AttributeLists)
        {
            foreach (AttributeSyntax attribute in list.Attributes)
            {
                if (condition(attribute))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsAlias(UsingDirectiveSyntax directive) =>
        directive is { Alias: not null, Name: { } meant } && WrittenName.IsKnown(WrittenName.Of(meant));

    /// <summary>The attribute's name; where it is an alias of the file, that of what it stands for.</summary>
    private static string Named(AttributeSyntax attribute)
    {
        string name = WrittenName.Of(attribute.Name);
        if (WrittenName.IsKnown(name) || attribute.Name is not IdentifierNameSyntax)
        {
            return name;
        }

        foreach (SyntaxNode around in attribute.Ancestors())
        {
            SyntaxList<UsingDirectiveSyntax> usings = around switch
            {
                BaseNamespaceDeclarationSyntax space => space.Usings,
                CompilationUnitSyntax unit => unit.Usings,
                _ => default,
            };
            foreach (UsingDirectiveSyntax directive in usings)
            {
                if (
                    directive is { Alias.Name.Identifier.ValueText: var alias, Name: { } meant }
                    && WrittenName.WithoutSuffix(alias) == name
                )
                {
                    return WrittenName.Of(meant);
                }
            }
        }

        return name;
    }
}
