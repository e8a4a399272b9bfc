namespace ConvGen.Analyzers.Tests.Naming.Loops;

/// <summary>Puts members into a file with what they may use.</summary>
internal static class LoopFile
{
    /// <summary>A file with the members in one class.</summary>
    public static string Of(string members) =>
        $$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;

            public sealed class Bitmap
            {
                public int Width { get; }

                public int Height { get; }

                public double this[int x, int y] => x + y;

                public static bool IsInside(float[,] field, int x, int y) => x >= 0 && y >= 0 && x < field.GetLength(0) && y < field.GetLength(1);

                public (byte R, byte G) GetPixel(int x, int y) => ((byte)x, (byte)y);

                public void SetPixel(int x, int y, int red, int green) { }
            }

            public sealed class Layer
            {
                public int Size, Step, Pad, Spread;

                public float[] Weights = new float[0];
            }

            public class Filters
            {
            {{members}}
            }
            """;

    /// <summary>The ids that are reported in the members, in the order in which they stand.</summary>
    public static async Task<IReadOnlyList<string>> IdsAsync(string members)
    {
        Microsoft.CodeAnalysis.CSharp.CSharpCompilation compilation = Testing.TestCompilation.Create([Of(members)]);
        compilation = compilation.WithOptions(compilation.Options.WithAllowUnsafe(true));
        Assert.DoesNotContain(
            compilation.GetDiagnostics(),
            diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error
        );
        return [.. await Analysis.IdsAsync(compilation)];
    }
}
