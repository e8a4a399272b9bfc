namespace ConvGen.Analyzers.Tests.Naming.Lift;

/// <summary>Sources that hand random data to a loop.</summary>
internal static class LoopSource
{
    public const string Data = """
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

            public static T[] Weights<T>(Random random, int count, bool isReversed)
            {
                T[] weights = Line<T>(random, count);
                if (isReversed)
                {
                    Array.Reverse(weights);
                }

                return weights;
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

    /// <summary>A method that runs statements on <c>random</c>, <c>height</c>, <c>width</c> and <c>isReversed</c>.</summary>
    public static string Driver(string name, string statements) =>
        $$"""
            using System;

            public static class Class{{name}}
            {
                public static object {{name}}(Random random, int height, int width, bool isReversed) { {{statements}} }
            }
            """;
}
