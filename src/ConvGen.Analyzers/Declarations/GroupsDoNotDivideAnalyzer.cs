using ConvGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Declarations;

/// <summary>CONV017: groups into which the channels cannot fall.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GroupsDoNotDivideAnalyzer() : DeclarationAnalyzer(DeclarationRules.GroupsDoNotDivide);
