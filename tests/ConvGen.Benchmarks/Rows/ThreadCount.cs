namespace ConvGen.Benchmarks.Rows;

/// <summary>How many threads all contestants of a row use.</summary>
internal enum ThreadCount
{
    /// <summary>One.</summary>
    One,

    /// <summary>As many as there are processors.</summary>
    All,
}
