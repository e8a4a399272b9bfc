using ConvGen.Generator.Model;
using ConvGen.Generator.Refusals;
using static ConvGen.Generator.Parsing.Signatures.SignatureParser;

namespace ConvGen.Generator.Parsing.Signatures;

/// <summary>
/// Where the result goes: into a writable <c>destination</c>, or into a new array that is returned; flat as the source or shaped as the
/// source.
/// </summary>
internal static class ResultRules
{
    /// <summary>What the source says about destination and return type, for a declaration in which both are known to be buffers.</summary>
    public static IEnumerable<SignatureProblem> Problems(Declaration declaration)
    {
        int index = IndexOf(declaration, SignatureRoles.Destination);
        return index < 0 ? CheckReturned(declaration) : CheckDestination(declaration, index);
    }

    /// <summary>The destination's own type, whatever the source is.</summary>
    public static IEnumerable<SignatureProblem> DestinationProblems(Declaration declaration)
    {
        int index = IndexOf(declaration, SignatureRoles.Destination);
        if (index < 0)
        {
            return [];
        }

        DeclaredType destination = declaration.Parameters[index].Type;
        string? problem =
            destination.Carrier is null or Carrier.Prepared ? UnknownCarriers.Explain(SignatureRoles.Destination, destination)
            : destination.IsReadOnly ? $"parameter 'destination' is of type '{destination.Text}', which cannot be written to"
            : null;
        return problem is null ? [] : [new(RefusalSite.Parameter(index), problem)];
    }

    private static IEnumerable<SignatureProblem> CheckDestination(Declaration declaration, int index)
    {
        DeclaredType source = Type(declaration, SignatureRoles.Source)!;
        DeclaredType destination = declaration.Parameters[index].Type;
        if (IsShaped(source) != IsShaped(destination))
        {
            (DeclaredType shaped, DeclaredType flat) = IsShaped(source) ? (source, destination) : (destination, source);
            yield return new(
                RefusalSite.Parameter(index),
                $"'{shaped.Text}' knows its rows and columns and '{flat.Text}' does not; give source and destination types of one kind"
            );
        }
        else if (
            (source.Carrier == Carrier.Array3D && destination.Carrier is Carrier.Array2D or Carrier.Span2D)
            || (destination.Carrier == Carrier.Array3D && source.Carrier is Carrier.Array2D or Carrier.Span2D)
        )
        {
            yield return new(
                RefusalSite.Parameter(index),
                $"'{source.Text}' and '{destination.Text}' have different numbers of axes; give source and destination as many"
            );
        }

        if (!declaration.Header.ReturnsVoid)
        {
            yield return new(RefusalSite.ReturnType, $"it has a 'destination' and returns '{ReturnText(declaration)}'; return nothing");
        }
    }

    private static IEnumerable<SignatureProblem> CheckReturned(Declaration declaration)
    {
        if (declaration.Header.ReturnsVoid)
        {
            return [new(RefusalSite.Method, "there is no parameter 'destination', and nothing is returned")];
        }

        Carrier source = Type(declaration, SignatureRoles.Source)!.Carrier!.Value;
        (Carrier wanted, string form) = source switch
        {
            Carrier.Array3D => (Carrier.Array3D, "U[,,]"),
            Carrier.Array2D or Carrier.Span2D or Carrier.TensorSpan => (Carrier.Array2D, "U[,]"),
            _ => (Carrier.Array, "U[]"),
        };
        return declaration.Result?.Carrier == wanted || (source == Carrier.TensorSpan && declaration.Result?.Carrier == Carrier.Array3D)
            ? []
            :
            [
                new(
                    RefusalSite.ReturnType,
                    $"it returns '{ReturnText(declaration)}'; with this source it can return '{form}', or nothing and take a 'destination'"
                ),
            ];
    }

    private static string ReturnText(Declaration declaration) =>
        declaration.Result?.Text ?? declaration.Header.ReturnType.Replace("global::", "");
}
