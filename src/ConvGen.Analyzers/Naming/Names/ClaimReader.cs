using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Names;

/// <summary>
/// Finds the name that an operation answers to. Nearest first: the local, field or property that receives its result; the variable or parameter
/// that a surrounding lambda is assigned to; the local function around it; the member around it. A name that says no operation is passed over.
/// </summary>
internal static class ClaimReader
{
    /// <summary>The nearest name that says an operation, or null.</summary>
    /// <param name="operation">A call, a construction, a method reference, an assignment or any other expression.</param>
    /// <param name="member">The body around it.</param>
    public static NameClaim? Read(IOperation operation, MemberContext member) =>
        DestinationReader.Read(operation, member.Options) ?? new ClaimWalk(member).Read(operation) ?? OfOwner(member.Owner, member.Options);

    /// <summary>What a symbol's name says.</summary>
    /// <param name="symbol">What carries the name.</param>
    /// <param name="use">Where it is used, for a symbol that is not declared in source.</param>
    /// <param name="options">The options of the file.</param>
    public static NameClaim? Of(ISymbol symbol, SyntaxNode use, NamingOptions options)
    {
        // An explicit implementation is called after its interface too.
        string name = symbol.Name.Substring(symbol.Name.LastIndexOf('.') + 1);
        if ((symbol is IMethodSymbol ? NameReader.ReadRoutine(name, options) : NameReader.Read(name, options)) is not { } reading)
        {
            return null;
        }

        Location location = symbol.Locations.FirstOrDefault(candidate => candidate.IsInSource) ?? use.GetLocation();
        return new NameClaim(reading.Operation, name, reading.IsExplicit, symbol, location);
    }

    /// <summary>What the name of a member itself says.</summary>
    public static NameClaim? OfOwner(MemberContext member) => OfOwner(member.Owner, member.Options);

    /// <summary>Constructors, operators and initialisers have no name of their own that could say what they do.</summary>
    private static NameClaim? OfOwner(ISymbol owner, NamingOptions options)
    {
        ISymbol? named = owner switch
        {
            IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation } method => method,
            IMethodSymbol { AssociatedSymbol: IPropertySymbol { IsIndexer: false } property } => property,
            _ => null,
        };
        ImmutableArray<SyntaxReference> declarations = named?.DeclaringSyntaxReferences ?? ImmutableArray<SyntaxReference>.Empty;
        return named is null || declarations.IsEmpty ? null : Of(named, declarations[0].GetSyntax(), options);
    }
}
