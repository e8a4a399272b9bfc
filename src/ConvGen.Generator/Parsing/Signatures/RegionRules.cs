using ConvGen.Generator.Model;
using ConvGen.Generator.Refusals;
using static ConvGen.Generator.Model.SignatureRoles;

namespace ConvGen.Generator.Parsing.Signatures;

/// <summary>What parameters <c>region</c> and <c>held</c> demand: rectangles of an image of two axes whose sizes are parameters.</summary>
internal static class RegionRules
{
    /// <summary>What is wrong with the parameters and with what stands beside them.</summary>
    public static IEnumerable<SignatureProblem> Problems(Declaration declaration)
    {
        int region = SignatureParser.IndexOf(declaration, Region),
            held = SignatureParser.IndexOf(declaration, Held);
        foreach (int index in new[] { region, held })
        {
            if (index >= 0 && !declaration.Parameters[index].Type.IsRegion)
            {
                DeclaredParameter parameter = declaration.Parameters[index];
                yield return new(
                    RefusalSite.Parameter(index),
                    $"parameter '{parameter.Name}' is of type '{parameter.Type.Text}'; make it a 'ConvGen.Region'"
                );
            }
        }

        if (region < 0)
        {
            if (held >= 0 && !SignatureParser.IsMeant(declaration, Region))
            {
                yield return new(
                    RefusalSite.Parameter(held),
                    "parameter 'held' says what a source holds of an image; it needs 'Region region', which says what is computed"
                );
            }

            yield break;
        }

        foreach (SignatureProblem problem in NeighbourProblems(declaration, region, held))
        {
            yield return problem;
        }
    }

    /// <summary>What cannot stand beside a region, or is missing.</summary>
    private static IEnumerable<SignatureProblem> NeighbourProblems(Declaration declaration, int region, int held)
    {
        if (SignatureParser.Type(declaration, Source) is { } source && SignatureParser.IsShaped(source))
        {
            yield return new(
                RefusalSite.Parameter(region),
                $"parameter 'region' belongs to an image whose whole size is given, and '{source.Text}' knows only its own; use "
                    + "spans, arrays or memories with 'int width, int height'"
            );
        }
        else if (held >= 0 && SignatureParser.IndexOf(declaration, Width) < 0 && SignatureParser.IndexOf(declaration, Length) < 0)
        {
            yield return new(
                RefusalSite.Parameter(held),
                "parameter 'held' needs 'int length', that of the whole signal, or 'int width' and 'int height'"
            );
        }

        if (SignatureParser.IndexOf(declaration, History) >= 0)
        {
            yield return new(
                RefusalSite.Parameter(region),
                "parameter 'region' cannot stand beside 'history'; a block of a signal is computed whole"
            );
        }

        if (SignatureParser.IndexOf(declaration, Batch) is var batch and >= 0)
        {
            yield return new(
                RefusalSite.Parameter(batch),
                "parameter 'batch' cannot stand beside 'region'; remove it, and call once for each image"
            );
        }
    }
}
