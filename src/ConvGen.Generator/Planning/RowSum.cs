using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Planning;

/// <summary>A sum along one source row that several rows of the kernel share, each with a factor of its own.</summary>
/// <param name="Taps">Its terms; their rows are zero.</param>
/// <param name="Uses">Which kernel rows take it up, with which factors, from the top.</param>
internal sealed record RowSum(EquatableArray<Tap> Taps, EquatableArray<RowUse> Uses);

/// <summary>One use of a row's sum.</summary>
/// <param name="Row">Row in the kernel as applied.</param>
/// <param name="Factor">What the sum is multiplied by; whole for integers.</param>
internal sealed record RowUse(int Row, Rational Factor);
