using ConvGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Declarations;

/// <summary>CONV006: no operation attribute, or both.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OperationCountAnalyzer() : DeclarationAnalyzer(DeclarationRules.OperationCount);
