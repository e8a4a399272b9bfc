namespace ConvGen.Generator.Emission.Helpers;

/// <summary>Prints a member of the helper type.</summary>
internal static class HelperPrinter
{
    public static void Emit(SourceWriter writer, HelperKey key)
    {
        if (RegionChecks.Has(key.Kind))
        {
            RegionChecks.Emit(writer, key.Kind);
        }
        else
        {
            ArgumentChecks.Emit(writer, key.Kind);
        }
    }
}
