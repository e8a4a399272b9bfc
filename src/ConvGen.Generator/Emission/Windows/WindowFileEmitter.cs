using ConvGen.Generator.Emission.Description;
using ConvGen.Generator.Emission.Entry;
using ConvGen.Generator.Emission.Files;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Windows;

namespace ConvGen.Generator.Emission.Windows;

/// <summary>
/// Prints the file of a method about a window matrix: header, implementing part, argument checks, and the code that copies or sums.
/// </summary>
internal static class WindowFileEmitter
{
    public static void Emit(SourceWriter writer, WindowPlan plan, string assembly, CancellationToken cancellation)
    {
        WindowModel model = plan.Model;
        KernelDescription description = WindowDescription.Of(plan, writer.Widths);
        HeaderEmitter.Emit(writer, model.Header, model.Form, description);
        ImplementingPart.Emit(
            writer,
            model.Header,
            () =>
            {
                DocumentationEmitter.Emit(writer, model.Header, description, () => WindowDocumentation.EmitDetails(writer, model));
                ImplementingPart.EmitMember(writer, model.Header, KernelNames.EntryType(model.Header), model.Form.ReturnsResult);
            }
        );
        writer.Line();
        FileEmitter.EmitNamespace(
            writer,
            assembly,
            types =>
            {
                WindowEntryEmitter.EmitType(types, model);
                types.Line();
                EmitKernel(types, new WindowParts(plan));
            },
            cancellation
        );
    }

    private static void EmitKernel(SourceWriter writer, WindowParts parts)
    {
        WindowModel model = parts.Model;
        writer.Line($"/// <summary>The windows of <c>{model.Header.Name}</c>.</summary>");
        writer.Line(KernelNames.TypeAttributes);
        using (writer.Block("file static class " + KernelNames.KernelType(model.Header)))
        {
            SizeEmitter.EmitAxis(writer, "OutputWidth", "width", "Windows in a row of windows.", model.Mode, model.Horizontal);
            SizeEmitter.EmitAxis(writer, "OutputHeight", "height", "Rows of windows.", model.Mode, model.Vertical);
            if (model.IsFold)
            {
                FoldEmitter.Emit(writer, parts);
            }
            else
            {
                UnfoldEmitter.Emit(writer, parts);
            }
        }
    }
}
