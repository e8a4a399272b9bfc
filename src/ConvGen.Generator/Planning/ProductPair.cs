using System.Numerics;

namespace ConvGen.Generator.Planning;

/// <summary>Two taps side by side that one instruction multiplies and adds.</summary>
/// <param name="Row">Row in the kernel as applied.</param>
/// <param name="Column">Column of the first tap in the kernel as applied; the second is its right neighbour.</param>
/// <param name="First">The first weight as a whole number.</param>
/// <param name="Second">The second one. Either may be zero where a tap has no partner.</param>
/// <param name="Group">Which of several sums of 16 bits takes the pair up; 0 where there is one.</param>
internal sealed record ProductPair(int Row, int Column, BigInteger First, BigInteger Second, int Group = 0);
