using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Transforms;

namespace ConvGen.Generator.Tests.Pipeline;

using BorderMode = ConvGen.Generator.Model.BorderMode;

/// <summary>All keys by which something can be requested of the helper type of an assembly.</summary>
internal static class HelperKeys
{
    private static readonly ElementType[] Types = Enum.GetValues<ElementType>();

    private static readonly BorderMode[] Borders = Enum.GetValues<BorderMode>();

    public static IEnumerable<HelperKey> OfKind(HelperKind kind) =>
        kind switch
        {
            HelperKind.Fold => Borders.Where(border => border != BorderMode.Constant).Select(border => new HelperKey(kind, Border: border)),
            HelperKind.Gather or HelperKind.GatherLines => from type in Types
            from border in Borders
            from dilation in new[] { 1, 3 }
            select new HelperKey(kind, type, border, dilation),
            HelperKind.GatherLine => from type in Types from border in Borders select new HelperKey(kind, type, border),
            HelperKind.FillColumn or HelperKind.CopyLines or HelperKind.CopyLine => Types.Select(type => new HelperKey(kind, type)),
            HelperKind.MultiplyAdd
            or HelperKind.MultiplyAddVectors
            or HelperKind.TakeProduct
            or HelperKind.Turn
            or HelperKind.UnpackLower
            or HelperKind.UnpackUpper => OfTypes(kind, ElementType.Single, ElementType.Double),
            HelperKind.Transpose => OfTypes(
                kind,
                ElementType.Byte,
                ElementType.Int16,
                ElementType.Int32,
                ElementType.Single,
                ElementType.Double
            ),
            >= HelperKind.TransformPlane and <= HelperKind.LoadSamples => OfTransforms(kind),
            HelperKind.PairSum => OfTypes(kind, ElementType.Byte, ElementType.Int16),
            HelperKind.Pack or HelperKind.Requantise => OfTypes(kind, ElementType.Byte, ElementType.SByte),
            HelperKind.PackWords => OfTypes(kind, ElementType.Int16, ElementType.UInt16),
            HelperKind.AlternateLow or HelperKind.AlternateHigh => OfTypes(
                kind,
                ElementType.Byte,
                ElementType.SByte,
                ElementType.Int16,
                ElementType.UInt16,
                ElementType.Int32
            ),
            _ => [new HelperKey(kind)],
        };

    /// <summary>Parts of transforms: of every size that a plan may have, and the first of them of every type of samples.</summary>
    private static IEnumerable<HelperKey> OfTransforms(HelperKind kind)
    {
        int[] lines = [.. LineTransform.All.Select(line => line.Points)];
        IEnumerable<(int Points, int Columns)> sizes = kind switch
        {
            HelperKind.TransformPlane or HelperKind.PlaneSpectrum => from rows in lines from columns in lines select (rows, columns),
            HelperKind.TransformLine or HelperKind.LineSpectrum or HelperKind.BetweenFactors => lines
                .SelectMany(line => new[] { (line, line), (line, 2 * line) })
                .Where(size => lines.Contains(size.Item2)),
            HelperKind.PassFactors => LineTransform.All.SelectMany(line => line.Divisions).Select(pass => (pass.Block, 0)).Distinct(),
            HelperKind.Order => lines.Select(line => (line, 0)),
            HelperKind.FourierTransform or HelperKind.Root => Enumerable.Range(4, 13).Select(power => (1 << power, 0)),
            HelperKind.LoadSamples => [(0, 0)],
            _ => [(4, 0), (8, 0)],
        };
        bool hasType = kind is not (HelperKind.FourierTransform or HelperKind.Root or HelperKind.Order);
        return from type in hasType ? new[] { ElementType.Single, ElementType.Double } : [default]
            from size in sizes
            from sample in Samples(kind, type, isFirst: size == sizes.First())
            select new HelperKey(kind, type)
            {
                Sample = sample,
                Points = size.Points,
                Columns = size.Columns,
            };
    }

    private static IEnumerable<ElementType> Samples(HelperKind kind, ElementType type, bool isFirst)
    {
        IEnumerable<ElementType> converted = Types.Where(sample =>
            sample is not (ElementType.Half or ElementType.Int64)
            && sample != type
            && (type, sample) is not (ElementType.Single, ElementType.Int32 or ElementType.Double)
        );
        return kind switch
        {
            HelperKind.TransformPlane or HelperKind.TransformLine => isFirst ? converted.Append(type) : [type],
            HelperKind.Convert or HelperKind.LoadSamples => converted,
            _ => [default],
        };
    }

    private static IEnumerable<HelperKey> OfTypes(HelperKind kind, params ElementType[] types) =>
        types.Select(type => new HelperKey(kind, type));
}
