using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Reference;

namespace ConvGen.Execution.Tests.Trials;

/// <summary>A declaration that can be put to the test.</summary>
internal abstract class Trial(Declared declared)
{
    public Declared Declared { get; } = declared;

    /// <summary>One that is compiled, with the name of its method.</summary>
    public static Trial Create(Declared declared, CompiledBatch batch, string name) => Make(declared, batch, name);

    /// <summary>One that another process runs: its data can be exported here, and its results checked.</summary>
    public static Trial OfAnotherProcess(Declared declared) => Make(declared, null, "");

    private static Trial Make(Declared declared, CompiledBatch? batch, string name)
    {
        Type type = typeof(Trial<,,>).MakeGenericType(
            declared.Source.Type(),
            (declared.Kernel ?? declared.Source).Type(),
            declared.Destination.Type()
        );
        return (Trial)Activator.CreateInstance(type, declared, batch, name)!;
    }

    /// <summary>Runs the method once and compares every sample with the oracle.</summary>
    /// <returns>What is wrong, or null.</returns>
    public abstract string? Run(Circumstances circumstances);

    /// <summary>
    /// Runs the method on given numbers and compares every sample with the oracle and with a result computed by somebody else.
    /// </summary>
    /// <returns>What is wrong, or null.</returns>
    public abstract string? Run(GoldenCase golden);

    /// <summary>The result alone, rows without gaps, each sample as a text that differs where bits differ; NaNs are alike.</summary>
    public abstract IReadOnlyList<string> Result(Circumstances circumstances);

    /// <summary>Both, from one run.</summary>
    public abstract (string? Objection, IReadOnlyList<string> Result) RunWithResult(Circumstances circumstances);

    /// <summary>The bytes that a run in another process needs: samples without gaps, weights; and how many bytes its result has.</summary>
    public abstract (byte[] Source, byte[] Kernel, int ResultBytes) Export(Circumstances circumstances);

    /// <summary>Compares the bytes of a result computed elsewhere with the oracle.</summary>
    /// <returns>What is wrong, or null.</returns>
    public abstract string? Check(Circumstances circumstances, ReadOnlySpan<byte> result);

    /// <summary>Compares the results of a part of a picture with those of the whole, where neither sees an edge, bit for bit.</summary>
    /// <returns>What is wrong, or null.</returns>
    public abstract string? CompareWithin(Circumstances whole, int left, int top, int width, int height);

    /// <summary>
    /// Makes one sample a NaN or an infinity. Results whose window does not hold it keep their bits; the others become what that times the
    /// weight is, unless weights of both signs meet it.
    /// </summary>
    /// <returns>What is wrong, or null; and how many results the sample reached.</returns>
    public abstract (string? Objection, int Reached) RunWithOne(Circumstances circumstances, double special, int pixel, int channel);

    /// <summary>
    /// The largest error of a result over the error that the contract allows it, and how many results lie in the middle between two
    /// integers.
    /// </summary>
    /// <returns>0 and the ties where results are exact.</returns>
    public abstract (double Ratio, int Ties, int NegativeTies) Measure(Circumstances circumstances);

    public override string ToString() => Declared.ToString();
}

/// <summary>What a method is run on.</summary>
/// <param name="Width">Source pixels per row.</param>
/// <param name="Height">Source rows; 1 for a signal.</param>
/// <param name="SourceGap">Elements between source rows, where the form has a pitch.</param>
/// <param name="DestinationGap">Elements between destination rows, where the form has a pitch.</param>
/// <param name="Seed">What the samples are drawn from.</param>
/// <param name="Content">The kind of samples.</param>
internal sealed record Circumstances(
    int Width,
    int Height,
    int SourceGap,
    int DestinationGap,
    int Seed,
    Content Content = Content.Ordinary
);
