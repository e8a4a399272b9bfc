namespace ConvGen.LongRuns;

/// <summary>A test that only long runs have time for.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LongFactAttribute : FactAttribute
{
    /// <summary>Skips the test in every other run.</summary>
    public LongFactAttribute()
    {
        if (!Effort.IsLong)
        {
            Skip = Effort.SkipReason;
        }
    }
}
