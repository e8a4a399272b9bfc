using System;

namespace ConvGen;

/// <summary>A kernel of which only the shape is known at compile time; the weights come at run time in the parameter <c>kernel</c>, row by row.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = false, Inherited = false)]
public sealed class KernelShapeAttribute : Attribute
{
    /// <summary>A 1-D kernel.</summary>
    /// <param name="length">Number of taps.</param>
    public KernelShapeAttribute(int length)
    {
        Columns = length;
    }

    /// <summary>A 2-D kernel.</summary>
    /// <param name="rows">Rows of the kernel.</param>
    /// <param name="columns">Columns of the kernel.</param>
    public KernelShapeAttribute(int rows, int columns)
    {
        Rows = rows;
        Columns = columns;
    }

    /// <summary>Rows of the kernel; null for a 1-D kernel.</summary>
    public int? Rows { get; }

    /// <summary>Columns of the kernel, or its length if it has one axis.</summary>
    public int Columns { get; }
}
