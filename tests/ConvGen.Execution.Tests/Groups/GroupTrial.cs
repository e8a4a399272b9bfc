using System.Globalization;
using System.Numerics;
using System.Reflection;
using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Trials;

namespace ConvGen.Execution.Tests.Groups;

/// <summary>A compiled group that can be set beside the calls of each kernel alone.</summary>
internal abstract class GroupTrial
{
    public static GroupTrial Create(GroupDeclared declared, CompiledBatch batch, string name) =>
        (GroupTrial)
            Activator.CreateInstance(
                typeof(GroupTrial<,,>).MakeGenericType(declared.Source.Type(), declared.Separate.Type(), declared.Destination.Type()),
                declared,
                batch,
                name
            )!;

    /// <summary>Computes an image; every bit must be that of the separate calls and a loop over their results.</summary>
    /// <returns>What is wrong, or null.</returns>
    public abstract string? Run(int width, int height, Content content, int seed);
}

/// <summary>The same with its element types.</summary>
internal sealed class GroupTrial<TSource, TSeparate, TResult>(GroupDeclared declared, CompiledBatch batch, string name) : GroupTrial
    where TSource : unmanaged, INumber<TSource>
    where TSeparate : unmanaged, INumber<TSeparate>
    where TResult : unmanaged, INumber<TResult>
{
    private const float Scale = 0.371f,
        Offset = 17.25f;

    private readonly bool isSingle = typeof(TSeparate) == typeof(long) && declared.IsScaled && IsSingle(declared);
    private readonly MethodInfo group = batch.MethodOf(Batch.TypeName, "Group" + name);
    private readonly MethodInfo[] separate =
    [
        .. declared.Kernels.Select((_, index) => batch.MethodOf(Batch.TypeName, $"Separate{name}_{index}")),
    ];

    public override string? Run(int width, int height, Content content, int seed)
    {
        Random random = new(seed);
        height = declared.Axes == 1 ? 1 : height;
        int row = width * declared.PixelChannels,
            gap = declared.HasPitches ? 5 : 0;
        TSource[] image = Samples.Draw<TSource>(random, row * height, content, 1 << 20);
        TSource[] source = Spread(image, row, height, row + gap);
        (int resultWidth, int resultHeight) = Size(width, height);
        int resultRow = resultWidth * declared.PixelChannels;
        TSeparate[][] sums =
        [
            .. separate.Select(method =>
            {
                TSeparate[] sum = new TSeparate[resultRow * resultHeight];
                method.Invoke(null, declared.Axes == 2 ? [image, width, height, sum] : [image, sum]);
                return sum;
            }),
        ];
        int pitch = resultRow + (2 * gap);
        TResult[][] actual =
        [
            .. Enumerable
                .Range(0, declared.Outputs)
                .Select(_ => Enumerable.Repeat(Samples.Poison<TResult>(), (pitch * resultHeight) + 3).ToArray()),
        ];
        object[] arguments =
        [
            source,
            .. declared.Axes == 2 ? new object[] { width, height } : [],
            .. declared.HasPitches ? new object[] { row + gap, pitch } : [],
            .. declared.HasScale ? new object[] { Scale } : [],
            .. declared.HasOffset ? new object[] { Offset } : [],
            .. actual,
        ];
        group.Invoke(null, arguments);
        for (int output = 0; output < declared.Outputs; output++)
        {
            for (int i = 0; i < actual[output].Length; i++)
            {
                (int y, int x) = pitch == 0 ? (resultHeight, 0) : (i / pitch, i % pitch);
                bool isResult = y < resultHeight && x < resultRow;
                int place = (y * resultRow) + x;
                TResult expected =
                    !isResult ? Samples.Poison<TResult>()
                    : declared.Kept.Contains(x % declared.PixelChannels) ? TResult.CreateTruncating(image[(y * row) + x])
                    : Expected(declared.HasOutputs ? [sums[output][place]] : [.. sums.Select(sum => sum[place])]);
                if (!Elements.AreSame(expected, actual[output][i]))
                {
                    return string.Create(
                        CultureInfo.InvariantCulture,
                        $"{width} x {height}: output {output}, element {x} of row {y} is {actual[output][i]} instead of {expected}"
                    );
                }
            }
        }

        return null;
    }

    private (int Width, int Height) Size(int width, int height) =>
        !declared.Options.Contains("OutputMode.Valid", StringComparison.Ordinal) ? (width, height)
        : (Math.Max(0, width - 2), declared.Axes == 1 ? 1 : Math.Max(0, height - 2)) is var size && (size.Item1 == 0 || size.Item2 == 0)
            ? (0, 0)
        : size;

    private static TSource[] Spread(TSource[] image, int row, int height, int pitch)
    {
        TSource[] spread = Enumerable.Repeat(Samples.Poison<TSource>(), pitch * height).ToArray();
        for (int i = 0; i < image.Length; i++)
        {
            spread[(i / row * pitch) + (i % row)] = image[i];
        }

        return spread;
    }

    private TResult Expected(TSeparate[] results)
    {
        if (declared.IsStored)
        {
            return TResult.CreateTruncating(results[0]);
        }

        if (results[0] is not long)
        {
            return results[0] is float
                ? Floating([.. results.Select(float.CreateChecked)], Scale, Offset)
                : Floating([.. results.Select(double.CreateChecked)], Scale, Offset);
        }

        long[] whole = [.. results.Select(long.CreateChecked)];
        if (declared.IsScaled)
        {
            return isSingle
                ? Floating([.. whole.Select(static number => (float)number)], Scale, Offset)
                : Floating([.. whole.Select(static number => (double)number)], Scale, Offset);
        }

        return TResult.CreateSaturating(
            declared.Combine switch
            {
                "Sum" => Sum(whole, static number => number),
                "AbsoluteSum" => Sum(whole, Int128.Abs),
                "Maximum" => whole.Max(),
                "Minimum" => whole.Min(),
                _ => Root(whole),
            }
        );
    }

    /// <summary>Checked: test data leave 128 bits room to spare.</summary>
    private static Int128 Sum(long[] numbers, Func<Int128, Int128> term)
    {
        Int128 sum = 0;
        foreach (long number in numbers)
        {
            sum = checked(sum + term(number));
        }

        return sum;
    }

    /// <summary>
    /// Whether single precision holds every sum of whole numbers, of which the documentation makes the type of what is scaled depend.
    /// </summary>
    private static bool IsSingle(GroupDeclared declared)
    {
        (BigInteger minimum, BigInteger maximum) = declared.Source.Range();
        double largest = Math.Max(-(double)minimum, (double)maximum);
        double sum = declared.Combine switch
        {
            "Magnitude" => declared.Gains.Sum(gain => gain * largest * gain * largest),
            "Maximum" or "Minimum" or "" => declared.Gains.Max() * largest,
            _ => declared.Gains.Sum() * largest,
        };
        return sum <= 1 << 24 && declared.Destination is not (Element.Int32 or Element.Int64);
    }

    /// <summary>
    /// The nearest whole number to a root; no root of a whole number lies in the middle. Beyond 2 to the 25th, what the documentation says.
    /// </summary>
    private static Int128 Root(long[] numbers)
    {
        Int128 square = Sum(numbers, static number => checked(number * number));
        if (square >= 1L << 50)
        {
            double sum = numbers.Aggregate(0.0, static (sum, number) => sum + ((double)number * number));
            return (Int128)Math.Floor(Math.Sqrt(sum) + 0.5);
        }

        long most = (long)square,
            root = (long)Math.Sqrt(most);
        while (root * root > most)
        {
            root--;
        }

        while ((root + 1) * (root + 1) <= most)
        {
            root++;
        }

        return most > (root * root) + root ? root + 1 : root;
    }

    private TResult Floating<T>(T[] values, float scale, float offset)
        where T : IFloatingPointIeee754<T>
    {
        T sum = values[0];
        if (declared.Combine == "Magnitude")
        {
            sum = T.Sqrt(values.Skip(1).Aggregate(values[0] * values[0], static (squares, value) => squares + (value * value)));
        }
        else
        {
            sum = declared.Combine == "AbsoluteSum" ? T.Abs(sum) : sum;
            foreach (T value in values.Skip(1))
            {
                sum = declared.Combine switch
                {
                    "Sum" => sum + value,
                    "AbsoluteSum" => sum + T.Abs(value),
                    "Maximum" => sum > value || T.IsNaN(sum) ? sum : value,
                    _ => sum < value || T.IsNaN(sum) ? sum : value,
                };
            }
        }

        sum = declared.HasScale ? sum * T.CreateChecked(scale) : sum;
        sum = declared.HasOffset ? sum + T.CreateChecked(offset) : sum;
        if (declared.Destination.IsFloating())
        {
            return TResult.CreateTruncating(sum);
        }

        T below = T.Floor(sum);
        return TResult.CreateSaturating(sum - below >= T.CreateChecked(0.5) ? below + T.One : below);
    }
}
