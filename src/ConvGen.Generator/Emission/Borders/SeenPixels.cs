using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Emission.Borders;

/// <summary>Prints how many pixels of a row windows see.</summary>
internal static class SeenPixels
{
    /// <summary>The pixels, of each phase by which they are sorted, that the windows of so many output columns see.</summary>
    public static string Of(SampleLayout layout, string columns)
    {
        string pixels = layout.SeenStep == 1 ? columns : $"{columns} * {Literals.Of(layout.SeenStep)}";
        return layout.SeenBeyond == 0 ? pixels : (layout.SeenStep == 1 ? pixels : $"({pixels})") + FrameEmitter.Plus(layout.SeenBeyond);
    }
}
