using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Tests.Emission;
using Buffer = ConvGen.Generator.Model.Buffer;

namespace ConvGen.Generator.Tests.Planning;

/// <summary>Models and plans of kernels given as numbers.</summary>
internal static class PlanModels
{
    /// <summary>A correlation of two axes between element types.</summary>
    public static ConvolutionModel Model(ElementType source, ElementType destination, int rows, int columns, Rational[] weights) =>
        Models.Smooth with
        {
            Operation = OperationKind.Correlation,
            Kernel = new KernelMatrix(rows, columns, weights.ToEquatableArray()),
            Form = Models.Smooth.Form with
            {
                Source = Models.Smooth.Form.Source with { Element = source },
                Destination = Models.Smooth.Form.Destination with { Element = destination },
            },
            Vertical = new AxisGeometry(rows, 1, 1, rows / 2, (rows - 1) / 2),
            Horizontal = new AxisGeometry(columns, 1, 1, columns / 2, (columns - 1) / 2),
        };

    public static ConvolutionModel Floats(int rows, int columns, params Rational[] weights) =>
        Model(ElementType.Single, ElementType.Single, rows, columns, weights);

    public static ConvolutionModel Bytes(int rows, int columns, int divisor, params int[] weights) =>
        Model(ElementType.Byte, ElementType.Byte, rows, columns, [.. weights.Select(weight => new Rational(weight, divisor))]);

    public static ConvolutionModel Strict(this ConvolutionModel model) =>
        model with
        {
            FloatingPoint = Generator.Model.FloatingPointMode.Strict,
        };

    /// <summary>The same shape with weights that arrive at run time.</summary>
    public static ConvolutionModel AtRunTime(this ConvolutionModel model, ElementType weights) =>
        model with
        {
            Kernel = model.Kernel with { Weights = null },
            Form = model.Form with { Kernel = new Buffer(Carrier.Span, weights, IsReadOnly: true) },
        };

    public static KernelPlan Plan(this ConvolutionModel model) => Models.Plan(model).Plan!;

    /// <summary>The products of a column and a row.</summary>
    public static int[] Outer(int[] column, int[] row) => [.. column.SelectMany(a => row.Select(b => a * b))];

    public static Rational[] Exact(IEnumerable<int> weights) => [.. weights.Select(weight => (Rational)weight)];

    /// <summary>Numbers between 1 and 100 that neither factor nor repeat in a pattern.</summary>
    public static int[] Irregular(int count) => [.. Enumerable.Range(1, count).Select(i => (i * i * i % 101) + 1)];
}
