using System.Collections.Immutable;
using ConvGen.CodeFixes.Lifting.Callers;
using ConvGen.CodeFixes.Lifting.Nests;
using ConvGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using OperationKind = ConvGen.Generator.Model.OperationKind;

namespace ConvGen.CodeFixes.Lifting.Writing;

/// <summary>
/// Writes the changes of a file. Where the parameters' names are roles, the method loses its body and becomes partial. Elsewhere it stays
/// what its callers
/// know, and calls a private partial method.
/// </summary>
internal sealed class LiftWriter
{
    private readonly LiftCandidate candidate;
    private readonly SemanticModel model;
    private readonly SourceText text;
    private readonly string newLine;
    private readonly string indent;
    private readonly string helper;
    private readonly ImmutableArray<string> attributes;
    private readonly KernelSize? size;

    private LiftWriter(
        LiftCandidate candidate,
        OperationKind operation,
        bool keepsName,
        SemanticModel model,
        SourceText text,
        KernelSize? size
    )
    {
        this.size = size;
        this.candidate = candidate;
        this.model = model;
        this.text = text;
        newLine =
            text.Lines.Count > 1
            && text.ToString(TextSpan.FromBounds(text.Lines[0].End, text.Lines[0].EndIncludingLineBreak)) is { Length: > 0 } end
                ? end
                : "\n";
        TextLine line = text.Lines.GetLineFromPosition(candidate.Syntax.GetFirstToken().SpanStart);
        indent = new string([.. line.ToString().TakeWhile(char.IsWhiteSpace)]);
        attributes = DeclarationWriter.Attributes(candidate.Solution, operation);
        helper = Helper(
            keepsName ? candidate.Method.Name
            : operation == OperationKind.Convolution ? "Convolve"
            : "Correlate"
        );
    }

    /// <summary>The changes, and the name of the partial method.</summary>
    /// <param name="candidate">The method.</param>
    /// <param name="operation">What is to be computed.</param>
    /// <param name="keepsName">Whether the method's name says so; a method that is added is named after it then.</param>
    /// <param name="model">The file's meaning.</param>
    /// <param name="text">The file's text.</param>
    /// <param name="size">The only size of the kernel for which it is right; the loops stay for all others.</param>
    public static LiftResult Write(
        LiftCandidate candidate,
        OperationKind operation,
        bool keepsName,
        SemanticModel model,
        SourceText text,
        KernelSize? size = null
    )
    {
        LiftWriter writer = new(candidate, operation, keepsName, model, text, size);
        List<TextChange> changes = [];
        writer.AddUsing(changes);
        writer.AddPartial(changes);
        bool isReplaced = size is null && RoleReader.HasRoles(candidate);
        changes.AddRange(
            isReplaced ? writer.Replace()
            : size is null ? writer.Forward()
            : writer.Branch(size)
        );
        return new LiftResult([.. changes.OrderBy(static change => change.Span.Start)], isReplaced ? candidate.Method.Name : writer.helper);
    }

    /// <summary>The method itself is declared.</summary>
    private IEnumerable<TextChange> Replace()
    {
        MethodDeclarationSyntax method = candidate.Syntax;
        SyntaxToken first = method.Modifiers.Count > 0 ? method.Modifiers[0] : method.ReturnType.GetFirstToken();
        string partial = method.Modifiers.Any(SyntaxKind.PartialKeyword) ? "" : "partial ";
        string lists = string.Concat(attributes.Select(list => list + newLine + indent));
        if (!method.Modifiers.Any(static modifier => SyntaxFacts.IsAccessibilityModifier(modifier.Kind())))
        {
            // A partial method with a result must say its accessibility.
            lists += "private ";
        }

        if (first == method.ReturnType.GetFirstToken())
        {
            yield return new TextChange(new TextSpan(first.SpanStart, 0), lists + partial);
        }
        else
        {
            yield return new TextChange(new TextSpan(first.SpanStart, 0), lists);
            yield return new TextChange(new TextSpan(method.ReturnType.SpanStart, 0), partial);
        }

        yield return new TextChange(
            TextSpan.FromBounds(method.Body!.GetFirstToken().GetPreviousToken().Span.End, method.Body.Span.End),
            ";"
        );
    }

    /// <summary>The method calls one that is declared after it.</summary>
    private IEnumerable<TextChange> Forward()
    {
        MethodDeclarationSyntax method = candidate.Syntax;
        BodyWriter writer = new(candidate, text, newLine, indent, helper + "(" + string.Join(", ", Arguments()) + ")");
        yield return new TextChange(
            TextSpan.FromBounds(method.Body!.GetFirstToken().GetPreviousToken().Span.End, method.Body.Span.End),
            writer.Write()
        );

        yield return Declaration(writer.ReturnsCall);
    }

    /// <summary>The method calls one that is declared after it where the kernel has the size.</summary>
    private IEnumerable<TextChange> Branch(KernelSize known)
    {
        LoopSolution solution = candidate.Solution;
        TextLine line = text.Lines.GetLineFromPosition(candidate.Loop.SpanStart);
        string inner = new([.. line.ToString().TakeWhile(char.IsWhiteSpace)]);
        string unit =
            inner.Length > indent.Length && inner.StartsWith(indent, StringComparison.Ordinal) ? inner.Substring(indent.Length) : "    ";

        // Of an empty source the loops leave zeros, and a declaration wants an empty result.
        bool needsSource = solution is { Mode: OutputMode.Full, Axes.Length: 2 } && candidate.Extents.Length == 2;
        string condition = known.Condition(Taps) + (needsSource ? " && " + NameOf(solution.Source) + ".Length > 0" : "");
        string result = candidate.Result is { } made ? " " + NameOf(made) : "";
        yield return new TextChange(
            new TextSpan(candidate.Loop.SpanStart, 0),
            string.Join(
                newLine + inner,
                "if (" + condition + ")",
                "{",
                unit + helper + "(" + string.Join(", ", Arguments()) + ");",
                unit + "return" + result + ";",
                "}"
            )
                + newLine
                + newLine
                + inner
        );
        yield return Declaration(returns: false);
    }

    private TextChange Declaration(bool returns)
    {
        string result = returns ? candidate.Syntax.ReturnType.ToString() : "void";
        string declaration =
            string.Concat(attributes.Select(list => newLine + indent + list))
            + newLine
            + indent
            + "private static partial "
            + result
            + " "
            + helper
            + "("
            + string.Join(", ", Parameters(returns))
            + ");";
        return new TextChange(new TextSpan(candidate.Syntax.Span.End, 0), newLine + declaration);
    }

    private int Taps => candidate.Solution.Axes.Aggregate(1, static (count, axis) => count * axis.Size);

    private IEnumerable<string> Arguments()
    {
        LoopSolution solution = candidate.Solution;
        yield return NameOf(solution.Source);
        foreach (ISymbol size in RoleReader.Sizes(solution))
        {
            yield return NameOf(size);
        }

        if (solution.Kernel is { } kernel)
        {
            // The loops never look at weights beyond their own bounds, and a longer kernel would be refused.
            yield return (kernel.Type, size) switch
            {
                (IArrayTypeSymbol { Rank: 2 }, _) => MemoryMarshal()
                    + ".CreateReadOnlySpan(ref "
                    + NameOf(kernel)
                    + "[0, 0], "
                    + Taps
                    + ")",
                (_, not null) => NameOf(kernel),
                (IArrayTypeSymbol array, _) => "new " + ReadOnlySpan(array.ElementType) + "(" + NameOf(kernel) + ", 0, " + Taps + ")",
                _ => NameOf(kernel) + "[.." + Taps + "]",
            };
        }

        if (size is not null || !BodyWriter.CanReturnCall(candidate))
        {
            yield return NameOf(solution.Target);
        }
    }

    private IEnumerable<string> Parameters(bool returns)
    {
        LoopSolution solution = candidate.Solution;
        yield return TypeOf(solution.Source.Type) + " source";
        if (solution.IsFlatImage)
        {
            yield return "int width";
            yield return "int height";
        }
        else if (RoleReader.Sizes(solution).Any())
        {
            yield return "int length";
        }

        if (solution.Kernel is { } kernel)
        {
            yield return (kernel.Type is IArrayTypeSymbol array ? ReadOnlySpan(array.ElementType) : TypeOf(kernel.Type)) + " kernel";
        }

        if (!returns)
        {
            yield return TypeOf(solution.Target is ILocalSymbol local ? local.Type : ((IParameterSymbol)solution.Target).Type)
                + " destination";
        }
    }

    private string ReadOnlySpan(ITypeSymbol element)
    {
        bool isKnown = model
            .LookupNamespacesAndTypes(candidate.Syntax.SpanStart, name: "ReadOnlySpan")
            .Any(static type => type.ContainingNamespace?.Name == "System");
        return (isKnown ? "" : "System.") + "ReadOnlySpan<" + TypeOf(element) + ">";
    }

    private string MemoryMarshal()
    {
        const string Namespace = "System.Runtime.InteropServices";
        bool isKnown = model
            .LookupNamespacesAndTypes(candidate.Syntax.SpanStart, name: nameof(MemoryMarshal))
            .Any(static type => type.ContainingNamespace?.ToDisplayString() == Namespace);
        return (isKnown ? "" : Namespace + ".") + nameof(MemoryMarshal);
    }

    private string TypeOf(ITypeSymbol type) => type.ToMinimalDisplayString(model, candidate.Syntax.SpanStart);

    private static string NameOf(ISymbol symbol) =>
        SyntaxFacts.GetKeywordKind(symbol.Name) != SyntaxKind.None ? "@" + symbol.Name : symbol.Name;

    private string Helper(string name)
    {
        string wanted = name + "Generated";
        HashSet<string> taken = [.. candidate.Method.ContainingType.MemberNames, candidate.Method.ContainingType.Name];
        string free = wanted;
        for (int number = 2; taken.Contains(free); number++)
        {
            free = wanted + number;
        }

        return free;
    }

    private void AddPartial(List<TextChange> changes)
    {
        foreach (TypeDeclarationSyntax type in candidate.Syntax.Ancestors().OfType<TypeDeclarationSyntax>())
        {
            if (!type.Modifiers.Any(SyntaxKind.PartialKeyword))
            {
                changes.Add(new TextChange(new TextSpan(type.Keyword.SpanStart, 0), "partial "));
            }
        }
    }

    private void AddUsing(List<TextChange> changes)
    {
        bool isKnown = model
            .LookupNamespacesAndTypes(candidate.Syntax.SpanStart, name: "ConvolutionAttribute")
            .Any(static type => type.ContainingNamespace is { Name: "ConvGen", ContainingNamespace.IsGlobalNamespace: true });
        if (isKnown)
        {
            return;
        }

        CompilationUnitSyntax root = candidate.Syntax.SyntaxTree.GetCompilationUnitRoot();
        UsingDirectiveSyntax[] plain =
        [
            .. root.Usings.Where(static directive => directive.Alias is null && !directive.StaticKeyword.IsKind(SyntaxKind.StaticKeyword)),
        ];
        UsingDirectiveSyntax? next = plain.FirstOrDefault(static directive =>
            !IsSystem(directive) && string.CompareOrdinal(directive.Name?.ToString(), "ConvGen") > 0
        );
        if (next is not null)
        {
            changes.Add(new TextChange(new TextSpan(next.SpanStart, 0), "using ConvGen;" + newLine));
        }
        else if (plain.Length > 0)
        {
            changes.Add(new TextChange(new TextSpan(plain[plain.Length - 1].Span.End, 0), newLine + "using ConvGen;"));
        }
        else
        {
            // A documentation comment belongs to the declaration under it.
            SyntaxToken first = root.GetFirstToken();
            SyntaxTrivia documentation = first.LeadingTrivia.FirstOrDefault(static trivia =>
                trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia)
                || trivia.IsKind(SyntaxKind.MultiLineDocumentationCommentTrivia)
            );
            int start = documentation.IsKind(SyntaxKind.None) ? first.SpanStart : documentation.FullSpan.Start;
            changes.Add(new TextChange(new TextSpan(start, 0), "using ConvGen;" + newLine + newLine));
        }
    }

    private static bool IsSystem(UsingDirectiveSyntax directive) =>
        directive.Name?.ToString() is { } name && (name == "System" || name.StartsWith("System.", StringComparison.Ordinal));
}

/// <summary>The changes of a file.</summary>
/// <param name="Changes">The changes, in order.</param>
/// <param name="Name">The partial method's name.</param>
internal sealed record LiftResult(ImmutableArray<TextChange> Changes, string Name);
