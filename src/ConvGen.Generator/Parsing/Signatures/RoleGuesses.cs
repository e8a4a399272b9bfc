using ConvGen.Generator.Model;
using static ConvGen.Generator.Model.SignatureRoles;

namespace ConvGen.Generator.Parsing.Signatures;

/// <summary>Guesses at the role that a parameter evidently means whose name is another.</summary>
internal static class RoleGuesses
{
    /// <summary>Roles of buffers, with names that mean them elsewhere.</summary>
    private static readonly (string Role, string[] Synonyms)[] Buffers =
    [
        (Source, ["src", "input", "inputs", "image", "img", "data", "signal", "samples", "pixels", "from", "x"]),
        (Kernel, ["weights", "weight", "coefficients", "filter", "taps", "mask", "k"]),
        (Bias, ["biases", "offset", "offsets", "b"]),
        (ChannelScale, ["scales", "scaling", "multiplier", "multipliers", "factors"]),
        (History, ["state", "delay", "delayLine", "past", "previous", "zi"]),
        (Destination, ["dst", "dest", "output", "outputs", "result", "results", "target", "out", "to", "y"]),
    ];

    /// <summary>Roles of sizes, with names that mean them elsewhere.</summary>
    private static readonly (string Role, string[] Synonyms)[] Sizes =
    [
        (Batch, ["batches", "batchSize", "batchCount", "images"]),
        (Length, ["len", "count", "size", "n"]),
        (Width, ["w", "columns", "cols", "columnCount", "imageWidth", "sourceWidth"]),
        (Height, ["h", "rows", "rowCount", "imageHeight", "sourceHeight"]),
        (Depth, ["d", "planes", "planeCount", "slices", "sliceCount", "volumeDepth", "sourceDepth"]),
        (SourcePlanePitch, ["planePitch", "slicePitch", "planeStride", "sliceStride", "sourcePlaneStride", "sourceSlicePitch"]),
        (DestinationPlanePitch, ["destinationPlaneStride", "destinationSlicePitch", "outputPlanePitch", "dstPlanePitch"]),
        (SourcePitch, ["pitch", "stride", "sourceStride", "srcPitch", "srcStride", "inputPitch", "inputStride"]),
        (Degree, ["degreeOfParallelism", "maxParallelism", "maxDegree", "degree", "maxThreads", "threads", "threadCount", "workers"]),
        (SourceZeroPoint, ["xZeroPoint", "inputZeroPoint", "sourceZero", "inputZero"]),
        (KernelZeroPoint, ["wZeroPoint", "weightZeroPoint", "weightsZeroPoint", "kernelZero"]),
        (DestinationZeroPoint, ["yZeroPoint", "outputZeroPoint", "resultZeroPoint", "destinationZero", "outputZero"]),
        (DestinationPitch, ["dstPitch", "dstStride", "destinationStride", "destPitch", "destStride", "outputPitch", "outputStride"]),
    ];

    /// <summary>Roles of rectangles, with names that mean them elsewhere.</summary>
    private static readonly (string Role, string[] Synonyms)[] Rectangles =
    [
        (Region, ["roi", "rectangle", "rect", "area", "part", "tile"]),
        (Held, ["hold", "holds", "sourceRegion", "heldRegion", "available"]),
    ];

    /// <summary>The role of a token that ends a call early, with names that mean it elsewhere.</summary>
    private static readonly (string Role, string[] Synonyms)[] Tokens = [(Cancellation, ["cancellation", "cancel", "token", "ct"])];

    /// <summary>Whether a name is a role wherever it stands; <c>image</c> is one only where it is source and destination at once.</summary>
    private static bool IsRole(string name) => Buffers.Concat(Sizes).Concat(Rectangles).Concat(Tokens).Any(entry => entry.Role == name);

    /// <summary>Whether the name of a parameter is a role.</summary>
    public static bool IsRole(Declaration declaration, int index) =>
        IsRole(declaration.Parameters[index].Name) || (declaration.Parameters[index].Name == Image && InPlaceRules.IsInPlace(declaration));

    /// <summary>
    /// The role that the parameter at <paramref name="index"/> evidently means: its type fits, its name is close, and no other parameter
    /// has it.
    /// </summary>
    /// <returns>The role, or null where the parameter has one already or none is evident.</returns>
    public static string? Suggest(Declaration declaration, int index)
    {
        DeclaredParameter parameter = declaration.Parameters[index];
        if (IsRole(declaration, index))
        {
            return null;
        }

        List<(string Role, string[] Synonyms)> free = Candidates(parameter.Type)
            .Where(entry => declaration.Parameters.All(other => other.Name != entry.Role))
            .ToList();
        string name = parameter.Name.Trim('_').Replace("_", "");
        return NameOf(free.Where(entry => IsSame(entry.Role, name)))
            ?? NameOf(free.Where(entry => entry.Synonyms.Any(synonym => IsSame(synonym, name))))
            ?? NameOf(free.Where(entry => name.Length > 3 && EditDistance(entry.Role.ToUpperInvariant(), name.ToUpperInvariant()) <= 2));
    }

    private static IEnumerable<(string Role, string[] Synonyms)> Candidates(DeclaredType type)
    {
        if (type.IsInt32)
        {
            return Sizes;
        }

        if (type.IsRegion)
        {
            return Rectangles;
        }

        if (type.IsCancellation)
        {
            return Tokens;
        }

        if (type.Carrier == Carrier.Prepared)
        {
            return Buffers.Where(entry => entry.Role == Kernel);
        }

        return type.Carrier is null ? [] : Buffers.Where(entry => entry.Role is not (Destination or History) || !type.IsReadOnly);
    }

    private static string? NameOf(IEnumerable<(string Role, string[] Synonyms)> entries)
    {
        foreach ((string role, _) in entries)
        {
            return role;
        }

        return null;
    }

    private static bool IsSame(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    /// <summary>Letters to insert, remove or change (Levenshtein).</summary>
    private static int EditDistance(string a, string b)
    {
        int[] previous = Enumerable.Range(0, b.Length + 1).ToArray();
        for (int i = 1; i <= a.Length; i++)
        {
            int[] current = new int[b.Length + 1];
            current[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int change = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(change, Math.Min(previous[j], current[j - 1]) + 1);
            }

            previous = current;
        }

        return previous[b.Length];
    }
}
