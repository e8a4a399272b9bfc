using ConvGen.Generator.Model;
using ConvGen.Generator.Refusals;
using static ConvGen.Generator.Model.SignatureRoles;

namespace ConvGen.Generator.Parsing.Signatures;

/// <summary>
/// What parameters <c>region</c> and <c>held</c> demand: rectangles of an image whose whole size is that of the source, or given beside a
/// source that is one of them.
/// </summary>
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
        if (held >= 0 && SignatureParser.IndexOf(declaration, Width) < 0 && SignatureParser.IndexOf(declaration, Length) < 0)
        {
            string sizes = IsImage(declaration)
                ? "'int width' and 'int height', those of the whole image"
                : "'int length', that of the whole signal, or 'int width' and 'int height'";
            yield return new(RefusalSite.Parameter(held), $"parameter 'held' needs {sizes}");
        }
        else if (held >= 0 && SignatureParser.IndexOf(declaration, Length) is var length and >= 0 && IsImage(declaration))
        {
            yield return new(
                RefusalSite.Parameter(length),
                $"parameter 'length' is that of a signal, and '{SignatureParser.Type(declaration, Source)!.Text}' has two axes; take "
                    + "'int width' and 'int height', those of the whole image"
            );
        }

        if (SignatureParser.IndexOf(declaration, History) >= 0)
        {
            yield return new(
                RefusalSite.Parameter(region),
                "parameter 'region' cannot stand beside 'history'; a block of a signal is computed whole"
            );
        }
    }

    /// <summary>Whether the types of source and result alone say that there are two axes; two tensors do not.</summary>
    private static bool IsImage(Declaration declaration) =>
        SignatureParser.Type(declaration, Source)?.Carrier is Carrier.Array2D or Carrier.Span2D
        || (SignatureParser.Type(declaration, Destination) ?? declaration.Result)?.Carrier is Carrier.Array2D or Carrier.Span2D;
}
