namespace ConvGen.Analyzers.Naming.Names;

/// <summary>What the expression that is left on the way outwards has to do with the result that is followed.</summary>
internal enum Flow
{
    /// <summary>Nothing.</summary>
    Lost,

    /// <summary>It is the result, or made of it.</summary>
    Value,

    /// <summary>The result is returned from the function around it.</summary>
    Returned,

    /// <summary>It is a function in which the result is computed.</summary>
    Function,

    /// <summary>It is a function that returns the result.</summary>
    ReturningFunction,
}
