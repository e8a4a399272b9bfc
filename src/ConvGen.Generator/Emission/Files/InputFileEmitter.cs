using ConvGen.Generator.Emission.Borders;
using ConvGen.Generator.Emission.Description;
using ConvGen.Generator.Emission.Entry;
using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Emission.Transforms;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Transforms;

namespace ConvGen.Generator.Emission.Files;

/// <summary>Prints the file of a method that says which rectangle of an image another one sees.</summary>
internal static class InputFileEmitter
{
    /// <param name="writer">Where to.</param>
    /// <param name="model">The method.</param>
    /// <param name="tiles">The tiles that the method which is asked about computes parts through, if any.</param>
    /// <param name="assembly">The assembly's name.</param>
    /// <param name="cancellation">Stops the printing.</param>
    public static void Emit(SourceWriter writer, InputModel model, TransformPlan? tiles, string assembly, CancellationToken cancellation)
    {
        KernelDescription description = Description(model, tiles);
        HeaderEmitter.EmitHead(writer, model.Header, description);
        NullableDirectives.Emit(writer);
        writer.Line();
        ImplementingPart.Emit(
            writer,
            model.Header,
            () =>
            {
                DocumentationEmitter.Emit(writer, model.Header, description, () => EmitDetails(writer, model));
                ImplementingPart.EmitMember(writer, model.Header, KernelNames.EntryType(model.Header), returnsResult: true);
            }
        );
        writer.Line();
        FileEmitter.EmitNamespace(writer, assembly, types => EmitType(types, model, tiles), cancellation);
    }

    private static KernelDescription Description(InputModel model, TransformPlan? tiles)
    {
        string image = model.Axes == 2 ? "rectangle of an image" : "stretch of a signal";
        string part = model.Axes == 2 ? "a rectangle" : "a stretch";
        List<DescriptionFact> facts =
        [
            new("Border", KernelDescription.Border(model.Mode, model.Border, model.BorderValue)),
            new("Windows", string.Join("; ", Axes(model)) + "."),
        ];
        if (tiles is not null)
        {
            facts.Add(new("Tiles", TransformDescription.Seen(tiles)));
        }

        return new KernelDescription($"The {image} that {model.Forward} sees to compute {part} of its result.", [], facts);
    }

    /// <summary>For each axis, what a result sees.</summary>
    private static IEnumerable<string> Axes(InputModel model)
    {
        if (model.Axes == 1)
        {
            yield return Seen(model.Horizontal, "sample", "n");
            yield break;
        }

        yield return Seen(model.Vertical, "row", "y");
        yield return Seen(model.Horizontal, "column", "x");
    }

    private static string Seen(AxisGeometry axis, string name, string index)
    {
        string place = axis.Stride == 1 ? index : $"{Literals.Of(axis.Stride)} * {index}";
        string first = place + FrameEmitter.Minus(axis.Before),
            last = place + FrameEmitter.Plus(axis.EffectiveSize - 1 - axis.Before);
        return $"{name} {index} of the result sees {name}s {first} to {last}";
    }

    private static void EmitDetails(SourceWriter writer, InputModel model)
    {
        foreach (Parameter parameter in model.Header.Parameters)
        {
            string name = parameter.Name.TrimStart('@');
            string text = name switch
            {
                "region" => "The part of the result.",
                "length" => "Length of the whole signal, in pixels.",
                "width" => "Width of the whole image, in pixels.",
                _ => "Height of the whole image, in rows.",
            };
            writer.Line($"/// <param name=\"{name}\">{text}</param>");
        }

        writer.Line("/// <returns>What a source must hold.</returns>");
        writer.Line(
            "/// <exception cref=\"global::System.ArgumentException\">A size is negative, or the region does not lie within the "
                + "result.</exception>"
        );
    }

    private static void EmitType(SourceWriter writer, InputModel model, TransformPlan? tiles)
    {
        string[] sizes = model.Axes == 2 ? ["width", "height"] : ["length"];
        writer.Line(
            "/// <summary>Checks the arguments of <c>"
                + Comments.Xml(KernelNames.Readable(model.Header))
                + "</c> and computes the rectangle.</summary>"
        );
        writer.Line(KernelNames.TypeAttributes);
        using (writer.Block("file static class " + KernelNames.EntryType(model.Header)))
        {
            using (
                writer.Block($"internal static global::ConvGen.Region Run({string.Join(", ", model.Header.Parameters.Select(Parameter))})")
            )
            using (writer.Block("unchecked"))
            {
                writer.Lines(sizes.Select(size => $"ArgumentOutOfRangeException.ThrowIfNegative({size});"));
                RegionChecks.EmitRegion(writer, model.Axes, "");
                writer.Line($"return {SeenEmitter.Name}(region, {string.Join(", ", sizes)});");
            }

            writer.Line();
            SizeEmitter.EmitAxis(
                writer,
                "OutputWidth",
                model.Axes == 2 ? "width" : "length",
                "Pixels in a row of the result.",
                model.Mode,
                model.Horizontal
            );
            if (model.Axes == 2)
            {
                SizeEmitter.EmitAxis(writer, "OutputHeight", "height", "Rows of the result.", model.Mode, model.Vertical);
            }

            SeenEmitter.Emit(writer, model.Axes, model.Border, model.Vertical, model.Horizontal, tiles);
        }
    }

    private static string Parameter(Parameter parameter)
    {
        string name = parameter.Name.TrimStart('@');
        return (name == "region" ? "global::ConvGen.Region " : "int ") + name;
    }
}
