using ConvGen.Generator.Emission.Description;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Layers;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Emission.Layers;

/// <summary>What a layer computes and how, in words, for the header of the generated file and the method's documentation.</summary>
internal static class LayerDescription
{
    /// <summary>Output channels whose kernels are drawn.</summary>
    private const int DrawnKernels = 4;

    /// <summary>Sums of a pass.</summary>
    private const int PassSums = 12;

    /// <summary>
    /// Multiply-adds that a method may have, with room to spare below the 8,000 references to locals that the JIT compiler optimises.
    /// </summary>
    private const int UnrolledProducts = 1200;

    public static KernelDescription Of(LayerPlan plan, EquatableArray<VectorWidth> widths) =>
        new(Summary(plan.Model, plan.Layer), Sections(plan.Model, plan.Layer).ToList(), Facts(plan, widths).ToList());

    private static string Summary(ConvolutionModel model, LayerOptions layer)
    {
        string operation = model.Operation == OperationKind.Convolution ? "Convolution" : "Correlation";
        string channels =
            model.IsComplex || layer is { InputChannels: 1, OutputChannels: 1 }
                ? ""
                : $" from {Count(layer.InputChannels, "channel")} to {Literals.Of(layer.OutputChannels)}"
                    + (layer.Groups > 1 ? $" in {Literals.Of(layer.Groups)} groups" : "");
        string shape =
            model.Form.Axes == 1
                ? Count(model.Kernel.Columns, "tap")
                : (model.Form.IsVolume ? Literals.Of(model.Kernel.Planes) + " x " : "")
                    + Literals.Of(model.Kernel.RowsOfPlane)
                    + " x "
                    + Literals.Of(model.Kernel.Columns)
                    + " taps";
        string weights = model.Form.Kernel is { } kernel
            ? ", given as "
                + KernelDescription.Name(kernel.Element)
                + (kernel.Carrier == Carrier.Prepared ? " and kept ready" : " at run time")
            : "";
        string bias = model.Form.Bias is null ? "" : ", with a bias";
        string activation = (layer.Minimum, layer.Maximum) is (null, null) ? "" : ", limited";
        return $"{(model.Form.Requantisation is null ? operation : "Quantised " + operation.ToLowerInvariant())} of {(model.IsComplex ? "complex " : "")}{KernelDescription.Name(model.Form.Source.Element)} samples{channels} with {(model.IsComplex || layer.OutputChannels == 1 ? "a kernel" : "kernels")} of {shape}{weights}{bias}"
            + $", to {KernelDescription.Name(model.Form.Destination.Element)}{activation}{(model.IsStream ? ", of a signal that comes block by block" : "")}.";
    }

    private static IEnumerable<DescriptionSection> Sections(ConvolutionModel model, LayerOptions layer)
    {
        foreach (DescriptionSection section in DesignDescription.Sections(model))
        {
            yield return section;
        }

        if (model.IsComplex)
        {
            yield return new(Reversal(model, layer), Drawing(model.Kernel));
        }
        else
        {
            yield return new(Reversal(model, layer), []);
        }

        if (model.Kernel.Weights is { } weights && !model.IsComplex)
        {
            int places = model.Kernel.Rows * model.Kernel.Columns;
            for (int output = 0; output < Math.Min(layer.OutputChannels, DrawnKernels); output++)
            {
                for (int input = 0; input < Math.Min(layer.GroupInputs, DrawnKernels); input++)
                {
                    // Drawn as written, so the places of the kernel as applied are gone through from the end where it is reversed.
                    IEnumerable<int> written = Enumerable
                        .Range(0, places)
                        .Select(place => model.Operation == OperationKind.Convolution ? places - 1 - place : place);
                    yield return new(
                        $"K for output {Literals.Of(output)}"
                            + (layer.GroupInputs > 1 ? $" and input {Literals.Of(input)}{(layer.Groups > 1 ? " of its group" : "")}" : "")
                            + ":",
                        KernelDrawing.Of(
                            model.Kernel,
                            written.Select(place => weights[WeightOrder.Written(model, layer, place, input, output)]).ToEquatableArray()
                        )
                    );
                }
            }

            if (layer.OutputChannels > DrawnKernels || layer.GroupInputs > DrawnKernels)
            {
                yield return new(
                    $"(of {Literals.Of(layer.OutputChannels)} outputs and {Literals.Of(layer.GroupInputs)} inputs the first)",
                    []
                );
            }
        }

        yield return new("Each sample of the result:", [FormulaText.Index(model)]);
    }

    /// <summary>A complex kernel as written; one of real weights stands there for both parts.</summary>
    private static IReadOnlyList<string> Drawing(KernelMatrix kernel) =>
        kernel.Complex is { } weights
            ? KernelDrawing.OfComplex(kernel, weights)
            : KernelDrawing.Of(kernel, kernel.Weights!.Value.Where(static (_, index) => index % 2 == 0).ToEquatableArray());

    private static string Reversal(ConvolutionModel model, LayerOptions layer) =>
        model is { Operation: OperationKind.Correlation, Kernel.Complex: not null }
            ? "The kernel K is conjugated, as numpy.correlate conjugates its second argument; a correlation does not reverse it."
        : model.Operation == OperationKind.Correlation ? "The kernel K is used as it is written; a correlation does not reverse it."
        : "The convolution reverses the kernel K"
            + (
                model.Form.Axes switch
                {
                    1 => " in space",
                    2 => " on both spatial axes",
                    _ => " on all three spatial axes",
                }
            )
            + (!model.IsComplex && (layer.InputChannels > 1 || layer.OutputChannels > 1) ? ", and never its channels" : "")
            + "; K itself is named as it is written.";

    private static IEnumerable<DescriptionFact> Facts(LayerPlan plan, EquatableArray<VectorWidth> widths) =>
        [.. Declared(plan.Model, plan.Layer), .. Planned(plan, widths)];

    /// <summary>What was asked for.</summary>
    private static IEnumerable<DescriptionFact> Declared(ConvolutionModel model, LayerOptions layer)
    {
        foreach (DescriptionFact fact in DesignDescription.Facts(model))
        {
            yield return fact;
        }

        yield return new("Output", FormulaText.Output(model));
        yield return new(
            "Border",
            model is { Border: BorderMode.Constant, Mode: not OutputMode.Valid, Form.Requantisation.HasSourceZeroPoint: true }
                ? "the zero point of the source, which stands for 0, seen from a row abcd: kkk|abcd|kkk with k = sourceZeroPoint."
                : KernelDescription.Border(model)
        );
        foreach (DescriptionFact fact in CallDescription.Facts(model))
        {
            yield return fact;
        }

        if (!model.IsComplex && (layer.InputChannels > 1 || layer.OutputChannels > 1))
        {
            yield return new(
                "Channels",
                !layer.IsPlanar ? "side by side in each pixel."
                    : model.Form.IsVolume ? "in volumes, one after the other."
                    : "in planes, one after the other."
            );
        }
    }

    /// <summary>What was made of it.</summary>
    private static IEnumerable<DescriptionFact> Planned(LayerPlan plan, EquatableArray<VectorWidth> widths)
    {
        (ConvolutionModel model, LayerOptions layer) = (plan.Model, plan.Layer);
        yield return new("Plan", string.Join("; ", plan.Decisions) + ".");
        if (LayerQuadsEmitter.Has(plan, widths))
        {
            yield return new("Dot products", LayerQuadsEmitter.Description(plan, widths));
        }

        yield return new("Loops", Loops(plan));
        yield return new("Operations", OperationText.Of(plan));
        yield return new("Accumulator", Accumulator(plan));
        if (model.Form.Destination.Element.IsInteger())
        {
            yield return new("Rounding", Rounding(plan));
        }

        if (model.Form.Requantisation is not null)
        {
            yield return new("Quantisation", Quantisation(model, layer));
        }
        else if (Limits(layer) is { } limits)
        {
            yield return new("Limits", limits);
        }

        yield return new(
            "Vectors",
            plan.ScalarReason is { } reason
                ? "none: " + reason + "."
                : WidthWords.Of(widths, isFilled: width => plan.RowsTile is not null || new LayerParts(plan).Tile(width) is not null) + "."
        );
    }

    /// <summary>Which loops remain, and why.</summary>
    private static string Loops(LayerPlan plan)
    {
        List<string> loops = [];
        if (plan.Model.Depth.Size > 1)
        {
            loops.Add("planes");
        }

        if (plan.Model.Vertical.Size > 1)
        {
            loops.Add("rows");
        }

        if (plan.Model.Kernel.Columns > 1)
        {
            loops.Add("columns");
        }

        if (plan.Layer.GroupInputs > 1)
        {
            loops.Add("input channels");
        }

        string over = loops.Count switch
        {
            0 => "pixels",
            1 => loops[0],
            _ => string.Join(", ", loops.Take(loops.Count - 1)) + " and " + loops[loops.Count - 1],
        };
        if (plan.Taps == 1)
        {
            return "over pixels only.";
        }

        long products = plan.Taps * (plan.ScalarReason is null ? PassSums : 1);
        string because =
            products > UnrolledProducts
                ? $"written out, a pass would have {Literals.Of(products)} multiply-adds, and the JIT compiler optimises no method "
                    + $"with much more than {Literals.Of(UnrolledProducts)}"
                : "written out, the products would be no faster";
        return $"over {over}, in the order of the sum; {because}.";
    }

    private static string Accumulator(LayerPlan plan)
    {
        string name = KernelDescription.Name(plan.Accumulator);
        if (plan.Range is { } range)
        {
            return $"{name}, as the sum lies between {Literals.Of(range.Minimum)} and {Literals.Of(range.Maximum)}{(plan.Model.Form.Bias is null ? "" : " without its bias")}.";
        }

        return plan.Fuses
            ? name + ", with multiplication and addition fused where the processor can."
            : name + ", with each product and each sum rounded in the order of the taps.";
    }

    private static string Rounding(LayerPlan plan)
    {
        string name = KernelDescription.Name(plan.Model.Form.Destination.Element);
        if (plan.Model.Form.Requantisation is not null)
        {
            return "the sum becomes a number of single precision, its product with the factor is rounded to single precision, and "
                + "then to the nearest integer, to the even one where halfway; "
                + $"what {name} cannot hold beside the zero point becomes the nearest value that it holds.";
        }

        string sum = plan.Denominator.IsOne ? "sum" : "sum/" + Literals.Of(plan.Denominator);
        string rounding = plan.Accumulator.IsInteger() && plan.Denominator.IsOne ? "none is needed" : $"floor({sum} + 1/2)";
        string last = plan.BiasJoinsLast ? "; then the bias is added" : "";
        return rounding
            + last
            + $"; what {name} cannot hold becomes the nearest value that it holds"
            + (plan.Accumulator.IsFloating() ? ", and not a number becomes 0." : ".");
    }

    private static string Quantisation(ConvolutionModel model, LayerOptions layer)
    {
        string relu = layer.Minimum is null ? "" : "; results below the zero point, which stands for 0, become it";
        SumRange biases = LayerSums.BiasLimits(model, layer);
        string bias = model.Form.Bias is null
            ? ""
            : $"; a bias lies between {Literals.Of(biases.Minimum)} and {Literals.Of(biases.Maximum)}, so that 32 bits hold every sum";
        return "factors that are not finite are refused" + bias + relu + ".";
    }

    private static string? Limits(LayerOptions layer) =>
        (layer.Minimum, layer.Maximum) switch
        {
            (null, null) => null,
            ({ } minimum, null) => $"results below {KernelDrawing.Number(minimum)} become it.",
            (null, { } maximum) => $"results above {KernelDrawing.Number(maximum)} become it.",
            ({ } minimum, { } maximum) =>
                $"results below {KernelDrawing.Number(minimum)} and above {KernelDrawing.Number(maximum)} become these.",
        };

    private static string Count(long count, string noun) => Literals.Of(count) + " " + noun + (count == 1 ? "" : "s");
}
