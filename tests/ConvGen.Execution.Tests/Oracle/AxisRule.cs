using System.Globalization;
using ConvGen.Execution.Tests.Declarations;

namespace ConvGen.Execution.Tests.Oracle;

/// <summary>Lengths and positions on one axis, straight from the definition.</summary>
internal sealed record AxisRule(int Size, int Stride, int Dilation, int Before, int After, Window Mode, Outside Border)
{
    private int Effective => (Dilation * (Size - 1)) + 1;

    /// <summary>The rule of the row axis; on a 1-D declaration it passes its single row through.</summary>
    public static AxisRule Vertical(Declared declared) =>
        declared.Axes == 2 ? Of(declared, 0, declared.Rows) : new AxisRule(1, 1, 1, 0, 0, Window.Same, Outside.Constant);

    public static AxisRule Horizontal(Declared declared) => Of(declared, declared.Axes - 1, declared.Columns);

    /// <summary>Outputs for a source of <paramref name="length"/> samples.</summary>
    public int OutputLength(int length)
    {
        if (length == 0)
        {
            return 0;
        }

        int last = length + Beyond;
        return last < 0 ? 0 : (last / Stride) + 1;
    }

    /// <summary>The same as a C# expression of a name.</summary>
    public string OutputText(string length) =>
        string.Create(CultureInfo.InvariantCulture, $"({length} + ({Beyond}) < 0 ? 0 : (({length} + ({Beyond})) / {Stride}) + 1)");

    /// <summary>The source position at which the last output could begin, without a stride, in positions behind the source.</summary>
    private int Beyond =>
        Mode switch
        {
            Window.Same => -1,
            Window.Valid => -Effective,
            Window.Full => Effective - 2,
            _ => Before + After - Effective,
        };

    /// <summary>For each output and each tap of the kernel as applied, the source position; -1 stands for the border value.</summary>
    public int[][] Positions(int length)
    {
        int[][] positions = new int[OutputLength(length)][];
        for (int output = 0; output < positions.Length; output++)
        {
            positions[output] = new int[Size];
            for (int tap = 0; tap < Size; tap++)
            {
                positions[output][tap] = Fold((output * Stride) + (tap * Dilation) - Before, length);
            }
        }

        return positions;
    }

    /// <summary>Whether the window of an output lies wholly inside the source.</summary>
    public bool IsInterior(int output, int length)
    {
        int first = (output * Stride) - Before;
        return first >= 0 && first + Effective <= length;
    }

    private static AxisRule Of(Declared declared, int axis, int size)
    {
        int stride = declared.Stride(axis);
        int dilation = declared.Dilation(axis);
        int effective = (dilation * (size - 1)) + 1;
        int anchor = declared.Anchor is null ? size / 2 : declared.Anchor[axis];
        (int before, int after) = declared.Mode switch
        {
            Window.Same => (dilation * anchor, 0),
            Window.Valid => (0, 0),
            Window.Full => (effective - 1, effective - 1),
            _ => (declared.Paddings[axis], declared.Paddings[declared.Axes + axis]),
        };
        return new AxisRule(size, stride, dilation, before, after, declared.Mode, declared.Border);
    }

    /// <summary>Steps back into the source one reflection or period at a time, as the pictures of the borders show it.</summary>
    private int Fold(int index, int length)
    {
        while (index < 0 || index >= length)
        {
            switch (Border)
            {
                case Outside.Constant:
                    return -1;
                case Outside.Replicate:
                    index = index < 0 ? 0 : length - 1;
                    break;
                case Outside.Symmetric:
                    index = index < 0 ? -1 - index : (2 * length) - 1 - index;
                    break;
                case Outside.Reflect101:
                    index =
                        length == 1 ? 0
                        : index < 0 ? -index
                        : (2 * (length - 1)) - index;
                    break;
                default:
                    index += index < 0 ? length : -length;
                    break;
            }
        }

        return index;
    }
}
