using ConvGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Declarations;

/// <summary>
/// CONV004: rows of unequal length, a number of weights that does not fill the matrix, or a kernel with more axes than the data.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DimensionsDisagreeAnalyzer() : DeclarationAnalyzer(DeclarationRules.DimensionsDisagree);
