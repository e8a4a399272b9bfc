using System.Diagnostics.CodeAnalysis;

namespace ConvGen.Testing;

/// <summary>Says how a failed expectation reaches the test framework.</summary>
public interface IVerifier
{
    /// <summary>Fails the test.</summary>
    [DoesNotReturn]
    void Fail(string message);
}

/// <summary>Fails a test with an exception, which every test framework understands.</summary>
public sealed class DefaultVerifier : IVerifier
{
    /// <inheritdoc/>
    [DoesNotReturn]
    public void Fail(string message) => throw new VerificationException(message);
}
