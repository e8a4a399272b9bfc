using ConvGen.Generator.Model;

namespace ConvGen.Generator.Parsing;

/// <summary>A model, or the one reason why there is none.</summary>
/// <param name="Header">The method, in both cases.</param>
/// <param name="Model">The model of a valid declaration.</param>
/// <param name="Refusal">Why the declaration is refused.</param>
internal sealed record ParseResult(MethodHeader Header, ConvolutionModel? Model, Refusal? Refusal)
{
    /// <summary>The model of a valid declaration of several kernels, or of one whose results are changed before they are stored.</summary>
    public GroupModel? Group { get; init; }

    /// <summary>The model of a valid declaration of a window matrix.</summary>
    public WindowModel? Windows { get; init; }

    /// <summary>The model of a valid declaration that asks what another method sees.</summary>
    public InputModel? Input { get; init; }
}

/// <summary>Why a declaration is refused: one rule, what fills its message, and where the cause stands.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Arguments">The arguments of the rule's message.</param>
/// <param name="Site">Where the cause stands.</param>
internal sealed record Refusal(DeclarationRule Rule, EquatableArray<string> Arguments, RefusalSite Site)
{
    /// <summary>An attribute, without brackets, that would be accepted in the place of the kernel's, for a fix to write; null where none is known.</summary>
    public string? Instead { get; init; }

    /// <summary>Whether an error of the compiler's names the cause, so that nothing is reported beside it.</summary>
    public bool IsToldByCompiler { get; init; }

    /// <summary>Whether the compiler has an error of its own for the same cause, with which a build ends before any analyzer reports.</summary>
    public bool StopsCompiler { get; init; }

    /// <summary>The complete message.</summary>
    public string Message => string.Format(System.Globalization.CultureInfo.InvariantCulture, Rule.MessageFormat, Arguments.ToArray<object>());
}

/// <summary>Where the cause of a refusal stands, without syntax: the analyzer finds the place again.</summary>
/// <param name="Kind">The kind of place.</param>
/// <param name="Index">The parameter's, weight's or attribute's position, where there are several.</param>
/// <param name="Name">The option's name.</param>
/// <param name="Start">First character within the kernel's text.</param>
/// <param name="Length">Characters within the kernel's text.</param>
internal sealed record RefusalSite(RefusalSiteKind Kind, int Index = 0, string Name = "", int Start = 0, int Length = 0)
{
    /// <summary>Kernel attributes that come before the one which the site counts from.</summary>
    public int FirstKernel { get; init; }

    public static RefusalSite Method { get; } = new(RefusalSiteKind.Method);

    public static RefusalSite ReturnType { get; } = new(RefusalSiteKind.ReturnType);

    public static RefusalSite Kernel { get; } = new(RefusalSiteKind.Kernel);

    public static RefusalSite Parameter(int index) => new(RefusalSiteKind.Parameter, index);

    public static RefusalSite Operation(int index) => new(RefusalSiteKind.Operation, index);

    /// <summary>The list of channels that a mask keeps.</summary>
    public static RefusalSite Mask { get; } = new(RefusalSiteKind.Mask);

    public static RefusalSite KernelAt(int index) => new(RefusalSiteKind.Kernel, index);

    /// <summary>A named argument of the operation attribute.</summary>
    public static RefusalSite Option(string name) => new(RefusalSiteKind.Option, Name: name);

    /// <summary>A named or positional argument of the kernel attribute, by the name of its property or constructor parameter.</summary>
    public static RefusalSite KernelArgument(string name) => new(RefusalSiteKind.KernelArgument, Name: name);

    /// <summary>An argument of the kernel attribute by its position, or by its name where it has one.</summary>
    public static RefusalSite KernelArgument(int index, string name) => new(RefusalSiteKind.KernelArgument, name.Length == 0 ? index : 0, name);

    /// <summary>An argument, by its name, of one of several kernel attributes.</summary>
    public static RefusalSite KernelArgumentOf(int attribute, string name) => new(RefusalSiteKind.KernelArgument, attribute, name);


    /// <summary>Characters of the kernel's text.</summary>
    public static RefusalSite KernelText(int start, int length) => new(RefusalSiteKind.KernelText, Start: start, Length: length);

    /// <summary>One of the weights of <c>[Kernel(rows, columns, ...)]</c>.</summary>
    public static RefusalSite Weight(int index) => new(RefusalSiteKind.Weight, index);
}

/// <summary>The kinds of place that a refusal points to.</summary>
internal enum RefusalSiteKind
{
    /// <summary>The method's name.</summary>
    Method,

    /// <summary>The return type.</summary>
    ReturnType,

    /// <summary>A parameter.</summary>
    Parameter,

    /// <summary>An operation attribute.</summary>
    Operation,

    /// <summary>A named argument of the operation attribute.</summary>
    Option,

    /// <summary>A kernel attribute.</summary>
    Kernel,

    /// <summary>An argument of the kernel attribute.</summary>
    KernelArgument,

    /// <summary>Characters within the kernel's text.</summary>
    KernelText,

    /// <summary>A weight in an argument list or a collection expression.</summary>
    Weight,

    /// <summary>The argument of the attribute that keeps channels.</summary>
    Mask,
}
