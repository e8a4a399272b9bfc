using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing;
using ConvGen.Generator.Planning;
using ConvGen.Generator.Refusals;
using Buffer = ConvGen.Generator.Model.Buffer;

namespace ConvGen.Generator.Tests.Emission;

/// <summary>Models made by hand.</summary>
internal static class Models
{
    public static MethodHeader Header { get; } =
        new(
            "Imaging",
            EquatableArray.Of(new ContainingType("partial class", "Filters")),
            "public static partial",
            "void",
            "Smooth",
            "",
            "",
            EquatableArray.Of(
                new Parameter("", "global::System.ReadOnlySpan<byte>", "source"),
                new Parameter("", "int", "width"),
                new Parameter("", "int", "height"),
                new Parameter("", "global::System.Span<byte>", "destination")
            ),
            "",
            "M:Imaging.Filters.Smooth"
        );

    public static SignatureForm Plane { get; } =
        new(
            2,
            new Buffer(Carrier.Span, ElementType.Byte, IsReadOnly: true),
            null,
            new Buffer(Carrier.Span, ElementType.Byte, IsReadOnly: false),
            ReturnsResult: false,
            HasLength: false,
            HasBatch: false,
            HasSourcePitch: false,
            HasDestinationPitch: false
        );

    /// <summary>A convolution of bytes with <c>1 2 1; 2 4 2; 1 2 1</c> over 16, mirrored at the border.</summary>
    public static ConvolutionModel Smooth { get; } =
        new(
            Header,
            Plane,
            OperationKind.Convolution,
            Kernel(3, 3, 16, 1, 2, 1, 2, 4, 2, 1, 2, 1),
            Generator.Model.OutputMode.Same,
            Generator.Model.BorderMode.Reflect101,
            Rational.Zero,
            Generator.Model.FloatingPointMode.Fast,
            1,
            new AxisGeometry(3, 1, 1, 1, 0),
            new AxisGeometry(3, 1, 1, 1, 0)
        );

    public static KernelMatrix Kernel(int rows, int columns, int divisor, params int[] weights) =>
        new(rows, columns, weights.Select(weight => new Rational(weight, divisor)).ToEquatableArray());

    /// <summary>The plan of a model, as the planner makes it.</summary>
    public static PlanResult Plan(ConvolutionModel model) => Planner.Plan(new ParseResult(model.Header, model, null));

    public static PlanResult Refused(MethodHeader header, DeclarationRule rule, params string[] arguments) =>
        new(header, null, new Refusal(rule, arguments.ToEquatableArray(), RefusalSite.Method));
}
