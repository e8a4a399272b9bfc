using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.CodeFixes.Lifting.Nests;

/// <summary>What is known about the names of a method at the statement that is being read.</summary>
internal sealed class LoopScope
{
    private readonly HashSet<ISymbol> written = new(SymbolEqualityComparer.Default);

    /// <param name="body">The whole body; what it writes anywhere is no constant.</param>
    public LoopScope(IOperation body)
    {
        foreach (IOperation operation in body.DescendantsAndSelf())
        {
            IOperation? target = operation switch
            {
                IAssignmentOperation assignment => assignment.Target,
                IIncrementOrDecrementOperation step => step.Target,
                IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => argument.Value,
                IAddressOfOperation address => address.Reference,
                _ => null,
            };
            if (target is not null && SymbolOf(target) is { } symbol)
            {
                written.Add(symbol);
            }
        }
    }

    /// <summary>Integers, as they are at this statement.</summary>
    public Dictionary<ISymbol, ExactIndex> Integers { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Arrays made here, and kernels: their extents.</summary>
    public Dictionary<ISymbol, ImmutableArray<ExactIndex>> Extents { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Kernels whose weights are constant.</summary>
    public Dictionary<ISymbol, ConstantKernel> Kernels { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Locals that hold one element.</summary>
    public Dictionary<ISymbol, LoopElement> Elements { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>The local, parameter, field or property that an operation names.</summary>
    public static ISymbol? SymbolOf(IOperation operation) =>
        operation switch
        {
            ILocalReferenceOperation { IsDeclaration: false } local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IFieldReferenceOperation { Field.IsStatic: true } field => field.Field,
            IPropertyReferenceOperation { Property.IsStatic: true } property => property.Property,
            IConversionOperation { OperatorMethod: not null, IsImplicit: true } wrapped => SymbolOf(wrapped.Operand),
            _ => null,
        };

    /// <summary>Whether something in the body assigns a local or a parameter; its declaration does not count.</summary>
    public bool IsWritten(ISymbol symbol) => written.Contains(symbol);
}
