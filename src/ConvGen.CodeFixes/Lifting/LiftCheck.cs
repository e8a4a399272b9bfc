using ConvGen.CodeFixes.Lifting.Nests;
using ConvGen.CodeFixes.Lifting.Writing;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing;
using ConvGen.Generator.Parsing.Symbols;
using ConvGen.Generator.Planning;
using ConvGen.Generator.Planning.Plan;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using OperationKind = ConvGen.Generator.Model.OperationKind;

namespace ConvGen.CodeFixes.Lifting;

/// <summary>
/// Asks the generator's own front end what the declaration that would be written means, and compares that with the loops.
/// </summary>
internal static class LiftCheck
{
    /// <summary>A partial method without an implementation; the generator writes it.</summary>
    private const string NotImplemented = "CS8795";

    public static bool IsRight(
        LiftCandidate candidate,
        OperationKind operation,
        LiftResult result,
        Compilation compilation,
        SourceText text,
        CancellationToken cancellation
    )
    {
        SyntaxTree before = candidate.Syntax.SyntaxTree;
        SyntaxTree after = before.WithChangedText(text.WithChanges(result.Changes));
        Compilation changed = compilation.ReplaceSyntaxTree(before, after);
        SemanticModel model = changed.GetSemanticModel(after);
        int start =
            candidate.Syntax.Identifier.SpanStart
            + result
                .Changes.Where(change => change.Span.Start < candidate.Syntax.Identifier.SpanStart)
                .Sum(static change => change.NewText!.Length - change.Span.Length);
        MethodDeclarationSyntax? method = after
            .GetRoot(cancellation)
            .DescendantNodes()
            .OfType<MethodDeclarationSyntax>()
            .FirstOrDefault(method =>
                method.Identifier.ValueText == result.Name
                && method.Identifier.SpanStart >= start
                && method.Modifiers.Any(SyntaxKind.PartialKeyword)
            );
        if (
            method is null
            || model.GetDeclaredSymbol(method, cancellation) is not { } symbol
            || DeclarationReader.Read(symbol, cancellation) is not { } declaration
            || Planner.Plan(DeclarationParser.Parse(declaration, TargetReader.Read(changed, cancellation), cancellation), cancellation).Plan
                is not { } plan
        )
        {
            return false;
        }

        int Errors(SemanticModel file) =>
            file.GetDiagnostics(cancellationToken: cancellation)
                .Count(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id != NotImplemented);
        return Agrees(plan, candidate.Solution, operation) && Errors(model) <= Errors(compilation.GetSemanticModel(before));
    }

    private static bool Agrees(KernelPlan plan, LoopSolution solution, OperationKind operation)
    {
        ConvolutionModel model = plan.Model;
        bool isSameSum = solution.Sum is { } sum ? plan.Accumulator == sum && !plan.Fuses : plan.Range is not null;
        AxisGeometry[] axes = solution.Axes.Length == 1 ? [model.Horizontal] : [model.Vertical, model.Horizontal];
        return isSameSum
            && model.Operation == operation
            && model.Form.Axes == axes.Length
            && (model.Mode == OutputMode.Same || model.Mode == solution.Mode)
            && model.Border == (solution.Mode == OutputMode.Valid ? BorderMode.Constant : solution.Border)
            && axes.Zip(solution.Axes, Agrees).All(static agrees => agrees)
            && HasSameWeights(plan, solution, operation);
    }

    private static bool Agrees(AxisGeometry axis, LiftedAxis lifted) =>
        axis.Size == lifted.Size
        && axis.Stride == lifted.Stride
        && (axis.Size == 1 || axis.Dilation == lifted.Dilation)
        && axis.Before == lifted.Before;

    /// <summary>The taps in the order in which they are applied.</summary>
    private static bool HasSameWeights(KernelPlan plan, LoopSolution solution, OperationKind operation)
    {
        IEnumerable<WrittenWeight> weights = operation == OperationKind.Convolution ? solution.Weights.Reverse() : solution.Weights;
        return solution.Kernel is not null
            ? plan.Model.Form.Kernel is not null
            : ReadTaps
                .Start(plan.Model)
                .Taps.Select(static tap => tap.Weight)
                .SequenceEqual(weights.Select(weight => weight.Value / new Rational(solution.Divisor, 1)));
    }
}
