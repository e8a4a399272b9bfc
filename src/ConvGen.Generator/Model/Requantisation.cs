namespace ConvGen.Generator.Model;

/// <summary>
/// What makes a layer a quantised one: its samples stand for real numbers, as <c>(sample - zero point) * scale</c>, and so do its weights
/// and results. The factor that takes
/// a sum to a result comes at run time, one for each output channel, and the zero points come with it.
/// </summary>
/// <param name="Scale">The parameter <c>scale</c>: the factors.</param>
/// <param name="HasSourceZeroPoint">Whether <c>int sourceZeroPoint</c> is taken; it is 0 otherwise.</param>
/// <param name="HasKernelZeroPoint">Whether <c>int kernelZeroPoint</c> is taken; it is 0 otherwise.</param>
/// <param name="HasDestinationZeroPoint">Whether <c>int destinationZeroPoint</c> is taken; it is 0 otherwise.</param>
internal sealed record Requantisation(Buffer Scale, bool HasSourceZeroPoint, bool HasKernelZeroPoint, bool HasDestinationZeroPoint);
