namespace ConvGen.Generator.Emission.Helpers;

/// <summary>What the kernels of an assembly share: the members of its helper type, named as kernels call them, in the order in which they are printed.</summary>
internal enum HelperKind
{
    RequireLength,
    RequireCount,
    RequirePitch,
    RequireMultiple,
    RequireArray,
    RequireShape,
    RequireRows,
    RequireContiguous,
    RequireContiguousAfter,
    RequireApart,
    RequireRowsApart,
    RequireRegion,
    RequireHeld,
    Extent,
    Product,
    Refuse,
    RefuseShape,
    RefuseOverlap,
    RefuseRegion,
    RegionText,
    Immense,
}
