using ConvGen.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.Generator.Reporting;

/// <summary>
/// What is found by the names of attributes as they are written: a method with a kernel and no operation, or an attribute in a place that holds no method of a type. Both are mistakes, and one
/// step finds them all, because each step over the syntax of a project costs its share after every edit.
/// </summary>
/// <param name="Lone">The declaration without an operation, or null.</param>
/// <param name="Misplaced">The attribute in such a place, or null.</param>
internal sealed record WrittenCandidate(Guarded<Declaration>? Lone, MisplacedAttribute? Misplaced)
{
    private static readonly string[] OperationNames = [.. AttributeNames.Operations.Select(AttributeNames.Short)];

    /// <summary>Whether a node may be one. What passes is bound anew after every edit, so an attribute that is written under another name is left to the analyzers.</summary>
    public static bool IsCandidate(SyntaxNode node, CancellationToken cancellation) => node is MethodDeclarationSyntax method
        ? method.AttributeLists.Count > 0 && IsLone(method)
        : MisplacedAttribute.IsCandidate(node, cancellation);

    /// <summary>The candidate as values, or null where it is none after all.</summary>
    public static WrittenCandidate? Read(GeneratorSyntaxContext context, CancellationToken cancellation)
    {
        if (context.Node is not MethodDeclarationSyntax)
        {
            return MisplacedAttribute.Read(context, cancellation) is { } misplaced ? new(null, misplaced) : null;
        }

        if (context.SemanticModel.GetDeclaredSymbol(context.Node, cancellation) is not IMethodSymbol method)
        {
            return null;
        }

        Guarded<Declaration> read = Guarded.Run(method.Name, header: null, () => DeclarationReader.ReadWithoutOperation(method, cancellation));
        return read.Value is null && read.Failure is null ? null : new(read with { Header = read.Value?.Header }, null);
    }

    private static bool IsLone(MethodDeclarationSyntax method)
    {
        bool hasKernel = false;
        foreach (AttributeListSyntax list in method.AttributeLists)
        {
            foreach (AttributeSyntax attribute in list.Attributes)
            {
                string name = Named(attribute);
                if (OperationNames.Contains(name))
                {
                    return false;
                }

                hasKernel |= WrittenName.IsKnown(name);
            }
        }

        return hasKernel;
    }

    /// <summary>The attribute's name; where it is an alias of the file, that of what it stands for.</summary>
    private static string Named(AttributeSyntax attribute)
    {
        string name = WrittenName.Of(attribute.Name);
        if (WrittenName.IsKnown(name) || attribute.Name is not IdentifierNameSyntax { Identifier.ValueText: var written })
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
            if (usings.FirstOrDefault(directive => directive.Alias?.Name.Identifier.ValueText == written)?.Name is { } meant)
            {
                return WrittenName.Of(meant);
            }
        }

        return name;
    }
}
