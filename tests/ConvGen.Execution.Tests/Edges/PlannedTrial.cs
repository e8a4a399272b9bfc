using ConvGen.Execution.Tests.Trials;

namespace ConvGen.Execution.Tests.Edges;

/// <summary>A compiled declaration and the kind of its plan.</summary>
internal sealed record PlannedTrial(Trial Trial, string Kind);
