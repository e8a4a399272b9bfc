using System.Globalization;
using System.Numerics;
using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Oracle;
using ConvGen.Execution.Tests.Trials;
using ConvGen.Generator.Planning.Transforms;

namespace ConvGen.Execution.Tests.Transforms;

/// <summary>A compiled declaration that goes through transforms, judged by the bound that its header prints.</summary>
internal abstract class TransformTrial(Declared declared, TransformPlan plan)
{
    public Declared Declared { get; } = declared;

    public TransformPlan Plan { get; } = plan;

    public static TransformTrial Create(Declared declared, TransformPlan plan, CompiledBatch batch, string name)
    {
        Type type = typeof(TransformTrial<,,>).MakeGenericType(
            declared.Source.Type(),
            (declared.Kernel ?? declared.Source).Type(),
            declared.Destination.Type()
        );
        return (TransformTrial)Activator.CreateInstance(type, declared, plan, batch, name)!;
    }

    /// <summary>Compares every result with the exact one.</summary>
    /// <returns>What is wrong, or null; and the largest error over the one that is allowed.</returns>
    public abstract (string? Objection, double Ratio) Run(int width, int height, Hardship hardship, int seed);

    /// <summary>Makes one sample not finite: other pairs of tiles keep their bits, and its own has no finite result.</summary>
    /// <returns>What is wrong, or null; and how many results it did and did not reach.</returns>
    public abstract (string? Objection, int Reached, int Kept) Spoil(int width, int height, double special, int seed);

    public override string ToString() => Declared.ToString();
}

/// <summary>The same with its types.</summary>
internal sealed class TransformTrial<TSource, TWeight, TResult>(Declared declared, TransformPlan plan, CompiledBatch batch, string name)
    : TransformTrial(declared, plan)
    where TSource : unmanaged, INumber<TSource>
    where TWeight : unmanaged, INumber<TWeight>
    where TResult : unmanaged, INumber<TResult>
{
    /// <summary>Elements in front of and behind the destination that must not be touched.</summary>
    private const int Guard = 65;

    private readonly Invocation<TSource, TWeight, TResult> invocation = Invocations.Of<TSource, TWeight, TResult>(batch, name, declared);

    public override (string? Objection, double Ratio) Run(int width, int height, Hardship hardship, int seed)
    {
        Random random = new(seed);

        // Weights are hard where samples are not, so that exact sums stay short.
        Hardship ofWeights = hardship == Hardship.None ? (Hardship)random.Next(1, Enum.GetValues<Hardship>().Length) : Hardship.None;
        TWeight[] kernel = Declared.Kernel is null ? [] : HardSamples.Draw<TWeight>(random, Declared.Taps, ofWeights);
        Fraction[] weights = Declared.Kernel is null ? Declared.ExactWeights() : [.. kernel.Select(Elements.Exact)];
        Picture<TSource> source = Picture<TSource>.Dense(
            width,
            height,
            HardSamples.Draw<TSource>(random, width * height * Declared.PixelChannels, hardship),
            Declared.PixelChannels
        );
        (TResult[] results, string? touched) = Invoke(source, kernel);
        if (touched is not null)
        {
            return (touched, 0);
        }

        ExactSums sums = ExactSums.Of(Declared, weights, Fraction.Parse(Declared.BorderValue), source);
        double border = double.Parse(Declared.BorderValue, CultureInfo.InvariantCulture);
        Tiles tiles = new(Declared, Plan, source, border, [.. source.Samples.Select(sample => double.CreateChecked(sample))]);
        double norm = Math.Sqrt(weights.Sum(weight => Math.Pow((double)weight.Numerator / (double)weight.Denominator, 2)));
        Element sum = Arithmetic.Accumulator(Declared);
        double factor = Plan.ErrorFactor * Binary.UnitRoundoff(sum) * Math.Log2(Plan.Points) * norm,
            worst = 0;
        for (int i = 0; i < results.Length; i++)
        {
            int pixel = i / Declared.PixelChannels;
            double allowed = factor * tiles.Norm(pixel / sums.Width, pixel % sums.Width, i % Declared.PixelChannels);
            double exact = (double)sums.Value(i).Numerator / (double)sums.Value(i).Denominator;
            if (Declared.Destination.IsFloating())
            {
                allowed +=
                    Declared.Destination == sum
                        ? 0
                        : (Binary.UnitRoundoff(Declared.Destination) * (Math.Abs(exact) + allowed))
                            + Binary.UnderflowError(Declared.Destination);
            }
            else
            {
                (BigInteger least, BigInteger most) = Declared.Destination.Range();
                exact = Math.Clamp(exact, (double)least, (double)most);
                allowed += 0.5;
            }

            double error = Math.Abs(double.CreateChecked(results[i]) - exact);
            if (!(error <= allowed))
            {
                return (
                    $"result {i} of {sums.Width} x {sums.Height} is {results[i]} instead of {exact:R}; allowed is an error of {allowed:R}",
                    error / allowed
                );
            }

            worst = Math.Max(worst, allowed > 0 ? error / allowed : 0);
        }

        return (null, worst);
    }

    public override (string? Objection, int Reached, int Kept) Spoil(int width, int height, double special, int seed)
    {
        Random random = new(seed);
        TSource[] samples = HardSamples.Draw<TSource>(random, width * height * Declared.PixelChannels, Hardship.None);
        int place = random.Next(width * height),
            channel = random.Next(Declared.PixelChannels),
            element = (place * Declared.PixelChannels) + channel;
        TWeight[] kernel = Declared.Kernel is null ? [] : Samples.Draw<TWeight>(random, Declared.Taps, Content.Ordinary, 100);
        Picture<TSource> source = Picture<TSource>.Dense(width, height, samples, Declared.PixelChannels);
        TResult[] before = Invoke(source, kernel).Results;
        samples[element] = TSource.CreateChecked(special);
        TResult[] after = Invoke(source, kernel).Results;
        double[] marks = new double[samples.Length];
        marks[element] = 1;
        Tiles tiles = new(Declared, Plan, source, 0, marks);
        int columns = AxisRule.Horizontal(Declared).OutputLength(width),
            reached = 0,
            kept = 0;
        for (int i = 0; i < after.Length; i++)
        {
            int pixel = i / Declared.PixelChannels;
            bool isNear = i % Declared.PixelChannels == channel && tiles.Norm(pixel / columns, pixel % columns, channel) > 0;
            bool isRight = !isNear
                ? Elements.AreSame(before[i], after[i])
                : !Declared.Destination.IsFloating() || (double.IsNaN(special) ? TResult.IsNaN(after[i]) : !TResult.IsFinite(after[i]));
            if (!isRight)
            {
                return ($"{special} at {place}, channel {channel}, makes {after[i]} of {before[i]} in result {i}", reached, kept);
            }

            (reached, kept) = isNear ? (reached + 1, kept) : (reached, kept + 1);
        }

        return (null, reached, kept);
    }

    private (TResult[] Results, string? Touched) Invoke(Picture<TSource> source, TWeight[] kernel)
    {
        int width = AxisRule.Horizontal(Declared).OutputLength(source.Width) * source.Channels,
            height = AxisRule.Vertical(Declared).OutputLength(source.Height);
        int needed = width == 0 ? 0 : width * height;
        TResult poison = Samples.Poison<TResult>();
        TResult[] buffer = new TResult[needed + (2 * Guard)];
        Array.Fill(buffer, poison);
        invocation(source.Samples, source.Width, source.Height, source.Pitch, kernel, buffer.AsSpan(Guard, needed + 3), width);
        bool isUntouched = buffer.Take(Guard).Concat(buffer.Skip(Guard + needed)).All(element => Elements.AreSame(element, poison));
        return (buffer[Guard..(Guard + needed)], isUntouched ? null : "something outside of the destination was overwritten");
    }

    /// <summary>The norms of pairs of tiles, straight from where samples lie.</summary>
    private sealed class Tiles
    {
        private readonly TransformPlan plan;
        private readonly AxisRule vertical,
            horizontal;
        private readonly int across,
            down;
        private readonly double[,] squares;
        private readonly int channels;

        public Tiles(Declared declared, TransformPlan plan, Picture<TSource> source, double border, double[] samples)
        {
            this.plan = plan;
            channels = source.Channels;
            (vertical, horizontal) = (AxisRule.Vertical(declared), AxisRule.Horizontal(declared));
            int tileRows = plan.HasTwoAxes ? plan.Rows.Points : 1,
                tileColumns = plan.HasTwoAxes ? plan.Columns.Points : plan.Points;
            (int lines, int[] rows) = Places(vertical, source.Height, plan.Height, tileRows);
            (int windows, int[] columns) = Places(horizontal, source.Width, plan.Width, tileColumns);
            across = Count(windows, plan.Width);
            down = Count(lines, plan.Height);
            int tiles = across * down;
            squares = new double[tiles, channels];
            for (int tile = 0; tile < tiles; tile++)
            {
                int pair = Pair(tile / across, tile % across);
                for (int y = tile / across * plan.Height; y < (tile / across * plan.Height) + tileRows; y++)
                {
                    for (int x = tile % across * plan.Width; x < (tile % across * plan.Width) + tileColumns; x++)
                    {
                        for (int channel = 0; channel < channels; channel++)
                        {
                            squares[pair, channel] += Math.Pow(
                                rows[y] == Nowhere || columns[x] == Nowhere ? 0
                                    : rows[y] < 0 || columns[x] < 0 ? border
                                    : samples[(((rows[y] * source.Width) + columns[x]) * channels) + channel],
                                2
                            );
                        }
                    }
                }
            }
        }

        private const int Nowhere = int.MinValue;

        /// <summary>The norm over the tile that holds the window of a result, and the one that is transformed with it.</summary>
        public double Norm(int row, int column, int channel)
        {
            int pair = Pair(row * vertical.Stride / plan.Height, column * horizontal.Stride / plan.Width);
            return Math.Sqrt(squares[pair, channel]);
        }

        /// <summary>Neighbours in a row of tiles; of the last column where their number is odd, neighbours in that column.</summary>
        private int Pair(int row, int column) =>
            column < across / 2 * 2 ? (row * (across / 2)) + (column / 2) : (down * (across / 2)) + (row / 2);

        private static int Count(int windows, int size) => (windows + size - 1) / size;

        /// <summary>Results without strides; and where the samples come from that tiles see, nowhere beyond what windows need.</summary>
        private static (int Windows, int[] Places) Places(AxisRule axis, int length, int size, int points)
        {
            int windows = ((axis.OutputLength(length) - 1) * axis.Stride) + 1,
                needed = windows + (axis.Dilation * (axis.Size - 1));
            AxisRule single = new(
                1,
                1,
                1,
                axis.Before,
                (Count(windows, size) * size) + points + axis.Before + length,
                Window.Padded,
                axis.Border
            );
            int[] places = [.. single.Positions(length).Select(position => position[0])];
            return (
                windows,
                [
                    .. places.Select(
                        (place, i) =>
                            i < needed ? place
                            : i - axis.Before < length ? i - axis.Before
                            : Nowhere
                    ),
                ]
            );
        }
    }
}
