using ConvGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Declarations;

/// <summary>CONV008: an anchor that is none of the kernel's taps.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AnchorOutOfRangeAnalyzer() : DeclarationAnalyzer(DeclarationRules.AnchorOutOfRange);
