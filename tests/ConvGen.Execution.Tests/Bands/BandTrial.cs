using System.Globalization;
using System.Numerics;
using System.Reflection;
using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Oracle;
using ConvGen.Execution.Tests.Trials;

namespace ConvGen.Execution.Tests.Bands;

/// <summary>A compiled filter that several threads compute, which can be put to the test.</summary>
internal abstract class BandTrial(BandDeclared declared)
{
    public BandDeclared Declared { get; } = declared;

    public static BandTrial Create(BandDeclared declared, CompiledBatch batch, string name) =>
        TypedTrials.Create<BandTrial>(typeof(BandTrial<,,,>), declared.Space, declared.Bias, declared, batch, name);

    /// <summary>Computes a result by one thread and by several, whose bits must be the same.</summary>
    /// <returns>What is wrong, or null.</returns>
    public abstract string? Run(int width, int height, int batch, int degree, bool isCancellable, int seed);

    public override string ToString() => Declared.ToString();
}

/// <summary>The same with its element types.</summary>
internal sealed class BandTrial<TSource, TWeight, TBias, TResult>(BandDeclared declared, CompiledBatch compiled, string name)
    : BandTrial(declared)
    where TSource : unmanaged, INumber<TSource>
    where TWeight : unmanaged, INumber<TWeight>
    where TBias : unmanaged, INumber<TBias>
    where TResult : unmanaged, INumber<TResult>
{
    private readonly MethodInfo whole = compiled.MethodOf(Batch.TypeName, "Whole" + name),
        bands = compiled.MethodOf(Batch.TypeName, "Bands" + name);

    public override string? Run(int width, int height, int batch, int degree, bool isCancellable, int seed)
    {
        Random random = new(seed);
        int gap = Declared.Space.HasSourcePitch ? random.Next(3) : 0,
            items = Declared.HasBatch ? batch : 1;
        int columns = AxisRule.Horizontal(Declared.Space).OutputLength(width),
            rows = AxisRule.Vertical(Declared.Space).OutputLength(height);
        int pitch = (width * (Declared.IsPlanar ? 1 : Declared.Inputs)) + gap,
            resultPitch = (columns * (Declared.IsPlanar ? 1 : Declared.Outputs)) + gap;
        long largest = Declared.Space.Destination == Element.Half ? 100 : 1L << 30;
        Dictionary<string, object> arguments = new(StringComparer.Ordinal)
        {
            ["source"] = Samples.Draw<TSource>(
                random,
                items * pitch * height * (Declared.IsPlanar ? Declared.Inputs : 1),
                Content.Ordinary,
                largest
            ),
            ["kernel"] = Samples.Draw<TWeight>(random, Declared.Weights, Content.Ordinary, 1 << 16),
            ["bias"] = Samples.Draw<TBias>(random, Declared.Bias is null ? 0 : Declared.Outputs, Content.Ordinary),
            ["batch"] = items,
            ["length"] = width,
            ["width"] = width,
            ["height"] = height,
            ["sourcePitch"] = pitch,
            ["destinationPitch"] = resultPitch,
            ["maxDegreeOfParallelism"] = degree,
        };
        int results = items * resultPitch * rows * (Declared.IsPlanar ? Declared.Outputs : 1);
        TResult[] expected = Poisoned(results),
            actual = Poisoned(results);
        using CancellationTokenSource source = new();
        arguments["cancellationToken"] = isCancellable ? source.Token : CancellationToken.None;
        if (Refusal(whole, arguments, expected) is { } rule)
        {
            return Refusal(bands, arguments, actual) == rule ? null : $"one thread is refused by {rule}, several are not";
        }

        if (Refusal(bands, arguments, actual) is { } only)
        {
            return $"several threads are refused by {only}, one is not";
        }

        for (int i = 0; i < actual.Length; i++)
        {
            if (!Elements.AreSame(expected[i], actual[i]))
            {
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{width} x {height}, batch {items}, degree {degree}: element {i} of {actual.Length} is {actual[i]} instead of {expected[i]}"
                );
            }
        }

        return null;
    }

    private static TResult[] Poisoned(int count)
    {
        TResult[] results = new TResult[count + 3];
        Array.Fill(results, Samples.Poison<TResult>());
        return results;
    }

    private static string? Refusal(MethodInfo method, Dictionary<string, object> arguments, TResult[] destination)
    {
        arguments["destination"] = destination;
        return TypedTrials.Refusal(() => method.Invoke(null, [.. method.GetParameters().Select(parameter => arguments[parameter.Name!])]));
    }
}
