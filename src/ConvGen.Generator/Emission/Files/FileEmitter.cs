using ConvGen.Generator.Emission.Description;
using ConvGen.Generator.Emission.Entry;
using ConvGen.Generator.Emission.Groups;
using ConvGen.Generator.Emission.Layers;
using ConvGen.Generator.Emission.Passes;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Emission.Windows;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning;
using ConvGen.Generator.Planning.Parts;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Refusals;

namespace ConvGen.Generator.Emission.Files;

/// <summary>Prints a method's file: header, implementing part, argument checks and kernel, or the stub of a refused method.</summary>
internal static class FileEmitter
{
    /// <summary>The file of a method of an assembly, whose steps may have failed.</summary>
    public static GeneratedFile Emit(Guarded<PlanResult> planned, AssemblyChoice assembly, CancellationToken cancellation = default)
    {
        if (planned.Value is { } value)
        {
            return Emit(value, assembly, cancellation);
        }

        // A method that could not even be read has no header to write a part for: the compiler's own error stands beside ours.
        return planned.Header is { } header && planned.Failure is { } failure
            ? Failed(header, failure)
            : new GeneratedFile(planned.Method, null, planned.Failure);
    }

    /// <summary>The file of a planned or refused method.</summary>
    public static GeneratedFile Emit(PlanResult planned, AssemblyChoice assembly, CancellationToken cancellation = default) =>
        Emit(planned, assembly, KernelEmitter.Emit, cancellation);

    /// <summary>The same with another printer of kernels.</summary>
    internal static GeneratedFile Emit(
        PlanResult planned,
        AssemblyChoice assembly,
        Action<SourceWriter, KernelPlan> emitKernel,
        CancellationToken cancellation = default
    )
    {
        Guarded<GeneratedFile> file = Guarded.Run(
            planned.Header.Name,
            planned.Header,
            () => File(planned, assembly, emitKernel, cancellation)
        );
        return file.Value ?? Failed(planned.Header, file.Failure!);
    }

    /// <summary>
    /// Writes the namespace of the kernel types and what <paramref name="emitTypes"/> writes into it, where the members of the assembly's
    /// helper type can be called by their names.
    /// </summary>
    internal static void EmitNamespace(
        SourceWriter writer,
        string assembly,
        Action<SourceWriter> emitTypes,
        CancellationToken cancellation = default
    )
    {
        cancellation.ThrowIfCancellationRequested();
        using (writer.Block("namespace " + KernelNames.Namespace))
        {
            EmitImports(writer);

            // Only what is printed shows whether anything is requested; a file is too long to be printed apart and copied.
            int afterImports = writer.Position;
            writer.Line();
            emitTypes(writer);
            if (writer.Helpers.Count > 0)
            {
                writer.Insert(afterImports, $"using static global::{KernelNames.Namespace}.{KernelNames.HelperType(assembly)};");
            }
        }
    }

    /// <summary>Writes what the files of kernels and of helpers import.</summary>
    internal static void EmitImports(SourceWriter writer) =>
        writer.Lines(GeneratedNames.Imports.Select(import => "using global::" + import + ";"));

    private static GeneratedFile File(
        PlanResult planned,
        AssemblyChoice assembly,
        Action<SourceWriter, KernelPlan> emitKernel,
        CancellationToken cancellation
    )
    {
        SourceWriter writer = new(assembly, cancellation);
        string hintName = KernelNames.HintName(planned.Header);
        return Emit(writer, planned, assembly.Name, emitKernel, cancellation)
            ? new GeneratedFile(hintName, writer.ToString(), null, writer.Helpers)
            : new GeneratedFile(hintName, StubText(planned), null);
    }

    /// <summary>Prints the file of a planned method; false for a refused one.</summary>
    private static bool Emit(
        SourceWriter writer,
        PlanResult planned,
        string assembly,
        Action<SourceWriter, KernelPlan> emitKernel,
        CancellationToken cancellation
    )
    {
        if (planned.Plan is { } plan)
        {
            Emit(
                writer,
                plan.Model,
                assembly,
                KernelDescription.Of(plan, writer.Widths),
                types => emitKernel(types, plan),
                cancellation,
                PartTiles.Of(plan)
            );
        }
        else if (planned.Layer is { } layer)
        {
            Emit(
                writer,
                layer.Model,
                assembly,
                LayerDescription.Of(layer, writer.Widths),
                types => LayerEmitter.Emit(types, layer),
                cancellation
            );
        }
        else if (planned.Group is { } group)
        {
            Emit(
                writer,
                group.Model.Whole,
                assembly,
                GroupDescription.Of(group, writer.Widths),
                types => GroupEmitter.Emit(types, group),
                cancellation
            );
        }
        else if (planned.Windows is { } windows)
        {
            WindowFileEmitter.Emit(writer, windows, assembly, cancellation);
        }
        else if (planned.Input is { } input)
        {
            InputFileEmitter.Emit(writer, input, planned.InputTiles, assembly, cancellation);
        }
        else
        {
            return false;
        }

        return true;
    }

    private static string? StubText(PlanResult planned)
    {
        // Where no part can be written the compiler's own error says so.
        Refusal refusal = planned.Refusal ?? throw new InvalidOperationException("neither planned nor refused");
        return refusal.Rule.Id == DeclarationRules.NotPartial.Id ? null : StubEmitter.Refused(planned.Header, refusal);
    }

    private static void Emit(
        SourceWriter writer,
        ConvolutionModel model,
        string assembly,
        KernelDescription description,
        Action<SourceWriter> emitKernel,
        CancellationToken cancellation,
        PartTiles? tiles = null
    )
    {
        HeaderEmitter.Emit(writer, model, description);
        ImplementingPart.Emit(
            writer,
            model.Header,
            () =>
            {
                DocumentationEmitter.Emit(writer, model, description);
                EntryEmitter.EmitMethod(writer, model);
            }
        );
        HeaderEmitter.EmitExperimental(writer, model.Form);
        writer.Line();
        EmitNamespace(
            writer,
            assembly,
            types =>
            {
                EntryEmitter.EmitType(types, model, tiles);
                types.Line();
                emitKernel(types);
            },
            cancellation
        );
    }

    private static GeneratedFile Failed(MethodHeader header, UnexpectedFailure failure) =>
        new(KernelNames.HintName(header), StubEmitter.Failed(header, failure), failure);
}
