using ConvGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace ConvGen.Generator.Parsing.Symbols;

/// <summary>
/// Finds types of the user's own that take a name from generated code. <c>global::</c> leads past everything in the user's namespaces,
/// but not past a type that is called <c>System</c>, nor past one that is declared again in a namespace of the framework's: what stands
/// in source comes before what is referenced.
/// </summary>
internal static class CollisionReader
{
    private static readonly string[][] Imports = [.. GeneratedNames.Imports.Select(static name => name.Split('.'))];

    private static readonly string[] Own = GeneratedNames.Namespace.Split('.');

    /// <summary>
    /// The first collision in the assembly of a method, or null. Asked for every declaration after every edit: two look-ups where nothing
    /// has such a name.
    /// </summary>
    public static Collision? Read(IMethodSymbol method)
    {
        INamespaceSymbol global = method.ContainingModule.GlobalNamespace;
        return (global.GetMembers(Imports[0][0]).Any() ? OfFramework(global, method.ContainingAssembly) : null)
            ?? (global.GetMembers(Own[0]).Any() ? OfGenerated(global, method.ContainingAssembly) : null);
    }

    private static Collision? OfFramework(INamespaceSymbol global, IAssemblySymbol assembly)
    {
        foreach (string[] import in Imports)
        {
            if (HiddenNamespace(global, import) is { } hidden)
            {
                return OfNamespace(hidden, assembly);
            }

            // Whatever is declared in one of them is found beside what another one holds under that name.
            if (Find(global, import)?.GetTypeMembers().FirstOrDefault(IsNamed) is { } type)
            {
                return new(
                    $"The type '{type.ToDisplayString()}' hides a type of the framework from generated code",
                    $"rename it, or move it out of the namespace '{type.ContainingNamespace.ToDisplayString()}'",
                    StopsCompiler: false
                );
            }
        }

        return null;
    }

    private static Collision? OfGenerated(INamespaceSymbol global, IAssemblySymbol assembly)
    {
        if (HiddenNamespace(global, Own) is { } hidden)
        {
            return OfNamespace(hidden, assembly);
        }

        // Analyzers see what is generated as well.
        INamespaceOrTypeSymbol? intruder = Find(global, Own)
            ?.GetMembers()
            .FirstOrDefault(static member =>
                member is not INamedTypeSymbol type
                || (!type.IsFileLocal && !type.Name.StartsWith(GeneratedNames.HelperPrefix, StringComparison.Ordinal))
            );
        return intruder is null
            ? null
            : new(
                $"'{intruder.ToDisplayString()}' stands in the namespace of generated code, from which it can hide names",
                "move it into another namespace",
                StopsCompiler: false
            );
    }

    private static bool IsNamed(INamedTypeSymbol type) => !type.IsFileLocal && GeneratedNames.Types.Contains(type.MetadataName);

    private static Collision OfNamespace(INamedTypeSymbol type, IAssemblySymbol assembly) =>
        new(
            $"The type '{type.ToDisplayString()}' hides the namespace of that name from generated code",
            "rename it, or move it into " + (type.ContainingNamespace.IsGlobalNamespace ? "a namespace" : "another namespace"),
            assembly.GetAttributes().Any(static attribute => attribute.AttributeClass is null or IErrorTypeSymbol)
        );

    /// <summary>The type that has the name of a namespace, or of one around it; or null.</summary>
    private static INamedTypeSymbol? HiddenNamespace(INamespaceSymbol global, string[] name)
    {
        INamespaceSymbol? space = global;
        for (int index = 0; space is not null && index < name.Length; index++)
        {
            if (space.GetTypeMembers(name[index], 0).FirstOrDefault(static type => !type.IsFileLocal) is { } type)
            {
                return type;
            }

            space = Member(space, name[index]);
        }

        return null;
    }

    private static INamespaceSymbol? Find(INamespaceSymbol global, string[] name) =>
        name.Aggregate((INamespaceSymbol?)global, static (space, part) => space is null ? null : Member(space, part));

    private static INamespaceSymbol? Member(INamespaceSymbol space, string name) =>
        space.GetMembers(name).OfType<INamespaceSymbol>().FirstOrDefault();
}
