using ConvGen.Generator.Emission.Files;
using ConvGen.Generator.Model;

namespace ConvGen.Generator;

/// <summary>
/// What a step made for one method, or the exception that it threw instead: a failure in one method costs no other method anything.
/// </summary>
/// <param name="Method">The method's name.</param>
/// <param name="Header">The method, or null when it could not even be read.</param>
/// <param name="Value">What the step made.</param>
/// <param name="Failure">The failure of this step or of one before it.</param>
internal sealed record Guarded<T>(string Method, MethodHeader? Header, T? Value, UnexpectedFailure? Failure)
    where T : class
{
    /// <summary>The next step, unless one has failed before.</summary>
    public Guarded<TNext> Then<TNext>(Func<T, TNext> step)
        where TNext : class => Value is null ? new(Method, Header, null, Failure) : Guarded.Run(Method, Header, () => step(Value));
}

/// <summary>Starts guarded chains.</summary>
internal static class Guarded
{
    /// <summary>A step whose exceptions become values. Cancellation is none of them: it must reach the compiler.</summary>
    public static Guarded<T> Run<T>(string method, MethodHeader? header, Func<T?> step)
        where T : class
    {
        try
        {
            return new(method, header, step(), null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new(method, header, null, UnexpectedFailure.Of(method, exception));
        }
    }
}
