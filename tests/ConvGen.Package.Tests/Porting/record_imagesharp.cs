#:package SixLabors.ImageSharp@2.1.13
// Records what ImageSharp 2.1.13 computes, as JSON for record_rows.py. Packages are named here, so run a copy outside of the repository:
//     cp record_imagesharp.cs /tmp && dotnet run /tmp/record_imagesharp.cs > imagesharp.json
using System.Globalization;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;
using SixLabors.ImageSharp.Processing.Processors.Convolution;

const int width = 9,
    height = 7;
Random random = new(5);
List<string> rows = [];

// Pixels of float: of bytes ImageSharp rounds what each of two passes gives, so that a blur can be off by one level.
Vectors("image.Mutate(c => c.BoxBlur(1))", static context => context.BoxBlur(1), "");
Vectors("image.Mutate(c => c.GaussianBlur(1.4f))", static context => context.GaussianBlur(1.4f), "");

// Weights whose sums stay between 0 and 1, where nothing is cut off.
Vectors(
    "image.Mutate(c => c.DetectEdges(new EdgeDetectorKernel(k), false))",
    static context =>
        context.DetectEdges(
            new EdgeDetectorKernel(
                new float[,]
                {
                    { 0.5f, 0.0625f, 0 },
                    { 0.125f, 0, 0 },
                    { 0, 0.25f, 0.03125f },
                }
            ),
            false
        ),
    "0.5 0.0625 0; 0.125 0 0; 0 0.25 0.03125"
);
Console.WriteLine("[\n" + string.Join(",\n", rows) + "\n]");

void Vectors(string call, Action<IImageProcessingContext> process, string kernel)
{
    float[] source = [.. Enumerable.Range(0, width * height).Select(_ => random.NextSingle())];
    using Image<RgbaVector> image = Image.LoadPixelData<RgbaVector>(
        [.. source.Select(static value => new RgbaVector(value, value, value, 1))],
        width,
        height
    );
    image.Mutate(process);
    RgbaVector[] result = new RgbaVector[source.Length];
    image.CopyPixelDataTo(result);
    rows.Add(Row(call, "float", source.Select(static value => (double)value), result.Select(static pixel => (double)pixel.R), kernel));
}

string Row(string call, string type, IEnumerable<double> source, IEnumerable<double> output, string kernel) =>
    $$"""{"library": "ImageSharp", "call": "{{call}}", "types": ["{{type}}", "{{type}}"], "kernel": "{{kernel}}", "shape": [{{height}}, {{width}}], "source": [{{Numbers(source)}}], "output": [{{Numbers(output)}}]}""";

string Numbers(IEnumerable<double> values) =>
    string.Join(", ", values.Select(static value => value.ToString("R", CultureInfo.InvariantCulture)));
