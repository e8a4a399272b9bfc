using System.Collections.Immutable;
using ConvGen.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.Analyzers.Catalogue;

/// <summary>Reads <c>[assembly: KernelOperation]</c>.</summary>
internal static class AttributeRows
{
    private const string AttributeType = "KernelOperationAttribute";

    /// <summary>Whether an assembly can carry the attribute, or ours on its methods.</summary>
    public static bool KnowsAttributes(IAssemblySymbol assembly) =>
        assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == "ConvGen"));

    /// <summary>The rows of an assembly.</summary>
    /// <param name="assembly">The assembly, known to reference the attributes.</param>
    /// <param name="isCompilations">Whether it is the one that is compiled, so that mistakes are reported in its source.</param>
    /// <param name="report">Takes what is wrong.</param>
    public static ImmutableArray<CatalogueRow> Read(IAssemblySymbol assembly, bool isCompilations, Action<CatalogueProblem> report)
    {
        ImmutableArray<CatalogueRow>.Builder rows = ImmutableArray.CreateBuilder<CatalogueRow>();
        foreach (AttributeData attribute in assembly.GetAttributes())
        {
            // A constructor with an argument that the compiler refuses has its own error.
            if (
                attribute.AttributeClass is { Name: AttributeType } type
                && SymbolNames.IsIn(type, "ConvGen")
                && attribute.ConstructorArguments.Length == 2
                && CatalogueRowReader.Read(
                    column => Value(attribute, column),
                    column => Locate(attribute, column),
                    $"the attribute in {assembly.Name}",
                    isCompilations,
                    report
                )
                    is { } row
            )
            {
                rows.Add(row);
            }
        }

        return rows.ToImmutable();
    }

    private static string Value(AttributeData attribute, string column) =>
        column switch
        {
            CatalogueColumns.Symbol => attribute.ConstructorArguments[0].Value as string ?? "",
            CatalogueColumns.Operation => attribute.ConstructorArguments[1].Value switch
            {
                0 => nameof(ComputedOperation.Convolution),
                1 => nameof(ComputedOperation.Correlation),
                { } other => other.ToString(),
                null => "",
            },
            CatalogueColumns.Kernel => Named(attribute, "Kernel"),
            CatalogueColumns.When => Named(attribute, "When"),
            CatalogueColumns.Anchor => Named(attribute, "Anchor"),
            CatalogueColumns.Sibling => Named(attribute, "Sibling"),
            _ => "",
        };

    private static string Named(AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value
            is { Kind: TypedConstantKind.Primitive, Value: string value }
            ? value
            : "";

    private static Location Locate(AttributeData attribute, string column)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax() is not AttributeSyntax syntax)
        {
            return Location.None;
        }

        int position = column == CatalogueColumns.Operation ? 1 : 0;
        AttributeArgumentSyntax? written =
            syntax.ArgumentList?.Arguments.FirstOrDefault(argument =>
                string.Equals(argument.NameEquals?.Name.Identifier.ValueText, column, StringComparison.OrdinalIgnoreCase)
            )
            ?? syntax.ArgumentList?.Arguments.Where(argument => argument.NameEquals is null).ElementAtOrDefault(position);
        return written?.Expression.GetLocation() ?? syntax.GetLocation();
    }
}
