using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing.Quantised;
using ConvGen.Generator.Refusals;
using static ConvGen.Generator.Model.SignatureRoles;

namespace ConvGen.Generator.Parsing.Signatures;

/// <summary>Finds out which accepted form a signature has.</summary>
internal static class SignatureParser
{
    /// <param name="declaration">The declaration, with exactly one kernel.</param>
    /// <param name="kernelAxes">1 for a kernel that is written without rows, 3 for one with planes, otherwise 2; two tensors have as
    /// many.</param>
    public static Outcome<SignatureForm> Parse(Declaration declaration, int kernelAxes)
    {
        Refusal? refusal =
            Refuse(
                declaration,
                [
                    .. ParameterProblems(declaration),
                    .. SourceProblems(declaration),
                    .. KernelProblems(declaration),
                    .. BiasProblems(declaration),
                    .. QuantisedRules.Problems(declaration),
                    .. HistoryRules.Problems(declaration),
                    .. RegionRules.Problems(declaration),
                    .. VolumeRules.Problems(declaration),
                    .. InPlaceRules.Problems(declaration),
                    .. ParallelRules.Problems(declaration),
                    .. ResultRules.DestinationProblems(declaration),
                ]
            ) ?? Refuse(declaration, [.. ResultRules.Problems(declaration), .. SizeProblems(declaration)]);
        if (refusal is not null)
        {
            return refusal;
        }

        return ElementRules.Check(declaration) is { } unsupported ? unsupported : Form(declaration, Axes(declaration, kernelAxes));
    }

    /// <summary>
    /// A refusal that names all that is wrong with a signature, at the place of the first, with the forms that would be accepted; null
    /// where nothing is.
    /// </summary>
    public static Refusal? Refuse(Declaration declaration, IReadOnlyList<SignatureProblem> problems)
    {
        // One parameter may fail two checks for one cause, and the first of them names it.
        SignatureProblem[] distinct =
        [
            .. problems.Where(
                (problem, index) =>
                    problem.Site.Kind == RefusalSiteKind.Method || problems.Take(index).All(other => other.Site != problem.Site)
            ),
        ];
        return distinct.Length == 0
            ? null
            : Refusal.Of(
                DeclarationRules.UnknownSignature,
                distinct[0].Site,
                MessageText.MethodName(declaration.Header),
                distinct.Length == 1
                    ? distinct[0].Text
                    : string.Join(" ", distinct.Select(static (problem, index) => "(" + MessageText.Text(index + 1) + ") " + problem.Text)),
                AcceptedForms.For(declaration)
            );
    }

    /// <summary>The position of the parameter with a role, or -1; an image that is computed in place has two.</summary>
    public static int IndexOf(Declaration declaration, string role)
    {
        role = role is Source or Destination && InPlaceRules.IsInPlace(declaration) ? Image : role;
        for (int index = 0; index < declaration.Parameters.Count; index++)
        {
            if (declaration.Parameters[index].Name == role)
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>The type of the parameter with a role, or null.</summary>
    public static DeclaredType? Type(Declaration declaration, string role) =>
        IndexOf(declaration, role) is var index and >= 0 ? declaration.Parameters[index].Type : null;

    public static bool IsShaped(DeclaredType type) =>
        type.Carrier is Carrier.Array2D or Carrier.Array3D or Carrier.Span2D or Carrier.TensorSpan;

    private static bool Has(Declaration declaration, string role) => IndexOf(declaration, role) >= 0;

    /// <summary>Whether a parameter with another name evidently means a role, so that its absence is no second fault.</summary>
    public static bool IsMeant(Declaration declaration, string role) =>
        Enumerable.Range(0, declaration.Parameters.Count).Any(index => RoleGuesses.Suggest(declaration, index) == role);

    /// <summary>Every parameter has a role, and is passed as the role demands.</summary>
    public static IEnumerable<SignatureProblem> ParameterProblems(Declaration declaration)
    {
        for (int index = 0; index < declaration.Parameters.Count; index++)
        {
            DeclaredParameter parameter = declaration.Parameters[index];
            if (!RoleGuesses.IsRole(declaration, index))
            {
                yield return new(RefusalSite.Parameter(index), UnknownRole(declaration, index));
            }
            else if (parameter.IsByReference)
            {
                yield return new(RefusalSite.Parameter(index), $"parameter '{parameter.Name}' is passed by reference; pass it by value");
            }
            else if (
                parameter.Name
                    is not (
                        Source
                        or Kernel
                        or Bias
                        or ChannelScale
                        or Destination
                        or History
                        or Image
                        or SignatureRoles.Region
                        or Held
                        or Cancellation
                    )
                && !parameter.Type.IsInt32
            )
            {
                yield return new(
                    RefusalSite.Parameter(index),
                    $"parameter '{parameter.Name}' is of type '{parameter.Type.Text}'; make it an 'int'"
                );
            }
        }
    }

    private static string UnknownRole(Declaration declaration, int index)
    {
        string name = declaration.Parameters[index].Name;
        return RoleGuesses.Suggest(declaration, index) is { } role
            ? $"parameter '{name}' has no role; did you mean '{role}'?"
            : $"parameter '{name}' has no role; remove it";
    }

    /// <summary>There is a source that holds samples.</summary>
    public static IEnumerable<SignatureProblem> SourceProblems(Declaration declaration)
    {
        if (Type(declaration, Source) is not { } type)
        {
            return IsMeant(declaration, Source) ? [] : [new(RefusalSite.Method, "there is no parameter 'source'")];
        }

        return type.Carrier is null or Carrier.Prepared
            ? [new(RefusalSite.Parameter(IndexOf(declaration, Source)), UnknownCarriers.Explain(Source, type))]
            : [];
    }

    private static IEnumerable<SignatureProblem> KernelProblems(Declaration declaration)
    {
        bool isRunTime = declaration.Kernels[0].Kind == KernelDeclarationKind.Shape;
        int index = IndexOf(declaration, Kernel);
        if (index < 0)
        {
            return isRunTime && !IsMeant(declaration, Kernel)
                ? [new(RefusalSite.Method, "[KernelShape] gives only a shape, and there is no parameter 'kernel' for the weights")]
                : [];
        }

        string attribute = "[" + declaration.Kernels[0].Name + "]";
        string? problem =
            !isRunTime ? $"parameter 'kernel' needs [KernelShape]; the weights of {attribute} are known already, so remove the parameter"
            : declaration.Parameters[index].Type is { Carrier: Carrier.Span or Carrier.Array or Carrier.Memory or Carrier.Prepared } ? null
            : $"parameter 'kernel' is of type '{declaration.Parameters[index].Type.Text}'; weights come row by row in a span, an "
                + "array, a memory or a PreparedKernel";
        return problem is null ? [] : [new(RefusalSite.Parameter(index), problem)];
    }

    private static IEnumerable<SignatureProblem> BiasProblems(Declaration declaration)
    {
        int index = IndexOf(declaration, Bias);
        return index < 0 || declaration.Parameters[index].Type is { Carrier: Carrier.Span or Carrier.Array or Carrier.Memory }
            ? []
            :
            [
                new(
                    RefusalSite.Parameter(index),
                    $"parameter 'bias' is of type '{declaration.Parameters[index].Type.Text}'; a bias has one number for each "
                        + "output channel, in a span, an array or a memory"
                ),
            ];
    }

    /// <summary>The sizes go together with each other and with the carriers.</summary>
    public static IEnumerable<SignatureProblem> SizeProblems(Declaration declaration)
    {
        bool isShaped = IsShaped(Type(declaration, Source)!);
        bool isPart = isShaped && Has(declaration, Held);
        bool hasWidth = Has(declaration, Width);
        bool hasHeight = Has(declaration, Height);
        for (int index = 0; index < declaration.Parameters.Count; index++)
        {
            string name = declaration.Parameters[index].Name;
            string? problem = name switch
            {
                Source
                or Kernel
                or Bias
                or ChannelScale
                or Destination
                or History
                or Image
                or SignatureRoles.Region
                or Held
                or Degree
                or Cancellation => null,
                _ when QuantisedRules.IsZeroPoint(name) => null,
                // A source that is a part of an image does not know the size of the whole.
                _ when isShaped && !(isPart && name is Width or Height or Length) =>
                    $"parameter '{name}' has no role beside '{Type(declaration, Source)!.Text}', which knows its own size; remove it",
                Width when !hasHeight => "there is 'width' and no 'height'",
                Height when !hasWidth => "there is 'height' and no 'width'",
                SourcePitch or DestinationPitch when !hasWidth =>
                    $"parameter '{name}' needs 'width' and 'height'; a source of one axis has no rows",
                Depth when !hasWidth => "parameter 'depth' needs 'width' and 'height', the size of a plane",
                SourcePlanePitch or DestinationPlanePitch when !Has(declaration, Depth) =>
                    $"parameter '{name}' needs 'depth'; an image has no planes",
                DestinationPlanePitch when declaration.Result is not null =>
                    "parameter 'destinationPlanePitch' needs a 'destination'; a returned array has no gaps between planes",
                Length when hasWidth => "parameter 'length' cannot stand beside 'width' and 'height'; remove it",
                DestinationPitch when declaration.Result is not null =>
                    "parameter 'destinationPitch' needs a 'destination'; a returned array has no gaps between rows",
                _ => null,
            };
            if (problem is not null)
            {
                yield return new(RefusalSite.Parameter(index), problem);
            }
        }
    }

    /// <summary>
    /// Two tensors say nothing about their rank, so the kernel does, or the array beside one; every other shaped carrier says how many axes
    /// it has.
    /// </summary>
    public static int Axes(Declaration declaration, int kernelAxes)
    {
        DeclaredType source = Type(declaration, Source)!;
        if (!IsShaped(source))
        {
            return Has(declaration, Depth) ? 3
                : Has(declaration, Width) ? 2
                : 1;
        }

        if (Has(declaration, Held))
        {
            return Has(declaration, Length) ? 1 : 2;
        }

        Carrier? result = (Type(declaration, Destination) ?? declaration.Result)?.Carrier;
        return source.Carrier == Carrier.Array3D || result == Carrier.Array3D ? 3
            : source.Carrier == Carrier.TensorSpan && result == Carrier.TensorSpan ? kernelAxes
            : 2;
    }

    /// <summary>The form of a signature that all checks have accepted.</summary>
    public static SignatureForm Form(Declaration declaration, int axes) =>
        new(
            axes,
            ToBuffer(Type(declaration, Source)!),
            Type(declaration, Kernel) is { } kernel ? ToBuffer(kernel) : null,
            ToBuffer(Type(declaration, Destination) ?? declaration.Result!),
            ReturnsResult: declaration.Result is not null,
            Has(declaration, Length),
            Has(declaration, Batch),
            Has(declaration, SourcePitch),
            Has(declaration, DestinationPitch)
        )
        {
            Bias = Type(declaration, Bias) is { } bias ? ToBuffer(bias) : null,
            Requantisation = QuantisedRules.Form(declaration),
            History = Type(declaration, History) is { } history ? ToBuffer(history) : null,
            HasRegion = Has(declaration, SignatureRoles.Region),
            HasHeld = Has(declaration, Held),
            IsInPlace = InPlaceRules.IsInPlace(declaration),
            IsParallel = declaration.Operations[0].IsParallel,
            HasSourcePlanePitch = Has(declaration, SourcePlanePitch),
            HasDestinationPlanePitch = Has(declaration, DestinationPlanePitch),
            HasDegree = Has(declaration, Degree),
            HasCancellation = Has(declaration, Cancellation),
        };

    private static Model.Buffer ToBuffer(DeclaredType type) => new(type.Carrier!.Value, type.Element!.Value, type.IsReadOnly);
}
