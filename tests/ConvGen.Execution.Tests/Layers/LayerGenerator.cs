using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Properties;
using FsCheck;
using FsCheck.Fluent;

namespace ConvGen.Execution.Tests.Layers;

/// <summary>Draws valid layers of every kind.</summary>
internal static class LayerGenerator
{
    private static readonly string[] Weights = ["0", "1", "-1", "2", "-3", "0.5", "-0.25", "0.1", "1/3", "-2/7", "5"];

    private static readonly string[] WholeWeights = ["0", "1", "-1", "2", "-3", "7", "-9", "5"];

    /// <summary>Any layer.</summary>
    public static Gen<DeclaredLayer> Any { get; } =
        from types in Types
        from channels in Channels
        from space in Space(types.Source, types.Kernel, types.Destination)
        from layer in Options(new DeclaredLayer(space, channels.Inputs, channels.Outputs, channels.Groups) { Bias = types.Bias })
        from weights in layer.Space.Kernel is null
            ? Gen.Elements(LayerOracle.IsExact(layer) && layer.Space.Divisor is null ? WholeWeights : Weights).ArrayOf(layer.WeightCount)
            : Gen.Constant<string[]>([])
        select layer with
        {
            Space = layer.Space with { Weights = weights },
        };

    private static Gen<bool> Bool => Gen.Elements(false, true);

    /// <summary>Floats most often; bytes with exact sums; and now and then every other type.</summary>
    private static Gen<(Element Source, Element? Kernel, Element? Bias, Element Destination)> Types =>
        from kind in Gen.Frequency((6, Gen.Constant(0)), (3, Gen.Constant(1)), (4, Gen.Constant(2)), (2, Gen.Constant(3)))
        from source in kind switch
        {
            0 => Gen.Constant(Element.Single),
            1 => Gen.Constant(Element.Double),
            2 => Gen.Elements(Element.Byte, Element.SByte),
            _ => Gen.Elements(Element.Half, Element.Int16, Element.UInt16, Element.Int32, Element.Single, Element.Byte),
        }
        from kernel in kind switch
        {
            0 or 1 => Gen.Constant(source),
            2 => Gen.Elements(Element.SByte, Element.Byte),
            _ => Gen.Elements(Element.Single, Element.SByte, Element.Double, Element.Int16),
        }
        from destination in kind switch
        {
            0 or 1 => Gen.Frequency(
                (5, Gen.Constant(source)),
                (1, Gen.Elements(Element.Double, Element.Byte, Element.Int32, Element.Single, Element.Half))
            ),
            2 => Gen.Elements(Element.Int32, Element.Int32, Element.Byte, Element.Int16, Element.Single),
            _ => Gen.Elements(Element.Half, Element.Int64, Element.Single, Element.Double, Element.UInt16),
        }
        from isConstant in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)))
        from hasBias in Bool
        from bias in kind < 2
            ? Gen.Frequency((4, Gen.Constant(source)), (1, Gen.Elements(Element.Int32, Element.Double, Element.Half)))
            : Gen.Elements(Element.Int32, Element.Int16, Element.Int64, Element.Single)
        select (source, isConstant ? (Element?)null : kernel, hasBias ? (Element?)bias : null, destination);

    /// <summary>Few and many, whole and remaining blocks, groups and depthwise.</summary>
    private static Gen<(int Inputs, int Outputs, int Groups)> Channels =>
        Gen.Frequency<(int Inputs, int Outputs, int Groups)>(
            (4, Gen.Choose(1, 5).Zip(Gen.Choose(1, 9), (inputs, outputs) => (inputs, outputs, 1))),
            (4, Gen.Choose(1, 6).Zip(Gen.Elements(8, 16, 24, 32, 11, 17, 20, 33), (inputs, outputs) => (inputs, outputs, 1))),
            (1, Gen.Elements(12, 16, 19).Zip(Gen.Elements(1, 2, 8, 16, 18), (inputs, outputs) => (inputs, outputs, 1))),
            (1, Gen.Choose(1, 7).Select(channels => (channels, channels, channels))),
            (2, Gen.Choose(8, 24).Select(channels => (channels, channels, channels))),
            (
                2,
                from groups in Gen.Choose(2, 3)
                from inputs in Gen.Choose(1, 3)
                from outputs in Gen.Elements(1, 2, 3, 5, 8, 16, 19)
                select (groups * inputs, groups * outputs, groups)
            )
        );

    private static Gen<Declared> Space(Element source, Element? kernel, Element destination) =>
        from declared in DeclarationGenerator.OfTypes(source, kernel ?? Element.SByte, destination)
        let small = declared with
        {
            Columns = Math.Min(declared.Columns, 5),
            Rows = Math.Min(declared.Rows, 4),
        }
        from divisor in kernel is null
            ? Gen.Frequency((3, Gen.Constant<string?>(null)), (2, Gen.Elements<string?>("2", "3", "16", "-4", "7")))
            : Gen.Constant<string?>(null)
        select small with
        {
            Kernel = kernel,
            PixelChannels = 1,
            IsWrittenAsNumbers = false,
            Divisor = divisor,
            Anchor = small.Anchor is null
                ? null
                : [.. small.Anchor.Select((anchor, axis) => Math.Min(anchor, (axis == small.Axes - 1 ? small.Columns : small.Rows) - 1))],
        };

    private static Gen<DeclaredLayer> Options(DeclaredLayer layer) =>
        from isPlanar in Bool
        from isOutputFirst in Bool
        from hasBatch in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)))
        from isPrepared in layer.Space.Kernel is null
            ? Gen.Constant(false)
            : Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)))
        from limits in Gen.Frequency((6, Gen.Constant(0)), (2, Gen.Constant(1)), (1, Gen.Constant(2)), (1, Gen.Constant(3)))
        select layer with
        {
            IsPlanar = isPlanar,
            IsOutputFirst = isOutputFirst,
            HasBatch = hasBatch,
            IsPrepared = isPrepared,
            IsRelu = limits is 1 or 2,
            Maximum = limits is 2 or 3 ? "6" : null,
            Minimum = limits == 3 ? "1" : null,
        };
}
