using System.IO.MemoryMappedFiles;

namespace ConvGen.Execution.Tests.Guards;

/// <summary>Where a process stands that a bad read would end: in memory that is a file, so that it outlives the process.</summary>
internal sealed class GuardJournal : IDisposable
{
    private const int Fields = 7;

    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;

    /// <param name="path">The file; it is made where there is none.</param>
    public GuardJournal(string path)
    {
        file = MemoryMappedFile.CreateFromFile(path, FileMode.OpenOrCreate, null, Fields * sizeof(int));
        view = file.CreateViewAccessor(0, Fields * sizeof(int));
    }

    /// <summary>Calls on guarded buffers that were begun.</summary>
    public int Probes => view.ReadInt32(6 * sizeof(int));

    /// <summary>The call that was begun last.</summary>
    public (GuardPosition Position, GuardSide Side) Last =>
        (
            new GuardPosition(view.ReadInt32(0), view.ReadInt32(4), view.ReadInt32(8), view.ReadInt32(12), view.ReadInt32(16)),
            (GuardSide)view.ReadInt32(20)
        );

    /// <summary>Notes the call that is about to be made.</summary>
    public void Begin(GuardPosition position, GuardSide side)
    {
        view.Write(0, position.Subject);
        view.Write(4, position.Width);
        view.Write(8, position.Height);
        view.Write(12, position.SourceGap);
        view.Write(16, position.ResultGap);
        view.Write(20, (int)side);
        view.Write(24, Probes + (side == GuardSide.None ? 0 : 1));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        view.Dispose();
        file.Dispose();
    }
}
