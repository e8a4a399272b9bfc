using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Testing;

/// <summary>
/// Tests a code fix: the diagnostics of <see cref="AnalyzerTest{TVerifier}.TestCode"/>, then the text after the fix has been applied as often as it
/// is offered, then the diagnostics of that text. A <see cref="FixedCode"/> equal to the test code says that no fix may be offered.
/// </summary>
public class CSharpCodeFixTest<TAnalyzer, TCodeFix, TVerifier> : CSharpAnalyzerTest<TAnalyzer, TVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TCodeFix : CodeFixProvider, new()
    where TVerifier : IVerifier, new()
{
    private const int MaximumIterations = 10;

    /// <summary>The first source file after the fix, with the marks of what is still reported.</summary>
    public string FixedCode { get; set; } = "";

    /// <summary>Which of several offered fixes is applied.</summary>
    public int CodeActionIndex { get; set; }

    /// <summary>The text in the editor's menu, if the test cares.</summary>
    public string? CodeActionTitle { get; set; }

    /// <inheritdoc/>
    public override async Task RunAsync(CancellationToken cancellationToken = default)
    {
        await VerifyAsync(TestState.Sources, ExpectedDiagnostics, cancellationToken).ConfigureAwait(false);

        string expected = TestMarkup.Parse(FixedCode).Text;
        string actual = await FixAsync(cancellationToken).ConfigureAwait(false);
        if (TextComparison.Compare("The fixed code", expected, actual) is { } difference)
        {
            Verify.Fail(difference);
        }

        await VerifyAsync([FixedCode, .. TestState.Sources.Skip(1)], [], cancellationToken).ConfigureAwait(false);
    }

    private async Task<string> FixAsync(CancellationToken cancellationToken)
    {
        using AdhocWorkspace workspace = new();
        DocumentId id = AddProject(workspace);
        for (int iteration = 0; iteration < MaximumIterations; iteration++)
        {
            Document document = workspace.CurrentSolution.GetDocument(id)!;
            if (await OfferAsync(document, cancellationToken).ConfigureAwait(false) is not { } action)
            {
                return (await document.GetTextAsync(cancellationToken).ConfigureAwait(false)).ToString();
            }

            if (CodeActionTitle is { } title && action.Title != title)
            {
                Verify.Fail($"The fix is called \"{action.Title}\" instead of \"{title}\".");
            }

            ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(cancellationToken).ConfigureAwait(false);
            Solution changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
            workspace.TryApplyChanges(changed);
        }

        Verify.Fail(FormattableString.Invariant($"The fix is still offered after it was applied {MaximumIterations} times."));
        return "";
    }

    private DocumentId AddProject(AdhocWorkspace workspace)
    {
        ProjectInfo information = ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            "TestProject",
            "TestProject",
            LanguageNames.CSharp,
            compilationOptions: TestCompilation.DefaultOptions,
            parseOptions: new CSharpParseOptions(LanguageVersion, DocumentationMode.Diagnose),
            metadataReferences: [.. ReferenceAssemblies.References, TestCompilation.ConvGenReference, .. TestState.AdditionalReferences],
            analyzerReferences: [GeneratorReference.Create()]);
        Project project = workspace.AddProject(information);
        List<DocumentId> documents = [];
        for (int index = 0; index < TestState.Sources.Count; index++)
        {
            documents.Add(DocumentId.CreateNewId(project.Id));
            workspace.AddDocument(DocumentInfo.Create(
                documents[index],
                TestCompilation.PathOf(index).TrimStart('/'),
                loader: TextLoader.From(TextAndVersion.Create(Microsoft.CodeAnalysis.Text.SourceText.From(TestMarkup.Parse(TestState.Sources[index]).Text, Encoding.UTF8), VersionStamp.Default)),
                filePath: TestCompilation.PathOf(index)));
        }

        return documents[0];
    }

    /// <summary>The fix that is offered for the first diagnostic that it knows, or null.</summary>
    private async Task<CodeAction?> OfferAsync(Document document, CancellationToken cancellationToken)
    {
        TCodeFix provider = new();
        Compilation compilation = (await document.Project.GetCompilationAsync(cancellationToken).ConfigureAwait(false))!;
        SyntaxTree tree = (await document.GetSyntaxTreeAsync(cancellationToken).ConfigureAwait(false))!;
        ImmutableArray<Diagnostic> diagnostics = await compilation.WithAnalyzers([.. GetDiagnosticAnalyzers()], AnalyzerOptions).GetAnalyzerDiagnosticsAsync(cancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in diagnostics.Where(diagnostic => diagnostic.Location.SourceTree == tree && provider.FixableDiagnosticIds.Contains(diagnostic.Id)).OrderBy(diagnostic => diagnostic.Location.SourceSpan))
        {
            List<CodeAction> actions = [];
            await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), cancellationToken)).ConfigureAwait(false);
            if (actions.Count > CodeActionIndex)
            {
                return actions[CodeActionIndex];
            }
        }

        return null;
    }
}
