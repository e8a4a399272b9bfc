namespace ConvGen.Execution.Tests.Quantised;

/// <summary>Which zero points a quantised layer takes; the others are 0.</summary>
/// <param name="Source">That of the samples.</param>
/// <param name="Kernel">That of the weights.</param>
/// <param name="Destination">That of the results.</param>
internal sealed record ZeroPoints(bool Source, bool Kernel, bool Destination)
{
    /// <summary>The parameters in their order.</summary>
    public IEnumerable<string> Names =>
        new[] { (Source, "sourceZeroPoint"), (Kernel, "kernelZeroPoint"), (Destination, "destinationZeroPoint") }
            .Where(zero => zero.Item1)
            .Select(zero => zero.Item2);
}
