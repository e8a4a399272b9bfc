using ConvGen.Execution.Tests.Compilation;

namespace ConvGen.Execution.Tests.Subjects;

/// <summary>Subjects compiled together.</summary>
internal static class SubjectBatch
{
    /// <summary>The bytes of an assembly with the subjects, each with the method that calls it.</summary>
    public static byte[] Emit(IReadOnlyList<Subject> subjects, BatchSettings settings) =>
        Batch.Emit(Batch.Wrap(subjects.Select((subject, index) => subject.ToSource(index))), settings);
}
