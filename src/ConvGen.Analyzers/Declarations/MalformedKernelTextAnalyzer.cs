using ConvGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Declarations;

/// <summary>CONV003: the text of <c>[Kernel("...")]</c> cannot be read.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MalformedKernelTextAnalyzer() : DeclarationAnalyzer(DeclarationRules.MalformedKernelText);
