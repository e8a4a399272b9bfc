namespace ConvGen.Execution.Tests.Trials;

/// <summary>What kind of samples a trial uses.</summary>
internal enum Content
{
    /// <summary>Numbers with few significant bits, so that exact sums fit; integers over their whole range where the destination can take it.</summary>
    Ordinary,

    /// <summary>Floating-point numbers of every kind: NaN, infinities, both zeros, subnormal, huge.</summary>
    Special,
}
