using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing.Options;
using ConvGen.Generator.Refusals;

namespace ConvGen.Generator.Parsing.Weights;

/// <summary>
/// Samples that are complex numbers. A real weight treats both parts alike, as a kernel that channels share does; one of <c>a + bi</c>
/// makes of the parts <c>x</c> and <c>y</c> of a sample
/// <c>a*x - b*y</c> and <c>b*x + a*y</c>, which is a layer of two channels.
/// </summary>
internal static class ComplexParser
{
    /// <summary>What cannot stand beside <c>Complex</c>.</summary>
    public static Refusal? Check(OperationDeclaration operation, KernelDeclaration kernel)
    {
        if (!operation.IsComplex)
        {
            return null;
        }

        const string NoOrder = "complex numbers have no order that a limit could mean";
        (string Name, bool IsGiven, string Because)[] options =
        [
            ("PixelChannels", operation.PixelChannels is not null, "a sample is a pair of elements already"),
            ("Layout", operation.Layout is not null, "the parts of a sample lie side by side"),
            ("KernelLayout", operation.KernelLayout is not null, "the weights are complex numbers, row by row"),
            ("Activation", operation.Activation is not null, NoOrder),
            ("OutputMinimum", operation.OutputMinimum is not null, NoOrder),
            ("OutputMaximum", operation.OutputMaximum is not null, NoOrder),
            ("BorderValue", operation.BorderValue is { Value: not 0 }, "outside lies 0, or what another Border takes from the samples"),
        ];
        foreach ((string name, bool isGiven, string because) in options)
        {
            if (isGiven)
            {
                return Refusal.Of(DeclarationRules.OptionClash, RefusalSite.Option(name), name, "Complex", $"remove {name}: {because}");
            }
        }

        return kernel.HasChannels
                ? Clash("a kernel with channels", "remove Complex, and count the real and the imaginary part of each channel as two")
            : kernel.Kind == KernelDeclarationKind.Shape
                ? Clash(
                    "[KernelShape]",
                    "for real weights write PixelChannels = 2 in its place, and for complex ones InputChannels = 2, OutputChannels "
                        + "= 2 on the shape, with the four numbers a, b, -b, a for each weight a + bi"
                )
            : null;
    }

    /// <summary>Several kernels on one method, and results that are scaled or masked, are real.</summary>
    public static Refusal? CheckGroup(OperationDeclaration operation) =>
        operation.IsComplex
            ? Clash("several kernels, a scale, an offset or [PixelMask]", "give each kernel a method of its own, without these")
            : null;

    /// <summary>The same operation on real and imaginary parts.</summary>
    public static (OperationDeclaration Operation, KernelDeclaration Kernel, ChannelCounts Channels, KernelMatrix Matrix) TakeApart(
        OperationDeclaration operation,
        KernelDeclaration kernel,
        KernelMatrix matrix,
        SignatureForm form
    )
    {
        if (matrix.Complex is { } weights)
        {
            return (
                operation,
                WithChannels(kernel, 1),
                new ChannelCounts(2, 2, 1),
                matrix with
                {
                    Weights = Blocks(weights, operation.Kind).ToEquatableArray(),
                    Depth = 4,
                }
            );
        }

        if (form.Bias is not null)
        {
            // Kernels that all channels share know no bias; a layer that treats each part alone does.
            EquatableArray<Rational> twice = matrix.Weights!.Value.SelectMany(static weight => new[] { weight, weight }).ToEquatableArray();
            return (operation, WithChannels(kernel, 2), new ChannelCounts(2, 2, 2), matrix with { Weights = twice, Depth = 2 });
        }

        return (operation with { PixelChannels = 2 }, kernel, new ChannelCounts(1, 1, 1), matrix);
    }

    /// <summary>
    /// For each place, what the real part of a sample adds to both parts of the result, and then what the imaginary one does. A correlation
    /// conjugates its weights, as NumPy's does.
    /// </summary>
    private static IEnumerable<Rational> Blocks(ComplexWeights weights, OperationKind operation)
    {
        for (int place = 0; place < weights.Real.Count; place++)
        {
            Rational a = weights.Real[place];
            Rational b = operation == OperationKind.Correlation ? -weights.Imaginary[place] : weights.Imaginary[place];
            yield return a;
            yield return b;
            yield return -b;
            yield return a;
        }
    }

    private static KernelDeclaration WithChannels(KernelDeclaration kernel, int groups) =>
        kernel with
        {
            InputChannels = 2,
            OutputChannels = 2,
            Groups = groups,
        };

    private static Refusal Clash(string other, string remedy) =>
        Refusal.Of(DeclarationRules.OptionClash, RefusalSite.Option("Complex"), "Complex", other, remedy);
}
