using ConvGen.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Declarations;

/// <summary>CONV001: the generator can write no implementing part, because the method or a type around it is not partial, or because the method has a body.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NotPartialAnalyzer() : DeclarationAnalyzer(DeclarationRules.NotPartial);
