using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Entry;

/// <summary>Weights and bias that arrive at run time, on their way from the entry to the kernel; each text begins with its comma.</summary>
internal static class WeightArguments
{
    /// <summary>What the entry passes after source and destination; a layer goes through a batch itself.</summary>
    public static string AtEntry(ConvolutionModel model)
    {
        SignatureForm form = model.Form;
        return (
                form.Kernel switch
                {
                    null => "",
                    { Carrier: Carrier.Prepared } => ", kernel",
                    _ => ", ref firstWeight",
                }
            )
            + (form.Bias is null ? "" : ", ref firstBias")
            + (form.Requantisation is null ? "" : ", ref firstScale")
            + ZeroPoints(form, "")
            + Factors(form, "")
            + (model.GoesThroughBatch ? ", batch, sourceStep, destinationStep" : "");
    }

    /// <summary>The parameters that take weights and bias.</summary>
    public static string Parameters(SignatureForm form) =>
        (
            form.Kernel switch
            {
                null => "",
                { Carrier: Carrier.Prepared } kernel => $", {Carriers.TypeOf(kernel)} kernel",
                { } kernel => $", ref {kernel.Element.Keyword()} kernel",
            }
        )
        + (form.Bias is { } bias ? $", ref {bias.Element.Keyword()} bias" : "")
        + (form.Requantisation is null ? "" : ", ref float scale")
        + ZeroPoints(form, "int ");

    /// <summary>The zero points that a quantised layer takes, each behind a type or behind nothing.</summary>
    private static string ZeroPoints(SignatureForm form, string type) =>
        form.Requantisation is not { } quantised
            ? ""
            : (quantised.HasSourceZeroPoint ? $", {type}sourceZeroPoint" : "")
                + (quantised.HasKernelZeroPoint ? $", {type}kernelZeroPoint" : "")
                + (quantised.HasDestinationZeroPoint ? $", {type}destinationZeroPoint" : "");

    /// <summary>Scale and offset of results, each behind a type or behind nothing.</summary>
    public static string Factors(SignatureForm form, string type) =>
        (form.HasScale ? $", {type}scale" : "") + (form.HasOffset ? $", {type}offset" : "");

    /// <summary>The parameters that take weights, bias, scale and offset.</summary>
    public static string AllParameters(SignatureForm form) => Parameters(form) + Factors(form, "float ");

    /// <summary>What a method with these parameters passes on.</summary>
    public static string AllPassedOn(SignatureForm form) => PassedOn(form) + Factors(form, "");

    /// <summary>The matching arguments.</summary>
    public static string Arguments(SignatureForm form) =>
        PassedOn(form) + (form.Requantisation is null ? "" : ", ref scale") + ZeroPoints(form, "");

    /// <summary>What a method with these parameters passes on.</summary>
    public static string PassedOn(SignatureForm form) =>
        (
            form.Kernel is not { } kernel ? ""
            : kernel.Carrier == Carrier.Prepared ? ", kernel"
            : ", ref kernel"
        ) + (form.Bias is null ? "" : ", ref bias");
}
