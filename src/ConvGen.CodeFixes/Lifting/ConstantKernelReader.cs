using System.Collections.Immutable;
using ConvGen.CodeFixes.Lifting.Exact;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.CodeFixes.Lifting;

/// <summary>Reads kernels from initialisers, and proves of a field that nothing else writes its elements.</summary>
internal static class ConstantKernelReader
{
    /// <summary>The kernel that an initialiser makes, or null.</summary>
    public static ConstantKernel? Read(IOperation? value) =>
        value switch
        {
            IConversionOperation conversion => Read(conversion.Operand),
            IArrayCreationOperation { Initializer: { } initializer, Type: IArrayTypeSymbol { Rank: 1 } } => Line(initializer.ElementValues),
            IArrayCreationOperation { Initializer: { } initializer, Type: IArrayTypeSymbol { Rank: 2 } } => Matrix(initializer),
            IArrayInitializerOperation initializer => initializer.ElementValues.Any(static element => element is IArrayInitializerOperation)
                ? Matrix(initializer)
                : Line(initializer.ElementValues),
            ICollectionExpressionOperation collection => Line(collection.Elements),
            _ => null,
        };

    /// <summary>
    /// The kernel of a private static field, or of a static property that makes its kernel anew, whose elements are only ever read.
    /// </summary>
    public static ConstantKernel? Read(ISymbol member, SemanticModel model, CancellationToken cancellation)
    {
        SyntaxNode? syntax =
            member.DeclaringSyntaxReferences.Length == 1 ? member.DeclaringSyntaxReferences[0].GetSyntax(cancellation) : null;
        if (syntax is null || syntax.SyntaxTree != model.SyntaxTree)
        {
            return null;
        }

        return (member, syntax) switch
        {
            (
                IFieldSymbol { IsReadOnly: true, DeclaredAccessibility: Accessibility.Private } field,
                VariableDeclaratorSyntax { Initializer.Value: { } value }
            ) when IsOnlyRead(field, model, cancellation) => Read(Operation(value, model, cancellation)),
            (IPropertySymbol { SetMethod: null } property, PropertyDeclarationSyntax { ExpressionBody.Expression: { } value })
                when ExactElementReader.IsSpan(property.Type) && property.Type.Name == "ReadOnlySpan" => Read(
                Operation(value, model, cancellation)
            ),
            _ => null,
        };
    }

    private static IOperation? Operation(ExpressionSyntax value, SemanticModel model, CancellationToken cancellation) =>
        value is InitializerExpressionSyntax ? model.GetOperation(value, cancellation)
        : model.GetOperation(value, cancellation) is { } operation && operation.Parent is IConversionOperation conversion ? conversion
        : model.GetOperation(value, cancellation);

    /// <summary>Whether every use in the type takes an element or a length; the type must stand in this file.</summary>
    private static bool IsOnlyRead(IFieldSymbol field, SemanticModel model, CancellationToken cancellation)
    {
        foreach (SyntaxReference part in field.ContainingType.DeclaringSyntaxReferences)
        {
            if (part.SyntaxTree != model.SyntaxTree)
            {
                return false;
            }

            IEnumerable<IdentifierNameSyntax> uses = part.GetSyntax(cancellation)
                .DescendantNodes()
                .OfType<IdentifierNameSyntax>()
                .Where(name => name.Identifier.ValueText == field.Name);
            foreach (IdentifierNameSyntax use in uses)
            {
                ExpressionSyntax whole = use.Parent is MemberAccessExpressionSyntax access && access.Name == use ? access : use;
                if (
                    SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(use, cancellation).Symbol, field)
                    && !IsRead(model.GetOperation(whole, cancellation))
                )
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Whether a use of an array only reads an element or an extent.</summary>
    public static bool IsRead(IOperation? use) =>
        use?.Parent switch
        {
            IArrayElementReferenceOperation element => !IsWritten(element),
            IPropertyReferenceOperation { Property: { IsIndexer: true } } element => !IsWritten(element),
            IPropertyReferenceOperation { Property.Name: "Length" } => true,
            IInvocationOperation { TargetMethod.Name: "GetLength" or "GetUpperBound" } call => call.Instance == use,
            _ => false,
        };

    private static bool IsWritten(IOperation element) =>
        element.Parent switch
        {
            IAssignmentOperation assignment => assignment.Target == element,
            IIncrementOrDecrementOperation
            or IAddressOfOperation
            or IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None } } => true,
            IArgumentOperation { Parameter.RefKind: not RefKind.None } => true,
            IReturnOperation or ITupleOperation or IConditionalOperation { IsRef: true } => true,
            _ => false,
        };

    private static ConstantKernel? Line(ImmutableArray<IOperation> elements) =>
        Constants(elements) is { IsEmpty: false } weights ? new ConstantKernel(weights, null, weights.Length) : null;

    private static ConstantKernel? Matrix(IArrayInitializerOperation initializer)
    {
        ImmutableArray<IArrayInitializerOperation> rows = [.. initializer.ElementValues.OfType<IArrayInitializerOperation>()];
        ImmutableArray<object> weights = Constants([.. rows.SelectMany(static row => row.ElementValues)]);
        int columns = rows.Length == 0 ? 0 : rows[0].ElementValues.Length;
        return rows.Length == initializer.ElementValues.Length && weights.Length > 0 && rows.All(row => row.ElementValues.Length == columns)
            ? new ConstantKernel(weights, rows.Length, columns)
            : null;
    }

    /// <summary>The constants, or nothing where one element is none.</summary>
    private static ImmutableArray<object> Constants(ImmutableArray<IOperation> elements) =>
        elements.All(static element => element.ConstantValue is { HasValue: true, Value: not null })
            ? [.. elements.Select(static element => element.ConstantValue.Value!)]
            : [];
}
