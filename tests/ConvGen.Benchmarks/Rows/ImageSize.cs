namespace ConvGen.Benchmarks.Rows;

/// <summary>The size of the images of a run, and the length of its signals.</summary>
/// <param name="Name">The name on the command line.</param>
/// <param name="Width">Samples in a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Length">Samples of a signal.</param>
internal sealed record ImageSize(string Name, int Width, int Height, int Length)
{
    /// <summary>All sizes.</summary>
    public static IReadOnlyList<ImageSize> All { get; } =
    [
        new("16", 16, 16, 16 * 16),
        new("64", 64, 64, 64 * 64),
        new("512", 512, 512, 512 * 512),
        new("1080p", 1920, 1080, 1 << 20),
        new("4k", 3840, 2160, 1 << 22),
    ];

    /// <summary>The size of a run that names none.</summary>
    public static ImageSize Default { get; } = All[3];

    /// <summary>A size that no vector divides, of images that have it whatever the run's is.</summary>
    public static ImageSize Odd { get; } = new("333x251", 333, 251, 1 << 17);

    /// <summary>The size of a name, or null.</summary>
    public static ImageSize? Find(string name) => All.FirstOrDefault(size => size.Name == name);
}
