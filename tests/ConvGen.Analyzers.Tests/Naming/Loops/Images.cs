namespace ConvGen.Analyzers.Tests.Naming.Loops;

/// <summary>The shapes of <see cref="LoopShapes"/> with two spatial axes.</summary>
internal static class Images
{
    /// <summary>The shapes and what they are called.</summary>
    public static IEnumerable<(string Name, string Code)> All =>
        [
            (
                "a padded copy",
                """
                public static float[,] NAME(float[,] image, float[,] kernel)
                {
                    int rows = kernel.GetLength(0), columns = kernel.GetLength(1), above = rows / 2, left = columns / 2;
                    int height = image.GetLength(0), width = image.GetLength(1);
                    var padded = new float[height + 2 * above, width + 2 * left];
                    for (int y = 0; y < height; y++)
                        for (int x = 0; x < width; x++)
                            padded[y + above, x + left] = image[y, x];
                    for (int y = 0; y < above; y++)
                        for (int x = 0; x < width; x++)
                            padded[y, x + left] = image[above - y, x];

                    var result = new float[height, width];
                    for (int y = 0; y < height; y++)
                    {
                        for (int x = 0; x < width; x++)
                        {
                            float sum = 0;
                            for (int i = 0; i < rows; i++)
                                for (int j = 0; j < columns; j++)
                                    sum += padded[y + i, x + j] * kernel[«i, j|rows - 1 - i, columns - 1 - j»];
                            result[y, x] = sum;
                        }
                    }

                    return result;
                }
                """
            ),
            (
                "clamped indices of a flat image",
                """
                public static float[] NAME(float[] source, int width, int height, float[] kernel, int size)
                {
                    var result = new float[source.Length];
                    int half = size / 2;
                    int Limit(int value, int last) => value < 0 ? 0 : value > last ? last : value;
                    for (int y = 0; y < height; y++)
                    {
                        for (int x = 0; x < width; x++)
                        {
                            float sum = 0f;
                            for (int i = 0; i < size; i++)
                            {
                                for (int j = 0; j < size; j++)
                                {
                                    int column = Math.Clamp(x + j - half, 0, width - 1);
                                    int row = Math.Max(0, Math.Min(height - 1, y + i - half));
                                    sum += source[row * width + column] * kernel[«i * size + j|(size - 1 - i) * size + size - 1 - j»];
                                }
                            }

                            result[y * width + x] = sum;
                        }
                    }

                    return result;
                }
                """
            ),
            (
                "a bitmap's bytes with a bias",
                """
                public static byte[] NAME(byte[] pixels, int stride, int width, int height, double[,] filter, double factor = 1, int bias = 0)
                {
                    byte[] result = new byte[pixels.Length];
                    int radius = (filter.GetLength(1) - 1) / 2;
                    for (int y = radius; y < height - radius; y++)
                    {
                        for (int x = radius; x < width - radius; x++)
                        {
                            double blue = 0, green = 0;
                            int place = y * stride + x * 4;
                            for (int i = -radius; i <= radius; i++)
                            {
                                for (int j = -radius; j <= radius; j++)
                                {
                                    int sample = place + (j * 4) + (i * stride);
                                    blue += (double)pixels[sample] * filter[«i + radius, j + radius|radius - i, radius - j»];
                                    green += (double)pixels[sample + 1] * filter[«i + radius, j + radius|radius - i, radius - j»];
                                }
                            }

                            blue = factor * blue + bias;
                            if (blue > 255) blue = 255;
                            else if (blue < 0) blue = 0;
                            result[place] = (byte)blue;
                            result[place + 1] = (byte)Math.Clamp(green, 0, 255);
                        }
                    }

                    return result;
                }
                """
            ),
            (
                "a pointer that walks over the image",
                """
                public static unsafe void NAME(byte* source, byte* destination, int width, int height, int stride, int[,] kernel)
                {
                    int size = kernel.GetLength(0), radius = size >> 1;
                    for (int y = 0; y < height; y++)
                    {
                        for (int x = 0; x < width; x++, source++, destination++)
                        {
                            long sum = 0;
                            int divisor = 0;
                            for (int i = 0; i < size; i++)
                            {
                                int down = i - radius;
                                int place = y + down;
                                if (place < 0) continue;
                                if (place >= height) break;
                                for (int j = 0; j < size; j++)
                                {
                                    int across = j - radius;
                                    place = x + across;
                                    if (place < 0) continue;
                                    if (place < width)
                                    {
                                        int weight = kernel[«i, j|size - 1 - i, size - 1 - j»];
                                        divisor += weight;
                                        sum += weight * source[down * stride + across];
                                    }
                                }
                            }

                            if (divisor != 0) sum /= divisor;
                            *destination = (byte)sum;
                        }

                        source += stride - width;
                        destination += stride - width;
                    }
                }
                """
            ),
            (
                "the pixels of a bitmap class",
                """
                public static Bitmap NAME(Bitmap image, double[,] mask)
                {
                    var result = new Bitmap();
                    int radius = mask.GetLength(0) / 2;
                    for (int x = radius; x < image.Width - radius; x++)
                    {
                        for (int y = radius; y < image.Height - radius; y++)
                        {
                            double red = 0, green = 0;
                            for (int i = -radius; i <= radius; i++)
                            {
                                for (int j = -radius; j <= radius; j++)
                                {
                                    var pixel = image.GetPixel(x «+|-» i, y «+|-» j);
                                    red += pixel.R * mask[i + radius, j + radius];
                                    green += pixel.G * mask[i + radius, j + radius];
                                }
                            }

                            result.SetPixel(x, y, (int)red, (int)green);
                        }
                    }

                    return result;
                }
                """
            ),
            (
                "lists of lists and a helper for the bounds",
                """
                public static float[,] NAME(float[,] field, List<List<float>> kernel)
                {
                    var result = new float[field.GetUpperBound(0) + 1, field.GetUpperBound(1) + 1];
                    int rows = kernel.Count, columns = kernel[0].Count;
                    for (int x = 0; x <= field.GetUpperBound(0); x++)
                        for (int y = 0; y <= field.GetUpperBound(1); y++)
                            for (int j = 0; j < columns; j++)
                                for (int i = 0; i < rows; i++)
                                {
                                    float weight = kernel[«i|rows - 1 - i»][«j|columns - 1 - j»];
                                    int across = x + j - (columns / 2), down = y + i - (rows / 2);
                                    if (Bitmap.IsInside(field, across, down))
                                        result[x, y] += field[across, down] * weight;
                                }
                    return result;
                }
                """
            ),
            (
                "jagged arrays",
                """
                public static double[][] NAME(double[][] image, double[][] kernel)
                {
                    int size = kernel.Length;
                    var result = new double[image.Length - size + 1][];
                    for (int i = 0; i < result.Length; i++)
                    {
                        result[i] = new double[image[0].Length - size + 1];
                        for (int j = 0; j < result[i].Length; j++)
                        {
                            double sum = 0;
                            for (int k = 0; k < size; k++)
                                for (int l = 0; l < size; l++)
                                    sum += image[i + k][j + l] * kernel[«k|size - 1 - k»][«l|size - 1 - l»];
                            result[i][j] = sum;
                        }
                    }

                    return result;
                }
                """
            ),
            (
                "channels and filters",
                """
                public static float[,,] NAME(float[,,] input, float[,,,] weights)
                {
                    int channels = input.GetLength(0), size = weights.GetLength(2);
                    var result = new float[weights.GetLength(0), input.GetLength(1) - size + 1, input.GetLength(2) - size + 1];
                    for (int o = 0; o < result.GetLength(0); o++)
                        for (int i = 0; i < result.GetLength(1); i++)
                            for (int j = 0; j < result.GetLength(2); j++)
                            {
                                float sum = 0;
                                for (int c = 0; c < channels; c++)
                                    for (int u = 0; u < size; u++)
                                        for (int v = 0; v < size; v++)
                                            sum += input[c, i + u, j + v] * weights[o, c, «u, v|size - 1 - u, size - 1 - v»];
                                result[o, i, j] = sum;
                            }
                    return result;
                }
                """
            ),
            (
                "one sample, with assignments that clamp",
                """
                public static double NAME(Bitmap image, int x, int y, double[,] kernel)
                {
                    int rows = kernel.GetLength(0), columns = kernel.GetLength(1);
                    double sum = 0;
                    for (int i = 0; i < rows; i++)
                    {
                        int down = y + «i|rows - 1 - i» - rows / 2;
                        if (down < 0) down = 0;
                        else if (down >= image.Height) down = image.Height - 1;
                        for (int j = 0; j < columns; j++)
                        {
                            int across = x + «j|columns - 1 - j» - columns / 2;
                            if (across < 0) across = 0;
                            else if (across >= image.Width) across = image.Width - 1;
                            sum += kernel[i, j] * image[across, down];
                        }
                    }

                    return sum;
                }
                """
            ),
            (
                "a row of a separable kernel with mirrored ends",
                """
                public static float[] NAME(float[] source, int width, int height, float[] kernel)
                {
                    int radius = kernel.Length / 2;
                    var result = new float[source.Length];
                    for (int y = 0; y < height; y++)
                    {
                        int row = y * width;
                        for (int x = 0; x < width; x++)
                        {
                            float sum = 0;
                            for (int k = -radius; k <= radius; k++)
                            {
                                int column = x + k;
                                if (column < 0) column = -column;
                                if (column >= width) column = 2 * width - column - 2;
                                sum += source[row + column] * kernel[«k + radius|radius - k»];
                            }

                            result[row + x] = sum;
                        }
                    }

                    return result;
                }
                """
            ),
        ];
}
