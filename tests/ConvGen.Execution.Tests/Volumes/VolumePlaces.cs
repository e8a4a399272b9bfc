using System.Numerics;
using ConvGen.Execution.Tests.Numbers;

namespace ConvGen.Execution.Tests.Volumes;

/// <summary>Where the elements of volumes lie in memory.</summary>
/// <param name="Width">Pixels of a row.</param>
/// <param name="Height">Rows of a plane.</param>
/// <param name="Depth">Planes of a volume.</param>
/// <param name="Row">Elements of a row.</param>
/// <param name="Pitch">Elements from row to row.</param>
/// <param name="PlanePitch">Elements from plane to plane.</param>
/// <param name="Items">Volumes one after the other.</param>
/// <param name="Rest">Elements behind the last one.</param>
internal sealed record VolumePlaces(int Width, int Height, int Depth, int Row, int Pitch, int PlanePitch, int Items, int Rest)
{
    /// <summary>Elements without those between them.</summary>
    public int Count => Row * Height * Depth * Items;

    private int Length => Count == 0 ? Rest : (((Depth * Items) - 1) * PlanePitch) + ((Height - 1) * Pitch) + Row + Rest;

    public static VolumePlaces Draw(Random random, VolumeForm form, (int Width, int Height, int Depth) size, int channels, int items)
    {
        int row = size.Width * channels;
        int pitch = row + (form is VolumeForm.Rows or VolumeForm.Pitched ? random.Next(4) : 0);
        int area = size.Height == 0 || row == 0 ? 0 : ((size.Height - 1) * pitch) + row;
        int planePitch = form == VolumeForm.Pitched ? area + random.Next(9) : size.Height * pitch;
        return new(size.Width, size.Height, size.Depth, row, pitch, planePitch, items, form == VolumeForm.Shaped ? 0 : random.Next(3));
    }

    /// <summary>Elements at their places, and something else between and behind them.</summary>
    public T[] Scatter<T>(T[] elements, T between)
    {
        T[] places = new T[Length];
        Array.Fill(places, between);
        for (int i = 0; i < elements.Length; i++)
        {
            places[Place(i)] = elements[i];
        }

        return places;
    }

    /// <summary>The elements alone.</summary>
    public T[] Gather<T>(T[] places) => [.. Enumerable.Range(0, Count).Select(i => places[Place(i)])];

    /// <summary>Where something else than the elements was written, or null.</summary>
    public string? Touched<T>(T[] places, T between)
        where T : unmanaged, INumber<T>
    {
        HashSet<int> own = [.. Enumerable.Range(0, Count).Select(Place)];
        int touched = Enumerable.Range(0, places.Length).FirstOrDefault(i => !own.Contains(i) && !Elements.AreSame(places[i], between), -1);
        return touched < 0
            ? null
            : $"element {touched} of {places.Length}, which is no result, was overwritten with {places[touched]} ({this})";
    }

    public T[,,] ToVolume<T>(T[] places)
    {
        T[,,] volume = new T[Depth, Height, Row];
        for (int i = 0; i < Count; i++)
        {
            volume[i / Row / Height, i / Row % Height, i % Row] = places[Place(i)];
        }

        return volume;
    }

    private int Place(int element)
    {
        int row = element / Row,
            plane = row / Height;
        return (plane * PlanePitch) + (row % Height * Pitch) + (element % Row);
    }
}
