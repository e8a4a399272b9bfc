using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing.Signatures;
using ConvGen.Generator.Refusals;
using static ConvGen.Generator.Model.SignatureRoles;

namespace ConvGen.Generator.Parsing.Groups;

/// <summary>What several kernels on one method have to have in common, and where their results may go.</summary>
internal static class GroupRules
{
    private static readonly string[] Combinations =
    [
        "Combine.None",
        "Combine.Magnitude",
        "Combine.AbsoluteSum",
        "Combine.Maximum",
        "Combine.Minimum",
        "Combine.Sum",
    ];

    /// <summary>A product of two designed kernels has three attributes, which nothing tells from those of other kernels.</summary>
    public static Refusal? CheckKernels(Declaration declaration, IReadOnlyList<KernelUnit> units)
    {
        foreach (KernelUnit unit in units)
        {
            if (unit.Kernels.Count == 1 && unit.Kernels[0].HasNoFactors && declaration.Kernels.Count > 1)
            {
                return Refusal.Of(
                    DeclarationRules.OptionClash,
                    RefusalSite.KernelAt(unit.First),
                    "[SeparableKernel] without factors",
                    "several kernels",
                    "write a column and a row, as in [SeparableKernel(\"1 2 1\", \"1 2 1\", Divisor = 16)]"
                );
            }

            if (units.Count > 1 && unit.Kernels[0].Kind == KernelDeclarationKind.Shape)
            {
                return Refusal.Of(
                    DeclarationRules.OptionClash,
                    RefusalSite.KernelAt(unit.First),
                    "[KernelShape]",
                    "several kernels",
                    "write kernels whose weights are known, or declare a method of its own for the one that arrives at run time"
                );
            }
        }

        return null;
    }

    public static Refusal? CheckCombine(OperationDeclaration operation, IReadOnlyList<KernelUnit> units)
    {
        if (operation.Combine is not { } combine)
        {
            return null;
        }

        if (combine < 0 || combine >= Combinations.Length)
        {
            return Refusal.Of(
                DeclarationRules.OptionOutOfRange,
                RefusalSite.Option("Combine"),
                "Combine",
                MessageText.Text(combine),
                "write one of " + string.Join(", ", Combinations.Skip(1))
            );
        }

        return combine > 0 && units.Count == 1
            ? Refusal.Of(
                DeclarationRules.OptionClash,
                RefusalSite.Option("Combine"),
                "Combine = " + Combinations[combine],
                "one kernel",
                "write the other kernels beside it, or remove Combine"
            )
            : null;
    }

    /// <summary>Every kernel has a destination, and no two have one, unless they are combined.</summary>
    public static Refusal? CheckOutputs(Declaration declaration, OperationDeclaration operation, IReadOnlyList<KernelUnit> units)
    {
        bool isCombined = operation.Combine is > 0;
        if (CheckInPlace(declaration, units) is { } inPlace)
        {
            return inPlace;
        }

        for (int index = 0; index < units.Count; index++)
        {
            KernelUnit unit = units[index];
            if (unit.Output is not { } output)
            {
                if (!isCombined && units.Count > 1)
                {
                    return Refusal.Of(
                        DeclarationRules.KernelCount,
                        RefusalSite.KernelAt(unit.First),
                        MessageText.MethodName(declaration.Header),
                        $"{MessageText.Text(units.Count)} kernels, of which number {MessageText.Text(index + 1)} has no Output"
                    );
                }

                continue;
            }

            RefusalSite site = RefusalSite.KernelArgumentOf(unit.OutputAt, "Output");
            if (isCombined)
            {
                return Refusal.Of(
                    DeclarationRules.OptionClash,
                    site,
                    "Output",
                    "Combine = " + Combinations[operation.Combine!.Value],
                    "remove Output, because all kernels make one result, or remove Combine"
                );
            }

            if (WrongName(declaration, output) is { } remedy)
            {
                return Refusal.Of(DeclarationRules.OptionOutOfRange, site, "Output", $"\"{output}\"", remedy);
            }

            if (units.Take(index).Any(other => other.Output == output))
            {
                return Refusal.Of(
                    DeclarationRules.OptionClash,
                    site,
                    $"Output = \"{output}\"",
                    "another kernel with the same destination",
                    "give each kernel a destination of its own, or combine them by Combine"
                );
            }
        }

        return CheckUnused(declaration, units);
    }

    /// <summary>What else is wrong once each kernel is known.</summary>
    public static Refusal? CheckModels(Declaration declaration, IReadOnlyList<KernelUnit> units, IReadOnlyList<ConvolutionModel> kernels)
    {
        string what =
            declaration.Mask is not null ? "[PixelMask]"
            : declaration.Operations[0].Combine is { } combine and > 0 ? "Combine = " + Combinations[combine]
            : units.Any(static unit => unit.Output is not null) ? "Output"
            : "a parameter 'scale' or 'offset'";
        for (int index = 0; index < kernels.Count; index++)
        {
            ConvolutionModel kernel = kernels[index];
            if (
                (
                    CheckKind(kernel, what, units[index].First)
                    ?? VolumeRules.CheckGroup(kernel.Form, what, RefusalSite.KernelAt(units[index].First))
                    ?? CheckNamed(declaration, units, kernel, what)
                ) is
                { } refusal
            )
            {
                return refusal;
            }

            if (SizeDiffers(kernels[0], kernel))
            {
                return Refusal.Of(
                    DeclarationRules.DimensionsDisagree,
                    RefusalSite.KernelAt(units[index].First),
                    $"Kernels of {Size(kernels[0])} and {Size(kernel)} give results of different sizes in this mode",
                    "keep Mode = OutputMode.Same, or give the kernels one size, with zeros around the smaller"
                );
            }
        }

        return null;
    }

    private static Refusal? CheckKind(ConvolutionModel kernel, string what, int first)
    {
        if (kernel.Layer is not null || kernel.IsStream || kernel.Form.Kernel is { Carrier: Carrier.Prepared })
        {
            return Refusal.Of(
                DeclarationRules.OptionClash,
                RefusalSite.KernelAt(first),
                what,
                kernel.IsStream
                    ? "a parameter 'history'"
                    : "a layer, which has channels, a bias, limits of its results or a PreparedKernel",
                kernel.IsStream
                    ? "filter blocks by methods of one kernel each, or the whole signal in one call"
                    : "apply it to a kernel that maps samples to samples, or remove it"
            );
        }

        return null;
    }

    /// <summary>
    /// What results with names of their own forbid: whoever takes rectangles, or computes them by threads, knows one destination.
    /// </summary>
    private static Refusal? CheckNamed(Declaration declaration, IReadOnlyList<KernelUnit> units, ConvolutionModel kernel, string what)
    {
        bool isNamed = units.Any(static unit => unit.Output is not null);
        string remedy =
            units.Count == 1
                ? "name the parameter 'destination' and remove Output"
                : "make one result of all by Combine, or declare the kernels as methods of their own";
        if (isNamed && (kernel.Form.HasRegion || kernel.Form.HasHeld))
        {
            return Refusal.Of(
                DeclarationRules.OptionClash,
                RefusalSite.Parameter(SignatureParser.IndexOf(declaration, kernel.Form.HasRegion ? SignatureRoles.Region : Held)),
                what,
                "a parameter 'region'",
                remedy
            );
        }

        if (isNamed && kernel.Form.IsParallel)
        {
            return Refusal.Of(
                DeclarationRules.OptionClash,
                RefusalSite.Option("Parallel"),
                what,
                "Parallel = true",
                "remove Parallel, or " + remedy
            );
        }

        return null;
    }

    /// <summary>An image that is overwritten takes one result.</summary>
    private static Refusal? CheckInPlace(Declaration declaration, IReadOnlyList<KernelUnit> units) =>
        InPlaceRules.IsInPlace(declaration) && units.FirstOrDefault(static unit => unit.Output is not null) is { } named
            ? Refusal.Of(
                DeclarationRules.OptionClash,
                RefusalSite.KernelArgumentOf(named.OutputAt, "Output"),
                "Output",
                "a parameter 'image', which is source and destination at once",
                "remove Output"
                    + (units.Count == 1 ? "" : " and make one result of all kernels by Combine")
                    + ", or take 'source' and a destination for each kernel"
            )
            : null;

    private static string? WrongName(Declaration declaration, string output)
    {
        int index = SignatureParser.IndexOf(declaration, output);
        return index < 0 ? "write the name of a parameter that receives the result"
            : output != Destination && (RoleGuesses.IsRole(declaration, index) || GroupRoles.IsFactor(declaration.Parameters[index]))
                ? "that parameter has another role; name one that receives the result"
            : null;
    }

    private static Refusal? CheckUnused(Declaration declaration, IReadOnlyList<KernelUnit> units)
    {
        bool areNamed = units.Any(static unit => unit.Output is not null);
        int index =
            areNamed && units.All(static unit => unit.Output != Destination) ? SignatureParser.IndexOf(declaration, Destination) : -1;
        SignatureProblem? problem =
            index >= 0
                ? new(RefusalSite.Parameter(index), "no kernel writes to parameter 'destination'; remove it, or name it as an Output")
            : areNamed && !declaration.Header.ReturnsVoid
                ? new(RefusalSite.ReturnType, "its kernels have destinations of their own, and it returns something; return nothing")
            : OddDestination(declaration, units);
        return problem is null ? null : SignatureParser.Refuse(declaration, [problem]);
    }

    /// <summary>Destinations that kernels name are flat.</summary>
    private static SignatureProblem? OddDestination(Declaration declaration, IReadOnlyList<KernelUnit> units)
    {
        int[] places =
        [
            .. units.Where(static unit => unit.Output is not null).Select(unit => SignatureParser.IndexOf(declaration, unit.Output!)),
        ];
        foreach (int place in places)
        {
            DeclaredType type = declaration.Parameters[place].Type;
            if (SignatureParser.IsShaped(type))
            {
                return new(
                    RefusalSite.Parameter(place),
                    $"'{type.Text}' knows its rows and columns, which no Output may; take spans, arrays or memories, with 'int "
                        + "width, int height'"
                );
            }
        }

        return null;
    }

    /// <summary>In every mode but one, the size of the result depends on the kernel's.</summary>
    private static bool SizeDiffers(ConvolutionModel first, ConvolutionModel other) =>
        first.Mode != OutputMode.Same
        && (
            first.Vertical.EffectiveSize != other.Vertical.EffectiveSize || first.Horizontal.EffectiveSize != other.Horizontal.EffectiveSize
        );

    private static string Size(ConvolutionModel model) =>
        model.Form.Axes == 1
            ? MessageText.Text(model.Kernel.Columns) + " taps"
            : MessageText.Text(model.Kernel.Rows) + " x " + MessageText.Text(model.Kernel.Columns);
}
