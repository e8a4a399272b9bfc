namespace ConvGen.Execution.Tests.Trials;

/// <summary>What kind of samples a trial uses.</summary>
internal enum Content
{
    /// <summary>
    /// Numbers with few significant bits, so that exact sums fit; integers over their whole range where the destination can take it.
    /// </summary>
    Ordinary,

    /// <summary>Floating-point numbers of every kind: NaN, infinities, both zeros, subnormal, huge.</summary>
    Special,

    /// <summary>
    /// The largest and the smallest samples, each with the sign of the weight that it meets in some windows: sums as large as they can be.
    /// </summary>
    Aligned,

    /// <summary>The same with the opposite signs.</summary>
    Opposed,

    /// <summary>The largest and the smallest samples at random.</summary>
    Extreme,

    /// <summary>Large numbers of both signs that nearly cancel, and whose last bits remain.</summary>
    Cancelling,

    /// <summary>Small numbers, and a large one here and there.</summary>
    Impulses,

    /// <summary>One number everywhere.</summary>
    Equal,

    /// <summary>Multiples of half of the divisor: sums of integers that lie in the middle between two results.</summary>
    Ties,

    /// <summary>Subnormal floating-point numbers, and larger ones whose products with small weights are subnormal.</summary>
    Subnormal,
}
