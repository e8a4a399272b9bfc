namespace ConvGen.Execution.Tests.Widths;

/// <summary>Stands for an instruction set that a processor lacks.</summary>
public static class AbsentInstructions
{
    public static bool IsSupported => false;
}
