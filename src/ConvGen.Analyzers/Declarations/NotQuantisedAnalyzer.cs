using ConvGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Declarations;

/// <summary>CONV023: factors for the results of a layer that is not quantised to 8 bits.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NotQuantisedAnalyzer() : DeclarationAnalyzer(DeclarationRules.NotQuantised);
