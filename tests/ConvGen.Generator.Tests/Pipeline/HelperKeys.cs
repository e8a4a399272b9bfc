using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Model;

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
            HelperKind.MultiplyAdd or HelperKind.MultiplyAddVectors or HelperKind.Transpose => OfTypes(
                kind,
                ElementType.Single,
                ElementType.Double
            ),
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

    private static IEnumerable<HelperKey> OfTypes(HelperKind kind, params ElementType[] types) =>
        types.Select(type => new HelperKey(kind, type));
}
