namespace ConvGen.Generator.Model;

/// <summary>The numeric types that samples, weights and accumulators can have.</summary>
internal enum ElementType
{
    Byte,
    SByte,
    Int16,
    UInt16,
    Int32,
    Int64,
    Half,
    Single,
    Double,
}
