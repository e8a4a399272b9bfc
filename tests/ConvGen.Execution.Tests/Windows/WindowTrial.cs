using System.Numerics;
using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Trials;

namespace ConvGen.Execution.Tests.Windows;

/// <summary>A compiled pair of declarations, one that unfolds and one that folds back, put to the test.</summary>
internal abstract class WindowTrial(WindowDeclared declared)
{
    public WindowDeclared Declared { get; } = declared;

    public static WindowTrial Create(WindowDeclared declared, CompiledBatch batch, string unfold, string fold) =>
        (WindowTrial)
            Activator.CreateInstance(typeof(WindowTrial<>).MakeGenericType(declared.Element.Type()), declared, batch, unfold, fold)!;

    /// <summary>Unfolds an image and compares every element, bit for bit; what is wrong, or null.</summary>
    public abstract string? Unfold(Circumstances circumstances);

    /// <summary>
    /// Folds a matrix and compares every sample with the sum in the documented order, bit for bit; what is wrong, or null.
    /// </summary>
    public abstract string? Fold(Circumstances circumstances);

    /// <summary>Compares the two inner products that an adjoint makes equal, of small integers; what is wrong, or null.</summary>
    public abstract string? Adjoint(Circumstances circumstances);
}

/// <inheritdoc/>
internal sealed class WindowTrial<T> : WindowTrial
    where T : struct, INumber<T>
{
    private readonly PitchedPlane<T, T> unfold;
    private readonly PitchedPlane<T, T> fold;

    public WindowTrial(WindowDeclared declared, CompiledBatch batch, string unfold, string fold)
        : base(declared)
    {
        this.unfold = Bind(batch, unfold);
        this.fold = Bind(batch, fold);
    }

    private int Planes => Declared.IsPlanar ? Declared.Channels : 1;

    public override string? Unfold(Circumstances circumstances)
    {
        WindowMap map = Map(circumstances);
        Random random = new(circumstances.Seed);
        T[] image = Samples.Draw<T>(random, map.ImageLength, circumstances.Content);
        T[] expected = Filled(map.Windows * Declared.Window);
        T outside = Elements.Convert<T>(Fraction.Parse(Declared.Geometry.BorderValue));
        foreach ((int window, int place, int sample) in map.Elements())
        {
            expected[(window * Declared.Window) + place] = sample < 0 ? outside : image[sample];
        }

        (T[] source, int sourcePitch) = Spread(image, ImageRow(map), map.Height * Planes, circumstances.SourceGap);
        (T[] destination, int destinationPitch) = Spread(
            Filled(expected.Length),
            Declared.Window,
            map.Windows,
            circumstances.DestinationGap
        );
        (T[] wanted, _) = Spread(expected, Declared.Window, map.Windows, circumstances.DestinationGap);
        unfold(source, map.Width, map.Height, sourcePitch, destination, destinationPitch);
        return Compare(wanted, destination);
    }

    public override string? Fold(Circumstances circumstances)
    {
        WindowMap map = Map(circumstances);
        Random random = new(circumstances.Seed);
        T[] matrix = Samples.Draw<T>(random, map.Windows * Declared.Window, circumstances.Content);
        (T[] source, int sourcePitch) = Spread(matrix, Declared.Window, map.Windows, circumstances.SourceGap);
        (T[] destination, int destinationPitch) = Spread(
            Filled(map.ImageLength),
            ImageRow(map),
            map.Height * Planes,
            circumstances.DestinationGap
        );
        (T[] wanted, _) = Spread(Sums(map, matrix), ImageRow(map), map.Height * Planes, circumstances.DestinationGap);
        fold(source, map.Width, map.Height, sourcePitch, destination, destinationPitch);
        return Compare(wanted, destination);
    }

    public override string? Adjoint(Circumstances circumstances)
    {
        WindowMap map = Map(circumstances);
        Random random = new(circumstances.Seed);
        T[] image = [.. Enumerable.Range(0, map.ImageLength).Select(_ => T.CreateChecked(random.Next(4)))];

        // A saturated sum is no adjoint: where many windows see a sample, fewer of the matrix's numbers are ones.
        int most = map.Elements().Where(e => e.Sample >= 0).GroupBy(e => e.Sample).Select(sample => sample.Count()).DefaultIfEmpty().Max();
        int rarity = 2 + (most / 50);
        T[] matrix = [.. Enumerable.Range(0, map.Windows * Declared.Window).Select(_ => T.CreateChecked(random.Next(rarity) == 0 ? 1 : 0))];
        T[] unfolded = new T[matrix.Length];
        T[] folded = new T[image.Length];
        unfold(image, map.Width, map.Height, ImageRow(map), unfolded, Declared.Window);
        fold(matrix, map.Width, map.Height, Declared.Window, folded, ImageRow(map));

        // The border value stands apart: unfolding is linear but for it.
        BigInteger constant = map.Elements()
            .Where(e => e.Sample < 0)
            .Aggregate(
                BigInteger.Zero,
                (sum, e) =>
                    sum
                    + (Integer(matrix[(e.Window * Declared.Window) + e.Place]) * Integer(unfolded[(e.Window * Declared.Window) + e.Place]))
            );
        BigInteger ofMatrices = Product(unfolded, matrix) - constant;
        BigInteger ofImages = Product(image, folded);
        return ofMatrices == ofImages ? null : $"{circumstances}: {ofMatrices} of the matrices and {ofImages} of the images";
    }

    private static BigInteger Product(T[] left, T[] right) =>
        left.Zip(right, (a, b) => Integer(a) * Integer(b)).Aggregate(BigInteger.Zero, (sum, product) => sum + product);

    private static BigInteger Integer(T value) => BigInteger.CreateChecked(double.CreateChecked(value) * 4);

    private static T[] Filled(int count)
    {
        T[] filled = new T[count];
        Array.Fill(filled, Samples.Poison<T>());
        return filled;
    }

    /// <summary>Rows with a gap between them that holds what nothing may read and nothing may write.</summary>
    private (T[] Elements, int Pitch) Spread(T[] dense, int row, int rows, int gap)
    {
        int pitch = row + (Declared.HasPitches && Declared.Geometry.Axes == 2 ? gap : 0);
        T[] spread = Filled(rows == 0 || row == 0 ? 0 : ((rows - 1) * pitch) + row);
        for (int i = 0; i < rows && row > 0; i++)
        {
            dense.AsSpan(i * row, row).CopyTo(spread.AsSpan(i * pitch));
        }

        return (spread, pitch);
    }

    /// <summary>
    /// Exact sums of integers, limited to what the type holds; sums of floating-point numbers rounded one by one, of halves in float.
    /// </summary>
    private T[] Sums(WindowMap map, T[] matrix)
    {
        bool isFloating = Declared.Element.IsFloating();
        double[] rounded = new double[map.ImageLength];
        BigInteger[] exact = new BigInteger[map.ImageLength];
        foreach ((int window, int place, int sample) in map.Elements())
        {
            if (sample < 0)
            {
                continue;
            }

            T element = matrix[(window * Declared.Window) + place];
            if (!isFloating)
            {
                exact[sample] += BigInteger.CreateChecked(element);
                continue;
            }

            double sum = rounded[sample] + double.CreateChecked(element);
            rounded[sample] = Declared.Element == Element.Double ? sum : (float)((float)rounded[sample] + float.CreateChecked(element));
        }

        if (isFloating)
        {
            return [.. rounded.Select(T.CreateSaturating)];
        }

        (BigInteger minimum, BigInteger maximum) = Declared.Element.Range();
        return [.. exact.Select(sum => T.CreateChecked(BigInteger.Clamp(sum, minimum, maximum)))];
    }

    private int ImageRow(WindowMap map) => Declared.IsPlanar ? map.Width : map.Width * Declared.Channels;

    private WindowMap Map(Circumstances circumstances) =>
        new(Declared, circumstances.Width, Declared.Geometry.Axes == 1 ? 1 : circumstances.Height);

    private PitchedPlane<T, T> Bind(CompiledBatch batch, string name)
    {
        name = Declared.Geometry.Form.NeedsAdapter ? AdapterText.NameOf(name) : name;
        if (Declared.Geometry.Axes == 1)
        {
            SizedLine<T, T> line = batch.Method<SizedLine<T, T>>(name);
            return (source, width, _, _, destination, _) => line(source, width, destination);
        }

        if (Declared.HasPitches)
        {
            return batch.Method<PitchedPlane<T, T>>(name);
        }

        Plane<T, T> plane = batch.Method<Plane<T, T>>(name);
        return (source, width, height, _, destination, _) => plane(source, width, height, destination);
    }

    private static string? Compare(T[] expected, T[] actual)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            bool areAlike = T.IsNaN(expected[i])
                ? T.IsNaN(actual[i])
                : expected[i].Equals(actual[i]) && T.IsNegative(expected[i]) == T.IsNegative(actual[i]);
            if (!areAlike)
            {
                return $"element {i}: {actual[i]} instead of {expected[i]}";
            }
        }

        return expected.Length == actual.Length ? null : "another length";
    }
}
