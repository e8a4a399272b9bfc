using ConvGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Declarations;

/// <summary>CONV013: an integer sum that 64 bits cannot be proven to hold.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AccumulatorNotProvenAnalyzer() : DeclarationAnalyzer(DeclarationRules.AccumulatorNotProven);
