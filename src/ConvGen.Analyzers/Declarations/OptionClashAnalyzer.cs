using ConvGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Declarations;

/// <summary>CONV007: two options that exclude each other.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OptionClashAnalyzer() : DeclarationAnalyzer(DeclarationRules.OptionClash);
