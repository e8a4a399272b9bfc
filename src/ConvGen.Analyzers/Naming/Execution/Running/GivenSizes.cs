using System.Collections.Immutable;
using ConvGen.Analyzers.Naming.Execution.Concluding;
using ConvGen.Analyzers.Naming.Execution.Spots;
using ConvGen.Analyzers.Naming.Loops;
using ConvGen.Analyzers.Naming.Names;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Execution.Running;

/// <summary>What the parameters of a member say of the sizes with which it is run: by their types, their names and their order.</summary>
internal static class GivenSizes
{
    private static readonly HashSet<string> Groups = Words("w k c b h t m f g tap weight coef coeff kernel");
    private static readonly HashSet<string> Distances = Words("stride step hop dilation dilate rate pad padding spacing");
    private static readonly HashSet<string> Data = Words(
        "data pixels pixel buffer buf image img samples signal cells history delay line state input source src values x z ring temp tmp output result cache memory past"
    );
    private static readonly HashSet<string> Widths = Words("width w columns cols nx");
    private static readonly HashSet<string> Heights = Words("height h rows ny");
    private static readonly HashSet<string> Counts = Words("size len length count num order side dim");

    /// <summary>One of the sets of sizes.</summary>
    public static Sizes Of(int profile, IMethodSymbol? method, SizeHints hints)
    {
        ImmutableArray<IParameterSymbol> parameters = method?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty;
        IParameterSymbol[] counts = [.. parameters.Where(static parameter => ObjectModel.IsInteger(parameter.Type))];
        bool hasKernelSize = Array.Exists(
            counts,
            static parameter =>
                parameter.Name != "size"
                && (BorderWords.IsKernel(parameter.Name) || parameter.Name.EndsWith("aps", StringComparison.Ordinal))
        );

        // How windows lie says nothing of rows, and where it is said in more than one number, a stride is the distance of windows.
        int distances = counts.Count(static parameter => Has(parameter.Name, Distances));
        bool isFlat =
            parameters.Any(static parameter => parameter.Type is IPointerTypeSymbol)
            || hints.IsFlat
            || HasSides(method?.ContainingType)
            || (
                counts.Length > 1
                && distances < counts.Length
                && parameters.Any(static parameter => parameter.Type is IArrayTypeSymbol { Rank: 1 } || ObjectModel.IsSpan(parameter.Type))
            );
        Sizes sizes = new(profile, hasKernelSize, isFlat, counts.Length > 0, hints)
        {
            IsSpaced = (!isFlat && distances > 1) || (!isFlat && DistancesOf(method?.ContainingType) > 1),
            HasPlanes =
                counts.Any(static parameter => Has(parameter.Name, Widths)) && counts.Any(static parameter => Has(parameter.Name, Heights)),
        };
        sizes.Sides.UnionWith(SidesOf(parameters));
        return sizes;
    }

    /// <summary>Whether an object keeps an image whose rows lie one behind the other, and its width and height beside it.</summary>
    private static bool HasSides(INamedTypeSymbol? type)
    {
        ImmutableArray<ISymbol> members = type?.GetMembers() ?? ImmutableArray<ISymbol>.Empty;
        return members.Any(static member => IsSide(member, Widths))
            && members.Any(static member => IsSide(member, Heights))
            && members.Any(static member => member is IFieldSymbol { IsStatic: false, Type: IArrayTypeSymbol { Rank: 1 } });
    }

    /// <summary>How many numbers of an object say how windows lie, as its stride and its padding do.</summary>
    private static int DistancesOf(INamedTypeSymbol? type) =>
        type?.GetMembers().Count(static member => member is IFieldSymbol or IPropertySymbol && IsSide(member, Distances)) ?? 0;

    private static bool IsSide(ISymbol member, HashSet<string> words) =>
        member is { IsStatic: false, IsImplicitlyDeclared: false }
        && member switch
        {
            IFieldSymbol field => field.Type,
            IPropertySymbol property => property.Type,
            _ => null,
        }
            is { } type
        && ObjectModel.IsInteger(type)
        && Has(member.Name, words);

    /// <summary>Of two arrays, or objects that hold one, of which none is called a kernel the second is taken to be.</summary>
    public static IEnumerable<string> SmallOnes(IMethodSymbol? method)
    {
        IParameterSymbol[] arrays = ArraysOf(method);
        IParameterSymbol[] holders = arrays.Length > 1 ? arrays : HoldersOf(method);
        if (holders.Length > 1)
        {
            // What differs from it by its last letter only is of its kind: kx and ky.
            string small = holders[1].Name;
            return holders.Any(static parameter => BorderWords.IsKernel(parameter.Name))
                ? []
                : holders
                    .Skip(1)
                    .Select(static parameter => parameter.Name)
                    .Where(name => name == small || (name.Length == small.Length && small.Length > 1 && IsAlike(name, small)));
        }

        return
            arrays is [{ Type: var type, Name: var name }]
            && ObjectModel.RankOf(type) == 1
            && !BorderWords.IsKernel(name)
            && OwnRows(method!.ContainingType) is [var kernel]
            ? [kernel.Name]
            : [];
    }

    /// <summary>Whether a name says how long a row is.</summary>
    public static bool IsWidth(string name) => Has(name, Widths);

    private static bool IsAlike(string name, string other) => string.CompareOrdinal(name, 0, other, 0, name.Length - 1) == 0;

    /// <summary>The arrays that are read, in their order.</summary>
    public static IParameterSymbol[] ArraysOf(IMethodSymbol? method) =>
        [
            .. (method?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty).Where(static parameter =>
                ObjectModel.IsRow(parameter.Type) && !IsResult(parameter.Name)
            ),
        ];

    /// <summary>Whether a whole number is one of several taps: <c>w0</c>, <c>w1</c>, <c>w2</c>.</summary>
    public static bool IsWholeTap(IParameterSymbol parameter) =>
        ObjectModel.IsInteger(parameter.Type)
        && TapNames.Read(parameter.Name) is var (group, _)
        && Groups.Contains(group)
        && (parameter.ContainingSymbol as IMethodSymbol)?.Parameters.Count(other =>
            ObjectModel.IsInteger(other.Type) && TapNames.Read(other.Name) is { } tap && tap.Group == group
        ) > 2;

    /// <summary>The arrays, and the objects that hold one.</summary>
    private static IParameterSymbol[] HoldersOf(IMethodSymbol? method) =>
        [
            .. (method?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty).Where(static parameter =>
                (ObjectModel.IsRow(parameter.Type) || ObjectModel.HoldsRows(parameter.Type)) && !IsResult(parameter.Name)
            ),
        ];

    /// <summary>The arrays of an object that is no image and keeps no samples, which its kernel can be.</summary>
    private static ISymbol[] OwnRows(INamedTypeSymbol type) =>
        [
            .. type.GetMembers()
                .OfType<IFieldSymbol>()
                .Where(static field => !field.IsImplicitlyDeclared && ObjectModel.IsRow(field.Type) && ObjectModel.RankOf(field.Type) == 1)
                .Where(static field => !Has(field.Name, Data))
                .Take(2),
        ];

    /// <summary>
    /// Numbers behind a kernel, where others stand behind the image: <c>image, width, height, kernel, n</c>.
    /// </summary>
    private static IEnumerable<string> SidesOf(ImmutableArray<IParameterSymbol> parameters)
    {
        int kernel = -1;
        bool hasOthers = false;
        for (int index = 0; index < parameters.Length; index++)
        {
            IParameterSymbol parameter = parameters[index];
            if (ObjectModel.IsRow(parameter.Type) || parameter.Type is IPointerTypeSymbol)
            {
                kernel = BorderWords.IsKernel(parameter.Name) ? index : -1;
            }
            else if (!ObjectModel.IsInteger(parameter.Type))
            {
                kernel = -1;
            }
            else if (kernel < 0)
            {
                hasOthers = true;
            }
            else if (hasOthers && ((parameter.Name.Length == 1 && parameter.Name != "r") || Has(parameter.Name, Counts)))
            {
                yield return parameter.Name;
            }
        }
    }

    private static bool IsResult(string name) =>
        IdentifierWords.Split(name)
            is [{ Text: "dst" or "dest" or "destination" or "output" or "out" or "result" or "results" or "target" or "y" }, ..];

    private static bool Has(string name, HashSet<string> words) => IdentifierWords.Split(name).Any(word => words.Contains(word.Text));

    private static HashSet<string> Words(string list) => new(list.Split(' '), StringComparer.Ordinal);
}
