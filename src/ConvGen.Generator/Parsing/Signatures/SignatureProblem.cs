using ConvGen.Generator.Refusals;

namespace ConvGen.Generator.Parsing.Signatures;

/// <summary>One thing that is wrong with a signature.</summary>
/// <param name="Site">Where.</param>
/// <param name="Text">What, with its remedy, as a clause.</param>
internal sealed record SignatureProblem(RefusalSite Site, string Text);
