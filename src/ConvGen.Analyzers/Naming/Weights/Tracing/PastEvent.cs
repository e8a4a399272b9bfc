namespace ConvGen.Analyzers.Naming.Weights.Tracing;

/// <summary>An event that may have happened to a variable before it is used.</summary>
/// <param name="Event">The event.</param>
/// <param name="Order">Whether it surely happened before.</param>
internal sealed record PastEvent(KernelEvent Event, ExecutionOrder Order);
