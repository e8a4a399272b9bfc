using System.Collections.Immutable;
using System.Globalization;

namespace ConvGen.Analyzers.Naming.Execution.Values;

/// <summary>A number while code is run: known, or made of samples, or neither.</summary>
/// <param name="Known">Its value.</param>
/// <param name="Terms">The samples that it is made of; what is added to them beside is left out.</param>
/// <param name="Name">What tells a number that is neither from others: equal names are equal numbers.</param>
internal sealed record Number(double? Known, ImmutableArray<SampleTerm> Terms, string Name)
{
    /// <summary>How no object is called.</summary>
    public const string NoObject = "?null";

    /// <summary>How what is computed from results begins.</summary>
    public const string Recursive = "^";

    private const int Lowest = -32;

    /// <summary>Subscripts and sizes.</summary>
    private static readonly Number[] Small =
    [
        .. Enumerable.Range(Lowest, 288).Select(static value => new Number(value, ImmutableArray<SampleTerm>.Empty, "")),
    ];

    /// <summary>Zero.</summary>
    public static Number Zero { get; } = Of(0);

    /// <summary>One.</summary>
    public static Number One { get; } = Of(1);

    /// <summary>Where a sum was kept, so that it is a sample for what is computed from it.</summary>
    public Sample? Origin { get; init; }

    /// <summary>Whether products of results are in it, of which nothing is known.</summary>
    public bool IsRecursive => Name.StartsWith(Recursive, StringComparison.Ordinal);

    /// <summary>No object.</summary>
    public static Number Null { get; } = Called(NoObject);

    /// <summary>Whether samples are in it.</summary>
    public bool IsOfSamples => !Terms.IsEmpty;

    /// <summary>The sample that it is, where it is nothing else.</summary>
    public Sample? Sample => Terms.Length == 1 && Terms[0] is { Second: null, Factor: 1, Scale: "" } term ? term.First : null;

    /// <summary>Whether products of samples are in it.</summary>
    public bool HasProducts
    {
        get
        {
            foreach (SampleTerm term in Terms)
            {
                if (term.Second is not null)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>What it may be compared by: equal texts are equal numbers.</summary>
    public string Identity =>
        Known is { } known ? known.ToString("R", CultureInfo.InvariantCulture)
        : Terms.IsEmpty ? Name
        : string.Join(
            "+",
            Terms
                .Select(static term =>
                    $"{term.Factor.ToString("R", CultureInfo.InvariantCulture)}{term.Scale}*{IdentityOf(term.First)}{IdentityOf(term.Second)}"
                )
                .OrderBy(static text => text, StringComparer.Ordinal)
        );

    /// <summary>A known number.</summary>
    public static Number Of(double value) =>
        value >= Lowest && value < Small.Length + Lowest && value == (int)value
            ? Small[(int)value - Lowest]
            : new(value, ImmutableArray<SampleTerm>.Empty, "");

    /// <summary>A number that only equals those of its name.</summary>
    public static Number Called(string name) => new(null, ImmutableArray<SampleTerm>.Empty, name);

    /// <summary>A sample.</summary>
    public static Number Of(Sample sample) =>
        sample.Value ??= new(sample.Content?.Known, ImmutableArray.Create(new SampleTerm(sample, null, 1, "", null)), "");

    private static string IdentityOf(Sample? sample) =>
        sample is null ? "" : sample.Array.Path + "[" + string.Join(",", sample.Place.ToArray()) + "]";
}
