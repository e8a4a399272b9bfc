using ConvGen.Generator.Emission.Files;
using ConvGen.Generator.Emission.Groups;
using ConvGen.Generator.Emission.Parts;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Parts;

namespace ConvGen.Generator.Emission.Entry;

/// <summary>
/// Prints the implementing part, which only hands its arguments on, and the <c>file static</c> type that checks them all
/// before anything is written and then runs the kernel. The checks stand in that type because there no name of the user's
/// is in reach, so that they can be written plainly.
/// </summary>
internal static class EntryEmitter
{
    /// <summary>The implementing part.</summary>
    public static void EmitMethod(SourceWriter writer, ConvolutionModel model) =>
        ImplementingPart.EmitMember(writer, model.Header, KernelNames.EntryType(model.Header), model.Form.ReturnsResult);

    /// <summary>The type that checks the arguments.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="model">The method.</param>
    /// <param name="tiles">Those that parts of its result are computed through, if any.</param>
    public static void EmitType(SourceWriter writer, ConvolutionModel model, PartTiles? tiles = null)
    {
        MethodHeader header = model.Header;
        writer.Line(
            "/// <summary>Checks the arguments of <c>"
                + Comments.Xml(KernelNames.Readable(header))
                + "</c>, all of them before anything is written, and runs its kernel.</summary>"
        );
        writer.Line(KernelNames.TypeAttributes);
        using (writer.Block("file static class " + KernelNames.EntryType(header)))
        {
            using (
                writer.Block(
                    "internal static "
                        + ReturnType(model.Form)
                        + " Run("
                        + string.Join(", ", header.Parameters.Select(parameter => Parameter(model.Form, parameter)))
                        + ")"
                )
            )
            using (writer.Block("unchecked"))
            {
                if (model.Form.Outputs.Count > 0)
                {
                    GroupEntryEmitter.Emit(writer, model);
                }
                else if (model.Form.IsInPlace)
                {
                    InPlaceEntryEmitter.Emit(writer, model, tiles);
                }
                else if (model.Form.IsShaped)
                {
                    ShapedEntryEmitter.Emit(writer, model, tiles);
                }
                else
                {
                    FlatEntryEmitter.Emit(writer, model, tiles);
                }
            }

            if (model.Form is { IsInPlace: true, IsParallel: true })
            {
                InPlaceThreads.EmitCall(writer, model);
            }
            else
            {
                ParallelEmitter.EmitCall(writer, model, tiles);
            }
        }
    }

    private static string ReturnType(SignatureForm form) => form.ReturnsResult ? Carriers.TypeOf(form.Destination) : "void";

    /// <summary>A parameter of the same role, by value.</summary>
    private static string Parameter(SignatureForm form, Parameter parameter)
    {
        string name = parameter.Name.TrimStart('@');
        int output = form.Outputs.ToList().FindIndex(candidate => candidate.Name == name);
        return name switch
        {
            _ when output >= 0 => Carriers.TypeOf(form.Outputs[output].Buffer) + " " + GroupEntryEmitter.Local(form, output),
            SignatureRoles.Source => Carriers.TypeOf(form.Source) + " " + name,
            SignatureRoles.Kernel => Carriers.TypeOf(form.Kernel!) + " " + name,
            SignatureRoles.Bias => Carriers.TypeOf(form.Bias!) + " " + name,
            SignatureRoles.History => Carriers.TypeOf(form.History!) + " " + name,
            SignatureRoles.Destination => Carriers.TypeOf(form.Destination) + " " + name,
            SignatureRoles.Image => Carriers.TypeOf(form.Destination) + " " + name,
            SignatureRoles.Region or SignatureRoles.Held => "global::ConvGen.Region " + name,
            SignatureRoles.ChannelScale when form.Requantisation is { } quantised => Carriers.TypeOf(quantised.Scale) + " " + name,
            SignatureRoles.ResultScale or SignatureRoles.ResultOffset => "float " + name,
            SignatureRoles.Cancellation => "global::System.Threading.CancellationToken " + name,
            _ => "int " + name,
        };
    }
}
