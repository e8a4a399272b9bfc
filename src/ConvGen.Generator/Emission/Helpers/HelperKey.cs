using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Helpers;

/// <summary>
/// What a generated file requests of the helper type of its assembly: a value, so that the helper file is printed again only when what is
/// requested changes.
/// </summary>
/// <param name="Kind">Which member.</param>
/// <param name="Type">Of a member that there is for each of some types: of samples, sums or results.</param>
/// <param name="Border">Of a member that there is for each border.</param>
/// <param name="Dilation">Of a member that there is for each distance between the rows of a kernel; 0 of others.</param>
internal readonly record struct HelperKey(HelperKind Kind, ElementType Type = default, BorderMode Border = default, int Dilation = 0)
    : IComparable<HelperKey>
{
    /// <summary>Of a member that converts what it reads: the type of that.</summary>
    public ElementType Sample { get; init; }

    /// <summary>Of a part of a transform: the points that it works on, which of a tile are those of its columns; 0 of others.</summary>
    public int Points { get; init; }

    /// <summary>Of a transform of tiles: the points along their rows; 0 of others.</summary>
    public int Columns { get; init; }

    /// <summary>
    /// The member's name as kernels write it; members for several types are overloads, unless they only return what differs.
    /// </summary>
    public string Name =>
        Kind switch
        {
            HelperKind.MultiplyAddVectors => nameof(HelperKind.MultiplyAdd),
            HelperKind.MultiplyWideUnsigned => nameof(HelperKind.MultiplyWide),
            HelperKind.PairSumOfOne => nameof(HelperKind.PairSum),
            HelperKind.Pack or HelperKind.PackWords => "PackTo" + Type,
            HelperKind.Requantise => "RequantiseTo" + Type,
            HelperKind.Fold or HelperKind.GatherLine => Kind.ToString() + Border,
            HelperKind.Gather or HelperKind.GatherLines => Kind.ToString() + Border + (Dilation > 1 ? "By" + Literals.Of(Dilation) : ""),
            >= HelperKind.TransformPlane and <= HelperKind.LineSpectrum => $"{Kind}{Literals.Of(Points)}By{Literals.Of(Columns)}",
            HelperKind.BetweenFactors => $"{Kind}{Literals.Of(Points)}By{Literals.Of(Columns)}Of{Type}",
            HelperKind.PassFactors => $"{Kind}{Literals.Of(Points)}Of{Type}",
            HelperKind.FinishLine => nameof(HelperKind.Finish) + Literals.Of(Points),
            HelperKind.BeginLine => nameof(HelperKind.Begin) + Literals.Of(Points),
            >= HelperKind.FourierTransform and <= HelperKind.MultiplySpectrum => Kind.ToString() + Literals.Of(Points),
            HelperKind.LoadSamples => "LoadAs" + Type,
            _ => Kind.ToString(),
        };

    public static implicit operator HelperKey(HelperKind kind) => new(kind);

    /// <summary>In the order of the helper file.</summary>
    public int CompareTo(HelperKey other) =>
        (Kind, Type, Border, Dilation, Sample, Points, Columns).CompareTo(
            (other.Kind, other.Type, other.Border, other.Dilation, other.Sample, other.Points, other.Columns)
        );
}
