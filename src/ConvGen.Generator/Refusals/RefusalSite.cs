namespace ConvGen.Generator.Refusals;

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
    public static RefusalSite KernelArgument(int index, string name) =>
        new(RefusalSiteKind.KernelArgument, name.Length == 0 ? index : 0, name);

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
