using ConvGen.Generator.Model;
using ConvGen.Generator.Refusals;

namespace ConvGen.Generator.Parsing.Windows;

/// <summary>The signatures that are accepted for window matrices, as C# text for messages.</summary>
internal static class WindowForms
{
    /// <summary>The accepted forms, or null where a declaration is about no window matrix.</summary>
    public static string? For(Declaration declaration)
    {
        if (!WindowParser.IsAboutWindows(declaration))
        {
            return null;
        }

        string method = MessageText.MethodName(declaration.Header);
        string returned = $"'T[] {method}(T[] source, int width, int height)'";
        string plane =
            $"'void {method}(ReadOnlySpan<T> source, int width, int height, Span<T> destination)' or {returned}, "
            + "each with 'int batch', 'int sourcePitch' and 'int destinationPitch' where wanted";
        return declaration.Operations[0].Kind == OperationKind.Fold
            ? $"'void {method}(ReadOnlySpan<T> source, int length, Span<T> destination)' or 'T[] {method}(T[] source, int length)'; "
                + $"or {plane}; "
                + $"or 'void {method}(T[,] source, T[,] destination)', the same with 'ReadOnlySpan2D<T>' and 'Span2D<T>'; with the "
                + "size of the image in all of them"
            : $"'void {method}(ReadOnlySpan<T> source, Span<T> destination)' or 'T[] {method}(T[] source)'; or {plane}; "
                + $"or 'T[,] {method}(T[,] source)' or 'void {method}(T[,] source, T[,] destination)', the same with "
                + "'ReadOnlySpan2D<T>' and 'Span2D<T>'";
    }
}
