namespace ConvGen.Generator.Emission.Text;

/// <summary>Prints the choice among vector widths: a branch for each, and one for where none is taken.</summary>
internal static class WidthChoice
{
    /// <summary>Prints it.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="widths">The widths, widest first; there may be none.</param>
    /// <param name="condition">When a width is taken.</param>
    /// <param name="body">Prints what it does.</param>
    /// <param name="otherwise">Prints what is done where none is taken: without a branch where there is no other.</param>
    public static void Emit(
        SourceWriter writer,
        IEnumerable<VectorWidth> widths,
        Func<VectorWidth, string> condition,
        Action<VectorWidth> body,
        Action otherwise
    )
    {
        string head = "if";
        foreach (VectorWidth width in widths)
        {
            using (writer.Block($"{head} ({condition(width)})"))
            {
                body(width);
            }

            head = "else if";
        }

        if (head == "if")
        {
            otherwise();
            return;
        }

        using (writer.Block("else"))
        {
            otherwise();
        }
    }
}
