namespace ConvGen.Generator.Lowering;

/// <summary>What lies some elements behind a reference.</summary>
/// <param name="Reference">The name of the reference.</param>
/// <param name="Elements">How many elements behind it.</param>
internal sealed record Place(string Reference, Offset Elements)
{
    /// <summary>What the reference itself refers to.</summary>
    public Place(string reference)
        : this(reference, 0) { }
}
