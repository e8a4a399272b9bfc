using ConvGen.Generator.Emission.Text;

namespace ConvGen.Generator.Emission.Helpers;

/// <summary>
/// Checks of how a result is computed: by how many threads, from how large a copy of rows, or with which numbers of a quantised layer.
/// </summary>
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

    private const string RequireFinite = """
        internal static void RequireFinite(ref float first, int count, string parameter)
        {
            for (int i = 0; i < count; i++)
            {
                if (!float.IsFinite(Unsafe.Add(ref first, i)))
                {
                    throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{parameter}[{i}] is {Unsafe.Add(ref first, i)}; it must be a finite number."), parameter);
                }
            }
        }
        """;

    private const string RequireWithin = """
        // Sums and biases are added in 32 bits.
        internal static void RequireWithin(ref int first, int count, int minimum, int maximum, string parameter)
        {
            for (int i = 0; i < count; i++)
            {
                if (Unsafe.Add(ref first, i) < minimum || Unsafe.Add(ref first, i) > maximum)
                {
                    throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{parameter}[{i}] is {Unsafe.Add(ref first, i)}; beside it, 32 bits hold every sum only from {minimum} to {maximum}."), parameter);
                }
            }
        }
        """;

    /// <summary>Prints one of them, and requests what it calls.</summary>
    public static void Emit(SourceWriter writer, HelperKind kind)
    {
        writer.Line(
            kind switch
            {
                HelperKind.RequireDegree => RequireDegree,
                HelperKind.RequireFinite => RequireFinite,
                HelperKind.RequireWithin => RequireWithin,
                _ => RequireWindow,
            }
        );
        if (kind == HelperKind.RequireWindow)
        {
            writer.Use(HelperKind.Refuse);
        }
    }
}
