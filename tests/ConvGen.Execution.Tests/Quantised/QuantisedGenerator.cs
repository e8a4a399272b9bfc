using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Layers;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Properties;
using FsCheck;
using FsCheck.Fluent;

namespace ConvGen.Execution.Tests.Quantised;

/// <summary>Draws quantised layers of every kind.</summary>
internal static class QuantisedGenerator
{
    private static readonly Element[] Bytes = [Element.Byte, Element.SByte];

    private static readonly string[] Weights = ["0", "1", "-1", "2", "-3", "7", "-9", "5", "127", "-128", "-255", "255"];

    /// <summary>Any quantised layer.</summary>
    public static Gen<DeclaredLayer> Any { get; } =
        from source in Gen.Elements(Bytes)
        from kernel in Gen.Elements(Bytes)
        from destination in Gen.Elements(Bytes)
        from isConstant in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)))
        from channels in Channels
        from drawn in DeclarationGenerator.OfTypes(source, kernel, destination)
        let space = Space(drawn, isConstant)
        from options in Options(new DeclaredLayer(space, channels.Inputs, channels.Outputs, channels.Groups))
        from weights in isConstant ? Gen.Elements(Weights).ArrayOf(options.WeightCount) : Gen.Constant<string[]>([])
        select options with
        {
            Space = options.Space with { Weights = weights },
        };

    private static Gen<bool> Bool => Gen.Elements(false, true);

    private static Gen<(int Inputs, int Outputs, int Groups)> Channels =>
        Gen.Frequency<(int Inputs, int Outputs, int Groups)>(
            (3, Gen.Choose(1, 5).Zip(Gen.Choose(1, 9), (inputs, outputs) => (inputs, outputs, 1))),
            (4, Gen.Choose(1, 7).Zip(Gen.Elements(8, 16, 24, 32, 11, 17, 20, 33), (inputs, outputs) => (inputs, outputs, 1))),
            (1, Gen.Choose(1, 7).Select(channels => (channels, channels, channels))),
            (2, Gen.Choose(8, 24).Select(channels => (channels, channels, channels))),
            (
                2,
                from groups in Gen.Choose(2, 3)
                from inputs in Gen.Choose(1, 4)
                from outputs in Gen.Elements(1, 2, 3, 5, 8, 16, 19)
                select (groups * inputs, groups * outputs, groups)
            )
        );

    private static Declared Space(Declared drawn, bool isConstant)
    {
        Declared small = drawn with { Columns = Math.Min(drawn.Columns, 5), Rows = Math.Min(drawn.Rows, 4) };
        return small with
        {
            Kernel = isConstant ? null : small.Kernel,
            PixelChannels = 1,
            IsWrittenAsNumbers = false,
            BorderValue = "0",
            Divisor = null,
            Form = Form.Spans,
            Anchor = small.Anchor is null
                ? null
                : [.. small.Anchor.Select((anchor, axis) => Math.Min(anchor, (axis == small.Axes - 1 ? small.Columns : small.Rows) - 1))],
        };
    }

    private static Gen<DeclaredLayer> Options(DeclaredLayer layer) =>
        from isPlanar in Bool
        from isOutputFirst in Bool
        from hasBatch in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)))
        from isPrepared in layer.Space.Kernel is null
            ? Gen.Constant(false)
            : Gen.Frequency((3, Gen.Constant(false)), (2, Gen.Constant(true)))
        from hasBias in Bool
        from isRelu in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)))
        from sourceZero in Gen.Frequency((1, Gen.Constant(false)), (3, Gen.Constant(true)))
        from kernelZero in layer.Space.Kernel is null || isPrepared ? Gen.Constant(false) : Bool
        from destinationZero in Gen.Frequency((1, Gen.Constant(false)), (3, Gen.Constant(true)))
        select layer with
        {
            IsPlanar = isPlanar,
            IsOutputFirst = isOutputFirst,
            HasBatch = hasBatch,
            IsPrepared = isPrepared,
            IsRelu = isRelu,
            Bias = hasBias ? Element.Int32 : null,
            Quantised = new ZeroPoints(sourceZero, kernelZero, destinationZero),
        };
}
