using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Trials;

namespace ConvGen.Execution.Tests.Properties;

/// <summary>
/// Kernels of two axes whose weights lie in one row, one column or one place, for types that passes may confuse because they have one size.
/// </summary>
public sealed class DegenerateKernelTests
{
    private static readonly (Element Source, Element Destination)[] Types =
    [
        (Element.UInt16, Element.UInt16),
        (Element.UInt16, Element.Byte),
        (Element.UInt16, Element.Int16),
        (Element.UInt16, Element.Int32),
        (Element.Int16, Element.UInt16),
        (Element.Byte, Element.UInt16),
        (Element.SByte, Element.Byte),
    ];

    private static readonly string[] Kernels =
    [
        "0 0 0 1 2 1 0 0 0",
        "0 0 0 0 0 0 1 -2 1",
        "0 3 0 0 1 0 0 3 0",
        "0 0 0 0 1 0 0 0 0",
        "0 0 5 0 0 0 0 0 0",
    ];

    [Fact]
    public void Agree_with_the_oracle()
    {
        Declared[] declarations =
        [
            .. from types in Types
            from kernel in Kernels
            from options in Enumerable.Range(0, 4)
            where (options + Array.IndexOf(Kernels, kernel)) % 2 == 0
            select new Declared(2, 3, 3, kernel.Split(' '))
            {
                Source = types.Source,
                Destination = types.Destination,
                Divisor = options == 1 ? "3" : "4",
                Border = options == 2 ? Outside.Constant : Outside.Reflect101,
                Strides = options is 1 or 3 ? [2, 2] : [],
                Dilations = options == 2 ? [2, 2] : [],
                PixelChannels = options == 3 ? 3 : 1,
            },
        ];
        using TrialBatch batch = new(declarations);
        TrialBatch.AssertAll(
            batch.Trials,
            trial => from width in new[] { 1, 3, 17, 40, 131 } select trial.Run(new Circumstances(width, 5, 0, 0, width))
        );
    }
}
