using ConvGen.Analyzers.Naming.Weights.Tracing;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Weights;

/// <summary>
/// Traces a kernel back to where its weights were written or received: through locals, conversions, wrappers and reversals.
/// Used for the arguments of calls and for the arrays of loops alike.
/// </summary>
internal static class KernelReader
{
    /// <summary>Reads the value of an expression at the place where it stands.</summary>
    /// <param name="kernel">The expression: an argument, or the array of an element access.</param>
    /// <param name="member">The body around it.</param>
    public static KernelReading Read(IOperation kernel, MemberContext member) => new KernelTracer(member).Trace(kernel).ToReading();
}
