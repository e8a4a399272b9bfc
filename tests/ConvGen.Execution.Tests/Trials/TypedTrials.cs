using System.Reflection;
using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Numbers;

namespace ConvGen.Execution.Tests.Trials;

/// <summary>What trials share whose element types a declaration names: samples, weights, bias and results, in this order.</summary>
internal static class TypedTrials
{
    /// <summary>A trial of these types, or of the first of them, as many as it has.</summary>
    /// <param name="trial">Its type, open.</param>
    /// <param name="space">What names the types.</param>
    /// <param name="bias">The type of the bias, or null where there is none.</param>
    /// <param name="arguments">Those of its constructor.</param>
    public static TTrial Create<TTrial>(Type trial, Declared space, Element? bias, params object[] arguments)
    {
        Element source = space.Source;
        Type[] types = [source.Type(), (space.Kernel ?? source).Type(), (bias ?? source).Type(), space.Destination.Type()];
        return (TTrial)Activator.CreateInstance(trial.MakeGenericType(types[..trial.GetGenericArguments().Length]), arguments)!;
    }

    /// <summary>The rule by which the declaration that is called is refused, or null: sums of 64 bits may be beyond proof.</summary>
    public static string? Refusal(Action call)
    {
        try
        {
            call();
            return null;
        }
        catch (TargetInvocationException exception) when (exception.InnerException is NotSupportedException refused)
        {
            return refused.Message[..refused.Message.IndexOf(':', StringComparison.Ordinal)];
        }
    }
}
