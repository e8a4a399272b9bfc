using ConvGen.Generator.Emission.Programs;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Lowering;

namespace ConvGen.Generator.Emission.Passes;

/// <summary>Prints the innermost code for rows too narrow for vectors: the same expressions, sample by sample.</summary>
internal static class ScalarPassEmitter
{
    public static string Call(KernelParts parts) =>
        $"OneRow(ref source{(parts.HasTwoAxes ? ", pitch" : "")}{parts.PlaneArgument}, ref destination, count{parts.WeightsArgument});";

    public static void Emit(SourceWriter writer, KernelParts parts)
    {
        string pitch = (parts.HasTwoAxes ? ", nint pitch" : "") + parts.PlaneParameter;
        writer.Line("/// <summary>One row, sample by sample.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (
            writer.Block(
                $"private static void OneRow(ref {parts.Source} source{pitch}, ref {parts.Destination} destination, nint "
                    + $"count{parts.WeightsParameter})"
            )
        )
        {
            PassProgram program = ScalarLowering.Lower(parts);
            ProgramPrinter.Print(writer, program.Head);
            using (writer.Block("for (nint x = 0; x < count; x++)"))
            {
                ProgramPrinter.Print(writer, program.Body);
            }
        }

        writer.Line();
    }
}
