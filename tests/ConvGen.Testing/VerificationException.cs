namespace ConvGen.Testing;

/// <summary>A test's expectation was not met; the message shows what was expected, what came, and the source.</summary>
public sealed class VerificationException : Exception
{
    public VerificationException()
    {
    }

    public VerificationException(string message)
        : base(message)
    {
    }

    public VerificationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
