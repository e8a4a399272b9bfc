using ConvGen.Generator.Parsing.Weights;
using Microsoft.CodeAnalysis;
using OperationKind = ConvGen.Generator.Model.OperationKind;

namespace ConvGen.Generator.Parsing.Symbols;

/// <summary>What the attributes of a method say, in the order in which they stand.</summary>
internal sealed class DeclaredAttributes
{
    private DeclaredAttributes() { }

    public List<OperationDeclaration> Operations { get; } = [];

    public List<KernelDeclaration> Kernels { get; } = [];

    public MaskDeclaration? Mask { get; private set; }

    /// <summary>The mistake in an attribute's arguments that is reported: one of the compiler's own before all others.</summary>
    public ArgumentFault? Fault { get; private set; }

    public string? InputOf { get; private set; }

    /// <summary>Whether there is any that makes the method a declaration.</summary>
    public bool Any => Operations.Count + Kernels.Count > 0 || InputOf is not null || Mask is not null;

    public static DeclaredAttributes Read(IMethodSymbol method, CancellationToken cancellation)
    {
        DeclaredAttributes read = new();
        foreach (AttributeData attribute in method.GetAttributes())
        {
            if (AttributeReader.NameOf(attribute) is { } name)
            {
                ArgumentFault? found = ArgumentFaultReader.Read(attribute, method, cancellation);
                read.Fault = ArgumentFaultReader.Worse(
                    read.Fault,
                    found is null ? null : found with { Site = found.Site with { FirstKernel = read.Kernels.Count } }
                );
                read.Add(attribute, name);
            }
        }

        return read;
    }

    private void Add(AttributeData attribute, string name)
    {
        switch (name)
        {
            case AttributeNames.Convolution:
                Operations.Add(AttributeReader.Operation(attribute, OperationKind.Convolution));
                break;
            case AttributeNames.Correlation:
                Operations.Add(AttributeReader.Operation(attribute, OperationKind.Correlation));
                break;
            case AttributeNames.Unfold:
                Operations.Add(AttributeReader.Operation(attribute, OperationKind.Unfold));
                break;
            case AttributeNames.Fold:
                Operations.Add(AttributeReader.Operation(attribute, OperationKind.Fold));
                break;
            case AttributeNames.InputOf:
                InputOf = AttributeReader.Text(attribute) ?? "";
                break;
            case AttributeNames.Mask:
                Mask = AttributeReader.Mask(attribute);
                break;
            default:
                Kernels.Add(AttributeReader.KernelOf(attribute, name));
                break;
        }
    }
}
