using ConvGen.Generator.Kernels;

namespace ConvGen.Generator.Planning;

/// <summary>One term of the sum of an output sample.</summary>
/// <param name="Row">Row in the kernel as applied.</param>
/// <param name="Column">Column in the kernel as applied.</param>
/// <param name="Weight">The exact weight, the divisor included; zero when it arrives at run time.</param>
internal sealed record Tap(int Row, int Column, Rational Weight);
