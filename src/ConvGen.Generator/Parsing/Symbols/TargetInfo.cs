namespace ConvGen.Generator.Parsing.Symbols;

/// <summary>What the compilation offers to generated code.</summary>
/// <param name="LanguageVersion">The C# version as a user would say it, as in <c>12.0</c>.</param>
/// <param name="IsLanguageSupported">Whether it is C# 12 or later.</param>
/// <param name="IsFrameworkSupported">Whether the framework is .NET 8 or later.</param>
internal sealed record TargetInfo(string LanguageVersion, bool IsLanguageSupported, bool IsFrameworkSupported);
