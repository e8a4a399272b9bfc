using ConvGen.Generator.Kernels.Designs;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Parsing.Weights;

/// <summary>Which kernel attributes on one method make one kernel: <c>[SeparableKernel]</c> and its two factors.</summary>
internal static class FactorPlan
{
    /// <summary>Whether several attributes are a product of two designs of one axis.</summary>
    public static bool IsProduct(EquatableArray<KernelDeclaration> kernels) =>
        kernels.Count == 3
        && SeparableIn(kernels) is >= 0 and var separable
        && kernels[separable].HasNoFactors
        && kernels.Count(IsLine) == 2;

    /// <summary>The position of what stands beside <c>[SeparableKernel]</c> and has two axes, so that it is no factor, or -1.</summary>
    public static int MisfitIn(EquatableArray<KernelDeclaration> kernels) =>
        kernels.Count is 2 or 3 && kernels.Count(static kernel => kernel.HasNoFactors) == 1
            ? kernels.ToList().FindIndex(static kernel => !kernel.HasNoFactors && !IsLine(kernel))
            : -1;

    private static bool IsLine(KernelDeclaration kernel) =>
        kernel.Kind == KernelDeclarationKind.Design && KernelDesigns.Named(kernel.Design)!.IsLine;

    /// <summary>The position of <c>[SeparableKernel]</c>, or -1.</summary>
    public static int SeparableIn(EquatableArray<KernelDeclaration> kernels)
    {
        for (int index = 0; index < kernels.Count; index++)
        {
            if (kernels[index].Kind == KernelDeclarationKind.Separable)
            {
                return index;
            }
        }

        return -1;
    }
}
