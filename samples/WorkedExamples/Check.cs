namespace WorkedExamples;

/// <summary>A computed matrix and the one that it must be.</summary>
/// <param name="Name">What was computed, in a few words.</param>
/// <param name="Computed">By a generated method.</param>
/// <param name="Expected">As printed in the introduction.</param>
/// <param name="Case">The name under which the numbers are kept among the reference vectors, for the tests.</param>
internal sealed record Check(string Name, Matrix Computed, Matrix Expected, string Case)
{
    /// <summary>Whether all numbers are as expected.</summary>
    public bool Holds => Computed.Equals(Expected);
}
