using ConvGen.Generator.Emission.Helpers;

namespace ConvGen.Generator.Tests.Pipeline;

/// <summary>All keys by which something can be requested of the helper type of an assembly.</summary>
internal static class HelperKeys
{
    public static IEnumerable<HelperKey> OfKind(HelperKind kind) => [new HelperKey(kind)];
}
