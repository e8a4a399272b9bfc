using ConvGen.Generator.Model;

namespace ConvGen.Generator.Kernels;

/// <summary>
/// A kernel as text: planes split by <c>|</c>, rows by <c>;</c> or line breaks, values by white space or commas. Blank lines are skipped,
/// and a separator may
/// stand after the last row or value; two commas, semicolons or bars with nothing between them are a slip and refused, and so is a row that
/// commas and
/// white space split differently.
/// </summary>
/// <param name="Rows">The rows that hold values. Whether they are equally long is not judged here.</param>
/// <param name="Error">The first mistake in the text, or null.</param>
internal sealed record KernelText(EquatableArray<KernelTextRow> Rows, KernelTextError? Error)
{
    /// <summary>
    /// Values up to which a text is read: many more than any kernel may have, whose size is judged later by a rule of its own.
    /// </summary>
    public const int MostValues = 1 << 20;

    /// <summary>The planes: 1 where none are split.</summary>
    public int Planes => Rows.Count == 0 ? 1 : Rows[Rows.Count - 1].Plane + 1;

    /// <summary>Why a text or a file with more of them is refused.</summary>
    public static string TooMany(string holder) =>
        FormattableString.Invariant($"the {holder} holds more than {MostValues} values; take so many at run time, with [KernelShape]");

    /// <summary>Reads a text of real numbers whole; never throws but when it is cancelled.</summary>
    public static KernelText Read(string text, CancellationToken cancellation = default) => Read(text, mayBeComplex: false, cancellation);

    /// <summary>Reads a text whole; never throws but when it is cancelled.</summary>
    /// <param name="text">The text.</param>
    /// <param name="mayBeComplex">Whether values may have imaginary parts.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static KernelText Read(string text, bool mayBeComplex, CancellationToken cancellation = default) =>
        new KernelTextReader(text, mayBeComplex).Read(cancellation);
}

/// <summary>A row of a kernel text.</summary>
/// <param name="Start">First character of its first value.</param>
/// <param name="Length">Characters up to the end of its last value.</param>
/// <param name="Values">Its values.</param>
internal sealed record KernelTextRow(int Start, int Length, EquatableArray<Rational> Values)
{
    /// <summary>The plane that it belongs to.</summary>
    public int Plane { get; init; }

    /// <summary>The values' imaginary parts, where they may have some; empty where values are real.</summary>
    public EquatableArray<Rational> Imaginary { get; init; }
}

/// <summary>A mistake in a kernel text.</summary>
/// <param name="Start">First character concerned, counted from 0.</param>
/// <param name="Length">Characters concerned.</param>
/// <param name="Reason">What is wrong, as a clause.</param>
internal sealed record KernelTextError(int Start, int Length, string Reason);
