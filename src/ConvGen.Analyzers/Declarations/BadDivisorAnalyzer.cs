using ConvGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Declarations;

/// <summary>CONV010: a divisor that is zero or not finite.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BadDivisorAnalyzer() : DeclarationAnalyzer(DeclarationRules.BadDivisor);
