namespace ConvGen.Generator.Model.Groups;

/// <summary>How the results of several kernels become one; numbered as the public enum.</summary>
internal enum Combination
{
    None,
    Magnitude,
    AbsoluteSum,
    Maximum,
    Minimum,
    Sum,
}
