namespace ConvGen.Execution.Tests.Declarations;

/// <summary>Where and how a method is declared.</summary>
internal enum Host
{
    /// <summary>An internal method of a static class.</summary>
    Static,

    /// <summary>A private one.</summary>
    Private,

    /// <summary>One that extends the type of its first parameter.</summary>
    Extension,

    /// <summary>One with a type parameter of its own.</summary>
    GenericMethod,

    /// <summary>An instance method of a sealed class.</summary>
    Instance,

    /// <summary>A virtual method of a record.</summary>
    Record,

    /// <summary>A method of a readonly struct.</summary>
    Struct,

    /// <summary>A method of a ref struct.</summary>
    RefStruct,

    /// <summary>A static method of a generic record struct within a generic class.</summary>
    GenericOuter,
}
