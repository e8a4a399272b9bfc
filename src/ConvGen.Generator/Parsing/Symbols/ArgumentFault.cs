using ConvGen.Generator.Refusals;

namespace ConvGen.Generator.Parsing.Symbols;

/// <summary>An argument of an attribute that the compiler refuses.</summary>
/// <param name="Site">Where it stands.</param>
/// <param name="Written">What stands there.</param>
/// <param name="Remedy">How to write it as a constant (the compiler's CS0182 does not say); null where an error of the compiler's names the
/// cause.</param>
internal sealed record ArgumentFault(RefusalSite Site, string Written, string? Remedy);
