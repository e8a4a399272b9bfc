using OperationKind = ConvGen.Generator.Model.OperationKind;

namespace ConvGen.Analyzers.Naming.Names;

/// <summary>A word that names an operation.</summary>
/// <param name="Text">The word in lower case.</param>
/// <param name="Operation">What it names.</param>
/// <param name="Form">Its grammar.</param>
/// <param name="IsExplicit">Whether a correlation is said to be one of signals.</param>
/// <param name="Counterpart">The word for the other operation; null where none is known.</param>
internal sealed record OperationWord(string Text, OperationKind Operation, WordForm Form, bool IsExplicit, string? Counterpart);
