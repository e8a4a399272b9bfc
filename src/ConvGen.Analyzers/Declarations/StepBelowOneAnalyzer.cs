using ConvGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Declarations;

/// <summary>CONV009: a stride or a dilation below 1.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StepBelowOneAnalyzer() : DeclarationAnalyzer(DeclarationRules.StepBelowOne);
