using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.Analyzers.Naming.Callers;

/// <summary>Reads fields that hold one whole number for good.</summary>
internal static class ConstantInteger
{
    /// <summary>The number of a read-only field, or null where a constructor may set another one.</summary>
    /// <param name="field">The field.</param>
    /// <param name="compilation">Where it is declared.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static int? Read(IFieldSymbol field, Compilation compilation, CancellationToken cancellation)
    {
        if (field is { IsConst: true, ConstantValue: int constant })
        {
            return constant;
        }

        if (
            field is not { IsReadOnly: true, Type.SpecialType: SpecialType.System_Int32, DeclaringSyntaxReferences: [var reference] }
            || reference.GetSyntax(cancellation) is not VariableDeclaratorSyntax { Initializer.Value: { } value } declarator
            || field.ContainingType.DeclaringSyntaxReferences.Any(part => IsReplacedIn(part.GetSyntax(cancellation), field.Name))
        )
        {
            return null;
        }

        return compilation.GetSemanticModel(declarator.SyntaxTree).GetConstantValue(value, cancellation).Value as int?;
    }

    private static bool IsReplacedIn(SyntaxNode type, string name) =>
        type.DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Any(mention => mention.Identifier.ValueText == name && ConstantShape.IsReplaced(mention));
}
