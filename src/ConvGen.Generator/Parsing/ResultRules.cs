using ConvGen.Generator.Model;
using static ConvGen.Generator.Parsing.SignatureParser;

namespace ConvGen.Generator.Parsing;

/// <summary>Where the result goes: into a writable <c>destination</c>, or into a new array that is returned; flat as the source or shaped as the source.</summary>
internal static class ResultRules
{
    /// <summary>Judges destination and return type, for a declaration whose source is known to be a buffer.</summary>
    public static Refusal? Check(Declaration declaration)
    {
        int index = IndexOf(declaration, SignatureRoles.Destination);
        return index < 0 ? CheckReturned(declaration) : CheckDestination(declaration, index);
    }

    private static Refusal? CheckDestination(Declaration declaration, int index)
    {
        DeclaredType source = Type(declaration, SignatureRoles.Source)!;
        DeclaredType destination = declaration.Parameters[index].Type;
        string? problem = null;
        if (destination.Carrier is null or Carrier.Prepared)
        {
            problem = $"parameter 'destination' is of type '{destination.Text}', which holds no samples";
        }
        else if (destination.IsReadOnly)
        {
            problem = $"parameter 'destination' is of type '{destination.Text}', which cannot be written to";
        }
        else if (IsShaped(source) != IsShaped(destination))
        {
            problem = IsShaped(source)
                ? $"'{source.Text}' knows its rows and columns and '{destination.Text}' does not; give source and destination types of one kind"
                : $"'{destination.Text}' knows its rows and columns and '{source.Text}' does not; give source and destination types of one kind";
        }

        if (problem is not null)
        {
            return Refuse(declaration, RefusalSite.Parameter(index), problem);
        }

        return declaration.Header.ReturnsVoid
            ? null
            : Refuse(declaration, RefusalSite.ReturnType, $"it has a 'destination' and returns '{ReturnText(declaration)}'; return nothing");
    }

    private static Refusal? CheckReturned(Declaration declaration)
    {
        if (declaration.Header.ReturnsVoid)
        {
            return Refuse(declaration, RefusalSite.Method, "there is no parameter 'destination', and nothing is returned");
        }

        Carrier wanted = IsShaped(Type(declaration, SignatureRoles.Source)!) ? Carrier.Array2D : Carrier.Array;
        return declaration.Result?.Carrier == wanted
            ? null
            : Refuse(
                declaration,
                RefusalSite.ReturnType,
                $"it returns '{ReturnText(declaration)}'; with this source it can return '{(wanted == Carrier.Array ? "U[]" : "U[,]")}', or nothing and take a 'destination'");
    }

    private static string ReturnText(Declaration declaration) => declaration.Result?.Text ?? declaration.Header.ReturnType.Replace("global::", "");
}
