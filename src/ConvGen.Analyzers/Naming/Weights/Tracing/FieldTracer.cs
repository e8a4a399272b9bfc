using ConvGen.Analyzers.Naming.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.Analyzers.Naming.Weights.Tracing;

/// <summary>
/// What a field, a property or a parameter of a primary constructor holds. It outlives the body, so that all mentions in its type count and
/// their
/// order does not: one reversal anywhere, and nothing is concluded.
/// </summary>
internal static class FieldTracer
{
    /// <summary>Reads a field.</summary>
    /// <param name="field">The field, property or parameter.</param>
    /// <param name="use">Where it is used.</param>
    /// <param name="tracer">The trace that needs it.</param>
    public static KernelTrace Trace(ISymbol field, IOperation use, KernelTracer tracer)
    {
        KernelTrace trace = field.DeclaringSyntaxReferences.IsEmpty ? KernelTrace.Opaque : Declared(field.OriginalDefinition, use, tracer);
        return VariableTracer.Name(trace, field);
    }

    private static KernelTrace Declared(ISymbol field, IOperation use, KernelTracer tracer)
    {
        SyntaxNode declaration = field.DeclaringSyntaxReferences[0].GetSyntax(tracer.Member.Cancellation);
        if (Computed(declaration) is { } computed)
        {
            return Value(computed, field, use, tracer);
        }

        if (declaration is PropertyDeclarationSyntax property && !IsAutomatic(property))
        {
            return KernelTrace.Unknown;
        }

        FieldMentions mentions = BodyIndex.Of(tracer.Member).Mentions(field, key => FieldMentions.Read(key, use, tracer.Member));
        if (!mentions.KeepsOrder)
        {
            return KernelTrace.Unknown;
        }

        KernelTrace initial = Initializer(declaration) is { } initializer ? Value(initializer, field, use, tracer) : KernelTrace.Opaque;
        return !mentions.IsAssigned && !mentions.IsWritten && IsFixed(field) ? initial
            : mentions is { IsWritten: true, IsVaried: false } && IsPrivate(field) ? KernelTrace.Symmetric
            : mentions is { IsAssigned: true, IsWritten: false }
            && IsFixed(field)
            && AreSymmetric(field, use, tracer)
            && (Initializer(declaration) is null || initial.Symmetry == Symmetry.Symmetric)
                ? KernelTrace.Symmetric
            : initial.Flips == AxisFlips.None ? KernelTrace.Opaque
            : KernelTrace.Unknown;
    }

    /// <summary>Whether all kernels that the type puts there are written out, and symmetric.</summary>
    private static bool AreSymmetric(ISymbol field, IOperation use, KernelTracer tracer) =>
        field
            .ContainingType.DeclaringSyntaxReferences.SelectMany(reference =>
                IdentifierIndex.Of(reference.GetSyntax(tracer.Member.Cancellation), field.Name)
            )
            .Select(static name => name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? (SyntaxNode)access : name)
            .Where(static name => name.Parent is AssignmentExpressionSyntax assignment && assignment.Left == name)
            .All(name => Value(((AssignmentExpressionSyntax)name.Parent!).Right, field, use, tracer).Symmetry == Symmetry.Symmetric);

    private static KernelTrace Value(ExpressionSyntax value, ISymbol field, IOperation use, KernelTracer tracer)
    {
        SemanticModel? model = use.SemanticModel is { } own && own.SyntaxTree == value.SyntaxTree ? own : null;
        if (model?.GetOperation(value, tracer.Member.Cancellation) is { } operation && tracer.Trace(operation) is { IsKnown: true } trace)
        {
            return trace;
        }

        return SyntaxTracer.Trace(value, model, field.ContainingType);
    }

    /// <summary>The expression that a property computes on every reading.</summary>
    private static ExpressionSyntax? Computed(SyntaxNode declaration) =>
        declaration switch
        {
            PropertyDeclarationSyntax { ExpressionBody.Expression: { } expression } => expression,
            PropertyDeclarationSyntax { AccessorList.Accessors: { Count: 1 } accessors } when accessors[0].ExpressionBody is { } body =>
                body.Expression,
            PropertyDeclarationSyntax { AccessorList.Accessors: { Count: 1 } accessors }
                when accessors[0].Body is { Statements.Count: 1 } block => (block.Statements[0] as ReturnStatementSyntax)?.Expression,
            _ => null,
        };

    private static bool IsAutomatic(PropertyDeclarationSyntax property) =>
        property.AccessorList?.Accessors.All(accessor => accessor is { Body: null, ExpressionBody: null }) == true;

    private static ExpressionSyntax? Initializer(SyntaxNode declaration) =>
        declaration switch
        {
            VariableDeclaratorSyntax declarator => declarator.Initializer?.Value,
            PropertyDeclarationSyntax property => property.Initializer?.Value,
            _ => null,
        };

    private static bool IsPrivate(ISymbol field) => field.DeclaredAccessibility == Accessibility.Private;

    /// <summary>Whether nobody outside the type can put another kernel there.</summary>
    private static bool IsFixed(ISymbol field) =>
        field switch
        {
            IFieldSymbol known => known.IsReadOnly || known.DeclaredAccessibility == Accessibility.Private,
            IPropertySymbol known => known.SetMethod is null || known.SetMethod.DeclaredAccessibility == Accessibility.Private,
            _ => false,
        };
}
