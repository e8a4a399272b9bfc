namespace ConvGen.Generator.Emission.Helpers;

/// <summary>Checks of how a result is computed: by how many threads, or from how large a copy of rows.</summary>
internal static class CallChecks
{
    private const string RequireDegree = """
        internal static void RequireDegree(int degree, string parameter)
        {
            if (degree < -1 || degree == 0)
            {
                throw new ArgumentOutOfRangeException(parameter, degree, $"{parameter} is the largest number of threads, at least 1, or -1 for as many as there are processors.");
            }
        }
        """;

    private const string RequireWindow = """
        // Rows that a window sees are copied into one array before they are overwritten.
        internal static void RequireWindow(long needs, string parameter)
        {
            if (needs > Array.MaxLength)
            {
                Refuse("{0} is too large: what a window sees is copied into an array, which has at most {1} bytes, and {2} are needed.", parameter, Array.MaxLength, needs);
            }
        }
        """;

    /// <summary>Prints one of them, and requests what it calls.</summary>
    public static void Emit(SourceWriter writer, HelperKind kind)
    {
        writer.Line(kind == HelperKind.RequireDegree ? RequireDegree : RequireWindow);
        if (kind == HelperKind.RequireWindow)
        {
            writer.Use(HelperKind.Refuse);
        }
    }
}
