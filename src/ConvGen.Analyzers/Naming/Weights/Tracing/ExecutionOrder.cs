namespace ConvGen.Analyzers.Naming.Weights.Tracing;

/// <summary>When a statement runs, seen from a use.</summary>
internal enum ExecutionOrder
{
    /// <summary>Exactly once, before the use, whichever way the body takes.</summary>
    Before,

    /// <summary>Not before the use.</summary>
    After,

    /// <summary>Perhaps, or more than once.</summary>
    Maybe,
}
