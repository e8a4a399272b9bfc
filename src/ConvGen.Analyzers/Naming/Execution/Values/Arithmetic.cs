using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Execution.Values;

/// <summary>Calculates with numbers of which only some are known.</summary>
/// <remarks>Sums of products stay what they are; everything of a higher degree is only told from other numbers.</remarks>
internal sealed class Arithmetic
{
    private const int MostTerms = 600;
    private const int LongestName = 48;
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private int fresh;

    /// <summary>A number unlike all others.</summary>
    public Number Fresh() => Number.Called($"?{fresh++}");

    /// <summary>What a function makes of numbers, of which nothing is known but that equal ones give equal results.</summary>
    public Number Function(string name, params Number[] operands) =>
        Called(name + "(" + string.Join(",", operands.Select(static operand => operand.Identity)) + ")");

    /// <summary>The sum.</summary>
    public Number Add(Number a, Number b) => Sum(a, b, 1);

    /// <summary>The difference.</summary>
    public Number Subtract(Number a, Number b) => Sum(a, b, -1);

    /// <summary>The product.</summary>
    public Number Multiply(Number a, Number b, IOperation? place)
    {
        double? known = a.Known * b.Known;
        if (!a.IsOfSamples && !b.IsOfSamples)
        {
            return known is { } value ? Number.Of(value)
                : a.Known == 0 || b.Known == 0 ? Number.Zero
                : a.Known == 1 ? b
                : b.Known == 1 ? a
                : Ordered("*", a, b);
        }

        if (!a.IsOfSamples || !b.IsOfSamples)
        {
            return a.IsOfSamples ? Scale(a, b, known, "") : Scale(b, a, known, "");
        }

        a = Kept(a);
        b = Kept(b);
        if (a.HasProducts || b.HasProducts)
        {
            return Number.Called($"{Number.Recursive}{fresh++}") with { Known = known };
        }

        if (a.Terms.Length * b.Terms.Length > MostTerms)
        {
            return Fresh() with { Known = known };
        }

        ImmutableArray<SampleTerm>.Builder terms = ImmutableArray.CreateBuilder<SampleTerm>(a.Terms.Length * b.Terms.Length);
        foreach (SampleTerm one in a.Terms)
        {
            foreach (SampleTerm other in b.Terms)
            {
                terms.Add(new SampleTerm(one.First, other.First, one.Factor * other.Factor, one.Scale + other.Scale, place));
            }
        }

        return new Number(known, terms.MoveToImmutable(), "");
    }

    /// <summary>A sum that was kept in an array is a sample of this array.</summary>
    private static Number Kept(Number number) => number is { HasProducts: true, Origin: { } origin } ? Number.Of(origin) : number;

    /// <summary>The quotient. A mean of samples is only told from others, so that what it is taken from stays a sample.</summary>
    public Number Divide(Number a, Number b, bool isInteger)
    {
        double? known = a.Known / b.Known;
        if (isInteger && known is { } exact)
        {
            known = double.IsNaN(exact) || double.IsInfinity(exact) ? null : Math.Truncate(exact);
        }

        if (!a.IsOfSamples)
        {
            return known is { } value && !b.IsOfSamples ? Number.Of(value) : Function("/", a, b) with { Known = known };
        }

        if (a.Terms.Length > 1 && !a.HasProducts)
        {
            return Function("/", a, b);
        }

        if (b.Known is { } divisor && divisor != 0 && !b.IsOfSamples)
        {
            return a with { Known = known, Terms = Each(a.Terms, term => term with { Factor = term.Factor / divisor }) };
        }

        return b.HasProducts ? Fresh() : Scale(a, b, known, "/");
    }

    /// <summary>The same number without what is left of it where it is converted, rounded or limited.</summary>
    public Number Shaped(Number number, string how) => number.IsOfSamples ? number with { Known = null } : Function(how, number);

    /// <summary>One channel of packed samples.</summary>
    public static Number Component(Number packed, string name)
    {
        Sample sample = packed.Sample!;
        Store component = sample.Array.Component(name);
        return component.Written.TryGetValue(sample.Place, out object? written) && written is Number { IsOfSamples: true } number
            ? number
            : Number.Of(component.At(sample.Place));
    }

    private static ImmutableArray<SampleTerm> Each(ImmutableArray<SampleTerm> terms, Func<SampleTerm, SampleTerm> change)
    {
        ImmutableArray<SampleTerm>.Builder changed = ImmutableArray.CreateBuilder<SampleTerm>(terms.Length);
        foreach (SampleTerm term in terms)
        {
            changed.Add(change(term));
        }

        return changed.MoveToImmutable();
    }

    private Number Scale(Number samples, Number factor, double? known, string sign)
    {
        if (factor.Known is { } value && sign.Length == 0)
        {
            return value == 0 ? Number.Zero
                : value == 1 ? samples with { Known = known }
                : new Number(known, Each(samples.Terms, term => term with { Factor = term.Factor * value }), "");
        }

        string scale = sign + Called(factor.Identity).Name + ";";
        return new Number(known, Each(samples.Terms, term => term with { Scale = term.Scale + scale }), "");
    }

    private Number Sum(Number a, Number b, int sign)
    {
        double? known = a.Known + (sign * b.Known);
        if (!a.IsOfSamples && !b.IsOfSamples)
        {
            return known is { } value ? Number.Of(value)
                : b.Known == 0 ? a
                : a.Known == 0 && sign > 0 ? b
                : sign > 0 ? Ordered("+", a, b)
                : Function("-", a, b);
        }

        if (!b.IsOfSamples)
        {
            return b.Known == 0 ? a : a with { Known = known, Name = NameOf(a, b), Origin = null };
        }

        if (a.Terms.Length + b.Terms.Length > MostTerms)
        {
            return Fresh();
        }

        if (!a.IsOfSamples && sign > 0)
        {
            return b with { Known = known, Name = NameOf(a, b), Origin = null };
        }

        return Joined(a.Terms, b.Terms, sign) is { IsEmpty: false } terms ? new Number(known, terms, NameOf(a, b)) : Number.Zero;
    }

    private static string NameOf(Number a, Number b) => a.IsRecursive || b.IsRecursive ? Number.Recursive : "";

    /// <summary>The terms of two sums; a product that is in both is counted together.</summary>
    private static ImmutableArray<SampleTerm> Joined(ImmutableArray<SampleTerm> terms, ImmutableArray<SampleTerm> others, int sign)
    {
        if (others.Length == 1)
        {
            // Nearly always the next product.
            SampleTerm added = sign > 0 ? others[0] : others[0] with { Factor = -others[0].Factor };
            int like = 0;
            while (like < terms.Length && !terms[like].IsLike(added))
            {
                like++;
            }

            return like == terms.Length ? terms.Add(added)
                : terms[like].Factor + added.Factor == 0 ? terms.RemoveAt(like)
                : terms.SetItem(like, terms[like] with { Factor = terms[like].Factor + added.Factor });
        }

        ImmutableArray<SampleTerm>.Builder all = ImmutableArray.CreateBuilder<SampleTerm>(terms.Length + others.Length);
        all.AddRange(terms);
        foreach (SampleTerm term in others)
        {
            SampleTerm added = sign > 0 ? term : term with { Factor = -term.Factor };
            int like = IndexOfLike(all, added);
            if (like < 0)
            {
                all.Add(added);
            }
            else if (all[like].Factor + added.Factor == 0)
            {
                all.RemoveAt(like);
            }
            else
            {
                all[like] = all[like] with { Factor = all[like].Factor + added.Factor };
            }
        }

        return all.Count == all.Capacity ? all.MoveToImmutable() : all.ToImmutable();
    }

    private static int IndexOfLike(ImmutableArray<SampleTerm>.Builder terms, SampleTerm added)
    {
        for (int index = 0; index < terms.Count; index++)
        {
            if (terms[index].IsLike(added))
            {
                return index;
            }
        }

        return -1;
    }

    private Number Ordered(string name, Number a, Number b) =>
        string.CompareOrdinal(a.Identity, b.Identity) <= 0 ? Function(name, a, b) : Function(name, b, a);

    /// <summary>Long names are kept under short ones.</summary>
    private Number Called(string name)
    {
        if (name.Length <= LongestName)
        {
            return Number.Called(name);
        }

        if (!names.TryGetValue(name, out string? kept))
        {
            names.Add(name, kept = $"#{names.Count}");
        }

        return Number.Called(kept);
    }
}
