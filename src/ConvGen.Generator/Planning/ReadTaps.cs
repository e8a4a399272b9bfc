using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Planning;

/// <summary>
/// Makes the first plan: every tap of the kernel as applied, which for a convolution is the kernel reversed on both axes.
/// </summary>
internal static class ReadTaps
{
    public static KernelPlan Start(ConvolutionModel model) => new(model) { Taps = All(model).ToEquatableArray() };

    public static IEnumerable<Tap> All(ConvolutionModel model)
    {
        KernelMatrix kernel = model.Kernel;
        for (int index = 0; index < kernel.Count; index++)
        {
            int written = model.Operation == OperationKind.Convolution ? kernel.Count - 1 - index : index;
            yield return new Tap(
                index / kernel.Columns,
                index % kernel.Columns,
                kernel.Weights is { } weights ? weights[written] : Rational.Zero
            );
        }
    }
}
