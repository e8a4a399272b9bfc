using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Emission.Parts;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Parts;

namespace ConvGen.Generator.Emission.Entry;

/// <summary>What entries of buffers without a shape have in common: the destination is checked or made, and the kernel is run.</summary>
internal sealed class FlatCall(SourceWriter writer, ConvolutionModel model, FlatSizes sizes, PartTiles? tiles)
{
    public SourceWriter Writer { get; } = writer;

    public ConvolutionModel Model { get; } = model;

    public SignatureForm Form { get; } = model.Form;

    public FlatSizes Sizes { get; } = sizes;

    /// <summary>The name of the type that computes the kernel.</summary>
    public string KernelType { get; } = KernelNames.KernelType(model.Header);

    /// <summary>Runs the kernel on a rectangle.</summary>
    public void EmitPart(PartText part)
    {
        if (Form.IsParallel)
        {
            ParallelEmitter.EmitRun(Writer, Model, part, tiles);
        }
        else
        {
            part.EmitSteps(Writer, Form);
            part.EmitCalls(Writer, Model);
        }

        if (Form.ReturnsResult)
        {
            Writer.Line("return destination;");
        }
    }

    /// <summary>Checks or makes the destination, and returns early when nothing is to be computed.</summary>
    public void EmitDestination(string sizeParameter, TouchedRows read, TouchedRows written)
    {
        if (Form.ReturnsResult)
        {
            string element = Form.Destination.Element.Keyword();
            Writer.Line($"{Writer.Use(HelperKind.RequireArray)}(destinationExtent, nameof({sizeParameter}));");
            Writer.Line(element + "[] destination = GC.AllocateUninitializedArray<" + element + ">((int)destinationExtent);");
        }
        else
        {
            Sizes.EmitLength("destination", "destinationExtent");
        }

        using (Writer.Block("if (destinationExtent == 0)"))
        {
            Writer.Line(Form.ReturnsResult ? "return destination;" : "return;");
        }

        Writer.Line();
        CommonChecks.EmitReferences(Writer, Form);
        CommonChecks.EmitOverlap(Writer, Model, read, written);
    }

    /// <summary>Runs the kernel once, or for each item of the batch.</summary>
    public void EmitRun(string sourceStep, string destinationStep, Func<string, string, string> arguments)
    {
        bool sharesSpectrum = Form.HasBatch && PairHanding.SharesSpectrum(Model, tiles);
        string weights = sharesSpectrum ? ", ref spectrum" : WeightArguments.AtEntry(Model);
        if (sharesSpectrum)
        {
            PairHanding.EmitSpectrum(Writer, Model, tiles);
            PairHanding.EmitReference(Writer, Model, tiles!);
        }

        if (Form.HasBatch)
        {
            Writer.Line("nint sourceStep = " + sourceStep + ";");
            Writer.Line("nint destinationStep = " + destinationStep + ";");
        }

        if (Form.HasBatch && !Model.GoesThroughBatch)
        {
            using (Writer.Block("for (nint item = 0; item < batch; item++)"))
            {
                string call = arguments(
                    "Unsafe.Add(ref firstSource, item * sourceStep)",
                    "Unsafe.Add(ref firstDestination, item * destinationStep)"
                );
                Writer.Line(KernelType + ".Run(" + call + weights + ");");
            }
        }
        else
        {
            Writer.Line(KernelType + ".Run(" + arguments("firstSource", "firstDestination") + weights + ");");
        }

        if (sharesSpectrum)
        {
            PairHanding.EmitReturn(Writer, Model, tiles);
        }

        if (Form.ReturnsResult)
        {
            Writer.Line("return destination;");
        }
    }
}
