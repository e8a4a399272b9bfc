namespace ConvGen.Analyzers.Tests.Naming.Catalogue;

/// <summary>The type of a kernel that a library takes.</summary>
public enum KernelForm
{
    /// <summary>The call takes none that is written in source.</summary>
    None,

    /// <summary><c>float[]</c>.</summary>
    Floats,

    /// <summary><c>double[]</c>.</summary>
    Doubles,

    /// <summary><c>float[,]</c>.</summary>
    FloatPlane,

    /// <summary><c>int[,]</c>.</summary>
    IntegerPlane,

    /// <summary>A <c>float[]</c> of nine, which the call takes for three rows of three.</summary>
    FlatPlane,

    /// <summary>A <c>double[]</c> of nine, which the call takes for three rows of three.</summary>
    FlatDoublePlane,
}
