using ConvGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Declarations;

/// <summary>CONV020: a kernel file that is none, or several, of the additional files.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KernelFileNotFoundAnalyzer() : DeclarationAnalyzer(DeclarationRules.KernelFileNotFound);
