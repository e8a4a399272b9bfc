using ConvGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Declarations;

/// <summary>CONV018: an argument of an attribute that is not known at compile time.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NotConstantAnalyzer() : DeclarationAnalyzer(DeclarationRules.NotConstant);
