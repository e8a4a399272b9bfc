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

    /// <summary>Which of several offered fixes is applied, by its key instead of its position.</summary>
    public string? CodeActionEquivalenceKey { get; set; }

    /// <summary>The first source file after all diagnostics were fixed at once; null where the test does not care.</summary>
    public string? BatchFixedCode { get; set; }

    /// <summary>How often the fix is applied. Default: as often as it is offered.</summary>
    public int? NumberOfIncrementalIterations { get; set; }

    /// <summary>Takes the fixed text instead of comparing it with <see cref="FixedCode"/>, for a test that runs it.</summary>
    public Action<string>? FixedCodeIsTaken { get; set; }

    /// <inheritdoc/>
    public override async Task RunAsync(CancellationToken cancellationToken = default)
    {
        await VerifyAsync(TestState.Sources, ExpectedDiagnostics, cancellationToken).ConfigureAwait(false);

        string actual = await FixAsync(cancellationToken).ConfigureAwait(false);
        if (FixedCodeIsTaken is { } take)
        {
            take(actual);
            return;
        }

        string expected = TestMarkup.Parse(FixedCode).Text;
        if (TextComparison.Compare("The fixed code", expected, actual) is { } difference)
        {
            Verify.Fail(difference);
        }

        await VerifyAsync([FixedCode, .. TestState.Sources.Skip(1)], [], cancellationToken).ConfigureAwait(false);

        if (BatchFixedCode is not null
            && TextComparison.Compare("The code after fixing all", TestMarkup.Parse(BatchFixedCode).Text, await FixAllAsync(cancellationToken).ConfigureAwait(false)) is { } batchDifference)
        {
            Verify.Fail(batchDifference);
        }
    }

    private async Task<string> FixAsync(CancellationToken cancellationToken)
    {
        using AdhocWorkspace workspace = new();
        DocumentId id = AddProject(workspace);
        for (int iteration = 0; iteration < MaximumIterations; iteration++)
        {
            Document document = workspace.CurrentSolution.GetDocument(id)!;
            if (iteration == NumberOfIncrementalIterations || await OfferAsync(document, cancellationToken).ConfigureAwait(false) is not var (action, _))
            {
                return (await document.GetTextAsync(cancellationToken).ConfigureAwait(false)).ToString();
            }

            if (CodeActionTitle is { } title && action.Title != title)
            {
                Verify.Fail($"The fix is called \"{action.Title}\" instead of \"{title}\".");
            }

            workspace.TryApplyChanges(await ChangedAsync(action, cancellationToken).ConfigureAwait(false));
        }

        Verify.Fail(FormattableString.Invariant($"The fix is still offered after it was applied {MaximumIterations} times."));
        return "";
    }

    /// <summary>Fixes everything in the project that the first offered fix would fix.</summary>
    private async Task<string> FixAllAsync(CancellationToken cancellationToken)
    {
        using AdhocWorkspace workspace = new();
        DocumentId id = AddProject(workspace);
        Document document = workspace.CurrentSolution.GetDocument(id)!;
        TCodeFix fix = new();
        if (await OfferAsync(document, cancellationToken).ConfigureAwait(false) is not var (first, diagnostic) || fix.GetFixAllProvider() is not { } provider)
        {
            Verify.Fail("No fix is offered for all diagnostics.");
            return "";
        }

        ImmutableArray<Diagnostic> all = [.. (await DiagnosticsAsync(document, cancellationToken).ConfigureAwait(false)).Where(other => other.Id == diagnostic.Id)];
        FixAllContext context = new(document, fix, FixAllScope.Project, first.EquivalenceKey!, [diagnostic.Id], new KnownDiagnostics(all), cancellationToken);
        if (await provider.GetFixAsync(context).ConfigureAwait(false) is not { } action)
        {
            Verify.Fail("The fix for all diagnostics changes nothing.");
            return "";
        }

        Solution changed = await ChangedAsync(action, cancellationToken).ConfigureAwait(false);
        return (await changed.GetDocument(id)!.GetTextAsync(cancellationToken).ConfigureAwait(false)).ToString();
    }

    private static async Task<Solution> ChangedAsync(CodeAction action, CancellationToken cancellationToken) =>
        (await action.GetOperationsAsync(cancellationToken).ConfigureAwait(false)).OfType<ApplyChangesOperation>().Single().ChangedSolution;

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
    private async Task<(CodeAction Action, Diagnostic Diagnostic)?> OfferAsync(Document document, CancellationToken cancellationToken)
    {
        TCodeFix provider = new();
        SyntaxTree tree = (await document.GetSyntaxTreeAsync(cancellationToken).ConfigureAwait(false))!;
        ImmutableArray<Diagnostic> diagnostics = await DiagnosticsAsync(document, cancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in diagnostics.Where(diagnostic => diagnostic.Location.SourceTree == tree && provider.FixableDiagnosticIds.Contains(diagnostic.Id)).OrderBy(diagnostic => diagnostic.Location.SourceSpan))
        {
            List<CodeAction> actions = [];
            await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), cancellationToken)).ConfigureAwait(false);
            CodeAction? offered = CodeActionEquivalenceKey is { } key ? actions.Find(action => action.EquivalenceKey == key) : actions.ElementAtOrDefault(CodeActionIndex);
            if (offered is not null)
            {
                return (offered, diagnostic);
            }
        }

        return null;
    }

    private async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(Document document, CancellationToken cancellationToken)
    {
        Compilation compilation = (await document.Project.GetCompilationAsync(cancellationToken).ConfigureAwait(false))!;
        return await compilation.WithAnalyzers([.. GetDiagnosticAnalyzers()], AnalyzerOptions).GetAnalyzerDiagnosticsAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Hands over what was found once, by document and by project.</summary>
    private sealed class KnownDiagnostics(ImmutableArray<Diagnostic> all) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            SyntaxTree? tree = await document.GetSyntaxTreeAsync(cancellationToken).ConfigureAwait(false);
            return all.Where(diagnostic => diagnostic.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(all);
    }
}
