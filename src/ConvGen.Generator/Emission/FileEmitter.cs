using ConvGen.Generator.Emission.Layers;
using ConvGen.Generator.Emission.Windows;
using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing;
using ConvGen.Generator.Planning;

namespace ConvGen.Generator.Emission;

/// <summary>Prints a method's file: header, implementing part, argument checks and kernel, or the stub of a refused method.</summary>
internal static class FileEmitter
{
    /// <summary>
    /// Imported inside the namespace of the kernel types, where they come before anything of the user's: neither a
    /// <c>global using</c> nor a type of the user's can change what a name means there.
    /// </summary>
    public static readonly string[] Imports =
    [
        "System",
        "System.Buffers",
        "System.CodeDom.Compiler",
        "System.Diagnostics.CodeAnalysis",
        "System.Globalization",
        "System.Numerics",
        "System.Runtime.CompilerServices",
        "System.Runtime.InteropServices",
        "System.Runtime.Intrinsics",
        "System.Runtime.Intrinsics.Arm",
        "System.Runtime.Intrinsics.X86",
    ];

    /// <summary>The file of a method whose steps may have failed.</summary>
    public static GeneratedFile Emit(Guarded<PlanResult> planned, CancellationToken cancellation = default)
    {
        if (planned.Value is { } value)
        {
            return Emit(value, cancellation);
        }

        // A method that could not even be read has no header to write a part for: the compiler's own error stands beside ours.
        return planned.Header is { } header && planned.Failure is { } failure
            ? Failed(header, failure)
            : new GeneratedFile(planned.Method, null, planned.Failure);
    }

    /// <summary>The file of a planned or refused method.</summary>
    public static GeneratedFile Emit(PlanResult planned, CancellationToken cancellation = default) => Emit(planned, KernelEmitter.Emit, cancellation);

    /// <summary>The same with another printer of kernels.</summary>
    internal static GeneratedFile Emit(PlanResult planned, Action<SourceWriter, KernelPlan> emitKernel, CancellationToken cancellation = default)
    {
        Guarded<string> text = Guarded.Run(planned.Header.Name, planned.Header, () => Text(planned, emitKernel, cancellation));
        return text.Failure is { } failure
            ? Failed(planned.Header, failure)
            : new GeneratedFile(KernelNames.HintName(planned.Header), text.Value, null);
    }

    private static string? Text(PlanResult planned, Action<SourceWriter, KernelPlan> emitKernel, CancellationToken cancellation)
    {
        if (planned.Plan is { } plan)
        {
            return Text(plan.Model, KernelDescription.Of(plan), writer => emitKernel(writer, plan), cancellation);
        }

        if (planned.Layer is { } layer)
        {
            return Text(layer.Model, LayerDescription.Of(layer), writer => LayerEmitter.Emit(writer, layer), cancellation);
        }

        if (planned.Windows is { } windows)
        {
            return WindowFileEmitter.Text(windows);
        }

        if (planned.Input is { } input)
        {
            return InputFileEmitter.Text(input);
        }

        // Where no part can be written the compiler's own error says so.
        Refusal refusal = planned.Refusal ?? throw new InvalidOperationException("neither planned nor refused");
        return refusal.Rule.Id == DeclarationRules.NotPartial.Id ? null : StubEmitter.Refused(planned.Header, refusal);
    }

    private static string Text(ConvolutionModel model, KernelDescription description, Action<SourceWriter> emitKernel, CancellationToken cancellation)
    {
        SourceWriter writer = new(cancellation);
        HeaderEmitter.Emit(writer, model, description);
        ImplementingPart.Emit(writer, model.Header, () =>
        {
            DocumentationEmitter.Emit(writer, model, description);
            EntryEmitter.EmitMethod(writer, model);
        });
        HeaderEmitter.EmitExperimental(writer, model.Form);
        writer.Line();
        using (writer.Block("namespace " + KernelNames.Namespace))
        {
            writer.Lines(Imports.Select(import => "using global::" + import + ";"));
            writer.Line();
            EntryEmitter.EmitType(writer, model);
            writer.Line();
            emitKernel(writer);
        }

        return writer.ToString();
    }

    private static GeneratedFile Failed(MethodHeader header, UnexpectedFailure failure)
        => new(KernelNames.HintName(header), StubEmitter.Failed(header, failure), failure);
}
