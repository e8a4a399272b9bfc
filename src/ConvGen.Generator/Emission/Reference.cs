namespace ConvGen.Generator.Emission;

/// <summary>Prints places behind a reference.</summary>
internal static class Reference
{
    /// <summary>What lies so many elements behind a reference, without its <c>ref</c>; the reference itself for none.</summary>
    public static string At(string reference, int offset) => offset == 0 ? reference : $"Unsafe.Add(ref {reference}, {Literals.Of(offset)})";
}
