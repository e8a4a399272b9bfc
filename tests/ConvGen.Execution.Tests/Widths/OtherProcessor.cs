using System.Text.RegularExpressions;

namespace ConvGen.Execution.Tests.Widths;

/// <summary>
/// A processor that generated code is made to run as if on: what it asks for, and the instructions it then uses, are replaced in its text.
/// </summary>
/// <param name="Name">The name in test results.</param>
/// <param name="Fuses">Whether the processor fuses multiplication and addition.</param>
/// <param name="Replacements">Pairs of a pattern and what stands in its place.</param>
internal sealed partial record OtherProcessor(string Name, bool Fuses, IReadOnlyList<(Regex Pattern, string Replacement)> Replacements)
{
    private const string Software512 = "global::" + nameof(ConvGen) + ".Execution.Tests.Widths." + nameof(SoftwareAvx512);
    private const string SoftwareQuads = "global::" + nameof(ConvGen) + ".Execution.Tests.Widths." + nameof(SoftwareAvxVnni);
    private const string SoftwareArm = "global::" + nameof(ConvGen) + ".Execution.Tests.Widths." + nameof(SoftwareAdvSimd);
    private const string Absent = "global::" + nameof(ConvGen) + ".Execution.Tests.Widths." + nameof(AbsentInstructions) + ".IsSupported";

    /// <summary>
    /// 512-bit vectors. Where the machine lacks them, so does the framework, which then computes their operations in software.
    /// </summary>
    public static OtherProcessor With512Bits { get; } =
        new("512 bits", true, [(Accelerated512(), Software512 + ".IsSupported"), (Avx512(), Software512)])
        {
            Widest = VectorWidths.Bits512,
        };

    /// <summary>
    /// Products of bytes four at a time, taken by every layer that has code for them, whatever else the processor has.
    /// </summary>
    public static OtherProcessor WithQuadSums { get; } =
        new("products of bytes", true, [(QuadSums(), "get => true;"), (QuadsOnly(), "if (HasQuadSums)"), (AnyAvxVnni(), SoftwareQuads)]);

    /// <summary>The same with the instructions of this machine.</summary>
    public static OtherProcessor WithQuadSumsHere { get; } = new("products of bytes for real", true, [(QuadsOnly(), "if (HasQuadSums)")]);

    /// <summary>128-bit vectors, fused, with none of the instructions of x86.</summary>
    public static OtherProcessor Arm { get; } =
        new("Arm", true, [(AnyAdvSimd(), SoftwareArm), (X86Set(), Absent), (WideVectors(), Absent)]) { Widest = VectorWidths.Bits128 };

    /// <summary>128-bit vectors and no instruction beyond what the framework offers for every processor.</summary>
    public static OtherProcessor Plain { get; } =
        new("plain 128 bits", false, [(AnySet(), Absent), (WideVectors(), Absent)]) { Widest = VectorWidths.Bits128 };

    /// <summary>The widest vectors of the processor, for which alone code is generated; none where it takes the code for all widths.</summary>
    public VectorWidths Widest { get; private init; }

    /// <summary>The text as the processor would run it.</summary>
    public string Rewrite(string text) =>
        Replacements.Aggregate(text, (changed, replacement) => replacement.Pattern.Replace(changed, replacement.Replacement));

    public override string ToString() => Name;

    [GeneratedRegex(@"Vector512\.IsHardwareAccelerated")]
    private static partial Regex Accelerated512();

    [GeneratedRegex(@"\bAvx512(F|BW|DQ)\b(?!\.VL)")]
    private static partial Regex Avx512();

    [GeneratedRegex(@"get => Vector256\.IsHardwareAccelerated && AvxVnni\.IsSupported;")]
    private static partial Regex QuadSums();

    [GeneratedRegex(@"if \(HasQuadSums && !Has512\)")]
    private static partial Regex QuadsOnly();

    [GeneratedRegex(@"\bAvxVnni\b")]
    private static partial Regex AnyAvxVnni();

    [GeneratedRegex(@"\bAdvSimd(\.Arm64)?\b")]
    private static partial Regex AnyAdvSimd();

    [GeneratedRegex(@"\b(Sse\d*|Ssse3|Avx\w*(\.VL)?|Fma)\.IsSupported\b")]
    private static partial Regex X86Set();

    [GeneratedRegex(@"\b(Sse\d*|Ssse3|Avx\w*(\.VL)?|Fma|AdvSimd(\.Arm64)?)\.IsSupported\b")]
    private static partial Regex AnySet();

    [GeneratedRegex(@"Vector(256|512)\.IsHardwareAccelerated")]
    private static partial Regex WideVectors();
}
