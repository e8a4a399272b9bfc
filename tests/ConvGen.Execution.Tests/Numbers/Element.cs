namespace ConvGen.Execution.Tests.Numbers;

/// <summary>The element types that declarations are written with.</summary>
internal enum Element
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
