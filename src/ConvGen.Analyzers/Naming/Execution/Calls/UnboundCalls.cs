using ConvGen.Analyzers.Naming.Execution.Running;
using ConvGen.Analyzers.Naming.Execution.Spots;
using ConvGen.Analyzers.Naming.Execution.Values;
using ConvGen.Analyzers.Naming.Loops;
using ConvGen.Analyzers.Naming.Weights;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Execution.Calls;

/// <summary>Members of types that the compiler does not know, as their library is missing: known by their names at most.</summary>
internal sealed class UnboundCalls(Machine machine, ForeignCalls foreign)
{
    /// <summary>What types of places are called.</summary>
    private static readonly string[] Places = ["vec", "point", "size", "coord", "int2", "int3"];

    private static readonly string[] Extents =
    [
        "width",
        "height",
        "length",
        "count",
        "stride",
        "size",
        "rows",
        "columns",
        "cols",
        "channels",
        "depth",
        "radius",
    ];

    /// <summary>What is called around the work on an image, and leaves its pixels where they are.</summary>
    private static readonly HashSet<string> Harmless = new(StringComparer.Ordinal)
    {
        "Lock",
        "Unlock",
        "LockBits",
        "UnlockBits",
        "Freeze",
        "Dispose",
        "Flush",
        "Refresh",
        "Invalidate",
        "AddDirtyRect",
        "Save",
        "Clone",
        "BeginInit",
        "EndInit",
    };

    /// <summary>Whether a property of an unknown type is a size, by its name: <c>Width</c>, <c>PixelHeight</c>.</summary>
    private static bool IsSize(string name) =>
        name is "Left" or "Top" or "Right" or "Bottom"
        || Array.Exists(Extents, extent => name.EndsWith(extent, StringComparison.OrdinalIgnoreCase));

    /// <summary>The size that a method gives, by its name: <c>GetWidth()</c>; null for other methods.</summary>
    public Number? Size(Thing owner, string method) =>
        method.StartsWith("Get", StringComparison.Ordinal) && IsSize(method)
            ? Number.Of(machine.Sizes.Of($"{owner.Path}.{method.Substring(3)}"))
            : null;

    /// <summary>What a member of an unknown type gives.</summary>
    public object Unbound(string name, object[] values, IOperation place)
    {
        if (UnboundSamples(name, values, place) is { } samples)
        {
            return samples;
        }

        if (values is [Thing locked, ..] && Harmless.Contains(name))
        {
            return machine.Objects.Given(null, $"{locked.Path}.{name}()");
        }

        if (name == "Copy" && Copied(values))
        {
            return Unknown.Value;
        }

        if (PlaceOrSize(name, values, place) is { } known)
        {
            return known;
        }

        if (place.Syntax is BaseObjectCreationExpressionSyntax)
        {
            return machine.Objects.Given(null, "new " + place.Syntax.SpanStart);
        }

        if (name == "Dot" && values.Where(static value => value is not Thing { Type: null }).ToArray() is [Store one, Store other])
        {
            return machine.Calls.Library.Dot(one, other, place);
        }

        bool isQuestion = values.Length == 1 && CallWordReader.IsAccessor(name);
        foreach (object value in isQuestion ? [] : values)
        {
            foreign.Lose(value, place);
        }

        return values switch
        {
            [Thing thing] when place.Syntax is MemberAccessExpressionSyntax access => machine.Objects.Given(
                null,
                thing.Path + "." + access.Name
            ),
            [Thing thing, ..] when name.Length > 0 && values.All(static value => value is Number or Thing) => machine.Objects.Given(
                null,
                $"{thing.Path}.{name}()"
            ),
            _ => Unknown.Value,
        };
    }

    /// <summary>What it gives that is a place or a size, of unknown types with such names.</summary>
    private object? PlaceOrSize(string name, object[] values, IOperation place)
    {
        if (
            place.Syntax is ObjectCreationExpressionSyntax { Type: SimpleNameSyntax { Identifier.ValueText: var made } }
            && Array.Exists(Places, place => made.IndexOf(place, StringComparison.OrdinalIgnoreCase) >= 0)
            && values.Length is 2 or 3
            && Array.TrueForAll(values, static value => value is Number { Known: not null, IsOfSamples: false })
        )
        {
            // A place, or a size.
            return new Bundle(values);
        }

        if (values is [Bundle parts] && place.Syntax is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var part })
        {
            int axis = part.ToUpperInvariant() switch
            {
                "X" or "WIDTH" => 0,
                "Y" or "HEIGHT" => 1,
                "Z" or "DEPTH" => 2,
                _ => int.MaxValue,
            };
            return axis < parts.Values.Length ? parts.Values[axis] : Unknown.Value;
        }

        if (
            values is [Thing { Type: null or { TypeKind: TypeKind.Error } } whole]
            && place.Syntax is MemberAccessExpressionSyntax size
            && IsSize(size.Name.Identifier.ValueText)
        )
        {
            return Number.Of(machine.Sizes.Of(whole.Path + "." + size.Name));
        }

        return values is [Thing { Type: null or { TypeKind: TypeKind.Error } } sized] ? Size(sized, name) : null;
    }

    /// <summary>What it gives where samples are read, written or made.</summary>
    private object? UnboundSamples(string name, object[] values, IOperation place)
    {
        if (values is [Number { Sample: not null } pixel])
        {
            return name.Length > 0 || place.Syntax is MemberAccessExpressionSyntax ? Arithmetic.Component(pixel, name) : pixel;
        }

        if (
            values is [Thing owner, _, ..]
            && CallWordReader.IsAccessor(name)
            && foreign.At(owner, [.. values.Skip(1)], "", place) is { } sample
        )
        {
            return sample;
        }

        if (values is [Thing target, _, _, ..] && name.StartsWith("Set", StringComparison.Ordinal) && !BorderWords.IsTurned(name))
        {
            foreign.Write(target, [.. values.Skip(1)], place);
            return Unknown.Value;
        }

        int first = place.Syntax is BaseObjectCreationExpressionSyntax ? 0 : 1;
        if (values.Skip(first).Any(static value => value is Number { HasProducts: true }))
        {
            // A pixel that is made of sums.
            return ForeignCalls.Largest(values);
        }

        return null;
    }

    /// <summary>
    /// <c>Marshal.Copy</c> to and from the memory of an image that nothing is known of: an array that takes it has samples of its own then.
    /// </summary>
    private static bool Copied(object[] values)
    {
        int place = Array.FindIndex(values, static value => value is Store);
        if (place > 0 && values[place - 1] is Thing && values[place] is Store { Written.Count: 0 } target)
        {
            target.IsGiven = true;
            return true;
        }

        return place >= 0 && Array.FindIndex(values, place, static value => value is Thing) > 0;
    }
}
