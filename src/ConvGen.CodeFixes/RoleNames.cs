using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ConvGen.CodeFixes;

/// <summary>A parameter that is evidently meant to have a role.</summary>
/// <param name="Position">The parameter's position.</param>
/// <param name="Parameter">Its name.</param>
/// <param name="Role">The name that it should have.</param>
internal sealed record RoleSuggestion(int Position, string Parameter, string Role);

/// <summary>Knows by which other names the roles go in image and signal libraries.</summary>
internal static class RoleNames
{
    /// <summary>Role, whether it is a buffer (the others are numbers), and its other names, compared without case.</summary>
    private static readonly ImmutableArray<(string Role, bool IsBuffer, ImmutableHashSet<string> Aliases)> Roles =
    [
        Buffer("source", "src", "input", "in", "from", "image", "img", "signal", "data", "samples", "pixels", "x"),
        Buffer("destination", "dst", "dest", "target", "output", "out", "to", "result", "y"),
        Buffer("kernel", "weights", "weight", "coefficients", "coeffs", "filter", "taps", "mask", "kern", "k", "w"),
        Number("width", "w", "columns", "cols", "sizeX", "nx"),
        Number("height", "h", "rows", "sizeY", "ny"),
        Number("length", "n", "len", "count", "size"),
        Number("batch", "batches", "batchSize", "images", "signals"),
        Number("sourcePitch", "srcPitch", "inputPitch", "sourceStride", "srcStride", "inputStride", "sourceStep", "srcStep"),
        Number("destinationPitch", "dstPitch", "destPitch", "outputPitch", "destinationStride", "dstStride", "destStride", "outputStride", "destinationStep", "dstStep"),
    ];

    /// <summary>
    /// The parameters to rename: each has no role yet and exactly one it can mean, no other parameter has or can mean that role, and afterwards
    /// no two parameters share a name.
    /// </summary>
    public static ImmutableArray<RoleSuggestion> Suggest(IMethodSymbol method)
    {
        HashSet<string> taken = [.. method.Parameters.Select(parameter => parameter.Name)];
        IEnumerable<RoleSuggestion> candidates = method.Parameters.SelectMany(parameter => RolesOf(parameter)
            .Where(role => !taken.Contains(role))
            .Select(role => new RoleSuggestion(parameter.Ordinal, parameter.Name, role)));
        RoleSuggestion[] all = [.. candidates];
        return [.. all.Where(suggestion => all.Count(other => other.Role == suggestion.Role) == 1 && all.Count(other => other.Position == suggestion.Position) == 1)];
    }

    private static IEnumerable<string> RolesOf(IParameterSymbol parameter) => Roles.Any(role => role.Role == parameter.Name)
        ? []
        : Roles.Where(role => role.IsBuffer == IsBuffer(parameter.Type) && (role.Aliases.Contains(parameter.Name) || IsOtherCase(role.Role, parameter.Name))).Select(role => role.Role);

    private static bool IsOtherCase(string role, string name) => string.Equals(role, name, StringComparison.OrdinalIgnoreCase);

    /// <summary>A number is a length; whatever else stands in a signature carries samples.</summary>
    private static bool IsBuffer(ITypeSymbol type) => type.SpecialType != SpecialType.System_Int32;

    private static (string Role, bool IsBuffer, ImmutableHashSet<string> Aliases) Buffer(string role, params string[] aliases) =>
        (role, true, ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, aliases));

    private static (string Role, bool IsBuffer, ImmutableHashSet<string> Aliases) Number(string role, params string[] aliases) =>
        (role, false, ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, aliases));
}
