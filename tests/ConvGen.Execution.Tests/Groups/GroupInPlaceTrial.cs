using System.Globalization;
using System.Numerics;
using System.Reflection;
using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Trials;

namespace ConvGen.Execution.Tests.Groups;

/// <summary>A compiled group whose result overwrites its source, beside the same with a destination.</summary>
internal abstract class GroupInPlaceTrial
{
    public static GroupInPlaceTrial Create(GroupDeclared declared, CompiledBatch batch, string name) =>
        (GroupInPlaceTrial)
            Activator.CreateInstance(typeof(GroupInPlaceTrial<>).MakeGenericType(declared.Source.Type()), declared, batch, name)!;

    /// <summary>Overwrites images, which must then have the bits of results in another place, and what lay between their rows.</summary>
    /// <returns>What is wrong, or null.</returns>
    public abstract string? Run(int width, int height, int batch, int seed);
}

/// <summary>The same with its element type.</summary>
internal sealed class GroupInPlaceTrial<T>(GroupDeclared declared, CompiledBatch compiled, string name) : GroupInPlaceTrial
    where T : unmanaged, INumber<T>
{
    private readonly MethodInfo whole = compiled.MethodOf(Batch.TypeName, "Whole" + name),
        inPlace = compiled.MethodOf(Batch.TypeName, "InPlace" + name);

    public override string? Run(int width, int height, int batch, int seed)
    {
        Random random = new(seed);
        int row = width * declared.PixelChannels,
            pitch = row + (declared.HasPitches ? random.Next(1, 4) : 0);
        height = declared.Axes == 1 ? 1 : height;
        T[] image = Samples.Draw<T>(random, batch * pitch * height, Content.Ordinary, 1 << 20);
        for (int i = 0; i < image.Length; i++)
        {
            image[i] = i % pitch < row ? image[i] : Samples.Poison<T>();
        }

        T[] expected = [.. image],
            actual = [.. image];
        Call(whole, image, expected, width, height, pitch, batch);
        Call(inPlace, actual, actual, width, height, pitch, batch);
        int wrong = Enumerable.Range(0, image.Length).FirstOrDefault(i => !Elements.AreSame(expected[i], actual[i]), -1);
        return wrong < 0
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{width} x {height}, pitch {pitch}, batch {batch}: element {wrong} is {actual[wrong]} instead of {expected[wrong]}"
            );
    }

    private static void Call(MethodInfo method, T[] source, T[] destination, int width, int height, int pitch, int batch) =>
        method.Invoke(
            null,
            [
                .. method
                    .GetParameters()
                    .Select(parameter =>
                        parameter.Name switch
                        {
                            "source" or "image" => (object)source,
                            "destination" => destination,
                            "width" => width,
                            "height" => height,
                            "batch" => batch,
                            "scale" => 0.371f,
                            "offset" => 17.25f,
                            _ => pitch,
                        }
                    ),
            ]
        );
}
