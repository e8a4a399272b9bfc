using ConvGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Declarations;

/// <summary>CONV014: a border value that the source's element type cannot hold.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BorderValueNotHeldAnalyzer() : DeclarationAnalyzer(DeclarationRules.BorderValueNotHeld);
