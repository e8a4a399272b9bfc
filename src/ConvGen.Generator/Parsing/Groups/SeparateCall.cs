using ConvGen.Generator.Model;
using ConvGen.Generator.Model.Groups;
using ConvGen.Generator.Parsing.Signatures;
using ConvGen.Generator.Parsing.Weights;
using ConvGen.Generator.Refusals;
using static ConvGen.Generator.Model.SignatureRoles;
using Buffer = ConvGen.Generator.Model.Buffer;

namespace ConvGen.Generator.Parsing.Groups;

/// <summary>
/// The declaration that one kernel of several would have alone: without what concerns the others, and with the type that its results have
/// until they are stored.
/// </summary>
/// <param name="Declaration">The declaration.</param>
/// <param name="Unit">The kernel.</param>
/// <param name="Places">For each of its parameters the position in the method's own list.</param>
internal sealed record SeparateCall(Declaration Declaration, KernelUnit Unit, EquatableArray<int> Places)
{
    /// <summary>
    /// The type that results have until they are stored in an image, which is their source; null where a destination of the declaration
    /// has it.
    /// </summary>
    private ElementType? Sums { get; init; }

    public static SeparateCall Of(Declaration declaration, IReadOnlyCollection<KernelUnit> units, KernelUnit unit)
    {
        OperationDeclaration operation = declaration.Operations[0];
        string own = unit.Output ?? Destination;
        List<DeclaredParameter> parameters = [];
        List<int> places = [];
        bool isScaled = declaration.Parameters.Any(GroupRoles.IsFactor);
        bool isStored = operation.Combine is null or 0 && !isScaled;
        DeclaredType? source = SignatureParser.Type(declaration, Source),
            kernel = SignatureParser.Type(declaration, Kernel);
        DeclaredParameter? image = InPlaceRules.IsInPlace(declaration)
            ? declaration.Parameters[SignatureParser.IndexOf(declaration, Image)]
            : null;
        ElementType[] stored =
        [
            .. declaration
                .Parameters.Where(parameter =>
                    parameter.Name == Destination || parameter == image || units.Any(other => other.Output == parameter.Name)
                )
                .Select(static parameter => parameter.Type)
                .Concat(declaration.Result is { } returned ? [returned] : [])
                .Select(static type => type.Element)
                .OfType<ElementType>(),
        ];
        DeclaredType Summed(DeclaredType type) =>
            isStored || type.Element is null || source?.Element is not { } samples
                ? type
                : Unstored(type, stored, samples, kernel?.Element, isScaled);
        for (int index = 0; index < declaration.Parameters.Count; index++)
        {
            DeclaredParameter parameter = declaration.Parameters[index];
            bool isOther = GroupRoles.IsFactor(parameter) || (parameter.Name != own && units.Any(other => other.Output == parameter.Name));
            if (!isOther)
            {
                parameters.Add(parameter.Name == own ? parameter with { Name = Destination, Type = Summed(parameter.Type) } : parameter);
                places.Add(index);
            }
        }

        return new(
            declaration with
            {
                Operations = EquatableArray.Of(operation with { Combine = null }),
                Kernels = unit.Kernels.Select(static attribute => attribute with { Output = null }).ToEquatableArray(),
                Parameters = parameters.ToEquatableArray(),
                Result = declaration.Result is { } result ? Summed(result) : null,
                File = unit.File,
                FurtherFiles = EquatableArray<KernelFile>.Empty,
                Mask = null,
            },
            unit,
            places.ToEquatableArray()
        )
        {
            Sums = image is null ? null : Summed(image.Type).Element,
        };
    }

    /// <summary>The signature of the kernel, with the results that it has until they are stored.</summary>
    public SignatureForm Form(SignatureForm form) =>
        Sums is { } element ? form with { Destination = form.Destination with { Element = element } } : form;

    /// <summary>The destinations of a declaration whose signature is accepted.</summary>
    public static IEnumerable<GroupOutput> Outputs(Declaration declaration, IEnumerable<KernelUnit> units)
    {
        foreach (string name in units.Select(static unit => unit.Output ?? Destination).Distinct())
        {
            DeclaredType type = SignatureParser.Type(declaration, name) ?? declaration.Result!;
            yield return new(name, new Buffer(type.Carrier!.Value, type.Element!.Value, type.IsReadOnly));
        }
    }

    /// <summary>A refusal of this declaration as one of the method's.</summary>
    public Refusal Translate(Refusal refusal) => refusal with { Site = Translate(refusal.Site) };

    /// <summary>A place of this declaration as one of the method's.</summary>
    public RefusalSite Translate(RefusalSite site) =>
        site.Kind == RefusalSiteKind.Parameter ? RefusalSite.Parameter(Places[site.Index]) : site with { FirstKernel = Unit.First };

    /// <summary>
    /// The type of results that are not stored yet, one for all kernels: floating where the sums are, or where a scale makes them so, wide
    /// enough for what takes part; otherwise an integer, of which the planner finds the narrowest.
    /// </summary>
    private static DeclaredType Unstored(DeclaredType type, ElementType[] stored, ElementType source, ElementType? kernel, bool isScaled)
    {
        bool IsWide(ElementType destination) =>
            destination == ElementType.Double
            || (destination.IsInteger() && (destination.Size() >= sizeof(int) || (source.IsInteger() && source.Size() >= sizeof(int))));
        bool isInteger =
            Array.TrueForAll(stored, ElementTypes.IsInteger) && source.IsInteger() && kernel?.IsFloating() != true && !isScaled;
        bool isDouble = source == ElementType.Double || kernel == ElementType.Double || Array.Exists(stored, IsWide);
        ElementType element =
            isInteger ? ElementType.Int64
            : isDouble ? ElementType.Double
            : ElementType.Single;
        return type with { Element = element, ElementText = element.Keyword() };
    }
}
