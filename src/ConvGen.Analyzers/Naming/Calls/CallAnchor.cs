using System.Globalization;
using ConvGen.Analyzers.Naming.Weights;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Calls;

/// <summary>Where a call puts a kernel of known extents: the tap that lies on the output sample.</summary>
/// <param name="Rows">The height of the kernel.</param>
/// <param name="Columns">The width of the kernel.</param>
/// <param name="Row">The anchor's row.</param>
/// <param name="Column">The anchor's column.</param>
/// <param name="IsWritten">Whether it stands at the call; else it is the default of the library.</param>
/// <param name="IsLine">Whether the kernel has one axis only.</param>
internal sealed record CallAnchor(int Rows, int Columns, int Row, int Column, bool IsWritten, bool IsLine)
{
    /// <summary>How far the anchor is from its mirror image, down and to the right.</summary>
    public (int Row, int Column) Shift => (Rows - 1 - (2 * Row), Columns - 1 - (2 * Column));

    /// <summary>The shift in words.</summary>
    public string Distance =>
        Shift switch
        {
            (0, var column) => Samples(column),
            (var row, 0) => Samples(row),
            var (row, column) => $"{Math.Abs(column).ToString(CultureInfo.InvariantCulture)} and {Samples(row)}",
        };

    /// <summary>Reads the anchor; null where it or the extents are not constant, and where it is written as a mirror image.</summary>
    public static CallAnchor? Read(CallReading call, MemberContext member)
    {
        if (call.Entry.Anchor is not { } name || call.Kernel.Shape is not { } shape || WeightSymmetry.Plane(shape) is not { } plane)
        {
            return null;
        }

        // A flat list may be a plane whose extents stand elsewhere.
        bool isLine = plane.Rows == 1;
        IOperation? written = new CallArguments(call.Call, member).FindWritten(name);
        if (written is null || IsNull(written))
        {
            return call.Entry.Origin == "catalogue" && shape.Length > 1
                ? new CallAnchor(plane.Rows, plane.Columns, plane.Rows / 2, plane.Columns / 2, false, isLine)
                : null;
        }

        List<int> point = new();
        if (written.DescendantsAndSelf().Any(operation => operation is IBinaryOperation) || !Coordinates(written, point))
        {
            return null;
        }

        (int Column, int Row)? anchor = (point.Count, isLine) switch
        {
            (1, true) => (point[0], 0),
            (2, _) when shape.Length > 1 => (point[0], point[1]),
            _ => null,
        };
        return anchor is var (column, row)
            ? new CallAnchor(
                plane.Rows,
                plane.Columns,
                row < 0 ? plane.Rows / 2 : row,
                column < 0 ? plane.Columns / 2 : column,
                row >= 0 || column >= 0,
                isLine
            )
            : null;
    }

    /// <summary>A position, as x and y where there are two axes.</summary>
    public string Text(int row, int column) =>
        IsLine
            ? column.ToString(CultureInfo.InvariantCulture)
            : $"({column.ToString(CultureInfo.InvariantCulture)}, {row.ToString(CultureInfo.InvariantCulture)})";

    private static string Samples(int distance) =>
        Math.Abs(distance) == 1 ? "1 sample" : $"{Math.Abs(distance).ToString(CultureInfo.InvariantCulture)} samples";

    private static bool IsNull(IOperation operation) =>
        operation switch
        {
            IConversionOperation conversion => IsNull(conversion.Operand),
            IDefaultValueOperation => true,
            _ => operation.ConstantValue is { HasValue: true, Value: null },
        };

    private static bool Coordinates(IOperation operation, List<int> point)
    {
        switch (operation)
        {
            case IConversionOperation { ConstantValue.HasValue: false } conversion:
                return Coordinates(conversion.Operand, point);
            case IObjectCreationOperation { Arguments: { Length: 2 } arguments, Initializer: null }:
                // In the order of the parameters, whichever way they are written.
                return arguments.OrderBy(argument => argument.Parameter?.Ordinal).All(argument => Coordinates(argument.Value, point));
            default:
                if (ConstantReader.Int32(operation) is not { } number)
                {
                    return false;
                }

                point.Add(number);
                return true;
        }
    }
}
