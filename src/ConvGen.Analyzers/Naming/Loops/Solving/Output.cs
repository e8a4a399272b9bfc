using ConvGen.Analyzers.Naming.Loops.Subscripts;

namespace ConvGen.Analyzers.Naming.Loops.Solving;

/// <summary>What places the window in a subscript.</summary>
/// <param name="Atom">The unknown.</param>
/// <param name="IsWithTap">Whether it has the same sign as the tap's counter there.</param>
/// <param name="Direction">1 where the subscript and the result grow together, -1 where the result is mirrored, 0 where that is not
/// known.</param>
/// <param name="IsCertain">False for a moving pointer whose steps over this axis are not seen.</param>
internal sealed record Output(IndexAtom Atom, bool IsWithTap, int Direction, bool IsCertain);
