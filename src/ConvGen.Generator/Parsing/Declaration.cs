using ConvGen.Generator.Kernels.Designs;
using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing.Symbols;
using ConvGen.Generator.Parsing.Weights;

namespace ConvGen.Generator.Parsing;

/// <summary>
/// What stands in the source, copied to strings and constants and not yet judged. The pipeline's first step
/// makes one for every kernel on every edit beyond the body of a member, so nothing here costs more than a copy.
/// </summary>
/// <param name="Header">What must be repeated to write the implementing part.</param>
/// <param name="Obstacle">Why no implementing part can be written at all, or null.</param>
/// <param name="Parameters">The parameters' roles and types, in order.</param>
/// <param name="Result">The returned array, or null if nothing, or nothing that could be a result, is returned.</param>
/// <param name="Operations">The operation attributes on the method.</param>
/// <param name="Kernels">The kernel attributes on the method.</param>
internal sealed record Declaration(
    MethodHeader Header,
    string? Obstacle,
    EquatableArray<DeclaredParameter> Parameters,
    DeclaredType? Result,
    EquatableArray<OperationDeclaration> Operations,
    EquatableArray<KernelDeclaration> Kernels
)
{
    /// <summary>
    /// What was found for the path of a <c>[KernelFile]</c>; null where there is none, or where it has not been looked for yet.
    /// </summary>
    public KernelFile? File { get; init; }

    /// <summary>
    /// The name that stands in <c>[InputOf("...")]</c>, which asks for what a method of that name sees; null for other declarations.
    /// </summary>
    public string? InputOf { get; init; }

    /// <summary>The convolutions and correlations of that name.</summary>
    public EquatableArray<Declaration> Forwards { get; init; } = EquatableArray<Declaration>.Empty;

    /// <summary>Whether a <c>ConvGen.Region</c> is returned.</summary>
    public bool ReturnsRegion { get; init; }

    /// <summary>The same for the paths of further <c>[KernelFile]</c>s, in their order.</summary>
    public EquatableArray<KernelFile> FurtherFiles { get; init; }

    /// <summary>The attribute that keeps channels as they are, or null.</summary>
    public MaskDeclaration? Mask { get; init; }

    /// <summary>An argument of the attributes that the compiler refuses, or null.</summary>
    public ArgumentFault? Fault { get; init; }

    /// <summary>A name of the user's own beside which nothing that is generated would compile, or null.</summary>
    public Collision? Collision { get; init; }

    /// <summary>
    /// Whether the compiler has an error of its own for this declaration, with which a build ends before any analyzer reports.
    /// </summary>
    public bool StopsCompiler { get; init; }
}

/// <summary>A parameter, with its type taken apart.</summary>
/// <param name="Name">Its name, which is its role.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsByReference">Whether it is <c>ref</c> or <c>out</c>; <c>in</c> and <c>ref readonly</c> read like values.</param>
internal sealed record DeclaredParameter(string Name, DeclaredType Type, bool IsByReference);

/// <summary>A type as far as signatures go.</summary>
/// <param name="Text">The type as a user would write it, for messages.</param>
/// <param name="IsInt32">Whether it is <c>int</c>.</param>
/// <param name="Carrier">The kind of buffer that it is, or null.</param>
/// <param name="Element">The buffer's element type, or null if it is none of the supported ones.</param>
/// <param name="ElementText">The buffer's element type as a user would write it, or empty.</param>
/// <param name="IsReadOnly">Whether the buffer can only be read.</param>
internal sealed record DeclaredType(string Text, bool IsInt32, Carrier? Carrier, ElementType? Element, string ElementText, bool IsReadOnly)
{
    /// <summary>Whether it is <c>ConvGen.Region</c>.</summary>
    public bool IsRegion { get; init; }

    /// <summary>Whether it is <c>CancellationToken</c>.</summary>
    public bool IsCancellation { get; init; }

    /// <summary>
    /// For a type that is no buffer: why, and what to take instead, as a clause; null where there is nothing particular to say.
    /// </summary>
    public string? Unknown { get; init; }
}

/// <summary>An operation attribute; an option that was not written is null.</summary>
internal sealed record OperationDeclaration(
    OperationKind Kind,
    int? Mode,
    int? Border,
    Constant? BorderValue,
    EquatableArray<int>? Anchor,
    int? Stride,
    EquatableArray<int>? Strides,
    int? Dilation,
    EquatableArray<int>? Dilations,
    int? Padding,
    EquatableArray<int>? Paddings,
    int? FloatingPoint,
    int? PixelChannels
)
{
    public int? Layout { get; init; }

    public int? KernelLayout { get; init; }

    public int? Activation { get; init; }

    public Constant? OutputMinimum { get; init; }

    public Constant? OutputMaximum { get; init; }

    public int? Combine { get; init; }

    /// <summary>Whether several threads compute the result.</summary>
    public bool IsParallel { get; init; }

    /// <summary>Whether samples are complex numbers.</summary>
    public bool IsComplex { get; init; }
}

/// <summary>A kernel attribute.</summary>
/// <param name="Kind">Which attribute.</param>
/// <param name="Text">The text of <c>[Kernel("...")]</c> or the path of <c>[KernelFile("...")]</c>, or null.</param>
/// <param name="Rows">The rows of <c>[Kernel(rows, columns, ...)]</c> and <c>[KernelShape(rows, columns)]</c>; null otherwise.</param>
/// <param name="Columns">The columns, or the length of <c>[KernelShape(length)]</c>; 0 for text.</param>
/// <param name="Weights">The weights of <c>[Kernel(rows, columns, ...)]</c>.</param>
/// <param name="Divisor">The divisor, or null when none was written.</param>
internal sealed record KernelDeclaration(
    KernelDeclarationKind Kind,
    string? Text,
    int? Rows,
    int Columns,
    EquatableArray<Constant> Weights,
    Constant? Divisor
)
{
    /// <summary>The named argument <c>Output</c>, or null.</summary>
    public string? Output { get; init; }

    /// <summary>The planes of <c>[KernelShape(planes, rows, columns)]</c>; null otherwise.</summary>
    public int? Planes { get; init; }

    /// <summary>The named argument <c>Rows</c> of <c>[Kernel]</c>.</summary>
    public int? NamedRows { get; init; }

    /// <summary>The named argument <c>Columns</c> of <c>[Kernel]</c>.</summary>
    public int? NamedColumns { get; init; }

    /// <summary>The text of the row of <c>[SeparableKernel]</c>, whose column is <see cref="Text"/>.</summary>
    public string? RowText { get; init; }

    /// <summary>The name of a designed kernel, as in <c>GaussianKernel</c>; empty for others.</summary>
    public string Design { get; init; } = "";

    /// <summary>The arguments of a designed kernel.</summary>
    public EquatableArray<DesignArgument> Arguments { get; init; }

    /// <summary>Whether it is <c>[SeparableKernel]</c> beside which its factors are written.</summary>
    public bool HasNoFactors => Kind == KernelDeclarationKind.Separable && Text is null;

    /// <summary>The attribute's name as it stands in brackets.</summary>
    public string Name =>
        Kind switch
        {
            KernelDeclarationKind.Shape => "KernelShape",
            KernelDeclarationKind.File => "KernelFile",
            KernelDeclarationKind.Separable => "SeparableKernel",
            KernelDeclarationKind.Design => Design,
            _ => "Kernel",
        };

    public int? InputChannels { get; init; }

    public int? OutputChannels { get; init; }

    public int? Groups { get; init; }

    /// <summary>Whether any number of channels is written.</summary>
    public bool HasChannels => InputChannels is not null || OutputChannels is not null || Groups is not null;

    /// <summary>
    /// Whether line ends within the text are only white space, because the numbers of rows and columns are written, or more than they could
    /// say is.
    /// </summary>
    public bool IsFlatText =>
        Kind == KernelDeclarationKind.Text && (HasChannels || Planes is not null || NamedRows is not null || NamedColumns is not null);
}

/// <summary>The attribute <c>[PixelMask]</c>.</summary>
/// <param name="Keep">The list of channels as written.</param>
internal sealed record MaskDeclaration(string Keep);

/// <summary>The kernel attributes.</summary>
internal enum KernelDeclarationKind
{
    Text,
    Weights,
    Shape,
    File,
    Separable,
    Design,
}
