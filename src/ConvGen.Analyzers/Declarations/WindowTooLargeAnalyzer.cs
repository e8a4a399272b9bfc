using ConvGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Declarations;

/// <summary>CONV016: a dilated kernel that covers more samples than are supported.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WindowTooLargeAnalyzer() : DeclarationAnalyzer(DeclarationRules.WindowTooLarge);
