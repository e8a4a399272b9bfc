namespace ConvGen.Analyzers.Naming.Execution.Spots;

/// <summary>Where a value stands, and can be read and written: a variable, an element, what a pointer or a reference points to.</summary>
internal abstract record Spot;
