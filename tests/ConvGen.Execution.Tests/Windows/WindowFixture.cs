using System.Globalization;
using ConvGen.Execution.Tests.Compilation;

namespace ConvGen.Execution.Tests.Windows;

/// <summary>Random declarations, compiled once.</summary>
public sealed class WindowFixture : IDisposable
{
    private const int Count = 180;

    private readonly CompiledBatch batch;

    public WindowFixture()
    {
        WindowDeclared[] declarations = WindowGenerator.Sample(Count);
        batch = Batch.OfMembers(
            declarations.SelectMany(
                (d, i) => new[] { d.ToSource(Name("Unfold", i), isFold: false), d.ToSource(Name("Fold", i), isFold: true) }
            )
        );
        Trials = [.. declarations.Select((d, i) => WindowTrial.Create(d, batch, Name("Unfold", i), Name("Fold", i)))];
    }

    internal IReadOnlyList<WindowTrial> Trials { get; }

    public void Dispose() => batch.Dispose();

    private static string Name(string operation, int index) => operation + index.ToString(CultureInfo.InvariantCulture);
}
