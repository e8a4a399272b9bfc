using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming;

/// <summary>
/// The operations of a body, listed once. Every reading asks all of them something, and walking the compiler's tree takes far longer than
/// most of
/// these questions.
/// </summary>
/// <param name="root">The body.</param>
internal sealed class BodyTree(IOperation root)
{
    private Dictionary<IOperation, int>? places;
    private int[]? ends;

    /// <summary>The body and everything in it, in the order in which it stands.</summary>
    public ImmutableArray<IOperation> All { get; } = root.DescendantsAndSelf().ToImmutableArray();

    /// <summary>The body itself.</summary>
    public IOperation Root => root;

    /// <summary>Everything in a part of the body, without the part itself, in the same order.</summary>
    public ReadOnlySpan<IOperation> Within(IOperation part)
    {
        places ??= Places();
        ends ??= Ends(places);

        // What the compiler was asked for apart from the body is not in the list.
        return places.TryGetValue(part, out int place)
            ? All.AsSpan().Slice(place + 1, ends[place] - place - 1)
            : part.Descendants().ToArray();
    }

    private Dictionary<IOperation, int> Places()
    {
        Dictionary<IOperation, int> found = new(All.Length);
        for (int place = 0; place < All.Length; place++)
        {
            found.Add(All[place], place);
        }

        return found;
    }

    /// <summary>Where each part ends: what is inside stands right behind it.</summary>
    private int[] Ends(Dictionary<IOperation, int> placeOf)
    {
        int[] found = new int[All.Length];
        for (int place = All.Length - 1; place >= 0; place--)
        {
            found[place] = Math.Max(found[place], place + 1);
            if (place > 0)
            {
                int parent = placeOf[All[place].Parent!];
                found[parent] = Math.Max(found[parent], found[place]);
            }
        }

        return found;
    }
}
