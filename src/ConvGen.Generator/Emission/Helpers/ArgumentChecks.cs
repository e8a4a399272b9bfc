using ConvGen.Generator.Emission.Text;

namespace ConvGen.Generator.Emission.Helpers;

/// <summary>Prints the small methods that the checks of arguments call.</summary>
internal static class ArgumentChecks
{
    private const string RequireLength = """
        internal static void RequireLength(long has, long needs, string parameter)
        {
            if (has < needs)
            {
                Refuse("{0} has {1} elements and needs {2}.", parameter, has, needs);
            }
        }
        """;

    private const string RequireCount = """
        internal static void RequireCount(long has, long needs, string parameter)
        {
            if (has != needs)
            {
                Refuse("{0} has {1} elements and needs {2}.", parameter, has, needs);
            }
        }
        """;

    private const string RequirePitch = """
        internal static void RequirePitch(long pitch, long row, string parameter)
        {
            if (pitch < row)
            {
                Refuse("{0} is {1} elements and needs {2}.", parameter, pitch, row);
            }
        }
        """;

    private const string RequireMultiple = """
        internal static void RequireMultiple(long has, long unit, long count, string many, string parameter)
        {
            if (count * unit != has)
            {
                Refuse("{0} has {1} " + many + " and needs a multiple of {2}.", parameter, has, unit);
            }
        }
        """;

    private const string RequireArray = """
        internal static void RequireArray(long needs, string parameter)
        {
            if (needs > Array.MaxLength)
            {
                Refuse("{0} is too large: an array has at most {1} elements and the result needs {2}.", parameter, Array.MaxLength, needs);
            }
        }
        """;

    private const string RequireShape = """
        // Of empty shapes any will do.
        internal static void RequireShape(long rows, long columns, long neededRows, long neededColumns, string parameter)
        {
            bool areEmpty = (rows == 0 || columns == 0) && (neededRows == 0 || neededColumns == 0);
            if ((rows != neededRows || columns != neededColumns) && !areEmpty)
            {
                RefuseShape(rows, columns, neededRows, neededColumns, parameter);
            }
        }
        """;

    private const string RequireVolume = """
        // Of empty shapes any will do.
        internal static void RequireVolume(long planes, long rows, long columns, long neededPlanes, long neededRows, long neededColumns, string parameter)
        {
            bool areEmpty = (planes == 0 || rows == 0 || columns == 0) && (neededPlanes == 0 || neededRows == 0 || neededColumns == 0);
            if ((planes != neededPlanes || rows != neededRows || columns != neededColumns) && !areEmpty)
            {
                RefuseVolume(planes, rows, columns, neededPlanes, neededRows, neededColumns, parameter);
            }
        }
        """;

    private const string RequireRows = """
        // Elements of a row must lie side by side; returns the elements from one row to the next.
        internal static nint RequireRows(ReadOnlySpan<nint> lengths, ReadOnlySpan<nint> strides, int rank, int channels, bool mayOverlap, string parameter)
        {
            nint row = RequireContiguousAfter(1, lengths, strides, rank, channels, parameter);
            if (lengths[0] <= 1 || row == 0)
            {
                return row;
            }

            nint least = mayOverlap ? 1 : row;
            if (strides[0] < least)
            {
                Refuse("{0} has a stride of {1} elements from row to row and needs at least {2}.", parameter, strides[0], least);
            }

            return strides[0];
        }
        """;

    private const string RequireContiguous = """
        internal static void RequireContiguous(ReadOnlySpan<nint> lengths, ReadOnlySpan<nint> strides, int rank, int channels, string parameter)
            => RequireContiguousAfter(0, lengths, strides, rank, channels, parameter);
        """;

    private const string RequireContiguousAfter = """
        // An axis of length 1 has no distance to go, and an empty tensor has none at all: their strides say nothing.
        // Zero channels stand for an innermost axis that is not one of channels.
        internal static nint RequireContiguousAfter(int outer, ReadOnlySpan<nint> lengths, ReadOnlySpan<nint> strides, int rank, int channels, string parameter)
        {
            if (lengths.Length != rank)
            {
                Refuse("{0} has rank {1} and needs rank {2}.", parameter, lengths.Length, rank);
            }

            if (channels != 0 && lengths[^1] != channels)
            {
                Refuse("{0} has {1} channels and needs {2}.", parameter, lengths[^1], channels);
            }

            bool isEmpty = false;
            for (int axis = 0; axis < rank; axis++)
            {
                isEmpty |= lengths[axis] == 0;
                if (lengths[axis] > int.MaxValue)
                {
                    Refuse("{0} has an axis of length {1} and {2} is the limit.", parameter, lengths[axis], int.MaxValue);
                }
            }

            nint step = 1;
            for (int axis = rank - 1; axis >= outer; axis--)
            {
                if (lengths[axis] > 1 && strides[axis] != step && !isEmpty)
                {
                    Refuse("{0} has a stride of {1} elements on an inner axis and needs {2}.", parameter, strides[axis], step);
                }

                step *= lengths[axis];
            }

            return step;
        }
        """;

    private const string RequireApart = """
        // By extent, from the first to the last element, in bytes.
        internal static void RequireApart<TInput, TOutput>(ref TInput input, long inputExtent, ref TOutput output, long outputExtent, string inputParameter, string outputParameter)
        {
            unchecked
            {
                nint offset = Unsafe.ByteOffset(ref Unsafe.As<TInput, byte>(ref input), ref Unsafe.As<TOutput, byte>(ref output));
                if ((nuint)offset < (nuint)(inputExtent * Unsafe.SizeOf<TInput>()) || (nuint)(-offset) < (nuint)(outputExtent * Unsafe.SizeOf<TOutput>()))
                {
                    RefuseOverlap(inputParameter, outputParameter);
                }
            }
        }
        """;

    private const string RequireRowsApart = """
        // By rows, in bytes, so that views which lie side by side in one buffer are apart: what lies between rows is not touched.
        internal static void RequireRowsApart<TInput, TOutput>(ref TInput input, long inputExtent, long inputPitch, long inputRow, ref TOutput output, long outputExtent, long outputPitch, long outputRow, string inputParameter, string outputParameter)
        {
            unchecked
            {
                int inputSize = Unsafe.SizeOf<TInput>(), outputSize = Unsafe.SizeOf<TOutput>();
                (inputExtent, inputPitch, inputRow) = (inputExtent * inputSize, inputPitch * inputSize, inputRow * inputSize);
                (outputExtent, outputPitch, outputRow) = (outputExtent * outputSize, outputPitch * outputSize, outputRow * outputSize);
                long offset = Unsafe.ByteOffset(ref Unsafe.As<TInput, byte>(ref input), ref Unsafe.As<TOutput, byte>(ref output));
                if (offset >= inputExtent || -offset >= outputExtent)
                {
                    return;
                }

                // Rows without gaps are one.
                (inputPitch, inputRow) = inputPitch <= inputRow ? (inputExtent, inputExtent) : (inputPitch, inputRow);
                (outputPitch, outputRow) = outputPitch <= outputRow ? (outputExtent, outputExtent) : (outputPitch, outputRow);
                if (inputPitch == outputPitch)
                {
                    // Every row of the output then lies at the same place behind a row of the input.
                    long place = ((offset % inputPitch) + inputPitch) % inputPitch;
                    if (place < inputRow || place + outputRow > inputPitch)
                    {
                        RefuseOverlap(inputParameter, outputParameter);
                    }

                    return;
                }

                for (long row = offset; row < offset + outputExtent; row += outputPitch)
                {
                    // Where the first row of the input begins that ends behind the beginning of this one.
                    long first = row < inputRow ? 0 : (((row - inputRow) / inputPitch) + 1) * inputPitch;
                    if (first < inputExtent && first < row + outputRow)
                    {
                        RefuseOverlap(inputParameter, outputParameter);
                    }
                }
            }
        }
        """;

    private const string Extent = """
        // Elements from the first one of the first row to the last one of the last row.
        internal static long Extent(long rows, long pitch, long row) => rows == 0 || row == 0 ? 0 : Product(rows - 1, pitch) + row;
        """;

    private const string Product = """
        internal static long Product(long left, long right) => Math.BigMul(left, right, out long low) == 0 && unchecked((ulong)low) < Immense ? low : Immense;
        """;

    private const string Immense = """
        // Stands for every size that is too large for any buffer, so that no size overflows.
        internal const long Immense = long.MaxValue / 2;
        """;

    private const string Refuse = """
        [DoesNotReturn]
        internal static void Refuse(string message, string parameter, long has, long needs)
        {
            string needed = needs < Immense ? needs.ToString(CultureInfo.InvariantCulture) : "more than any buffer has";
            throw new ArgumentException(string.Format(CultureInfo.InvariantCulture, message, parameter, has, needed), parameter);
        }
        """;

    private const string RefuseShape = """
        [DoesNotReturn]
        internal static void RefuseShape(long rows, long columns, long neededRows, long neededColumns, string parameter)
            => throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{parameter} has {rows} x {columns} elements and needs {neededRows} x {neededColumns}."), parameter);
        """;

    private const string RefuseVolume = """
        [DoesNotReturn]
        internal static void RefuseVolume(long planes, long rows, long columns, long neededPlanes, long neededRows, long neededColumns, string parameter)
            => throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{parameter} has {planes} x {rows} x {columns} elements and needs {neededPlanes} x {neededRows} x {neededColumns}."), parameter);
        """;

    private const string RefuseOverlap = """
        [DoesNotReturn]
        internal static void RefuseOverlap(string inputParameter, string outputParameter)
            => throw new ArgumentException($"{outputParameter} overlaps {inputParameter}, which would change while it is read. Give {outputParameter} memory that {inputParameter} does not use, or where the result is as large as the source, declare one parameter 'image', which is both.", outputParameter);
        """;

    /// <summary>Prints one of them, and requests those that it calls.</summary>
    public static void Emit(SourceWriter writer, HelperKind kind)
    {
        (string text, HelperKind[] called) = Member(kind);
        writer.Line(text);
        foreach (HelperKind helper in called)
        {
            writer.Use(helper);
        }
    }

    private static (string Text, HelperKind[] Called) Member(HelperKind kind) =>
        kind switch
        {
            HelperKind.RequireLength => (RequireLength, [HelperKind.Refuse]),
            HelperKind.RequireCount => (RequireCount, [HelperKind.Refuse]),
            HelperKind.RequirePitch => (RequirePitch, [HelperKind.Refuse]),
            HelperKind.RequireMultiple => (RequireMultiple, [HelperKind.Refuse]),
            HelperKind.RequireArray => (RequireArray, [HelperKind.Refuse]),
            HelperKind.RequireShape => (RequireShape, [HelperKind.RefuseShape]),
            HelperKind.RequireVolume => (RequireVolume, [HelperKind.RefuseVolume]),
            HelperKind.RequireRows => (RequireRows, [HelperKind.RequireContiguousAfter, HelperKind.Refuse]),
            HelperKind.RequireContiguous => (RequireContiguous, [HelperKind.RequireContiguousAfter]),
            HelperKind.RequireContiguousAfter => (RequireContiguousAfter, [HelperKind.Refuse]),
            HelperKind.RequireApart => (RequireApart, [HelperKind.RefuseOverlap]),
            HelperKind.RequireRowsApart => (RequireRowsApart, [HelperKind.RefuseOverlap]),
            HelperKind.Extent => (Extent, [HelperKind.Product]),
            HelperKind.Product => (Product, [HelperKind.Immense]),
            HelperKind.Refuse => (Refuse, [HelperKind.Immense]),
            HelperKind.RefuseShape => (RefuseShape, []),
            HelperKind.RefuseVolume => (RefuseVolume, []),
            HelperKind.RefuseOverlap => (RefuseOverlap, []),
            HelperKind.Immense => (Immense, []),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no check of arguments"),
        };
}
