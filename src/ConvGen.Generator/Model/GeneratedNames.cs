namespace ConvGen.Generator.Model;

/// <summary>The names that generated code is written with, which a type of the user's must not take.</summary>
internal static class GeneratedNames
{
    /// <summary>The namespace that holds all kernel types; nothing of the user's can hide a name inside it.</summary>
    public const string Namespace = "ConvGen.Generated";

    /// <summary>What the name of the type begins with that holds what the kernels of an assembly share.</summary>
    public const string HelperPrefix = "Helpers_";

    /// <summary>
    /// Imported inside the namespace of the kernel types, where they come before anything of the user's: neither a
    /// <c>global using</c> nor a type of the user's can change what a name means there.
    /// </summary>
    public static readonly string[] Imports =
    [
        "System",
        "System.Buffers",
        "System.CodeDom.Compiler",
        "System.Diagnostics.CodeAnalysis",
        "System.Globalization",
        "System.Numerics",
        "System.Runtime.CompilerServices",
        "System.Runtime.InteropServices",
        "System.Runtime.Intrinsics",
        "System.Runtime.Intrinsics.Arm",
        "System.Runtime.Intrinsics.X86",
    ];

    /// <summary>
    /// The types of these namespaces that generated code names, as in metadata. A type of the project's own of such a name would come
    /// first.
    /// </summary>
    public static readonly HashSet<string> Types =
    [
        "AdvSimd",
        "ArgumentException",
        "ArgumentNullException",
        "ArgumentOutOfRangeException",
        "Array",
        "ArrayPool`1",
        "Avx",
        "Avx2",
        "Avx512BW",
        "Avx512DQ",
        "Avx512F",
        "AvxVnni",
        "BitConverter",
        "BigInteger",
        "CultureInfo",
        "DoesNotReturn",
        "DoesNotReturnAttribute",
        "Environment",
        "Exception",
        "ExcludeFromCodeCoverage",
        "ExcludeFromCodeCoverageAttribute",
        "Fma",
        "FormattableString",
        "GC",
        "GeneratedCode",
        "GeneratedCodeAttribute",
        "Half",
        "Int128",
        "Math",
        "MathF",
        "MemoryMarshal",
        "Memory`1",
        "MethodImpl",
        "MethodImplAttribute",
        "MethodImplOptions",
        "NotSupportedException",
        "ReadOnlyMemory`1",
        "ReadOnlySpan`1",
        "Span`1",
        "Sse",
        "Sse2",
        "Sse41",
        "Ssse3",
        "Unsafe",
        "Vector",
        "Vector128",
        "Vector128`1",
        "Vector256",
        "Vector256`1",
        "Vector512",
        "Vector512`1",
        "Vector`1",
    ];
}
