using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Oracle;
using FsCheck;
using FsCheck.Fluent;

namespace ConvGen.Execution.Tests.Properties;

/// <summary>Draws valid declarations of every kind.</summary>
internal static class DeclarationGenerator
{
    private static readonly Element[] Floats = [Element.Half, Element.Single, Element.Double];

    private static readonly Element[] NarrowWeights = [Element.SByte, Element.Byte, Element.Int16, Element.UInt16];

    /// <summary>Any declaration.</summary>
    public static Gen<Declared> Any { get; } =
        from types in Types
        from declared in OfTypes(types.Source, types.Kernel, types.Destination)
        select declared;

    /// <summary>A declaration with given element types.</summary>
    public static Gen<Declared> OfTypes(Element source, Element? kernel, Element destination) =>
        from axes in Gen.Frequency((1, Gen.Constant(1)), (2, Gen.Constant(2)))
        from size in Gen.Choose(0, 14)
        from rows in axes == 1 ? Gen.Constant(1)
        : size == 0 ? Gen.Choose(7, 12)
        : Extent(7)
        from columns in axes == 1 ? Gen.Frequency((7, Extent(9)), (2, Gen.Choose(10, 70)))
        : size == 0 ? Gen.Choose(7, 12)
        : Extent(7)
        let areIntegers = !source.IsFloating() && !destination.IsFloating()
        from usesIntegers in areIntegers ? Gen.Frequency((2, Gen.Constant(true)), (1, Gen.Constant(false))) : Gen.Constant(false)
        from weights in kernel is null ? KernelGenerator.Weights(rows, columns, usesIntegers) : Gen.Constant<IReadOnlyList<string>>([])
        from divisor in kernel is null
            ? Gen.Frequency((3, Gen.Constant<string?>(null)), (2, Gen.Elements<string?>("2", "3", "9", "16", "256", "-4", "2.5", "7")))
            : Gen.Constant<string?>(null)
        from isConvolution in Bool
        from asNumbers in Gen.Choose(0, 3)
        from isStrict in Gen.Choose(0, 3)
        from channels in Gen.Frequency((5, Gen.Constant(1)), (3, Gen.Choose(2, 4)))
        from shape in Gen.Elements(Shape.Plain, Shape.Sized)
        let plain = new Declared(axes, rows, columns, weights)
        {
            Source = source,
            Kernel = kernel,
            Destination = destination,
            Divisor = divisor,
            IsConvolution = isConvolution,
            IsWrittenAsNumbers =
                asNumbers == 0 && kernel is null && axes == 2 && !weights.Any(w => w.Contains('/', StringComparison.Ordinal)),
            IsStrict = isStrict == 0,
            PixelChannels = channels,
            Shape = shape,
        }
        from declared in Geometry(plain)
        select declared;

    /// <summary>Every pair of source and destination types whose sums always fit.</summary>
    public static IEnumerable<(Element Source, Element Destination)> Pairs =>
        from source in Enum.GetValues<Element>()
        from destination in Enum.GetValues<Element>()
        where source != Element.Int64 || destination.IsFloating()
        select (source, destination);

    private static Gen<bool> Bool => Gen.Elements(false, true);

    private static Gen<(Element Source, Element? Kernel, Element Destination)> Types =>
        from pair in Gen.Elements(Pairs)
        from isRunTime in Gen.Frequency((3, Gen.Constant(false)), (2, Gen.Constant(true)))
        from kernel in isRunTime ? Weights(pair.Source, pair.Destination) : Gen.Constant<Element?>(null)
        select (pair.Source, kernel, pair.Destination);

    /// <summary>Weight types that every accumulator can be proven for.</summary>
    public static Gen<Element?> Weights(Element source, Element destination)
    {
        IEnumerable<Element> types = source switch
        {
            _ when source.IsFloating() => [.. Floats, .. NarrowWeights],
            Element.Int64 => Floats,
            Element.Int32 => [.. Floats, .. NarrowWeights],
            _ => [.. Floats, .. NarrowWeights, Element.Int32],
        };
        return Gen.Elements(types).Select(t => (Element?)t);
    }

    /// <summary>Small numbers more often than large ones, even and odd.</summary>
    private static Gen<int> Extent(int largest) => Gen.Frequency((4, Gen.Choose(1, 3)), (3, Gen.Choose(2, 5)), (1, Gen.Choose(1, largest)));

    /// <summary>A declaration with any options of its geometry.</summary>
    public static Gen<Declared> Geometry(Declared declared) =>
        from mode in Gen.Frequency(
            (4, Gen.Constant(Window.Same)),
            (2, Gen.Constant(Window.Valid)),
            (2, Gen.Constant(Window.Full)),
            (2, Gen.Constant(Window.Padded))
        )
        from border in Gen.Elements(Enum.GetValues<Outside>())
        from value in border == Outside.Constant
            ? Gen.Frequency((1, Gen.Constant("0")), (1, BorderValues(declared.Source)))
            : Gen.Constant("0")
        from hasAnchor in Bool
        from anchor in mode == Window.Same && hasAnchor ? Anchors(declared) : Gen.Constant<int[]?>(null)
        from strides in Steps(declared.Axes)
        from dilations in Steps(declared.Axes)
        from paddings in mode == Window.Padded ? Gen.Choose(0, 4).ArrayOf(2 * declared.Axes) : Gen.Constant<int[]>([])
        select declared with
        {
            Mode = mode,
            Border = border,
            BorderValue = value,
            Anchor = anchor,
            Strides = strides,
            Dilations = dilations,
            Paddings = paddings,
        };

    private static Gen<string> BorderValues(Element source) =>
        source switch
        {
            Element.Byte => Gen.Elements("1", "255"),
            Element.UInt16 => Gen.Elements("1", "65535"),
            _ when source.IsFloating() => Gen.Elements("1.5", "-0.25", "3"),
            _ => Gen.Elements("-3", "100"),
        };

    private static Gen<int[]?> Anchors(Declared declared) =>
        declared.Axes == 1
            ? Gen.Choose(0, declared.Columns - 1).Select(a => (int[]?)[a])
            : Gen.Choose(0, declared.Rows - 1).Zip(Gen.Choose(0, declared.Columns - 1), (r, c) => (int[]?)[r, c]);

    private static Gen<int[]> Steps(int axes) => Gen.Frequency((5, Gen.Constant<int[]>([])), (2, Gen.Choose(1, 3).ArrayOf(axes)));
}
