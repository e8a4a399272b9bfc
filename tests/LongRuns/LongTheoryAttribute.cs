namespace ConvGen.LongRuns;

/// <summary>A theory that only long runs have time for.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LongTheoryAttribute : TheoryAttribute
{
    /// <summary>Skips the theory in every other run.</summary>
    public LongTheoryAttribute()
    {
        if (!Effort.IsLong)
        {
            Skip = Effort.SkipReason;
        }
    }
}
