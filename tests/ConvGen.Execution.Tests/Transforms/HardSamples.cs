using System.Numerics;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Trials;

namespace ConvGen.Execution.Tests.Transforms;

/// <summary>Samples that are hard for a plan which is accurate in norm.</summary>
internal static class HardSamples
{
    public static T[] Draw<T>(Random random, int count, Hardship hardship)
        where T : INumber<T>
    {
        if (!Elements.Of<T>().IsFloating() || Elements.Of<T>() == Element.Half)
        {
            return Samples.Draw<T>(random, count, Content.Ordinary, 20);
        }

        int start = random.Next(count);
        return [.. Enumerable.Range(0, count).Select(i => T.CreateChecked(Number(random, hardship, i, start)))];
    }

    private static double Number(Random random, Hardship hardship, int place, int start)
    {
        // 24 bits each, and no more than 64 between the first and the last, so that sums are exact in 128.
        double number = (float)(random.NextDouble() - 0.5);
        return hardship switch
        {
            Hardship.Cancellation => (place % 2 == 0 ? 1048576 : -1048576) + Math.Round(number * 8) / 8,
            Hardship.Ranges => (float)Math.ScaleB(Math.Round(number * 1024) / 1024, random.Next(-20, 20)),
            Hardship.Impulses => place % 997 == start % 997 ? 16777216 : Math.Round(number * 4096) / 4096 / 1024,
            Hardship.Step => place < start ? 1e6 : Math.Round(number * 4096) / 4096,
            Hardship.Tone => Math.Round(65536 * Math.Cos(place * Math.PI * (start % 16) / 8)),
            _ => Math.Round(number * 65536) / 65536,
        };
    }
}

/// <summary>What is hard about samples.</summary>
internal enum Hardship
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Large numbers of alternating signs, whose last bits are what a smooth kernel leaves.</summary>
    Cancellation,

    /// <summary>Numbers of very different sizes.</summary>
    Ranges,

    /// <summary>Small numbers, and a large one here and there.</summary>
    Impulses,

    /// <summary>Large numbers, then small ones.</summary>
    Step,

    /// <summary>One frequency, in which all that a transform holds comes together.</summary>
    Tone,
}
