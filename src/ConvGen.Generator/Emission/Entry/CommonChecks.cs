using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Parts;
using Buffer = ConvGen.Generator.Model.Buffer;

namespace ConvGen.Generator.Emission.Entry;

/// <summary>Checks that flat and shaped carriers share.</summary>
internal static class CommonChecks
{
    /// <summary>Refuses null arrays.</summary>
    public static void EmitNulls(SourceWriter writer, SignatureForm form)
    {
        EmitNull(writer, form.Source, SignatureRoles.Source);
        EmitNull(writer, form.Kernel, SignatureRoles.Kernel);
        EmitNull(writer, form.Bias, SignatureRoles.Bias);
        EmitNull(writer, form.Requantisation?.Scale, SignatureRoles.ChannelScale);
        EmitNull(writer, form.History, SignatureRoles.History);
        EmitNull(writer, form.ReturnsResult ? null : form.Destination, SignatureRoles.Destination);
        EmitDegree(writer, form);
    }

    /// <summary>Refuses a number of threads that is none.</summary>
    public static void EmitDegree(SourceWriter writer, SignatureForm form)
    {
        if (form.HasDegree)
        {
            writer.Line($"{writer.Use(HelperKind.RequireDegree)}(maxDegreeOfParallelism, nameof(maxDegreeOfParallelism));");
        }
    }

    /// <summary>Refuses a kernel or a bias that has not exactly as many numbers as the declaration says.</summary>
    public static void EmitKernel(SourceWriter writer, ConvolutionModel model)
    {
        if (model.Form.Kernel is not null)
        {
            writer.Line($"{writer.Use(HelperKind.RequireCount)}(kernel.Length, {Literals.Of(model.Kernel.Count)}, nameof(kernel));");
        }

        if (model.Form.Bias is not null)
        {
            writer.Line($"{writer.Use(HelperKind.RequireCount)}(bias.Length, {Literals.Of(model.ResultChannels)}, nameof(bias));");
        }

        QuantisedChecks.EmitSizes(writer, model);
    }

    /// <summary>Takes references to the first elements.</summary>
    public static void EmitReferences(SourceWriter writer, SignatureForm form)
    {
        EmitReference(writer, form.Source, SignatureRoles.Source, "firstSource");
        EmitReference(writer, form.Destination, SignatureRoles.Destination, "firstDestination");
        if (form.Kernel is { Carrier: not Carrier.Prepared } kernel)
        {
            EmitReference(writer, kernel, SignatureRoles.Kernel, "firstWeight");
        }

        if (form.History is { } history)
        {
            EmitReference(writer, history, SignatureRoles.History, "firstPast");
        }

        if (form.Bias is { } bias)
        {
            EmitReference(writer, bias, SignatureRoles.Bias, "firstBias");
        }

        if (form.Requantisation is { } quantised)
        {
            EmitReference(writer, quantised.Scale, SignatureRoles.ChannelScale, "firstScale");
        }
    }

    /// <summary>Refuses a destination, and a history, that share memory with what is read; a new array never does.</summary>
    public static void EmitOverlap(SourceWriter writer, ConvolutionModel model, TouchedRows source, TouchedRows destination)
    {
        List<(string First, TouchedRows Rows, string Parameter)> inputs = [("firstSource", source, SignatureRoles.Source)];
        if (model.Form.Kernel is { Carrier: not Carrier.Prepared })
        {
            inputs.Add(("firstWeight", TouchedRows.Dense(Literals.Of(model.Kernel.Count)), SignatureRoles.Kernel));
        }

        if (model.Form.Bias is not null)
        {
            inputs.Add(("firstBias", TouchedRows.Dense(Literals.Of(model.ResultChannels)), SignatureRoles.Bias));
        }

        if (model.Form.Requantisation is not null)
        {
            inputs.Add(("firstScale", TouchedRows.Dense(Literals.Of(model.ResultChannels)), SignatureRoles.ChannelScale));
        }

        TouchedRows past = TouchedRows.Dense(Literals.Of(StreamHistory.Of(model).Elements));
        foreach ((string first, TouchedRows rows, string parameter) in inputs)
        {
            if (!model.Form.ReturnsResult)
            {
                EmitApart(writer, first, rows, destination, parameter);
            }

            if (model.IsStream)
            {
                EmitApart(writer, first, rows, past, parameter, "firstPast", SignatureRoles.History);
            }
        }

        if (model.IsStream && !model.Form.ReturnsResult)
        {
            EmitApart(writer, "firstPast", past, destination, SignatureRoles.History);
        }

        QuantisedChecks.EmitNumbers(writer, model);
    }

    /// <summary>Prints the comparison of what is read with what is written: by rows where either has gaps between them.</summary>
    public static void EmitApart(
        SourceWriter writer,
        string first,
        TouchedRows input,
        TouchedRows output,
        string parameter,
        string firstOutput = "firstDestination",
        string written = SignatureRoles.Destination
    ) => EmitApart(writer, (first, input, $"nameof({parameter})"), (firstOutput, output, $"nameof({written})"));

    /// <summary>The same with expressions that name the parameters.</summary>
    public static void EmitApart(
        SourceWriter writer,
        (string First, TouchedRows Rows, string Name) input,
        (string First, TouchedRows Rows, string Name) output
    )
    {
        bool hasGaps = input.Rows.HasGaps || output.Rows.HasGaps;
        string Arguments(TouchedRows rows) => hasGaps ? $"{rows.Extent}, {rows.Pitch}, {rows.Row}" : rows.Extent;
        writer.Line(
            $"{writer.Use(hasGaps ? HelperKind.RequireRowsApart : HelperKind.RequireApart)}(ref {input.First}, "
                + $"{Arguments(input.Rows)}, ref {output.First}, {Arguments(output.Rows)}, {input.Name}, {output.Name});"
        );
    }

    public static void EmitNull(SourceWriter writer, Buffer? buffer, string name)
    {
        if (buffer is not null && Carriers.CanBeNull(buffer))
        {
            writer.Line("ArgumentNullException.ThrowIfNull(" + name + ");");
        }
    }

    /// <summary>Takes a reference to the first element of a buffer.</summary>
    public static void EmitReference(SourceWriter writer, Buffer buffer, string name, string first) =>
        writer.Line("ref " + buffer.Element.Keyword() + " " + first + " = ref " + Carriers.First(buffer, name) + ";");
}
