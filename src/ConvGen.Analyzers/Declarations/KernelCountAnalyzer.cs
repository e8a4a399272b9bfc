using ConvGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Declarations;

/// <summary>CONV005: no kernel attribute, or several.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KernelCountAnalyzer() : DeclarationAnalyzer(DeclarationRules.KernelCount);
