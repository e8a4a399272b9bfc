using System.Text;
using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.Generator.Emission.Files;

/// <summary>A generated file; <paramref name="Text"/> is null where no implementing part can be written.</summary>
/// <param name="HintName">The file's name.</param>
/// <param name="Text">The C# text.</param>
/// <param name="Failure">What went wrong unexpectedly, or null.</param>
/// <param name="Helpers">What it requests of the helper type of its assembly.</param>
internal sealed record GeneratedFile(string HintName, string? Text, UnexpectedFailure? Failure, EquatableArray<HelperKey> Helpers = default)
{
    /// <summary>Hands the file to the compiler.</summary>
    public void AddTo(SourceProductionContext output)
    {
        if (Text is not null)
        {
            output.AddSource(HintName, SourceText.From(Text, Encoding.UTF8));
        }

        if (Failure is not null)
        {
            output.ReportDiagnostic(Diagnostic.Create(UnexpectedFailure.Descriptor, Location.None, Failure.Method, Failure.Message));
        }
    }
}
