using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Names;

/// <summary>
/// Finds the name that an operation answers to. Nearest first: the local, field or property that receives its result; the variable or
/// parameter
/// that a surrounding lambda is assigned to; the local function around it; the member around it. A name that says no operation is passed
/// over.
/// </summary>
internal static class ClaimReader
{
    /// <summary>The nearest name that says an operation, or null.</summary>
    /// <param name="operation">A call, a construction, a method reference, an assignment or any other expression.</param>
    /// <param name="member">The body around it.</param>
    public static NameClaim? Read(IOperation operation, MemberContext member) =>
        DestinationReader.Read(operation, member.Options) ?? new ClaimWalk(member).Read(operation) ?? OfOwner(member.Owner, member.Options);

    /// <summary>
    /// The name that a loop answers to. Where a local and the member around it say the same, the member does: its name is what callers
    /// read, and with the
    /// local renamed alone nothing would be right.
    /// </summary>
    public static NameClaim? ReadLoop(IOperation operation, MemberContext member)
    {
        NameClaim? nearest = Read(operation, member) ?? member.Surrounding;
        return
            nearest is { Symbol: ILocalSymbol local }
            && OfOwner(member) is { } owner
            && owner.Operation == nearest.Operation
            && !IsInLocalFunction(operation)
            ? owner with
            {
                Local = local.Locations.FirstOrDefault(static location => location.IsInSource),
            }
            : nearest;
    }

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

    private static bool IsInLocalFunction(IOperation operation)
    {
        for (IOperation? parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is ILocalFunctionOperation or IAnonymousFunctionOperation)
            {
                return true;
            }
        }

        return false;
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
