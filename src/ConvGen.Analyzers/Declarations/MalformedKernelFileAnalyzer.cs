using ConvGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Declarations;

/// <summary>CONV021: a kernel file whose text or shape is wrong.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MalformedKernelFileAnalyzer() : DeclarationAnalyzer(DeclarationRules.MalformedKernelFile);
