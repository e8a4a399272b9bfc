namespace ConvGen.Analyzers.Tests.Naming.Lift;

/// <summary>Drivers that hand random data to a method <c>Filters.Convolve</c>.</summary>
internal static class LoopSource
{
    private const string Data = """
        using System;

        public static class Data
        {
            public static T[] Line<T>(Random random, int count)
            {
                T[] data = new T[count];
                for (int i = 0; i < count; i++)
                {
                    data[i] = Value<T>(random);
                }

                return data;
            }

            public static T[,] Plane<T>(Random random, int height, int width)
            {
                T[,] data = new T[height, width];
                for (int y = 0; y < height; y++)
                {
                    for (int x = 0; x < width; x++)
                    {
                        data[y, x] = Value<T>(random);
                    }
                }

                return data;
            }

            private static T Value<T>(Random random) => (T)(object)(default(T) switch
            {
                byte => (object)(byte)random.Next(256),
                sbyte => (sbyte)random.Next(-128, 128),
                short => (short)random.Next(-32768, 32768),
                ushort => (ushort)random.Next(65536),
                int => random.Next(),
                float => random.Next(20) switch { 0 => 0f, 1 => -0f, 2 => 1e30f, 3 => 1e-40f, _ => (float)(random.NextDouble() - 0.5) },
                double => random.Next(20) switch { 0 => 0.0, 1 => -0.0, 2 => 1e300, 3 => 1e-310, _ => random.NextDouble() - 0.5 },
                _ => throw new NotSupportedException(),
            });
        }

        """;

    /// <summary>A driver that returns an expression of <c>random</c>, <c>height</c> and <c>width</c>.</summary>
    public static string Returning(string expression) => Data + $$"""
        public static class Driver
        {
            public static object Run(Random random, int height, int width) => {{expression}};
        }
        """;

    /// <summary>A driver that makes a destination of random content, calls, and returns the destination.</summary>
    public static string Filling(string type, string count, string call) => Data + $$"""
        public static class Driver
        {
            public static object Run(Random random, int height, int width)
            {
                {{type}}[] destination = Data.Line<{{type}}>(random, Math.Max(0, {{count}}));
                {{call}};
                return destination;
            }
        }
        """;
}
