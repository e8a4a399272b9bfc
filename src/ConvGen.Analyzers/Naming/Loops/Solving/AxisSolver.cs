using System.Collections.Immutable;
using ConvGen.Analyzers.Naming.Loops.Elements;
using ConvGen.Analyzers.Naming.Loops.Subscripts;
using ConvGen.Analyzers.Naming.Loops.Sums;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Loops.Solving;

/// <summary>
/// Solves which way the taps run in both elements of a product. With y as the result, a and b as places in the elements and n as the
/// result's:
/// n = a + b + constant is a convolution, n = a - b + constant a correlation, on every axis of its own.
/// </summary>
internal sealed class AxisSolver(LoopBody body, Accumulation sum)
{
    private readonly OutputFinder outputs = new(body, sum);

    /// <summary>The spatial axes, outermost first; null where a direction is not proven.</summary>
    public ImmutableArray<AxisSign>? Solve()
    {
        if (!IsReadable(sum.First) || !IsReadable(sum.Second))
        {
            return null;
        }

        List<AxisSign> axes = [];
        foreach (IOperation tap in sum.Taps)
        {
            if (!TrySolve(body.CounterOf(tap), axes))
            {
                return null;
            }
        }

        if (
            !ScatterSolver.TrySolve(body, sum, axes)
            || axes.Count == 0
            || axes.All(axis => !axis.IsCertain)
            || axes.Any(axis => axis.IsFirstSource != axes[0].IsFirstSource)
        )
        {
            return null;
        }

        if (!IsKernelFixed(axes[0].IsFirstSource, axes))
        {
            return null;
        }

        axes.Sort(static (one, two) => one.Tap.Scope!.Syntax.SpanStart.CompareTo(two.Tap.Scope!.Syntax.SpanStart));
        return axes.ToImmutableArray();
    }

    /// <summary>
    /// The dimension of an element in which a counter stands; -1 for none, null where it stands in several or is not linear.
    /// </summary>
    public static int? DimensionOf(ElementAccess element, IndexAtom counter)
    {
        int found = -1;
        for (int dimension = 0; dimension < element.Indices.Length; dimension++)
        {
            IndexPolynomial index = element.Indices[dimension].Polynomial;
            if (!index.Atoms.Contains(counter))
            {
                continue;
            }

            if (
                found >= 0
                || index.CoefficientOf(counter) is not { } factor
                || factor.Atoms.Any(atom => atom.Kind is not (IndexAtomKind.Fixed or IndexAtomKind.Parameter))
            )
            {
                return null;
            }

            found = dimension;
        }

        return found;
    }

    private bool IsReadable(ElementAccess element) =>
        element.Indices.All(index => index.Polynomial.Atoms.All(atom => atom.Kind == IndexAtomKind.Counter || !sum.Taps.Any(atom.Varies)));

    private bool TrySolve(IndexAtom tap, List<AxisSign> axes)
    {
        if (DimensionOf(sum.First, tap) is not { } first || DimensionOf(sum.Second, tap) is not { } second)
        {
            return false;
        }

        if (first < 0 || second < 0)
        {
            return IsAlone(sum.First, first, tap) && IsAlone(sum.Second, second, tap);
        }

        IndexPolynomial firstIndex = sum.First.Indices[first].Polynomial;
        IndexPolynomial secondIndex = sum.Second.Indices[second].Polynomial;
        if (SharesStep(firstIndex, tap) || SharesStep(secondIndex, tap))
        {
            return false;
        }

        Output[] inFirst = [.. outputs.Beside(firstIndex, tap, sum.First.Indices.Length)];
        Output[] inSecond = [.. outputs.Beside(secondIndex, tap, sum.Second.Indices.Length)];
        int direction = OutputFinder.SignOf(firstIndex.CoefficientOf(tap)!) * OutputFinder.SignOf(secondIndex.CoefficientOf(tap)!);
        if (direction == 0)
        {
            return false;
        }

        if (inFirst.Length == 0 && inSecond.Length == 0)
        {
            // A channel, or a whole dimension: summed over, and nothing slides.
            return direction > 0;
        }

        bool isFirstSource = inSecond.Length == 0;
        if (!isFirstSource && inFirst.Length > 0)
        {
            return LagSolver.Solve(body, sum, tap, first, second) is { } lag && Add(axes, lag);
        }

        ElementAccess source = isFirstSource ? sum.First : sum.Second;
        IndexPolynomial place = isFirstSource ? firstIndex : secondIndex;
        Output output = Best(isFirstSource ? inFirst : inSecond);
        bool isAbsolute = (source.Folds & IndexFolds.Absolute) != 0;
        bool isOpposite = direction < 0;
        return !(isAbsolute && !output.IsWithTap)
            && (output.Direction > 0 || (output.Direction < 0 && !isOpposite && IsLag(place, tap, output.Atom, source.Folds)))
            && Add(axes, new AxisSign(tap, isOpposite, isFirstSource, first, second, output.IsCertain));
    }

    /// <summary>A certain output before one that is not, then one that runs forwards.</summary>
    private static Output Best(Output[] outputs)
    {
        Output best = outputs[0];
        foreach (Output output in outputs)
        {
            if (output.IsCertain == best.IsCertain ? output.Direction > best.Direction : output.IsCertain)
            {
                best = output;
            }
        }

        return best;
    }

    private static bool Add(List<AxisSign> axes, AxisSign axis)
    {
        axes.Add(axis);
        return true;
    }

    /// <summary>
    /// Whether a subscript is the counter and the output alone, as in <c>x[n - lag]</c>; with an offset the result is mirrored, unless the
    /// offset is
    /// there for a remainder, <c>x[(n - lag + size) % size]</c>.
    /// </summary>
    private static bool IsLag(IndexPolynomial index, IndexAtom tap, IndexAtom output, IndexFolds folds) =>
        index.Atoms.All(atom =>
            atom == tap || atom == output || (folds == IndexFolds.Wrap && atom.Kind is IndexAtomKind.Fixed or IndexAtomKind.Parameter)
        );

    /// <summary>A counter that only one element has adds up channels, unless it runs along with another one.</summary>
    private bool IsAlone(ElementAccess element, int dimension, IndexAtom tap) =>
        dimension < 0
        || (
            !SharesStep(element.Indices[dimension].Polynomial, tap)
            && !outputs.Beside(element.Indices[dimension].Polynomial, tap, element.Indices.Length).Any()
        );

    private bool SharesStep(IndexPolynomial index, IndexAtom tap) =>
        index.Atoms.Any(other =>
            other != tap
            && other.Scope is { } scope
            && sum.Taps.Contains(scope)
            && index.CoefficientOf(other)?.RatioTo(index.CoefficientOf(tap)!) is { Unit: 1 or -1 }
        );

    /// <summary>
    /// The kernel may depend on an output channel, and not on the place of the window: then it is another kernel everywhere, or a matrix.
    /// </summary>
    private bool IsKernelFixed(bool isFirstSource, List<AxisSign> axes)
    {
        ElementAccess source = isFirstSource ? sum.First : sum.Second;
        ElementAccess kernel = isFirstSource ? sum.Second : sum.First;
        bool isLag = axes.Any(axis => axis.Tap.Scope is { } scope && !sum.Taps.Contains(scope));
        foreach (IOperation outer in sum.Outer)
        {
            if (!kernel.Varies(outer) || isLag)
            {
                continue;
            }

            IndexAtom counter = body.CounterOf(outer);
            bool isInResult = sum.Targets.IsEmpty || sum.Targets.All(target => target.Varies(outer));
            bool isPlace = axes.Any(axis =>
                Dimension(source, isFirstSource ? axis.FirstDimension : axis.SecondDimension) is { } index
                && index.Varies(outer)
                && IsBeside(index, axis.Tap, counter)
            );
            bool slides = source.Indices.Any(index =>
                index.Polynomial.Atoms.Contains(counter)
                && index.Polynomial.Atoms.Any(other =>
                    other != counter
                    && other.Kind == IndexAtomKind.Counter
                    && index.Polynomial.CoefficientOf(other)?.RatioTo(index.Polynomial.CoefficientOf(counter) ?? IndexPolynomial.Zero)
                        is { Unit: 1 or -1 }
                )
            );
            if (!isInResult || ((isPlace || slides) && !IsLagKernel(kernel, axes, isFirstSource)))
            {
                return false;
            }
        }

        return true;
    }

    private static IndexPolynomial? Dimension(ElementAccess element, int dimension) =>
        dimension >= 0 && dimension < element.Indices.Length ? element.Indices[dimension].Polynomial : null;

    private static bool IsBeside(IndexPolynomial index, IndexAtom tap, IndexAtom counter) =>
        !index.Atoms.Contains(counter)
        || index.CoefficientOf(counter)?.RatioTo(index.CoefficientOf(tap) ?? IndexPolynomial.Zero) is { Unit: 1 or -1 };

    /// <summary>Where both elements hold the output, the lag solver has shown that it cancels.</summary>
    private static bool IsLagKernel(ElementAccess kernel, List<AxisSign> axes, bool isFirstSource) =>
        axes.Count == 1
        && kernel.Indices.Length == 1
        && (isFirstSource ? axes[0].SecondDimension : axes[0].FirstDimension) == 0
        && axes[0].IsLag;
}
