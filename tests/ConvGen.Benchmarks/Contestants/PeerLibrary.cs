using System.Runtime.InteropServices;
using ConvGen.Benchmarks.Images;
using ConvGen.Benchmarks.Libraries;
using ConvGen.Benchmarks.Rows;

namespace ConvGen.Benchmarks.Contestants;

/// <summary>A native library behind the functions of <c>peer.h</c>. It stays loaded until the process ends.</summary>
internal sealed unsafe class PeerLibrary : IPeer
{
    /// <summary>OpenCV's weights of a blur of bytes have 8 bits.</summary>
    public const int LevelsOfBlur = 2;

    private const int NameLength = 64;

    private readonly bool interiorOnly;
    private readonly delegate* unmanaged<PeerCase*, int, byte*, nint> create;
    private readonly delegate* unmanaged<nint, nint, nint, nint, int> run;
    private readonly delegate* unmanaged<nint, void> destroy;

    private PeerLibrary(string name, bool interiorOnly, nint library)
    {
        Name = name;
        this.interiorOnly = interiorOnly;
        create = (delegate* unmanaged<PeerCase*, int, byte*, nint>)NativeLibrary.GetExport(library, "peer_create");
        run = (delegate* unmanaged<nint, nint, nint, nint, int>)NativeLibrary.GetExport(library, "peer_run");
        destroy = (delegate* unmanaged<nint, void>)NativeLibrary.GetExport(library, "peer_destroy");
        Version = Marshal.PtrToStringUTF8(((delegate* unmanaged<nint>)NativeLibrary.GetExport(library, "peer_version"))()) ?? name;
    }

    /// <summary>The library's name.</summary>
    public string Name { get; }

    /// <summary>Name and version.</summary>
    public string Version { get; }

    /// <summary>The libraries that were built on this machine.</summary>
    public static IReadOnlyList<PeerLibrary> Installed { get; } =
    [
        .. new[]
        {
            Load(ContestantNames.OpenCv, "libconvgen-opencv.so", interiorOnly: false),
            Load(ContestantNames.Halide, "libconvgen-halide.so", interiorOnly: false),
            Load(ContestantNames.OneDnn, "libconvgen-onednn.so", interiorOnly: true),
        }.OfType<PeerLibrary>(),
    ];

    /// <summary>The ways in which this library computes a row, none where it does not; they compute every sample.</summary>
    public IEnumerable<IPeerWay> Ways(Row row, Arena arena)
    {
        // Only a library for networks has layers.
        if (row.Layer is { Scale: not null } || (row.Layer is not null && Name != ContestantNames.OneDnn))
        {
            return [];
        }

        List<PeerContestant> ways = [];
        while (row.Step == 1 && ElementOf(row.SourceType) >= 0 && Create(row, arena, ways.Count) is { } way)
        {
            ways.Add(way);
        }

        return ways;
    }

    /// <summary>Computes a row once.</summary>
    internal void Run(nint handle, in Placement placement)
    {
        int result = run(handle, placement.Source, placement.Padded, placement.Destination);
        if (result != 0)
        {
            throw new InvalidOperationException($"{Name} failed ({result}).");
        }
    }

    /// <summary>Gives back what <see cref="Ways"/> prepared.</summary>
    internal void Destroy(nint handle) => destroy(handle);

    private static PeerLibrary? Load(string name, string file, bool interiorOnly) =>
        NativeLibrary.TryLoad(Path.Combine(AppContext.BaseDirectory, "peers", file), out nint library)
            ? new PeerLibrary(name, interiorOnly, library)
            : null;

    private static int ElementOf(Type type) => Array.IndexOf(PeerCase.Elements, type);

    private PeerContestant? Create(Row row, Arena arena, int way)
    {
        KernelMatrix kernel = row.Kernel;
        byte* name = stackalloc byte[NameLength];
        fixed (
            double* weights = row.Layer?.OutputFirstWeights ?? kernel.Weights,
                column = kernel.Column,
                line = kernel.Row
        )
        {
            PeerCase peerCase = new()
            {
                Kind = (int)row.Kind,
                Source = ElementOf(row.SourceType),
                Destination = ElementOf(row.DestinationType),
                Width = arena.Width,
                Height = arena.Height,
                Rows = kernel.Rows,
                Columns = kernel.Columns,
                PaddedPitch = arena.PaddedPitch,
                Divisor = kernel.Divisor,
                Weights = weights,
                Column = column,
                Row = line,
                Inputs = row.Layer?.Inputs ?? 1,
                Outputs = row.Layer?.Outputs ?? 1,
                Groups = row.Layer?.Groups ?? 1,
                Depth = row.Layer?.Depth ?? 1,
                Stride = row.Layer?.Stride ?? 1,
                Padding = row.Layer?.Padding ?? 0,
                IsPlanar = row.Layer?.IsPlanar == true ? 1 : 0,
                Channels = arena.Channels,
                Kept = row.Kept,
                Threads = row.Threads == ThreadCount.All ? Environment.ProcessorCount : 1,
                Sigma = row.Sigma,
            };
            nint handle = create(&peerCase, way, name);
            return handle == 0
                ? null
                : new PeerContestant(this, handle, Marshal.PtrToStringUTF8((nint)name) ?? "", interiorOnly)
                {
                    Levels = row.Kind == FilterKind.Blur ? LevelsOfBlur : 0,
                };
        }
    }
}
