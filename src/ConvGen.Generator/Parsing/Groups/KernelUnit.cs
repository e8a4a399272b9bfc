using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing.Weights;
using ConvGen.Generator.Refusals;

namespace ConvGen.Generator.Parsing.Groups;

/// <summary>The attributes of one of a method's kernels: one, or <c>[SeparableKernel]</c> with its two factors.</summary>
/// <param name="First">The position of its first attribute among the kernel attributes.</param>
/// <param name="Kernels">The attributes.</param>
/// <param name="File">What was found for its path, where it is a file.</param>
internal sealed record KernelUnit(int First, EquatableArray<KernelDeclaration> Kernels, KernelFile? File)
{
    /// <summary>The destination that the kernel names, or null.</summary>
    public string? Output => Kernels.Select(static kernel => kernel.Output).FirstOrDefault(static output => output is not null);

    /// <summary>The position of the attribute that names it.</summary>
    public int OutputAt => First + Math.Max(0, Kernels.ToList().FindIndex(static kernel => kernel.Output is not null));

    /// <summary>The kernels of a declaration.</summary>
    public static IEnumerable<KernelUnit> Of(Declaration declaration)
    {
        if (FactorPlan.IsProduct(declaration.Kernels))
        {
            yield return new(0, declaration.Kernels, declaration.File);
            yield break;
        }

        int files = 0;
        for (int index = 0; index < declaration.Kernels.Count; index++)
        {
            KernelDeclaration kernel = declaration.Kernels[index];
            KernelFile? file =
                kernel.Kind != KernelDeclarationKind.File ? null
                : files++ == 0 ? declaration.File
                : files - 2 < declaration.FurtherFiles.Count ? declaration.FurtherFiles[files - 2]
                : null;
            yield return new(index, EquatableArray.Of(kernel), file);
        }
    }

    /// <summary>A header from which the types of this kernel get names that no other kernel has.</summary>
    public MethodHeader Name(MethodHeader method, int kernels)
    {
        string suffix = kernels == 1 ? "" : MessageText.Text(First + 1);
        return method with
        {
            Name = method.Name.TrimStart('@') + suffix,
            Identity = method.Identity + " kernel " + MessageText.Text(First + 1),
        };
    }
}
