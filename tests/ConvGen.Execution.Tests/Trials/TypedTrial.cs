using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Oracle;
using ConvGen.Execution.Tests.Reference;

namespace ConvGen.Execution.Tests.Trials;

/// <summary>A trial with its element types.</summary>
internal sealed class Trial<TSource, TWeight, TResult>(Declared declared, CompiledBatch? batch, string name) : Trial(declared)
    where TSource : unmanaged, INumber<TSource>
    where TWeight : unmanaged, INumber<TWeight>
    where TResult : unmanaged, INumber<TResult>
{
    /// <summary>Elements in front of and behind the destination that must not be touched.</summary>
    private const int Guard = 67;

    private readonly Invocation<TSource, TWeight, TResult> invocation = batch is null
        ? static (_, _, _, _, _, _, _) => throw new InvalidOperationException("The declaration is compiled for another process")
        : Invocations.Of<TSource, TWeight, TResult>(batch, name, declared);

    public override string? Run(Circumstances circumstances)
    {
        Arena arena = Prepare(circumstances);
        Invoke(arena);
        return arena.TouchedGuard(Guard) ?? Compare(circumstances.Content, arena);
    }

    public override string? Run(GoldenCase golden)
    {
        TSource[] samples = [.. golden.Input.Select(Elements.Convert<TSource>)];
        TWeight[] kernel = Declared.Kernel is null ? [] : [.. golden.Weights.Select(Elements.Convert<TWeight>)];
        Arena arena = Prepare(
            Picture<TSource>.Dense(golden.Width, golden.Height, samples),
            kernel,
            new Circumstances(golden.Width, golden.Height, 0, 0, 0)
        );
        if ((arena.Width, arena.Height) != (golden.OutputWidth, golden.OutputHeight))
        {
            return $"the oracle's result has {arena.Width} x {arena.Height} samples, the reference {golden.OutputWidth} x {golden.OutputHeight}";
        }

        Invoke(arena);

        // The bound has room for weights that are rounded on their way to the method.
        return arena.TouchedGuard(Guard) ?? Compare(Content.Ordinary, arena, golden.Weights) ?? CompareWithReference(golden, arena);
    }

    public override IReadOnlyList<string> Result(Circumstances circumstances)
    {
        Arena arena = Prepare(circumstances);
        Invoke(arena);
        return TextsOf(arena);
    }

    public override (string? Objection, IReadOnlyList<string> Result) RunWithResult(Circumstances circumstances)
    {
        Arena arena = Prepare(circumstances);
        Invoke(arena);
        return (arena.TouchedGuard(Guard) ?? Compare(circumstances.Content, arena), TextsOf(arena));
    }

    private static string[] TextsOf(Arena arena) =>
        [.. arena.Rows(Guard).Select(y => TResult.IsNaN(y) ? "NaN" : y.ToString(null, CultureInfo.InvariantCulture))];

    public override (byte[] Source, byte[] Kernel, int ResultBytes) Export(Circumstances circumstances)
    {
        Arena arena = Prepare(circumstances);
        int bytes = MemoryMarshal.AsBytes(arena.Rows(Guard).AsSpan()).Length;
        return (
            MemoryMarshal.AsBytes(arena.Source.Samples.AsSpan()).ToArray(),
            MemoryMarshal.AsBytes(arena.Kernel.AsSpan()).ToArray(),
            bytes
        );
    }

    public override string? Check(Circumstances circumstances, ReadOnlySpan<byte> result)
    {
        Arena arena = Prepare(circumstances);
        MemoryMarshal.Cast<byte, TResult>(result).CopyTo(arena.Buffer.AsSpan(Guard));
        return Compare(circumstances.Content, arena);
    }

    public override string? CompareWithin(Circumstances whole, int left, int top, int width, int height)
    {
        Arena large = Prepare(whole);
        Picture<TSource> part = Crop(large.Source, left, top, width, height);
        Arena small = Prepare(part, large.Kernel, whole);
        Invoke(large);
        Invoke(small);
        AxisRule vertical = AxisRule.Vertical(Declared);
        AxisRule horizontal = AxisRule.Horizontal(Declared);
        int channels = Declared.PixelChannels;
        TResult[] expected = large.Rows(Guard);
        TResult[] actual = small.Rows(Guard);
        for (int row = 0; row < small.Height; row++)
        {
            for (int column = 0; column < small.Width; column++)
            {
                if (!vertical.IsInterior(row, height) || !horizontal.IsInterior(column, width))
                {
                    continue;
                }

                int there = ((row + (top / vertical.Stride)) * large.Width) + column + (left / horizontal.Stride);
                int here = (row * small.Width) + column;
                for (int channel = 0; channel < channels; channel++)
                {
                    if (!Elements.AreSame(expected[(there * channels) + channel], actual[(here * channels) + channel]))
                    {
                        return $"row {row}, column {column}: {actual[(here * channels) + channel]} in a part of {width} x {height}, "
                            + $"{expected[(there * channels) + channel]} in the whole of {whole.Width} x {whole.Height}";
                    }
                }
            }
        }

        return null;
    }

    public override (string? Objection, int Reached) RunWithOne(Circumstances circumstances, double special, int pixel, int channel)
    {
        Arena before = Prepare(circumstances),
            after = Prepare(circumstances);
        Invoke(before);
        (int row, int column) = (pixel / circumstances.Width, pixel % circumstances.Width);
        after.Source.Samples[(row * after.Source.Pitch) + (column * Declared.PixelChannels) + channel] = TSource.CreateChecked(special);
        Invoke(after);
        TResult[] expected = before.Rows(Guard),
            actual = after.Rows(Guard);
        WindowHits hits = new(Declared, WeightsOf(after), circumstances.Width, circumstances.Height, row, column);
        int reached = 0;
        string? objection = First(
            after,
            i =>
            {
                (bool holds, int sign) =
                    i % Declared.PixelChannels == channel ? hits.At(i / Declared.PixelChannels, after.Width) : (false, 0);
                reached += holds ? 1 : 0;
                return !holds
                    ? Elements.AreSame(expected[i], actual[i])
                        ? null
                        : $"{actual[i]} instead of {expected[i]}, though the window does not hold the {special}"
                    : sign == 0
                        ? null
                        : double.IsNaN(special)
                            ? IsNothing(actual[i])
                                ? null
                                : $"{actual[i]} where the window holds a NaN"
                            : IsLimit(actual[i], sign * Math.Sign(special)) || (!hits.KeepsSign && IsNothing(actual[i]))
                                ? null
                                : $"{actual[i]} where the window holds {special} and the weight's sign is {sign}";
            }
        );
        return (after.TouchedGuard(Guard) ?? objection, reached);
    }

    /// <summary>Whether a result is a NaN, or what stands for one among integers.</summary>
    private bool IsNothing(TResult value) => Declared.Destination.IsFloating() ? TResult.IsNaN(value) : TResult.IsZero(value);

    /// <summary>Whether a result is the infinity of a sign, or where there is none the largest or smallest number.</summary>
    private bool IsLimit(TResult value, int sign)
    {
        if (Declared.Destination.IsFloating())
        {
            return TResult.IsInfinity(value) && TResult.IsPositive(value) == sign > 0;
        }

        (BigInteger minimum, BigInteger maximum) = Declared.Destination.Range();
        return value == TResult.CreateChecked(sign > 0 ? maximum : minimum);
    }

    public override (double Ratio, int Ties, int NegativeTies) Measure(Circumstances circumstances)
    {
        Arena arena = Prepare(circumstances);
        Invoke(arena);
        ExactSums sums = ExactSums.Of(Declared, WeightsOf(arena), Fraction.Parse(Declared.BorderValue), arena.Source);
        TResult[] actual = arena.Rows(Guard);
        double worst = 0;
        int ties = 0,
            negative = 0;
        for (int i = 0; i < actual.Length; i++)
        {
            worst = Math.Max(worst, Judge.Ratio(Declared, sums, i, actual[i]));
            if (Arithmetic.IsExact(Declared) && sums.IsTie(i))
            {
                ties++;
                negative += sums.Sums[i] < 0 ? 1 : 0;
            }
        }

        return (worst, ties, negative);
    }

    private static Picture<TSource> Crop(Picture<TSource> source, int left, int top, int width, int height)
    {
        List<TSource> samples = [];
        for (int row = top; row < top + height; row++)
        {
            samples.AddRange(source.Samples.AsSpan((row * source.Pitch) + (left * source.Channels), width * source.Channels));
        }

        return Picture<TSource>.Dense(width, height, [.. samples], source.Channels);
    }

    private Arena Prepare(Circumstances circumstances)
    {
        Random random = new(circumstances.Seed);
        int channels = Declared.PixelChannels;
        int columns = circumstances.Width * channels;
        int pitch = columns + (Declared.HasSourcePitch ? circumstances.SourceGap : 0);
        TSource[] samples = new TSource[circumstances.Height == 0 ? 0 : ((circumstances.Height - 1) * pitch) + columns];
        Array.Fill(samples, Samples.Poison<TSource>());
        bool isAdverse = Adversary.Makes(circumstances.Content);
        TWeight[] kernel =
            isAdverse && Declared.Kernel is not null ? Samples.Draw<TWeight>(random, Declared.Taps, Content.Ordinary, 1 << 20) : [];
        TSource[] drawn = isAdverse
            ? Adversary.Draw<TSource>(
                random,
                Declared,
                WeightsOf(kernel),
                (circumstances.Width, circumstances.Height),
                circumstances.Content,
                Largest()
            )
            : Samples.Draw<TSource>(random, columns * circumstances.Height, circumstances.Content, Largest());
        for (int row = 0; row < circumstances.Height; row++)
        {
            drawn.AsSpan(row * columns, columns).CopyTo(samples.AsSpan(row * pitch));
        }

        kernel =
            Declared.Kernel is null || isAdverse ? kernel : Samples.Draw<TWeight>(random, Declared.Taps, circumstances.Content, 1 << 20);
        return Prepare(new Picture<TSource>(circumstances.Width, circumstances.Height, channels, pitch, samples), kernel, circumstances);
    }

    private Arena Prepare(Picture<TSource> source, TWeight[] kernel, Circumstances circumstances)
    {
        bool isEmpty = source.Width == 0 || source.Height == 0;
        int width = isEmpty ? 0 : AxisRule.Horizontal(Declared).OutputLength(source.Width);
        int height = isEmpty ? 0 : AxisRule.Vertical(Declared).OutputLength(source.Height);

        // A pitch belongs to the width, also where there are no rows.
        int pitch =
            (AxisRule.Horizontal(Declared).OutputLength(source.Width) * source.Channels)
            + (Declared.HasDestinationPitch ? circumstances.DestinationGap : 0);
        int needed = height == 0 || width == 0 ? 0 : ((height - 1) * pitch) + (width * source.Channels);
        TResult[] buffer = new TResult[needed + (2 * Guard)];
        Array.Fill(buffer, Samples.Poison<TResult>());
        return new Arena(source, kernel, buffer, width, height, pitch, needed);
    }

    /// <summary>Integers that become <c>Half</c> stay small, so that not everything overflows.</summary>
    private long Largest() =>
        Declared.Destination == Element.Half ? 100
        : Declared.Source == Element.Int64 ? 1L << 55
        : long.MaxValue;

    private void Invoke(Arena arena)
    {
        // A destination that is longer than needed must be accepted, and what lies beyond stays as it was; adapters see its shape by its
        // length.
        int length = arena.Needed + (Declared.Form.NeedsAdapter ? 0 : arena.Needed % 3);
        invocation(
            arena.Source.Samples,
            arena.Source.Width,
            arena.Source.Height,
            arena.Source.Pitch,
            arena.Kernel,
            arena.Buffer.AsSpan(Guard, length),
            arena.Pitch
        );
    }

    /// <summary>Twice the bound: the reference has rounding errors of its own, and its source was rounded on the way here.</summary>
    private string? CompareWithReference(GoldenCase golden, Arena arena)
    {
        TResult[] actual = arena.Rows(Guard);
        ExactSums sums = ExactSums.Of(
            Declared,
            golden.Weights,
            golden.BorderValue,
            Picture<Fraction>.Dense(golden.Width, golden.Height, golden.Input)
        );
        return First(
            arena,
            i =>
            {
                Fraction difference = Elements.Exact(actual[i]) - golden.Output[i];
                double error = Math.Abs((double)difference.Numerator / (double)difference.Denominator);
                double allowed = Arithmetic.IsExact(Declared) ? 0 : 2 * Judge.SumError(Declared, sums, i);
                return error <= allowed ? null : $"{actual[i]} instead of {golden.Output[i]}, by {golden.Name}";
            }
        );
    }

    private Fraction[] WeightsOf(Arena arena) => WeightsOf(arena.Kernel);

    private Fraction[] WeightsOf(TWeight[] kernel) =>
        Declared.Kernel is null ? Declared.ExactWeights() : [.. kernel.Select(Elements.Exact)];

    private string? Compare(Content content, Arena arena, Fraction[]? weights = null)
    {
        TResult[] actual = arena.Rows(Guard);
        if (Declared.IsStrict && !Arithmetic.IsExact(Declared))
        {
            double[] strict =
                Arithmetic.Accumulator(Declared) == Element.Double
                    ? Strict<double>(arena)
                    : [.. Strict<float>(arena).Select(s => (double)s)];
            return First(
                arena,
                i =>
                    Elements.AreSame(StrictSums.Convert<TResult>(strict[i]), actual[i])
                        ? null
                        : $"{actual[i]} instead of {StrictSums.Convert<TResult>(strict[i])}"
            );
        }

        if (content == Content.Special && !Arithmetic.IsExact(Declared))
        {
            return null;
        }

        Fraction[] written = weights ?? WeightsOf(arena);
        ExactSums sums = ExactSums.Of(Declared, written, Fraction.Parse(Declared.BorderValue), arena.Source);
        if (content != Content.Subnormal)
        {
            return First(arena, i => Judge.Objection(Declared, sums, i, actual[i]));
        }

        Fraction total = written.Aggregate(
            Fraction.One,
            static (sum, weight) => sum + new Fraction(BigInteger.Abs(weight.Numerator), weight.Denominator)
        );
        return First(arena, i => Judge.ObjectionNearZero(Declared, sums, i, actual[i], total));
    }

    private TSum[] Strict<TSum>(Arena arena)
        where TSum : IBinaryFloatingPointIeee754<TSum>
    {
        TSum[] weights = Declared.Kernel is null
            ? [.. Declared.ExactWeights().Select(Elements.Convert<TSum>)]
            : [.. arena.Kernel.Select(TSum.CreateChecked)];
        return StrictSums.Of(Declared, weights, Elements.Convert<TSum>(Fraction.Parse(Declared.BorderValue)), arena.Source);
    }

    private string? First(Arena arena, Func<int, string?> objection)
    {
        int count = arena.Width * arena.Height * Declared.PixelChannels;
        for (int i = 0; i < count; i++)
        {
            if (objection(i) is { } text)
            {
                int pixel = i / Declared.PixelChannels;
                return $"output row {pixel / arena.Width}, column {pixel % arena.Width}, channel {i % Declared.PixelChannels} of {arena.Width} x {arena.Height}: {text}";
            }
        }

        return null;
    }

    /// <summary>The buffers of one call.</summary>
    private sealed record Arena(Picture<TSource> Source, TWeight[] Kernel, TResult[] Buffer, int Width, int Height, int Pitch, int Needed)
    {
        /// <summary>The result's rows without gaps.</summary>
        public TResult[] Rows(int guard)
        {
            int columns = Width * Source.Channels;
            TResult[] rows = new TResult[columns * Height];
            for (int row = 0; columns > 0 && row < Height; row++)
            {
                Buffer.AsSpan(guard + (row * Pitch), columns).CopyTo(rows.AsSpan(row * columns));
            }

            return rows;
        }

        /// <summary>Says where something was written that is no result, or null.</summary>
        public string? TouchedGuard(int guard)
        {
            TResult poison = Samples.Poison<TResult>();
            for (int i = 0; i < Buffer.Length; i++)
            {
                int offset = i - guard;
                bool isResult = offset >= 0 && offset < Needed && offset % Pitch < Width * Source.Channels;
                if (!isResult && !Elements.AreSame(Buffer[i], poison))
                {
                    return $"element {offset} of the destination was overwritten with {Buffer[i]}; {Needed} are needed at a pitch of {Pitch}";
                }
            }

            return null;
        }
    }
}
