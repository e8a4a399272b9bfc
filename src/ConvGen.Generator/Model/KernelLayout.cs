namespace ConvGen.Generator.Model;

/// <summary>In which order the weights stand; the values are those of the public enum <c>ConvGen.KernelLayout</c>.</summary>
internal enum KernelLayout
{
    InputFirst = 0,
    OutputFirst = 1,
}
