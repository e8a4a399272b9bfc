namespace ConvGen.Generator.Refusals;

/// <summary>
/// A rule about declarations, as far as the parser needs it: the analyzers make their descriptors from it, and so do the stubs of refused
/// methods.
/// </summary>
/// <param name="Id">As in <c>CONV001</c>; never reused.</param>
/// <param name="Title">What is wrong, in a few words.</param>
/// <param name="MessageFormat">What is wrong with this declaration, and the remedy.</param>
internal sealed record DeclarationRule(string Id, string Title, string MessageFormat);
