using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Planning.Plan;

/// <summary>A sum along one source row that several rows of the kernel share, each with a factor of its own.</summary>
/// <param name="Taps">Its terms; their rows are zero.</param>
/// <param name="Uses">Which kernel rows take it up, with which factors, from the top.</param>
/// <param name="Cascade">How vector code comes to the same with fewer operations; null where it takes the sum up as it is.</param>
internal sealed record RowSum(EquatableArray<Tap> Taps, EquatableArray<RowUse> Uses, RowCascade? Cascade = null)
{
    /// <summary>The weights of its samples, column by column: each term's, and that of the sample folded into it.</summary>
    public IEnumerable<(int Column, Rational Weight)> Weights
    {
        get
        {
            foreach (Tap tap in Taps)
            {
                yield return (tap.Column, tap.Weight);
                if (tap.Mirror is { } mirror)
                {
                    yield return (mirror.Column, mirror.IsNegative ? -tap.Weight : tap.Weight);
                }
            }
        }
    }

    /// <summary>How often vector code adds the sums of neighbouring rows before it takes them up.</summary>
    public int Levels => Cascade?.Levels ?? 0;

    /// <summary>What vector code takes up of the sums, or of those of neighbouring rows.</summary>
    public EquatableArray<RowUse> VectorUses => Cascade?.Uses ?? Uses;
}

/// <summary>One use of a row's sum.</summary>
/// <param name="Row">Row in the kernel as applied; the topmost one of a sum of neighbouring rows.</param>
/// <param name="Factor">What the sum is multiplied by; whole for integers.</param>
internal sealed record RowUse(int Row, Rational Factor);
