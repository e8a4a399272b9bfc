using ConvGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Declarations;

/// <summary>CONV002: parameters and return type are none of the accepted forms.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnknownSignatureAnalyzer() : DeclarationAnalyzer(DeclarationRules.UnknownSignature);
