namespace ConvGen.Generator.Emission.Helpers;

/// <summary>What the kernels of an assembly share: the members of its helper type, in the order in which they are printed.</summary>
internal enum HelperKind
{
    RequireLength,
    RequireCount,
    RequirePitch,
    RequireMultiple,
    RequireArray,
    RequireShape,
    RequireVolume,
    RequireRows,
    RequireContiguous,
    RequireContiguousAfter,
    RequireApart,
    RequireRowsApart,
    RequireRegion,
    RequireHeld,
    RequireDegree,
    RequireWindow,
    RequireFinite,
    RequireWithin,
    Extent,
    Product,
    Refuse,
    RefuseShape,
    RefuseVolume,
    RefuseOverlap,
    RefuseRegion,
    RegionText,
    Immense,

    /// <summary>What several threads compute of a result.</summary>
    Bands,

    /// <summary>What tiles of an image are transformed together.</summary>
    TilePairs,

    /// <summary>Where the windows of a source and the block of their copies lie.</summary>
    Windows,

    /// <summary>What the frame around an image needs to know: two axes.</summary>
    PlaneImage,

    /// <summary>The same of one axis.</summary>
    LineImage,

    /// <summary>For each border: the place that stands for one outside.</summary>
    Fold,

    /// <summary>For each type, border and dilation: copies what the windows of a block of an image see.</summary>
    Gather,

    /// <summary>The same of a part of each line.</summary>
    GatherLines,

    /// <summary>For each type and border: copies what the windows of a block of a signal see.</summary>
    GatherLine,

    /// <summary>For each type: fills a column of a block.</summary>
    FillColumn,

    /// <summary>For each type: copies a column of a block to another place of its lines.</summary>
    RepeatColumn,

    /// <summary>For each type: copies lines.</summary>
    CopyLines,

    /// <summary>For each type: copies elements that lie side by side.</summary>
    CopyLine,

    /// <summary>For each of some types: turns a rectangle of numbers about.</summary>
    Transpose,

    /// <summary>Whether there are vectors of a width, and with the fused multiply-add.</summary>
    Has512,
    Has256,
    Fuses512,
    Fuses256,

    /// <summary>Whether bytes are multiplied four at a time.</summary>
    HasQuadSums,

    /// <summary>For each floating-point type.</summary>
    MultiplyAdd,

    /// <summary>The same of vectors of 128 bits.</summary>
    MultiplyAddVectors,

    /// <summary>The same of a number less a product.</summary>
    TakeProduct,

    /// <summary>Products of vectors of 64-bit numbers that fit into 32 bits.</summary>
    MultiplyWide,

    /// <summary>The same without signs.</summary>
    MultiplyWideUnsigned,

    /// <summary>The high halves of products.</summary>
    MultiplyHigh,

    /// <summary>Numbers of single precision as integers, towards zero.</summary>
    Truncate,

    /// <summary>For samples of 8 and of 16 bits: products of neighbours, added.</summary>
    PairSum,

    /// <summary>The same of one pair.</summary>
    PairSumOfOne,

    /// <summary>For each type of 8 bits: sums of a quantised layer as its results.</summary>
    Requantise,

    /// <summary>For each type of 8 bits: two vectors of 16-bit numbers as one, saturated.</summary>
    Pack,

    /// <summary>For each type of 16 bits: two vectors of 32-bit numbers as one, saturated.</summary>
    PackWords,

    /// <summary>For each type of integers: elements of the lower halves of two vectors in turn.</summary>
    AlternateLow,

    /// <summary>The same of the upper halves.</summary>
    AlternateHigh,

    /// <summary>
    /// For each floating-point type, type of samples and size: computes the results of two tiles of an image through transforms.
    /// </summary>
    TransformPlane,

    /// <summary>The same of a signal.</summary>
    TransformLine,

    /// <summary>For each floating-point type and size of tiles of an image: the spectrum of weights.</summary>
    PlaneSpectrum,

    /// <summary>The same of a signal.</summary>
    LineSpectrum,

    /// <summary>For each floating-point type and size of tiles of a signal: the factors between rows and columns.</summary>
    BetweenFactors,

    /// <summary>For each floating-point type and size of blocks: the factors of a pass.</summary>
    PassFactors,

    /// <summary>For each size: a Fourier transform in double precision, of which little is asked.</summary>
    FourierTransform,

    /// <summary>For each size: a root of unity.</summary>
    Root,

    /// <summary>For each size: the frequencies in the order in which passes leave them.</summary>
    Order,

    /// <summary>For each floating-point type and 4 and 8 points: a pass that divides blocks.</summary>
    Divide,

    /// <summary>The same for each type of samples, which it converts.</summary>
    Convert,

    /// <summary>The inverse pass.</summary>
    Join,

    /// <summary>The last pass down columns.</summary>
    Finish,

    /// <summary>The same of a signal, with factors between rows and columns.</summary>
    FinishLine,

    /// <summary>The first pass back.</summary>
    Begin,

    /// <summary>The same of a signal.</summary>
    BeginLine,

    /// <summary>The last pass along rows, the product with the spectrum, and the first pass back.</summary>
    MultiplySpectrum,

    /// <summary>For each floating-point type: turns a square of as many rows as a vector has lanes about.</summary>
    Turn,

    /// <summary>For each floating-point type and type of samples: a vector of them, converted.</summary>
    LoadSamples,

    /// <summary>For each floating-point type: the lower halves of two vectors of 128 bits, alternating.</summary>
    UnpackLower,

    /// <summary>The same of the upper halves.</summary>
    UnpackUpper,

    /// <summary>A number with its binary digits reversed.</summary>
    Reversed,
}
