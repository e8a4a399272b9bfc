using System.Collections.Immutable;
using System.Composition;
using ConvGen.Analyzers.Naming;
using ConvGen.CodeFixes.Kernels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.CodeFixes;

/// <summary>
/// CONV101, and CONV102 for weights among the arguments of the call: writes a constant kernel backwards where it stands. Weights change
/// places;
/// separators, line breaks and comments keep theirs. A declaration may get the attribute that its name says with it, which leaves its
/// result as it was.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReverseKernelCodeFix))]
[Shared]
public sealed class ReverseKernelCodeFix : CodeFixProvider
{
    /// <summary>The key of the fix that changes the result.</summary>
    internal const string ReverseKey = nameof(ReverseKernelCodeFix);

    /// <summary>The key of the fix that changes the attribute too, and so keeps the result.</summary>
    internal const string DeclareKey = nameof(ReverseKernelCodeFix) + ".Declare";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["CONV101", "CONV102"];

    /// <summary>
    /// None. Nothing beside the weights shows that they were reversed, so that the rule still speaks where the attribute or the callee
    /// stays; a
    /// second run of a fix for all, as by <c>dotnet format</c>, would turn them back.
    /// </summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (diagnostic.Id == "CONV101")
            {
                await RegisterForDeclarationAsync(context, diagnostic).ConfigureAwait(false);
            }
            else
            {
                await RegisterForCallAsync(context, diagnostic).ConfigureAwait(false);
            }
        }
    }

    /// <summary>The second additional location of CONV101 is the operation's attribute.</summary>
    private static async Task RegisterForDeclarationAsync(CodeFixContext context, Diagnostic diagnostic)
    {
        Solution solution = context.Document.Project.Solution;
        if (
            await KernelReversal.OfDeclarationAsync(solution, diagnostic, context.CancellationToken).ConfigureAwait(false) is not { } kernel
            || await KernelReversal.FindAsync(solution, diagnostic.AdditionalLocations[1], context.CancellationToken).ConfigureAwait(false)
                is not var (document, node)
            || node.FirstAncestorOrSelf<AttributeSyntax>() is not { } operation
        )
        {
            return;
        }

        if (
            diagnostic.Properties.TryGetValue(NamingProperties.Computed, out string? computed)
            && diagnostic.Properties.TryGetValue(NamingProperties.Named, out string? named)
            && computed is not null
            && operation.Name.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Last().Identifier is var identifier
            && (identifier.ValueText == computed || identifier.ValueText == computed + "Attribute")
        )
        {
            // The kernel as applied is the same, and so is its anchor, which is counted in it.
            TextChange renamed = new(identifier.Span, identifier.ValueText.Replace(computed, named));
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Declare it [{named}] and reverse the kernel (the result stays the same)",
                    cancellation => kernel.ApplyAsync(document, [renamed], cancellation),
                    DeclareKey
                ),
                diagnostic
            );
        }

        if (AnchorMirror.OfAttribute(operation, kernel.Slots) is { } anchor)
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    TitleOf(diagnostic, anchor),
                    cancellation => kernel.ApplyAsync(document, anchor, cancellation),
                    ReverseKey
                ),
                diagnostic
            );
        }
    }

    private static async Task RegisterForCallAsync(CodeFixContext context, Diagnostic diagnostic)
    {
        // A kernel with a name of its own gets one that says that it is reversed; another fix does that.
        if (
            await KernelReversal.OfCallAsync(context.Document.Project.Solution, diagnostic, context.CancellationToken).ConfigureAwait(false)
                is { } kernel
            && await KernelName.FindAsync(kernel, diagnostic, context.CancellationToken).ConfigureAwait(false) is null
            && await kernel.AnchorOfCallAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } anchor
        )
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    TitleOf(diagnostic, anchor),
                    cancellation => kernel.ApplyAsync(context.Document, anchor, cancellation),
                    ReverseKey
                ),
                diagnostic
            );
        }
    }

    private static string TitleOf(Diagnostic diagnostic, IReadOnlyList<TextChange> anchor) =>
        $"Reverse the kernel{(anchor.Count > 0 ? " and mirror its anchor" : "")} {Titles.Promise(diagnostic)}";
}
