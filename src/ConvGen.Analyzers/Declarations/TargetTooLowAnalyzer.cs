using ConvGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Declarations;

/// <summary>CONV012: a language below C# 12 or a framework below .NET 8.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TargetTooLowAnalyzer() : DeclarationAnalyzer(DeclarationRules.TargetTooLow);
