using System.Collections.Immutable;
using ConvGen.CodeFixes.Lifting.Exact;
using Microsoft.CodeAnalysis;

namespace ConvGen.CodeFixes.Lifting.Nests;

/// <summary>A nest of loops that adds products and stores each sum once.</summary>
/// <param name="Loops">The loops around the product, outermost first.</param>
/// <param name="Outer">How many of them also stand around the store.</param>
/// <param name="Guards">Forms that are at least zero where a product is added, beside the loops' own bounds.</param>
/// <param name="Product">The product.</param>
/// <param name="Target">The element that takes the sum.</param>
/// <param name="Sum">The type in which the sum is formed.</param>
/// <param name="Steps">What is done to the sum before it is stored.</param>
/// <param name="NeedsZeros">Whether the sum begins with what the target holds, which must be zero then.</param>
internal sealed record LoopNest(
    ImmutableArray<LoopHeader> Loops,
    int Outer,
    ImmutableArray<ExactIndex> Guards,
    LoopProduct Product,
    LoopElement Target,
    ITypeSymbol Sum,
    ImmutableArray<FinishStep> Steps,
    bool NeedsZeros
);

/// <summary>A loop over consecutive integers.</summary>
/// <param name="Variable">Its variable.</param>
/// <param name="Bounds">Forms that are at least zero exactly for the values that it takes.</param>
/// <param name="IsAscending">Whether it counts upwards.</param>
internal sealed record LoopHeader(VariableAtom Variable, ImmutableArray<ExactIndex> Bounds, bool IsAscending);

/// <summary>A product of a sample and a weight.</summary>
/// <param name="Syntax">Where it stands.</param>
/// <param name="Left">One factor.</param>
/// <param name="Right">The other factor.</param>
/// <param name="Type">The type in which they are multiplied.</param>
internal sealed record LoopProduct(SyntaxNode Syntax, LoopElement Left, LoopElement Right, ITypeSymbol Type);

/// <summary>Something that is done to a finished sum.</summary>
/// <param name="Kind">What.</param>
/// <param name="Value">The constant that it takes.</param>
/// <param name="Type">The type of the result.</param>
internal sealed record FinishStep(FinishKind Kind, long Value, ITypeSymbol Type);

/// <summary>The things that may be done to a finished sum.</summary>
internal enum FinishKind
{
    /// <summary>A constant is added.</summary>
    Add,

    /// <summary>It is divided by a positive constant and truncated.</summary>
    Divide,

    /// <summary>It is shifted to the right.</summary>
    Shift,

    /// <summary>It is raised to a constant at least.</summary>
    AtLeast,

    /// <summary>It is lowered to a constant at most.</summary>
    AtMost,

    /// <summary>It is converted to another type.</summary>
    Convert,
}
