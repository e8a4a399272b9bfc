namespace ConvGen.Analyzers.Catalogue;

/// <summary>What kind of method a row describes; it decides how loud a rule may be.</summary>
internal enum CatalogueUse
{
    /// <summary>A routine that is given its kernel.</summary>
    Routine,

    /// <summary>A layer whose weights are learned, so that their order does not matter.</summary>
    Layer,

    /// <summary>A named filter with a fixed kernel that is symmetric under rotation.</summary>
    SymmetricFilter,

    /// <summary>A named filter with a fixed kernel that changes its sign under rotation.</summary>
    AntisymmetricFilter,

    /// <summary>A named filter whose kernel depends on its arguments.</summary>
    Filter,

    /// <summary>Returns a kernel that is symmetric under rotation; it computes nothing itself.</summary>
    SymmetricKernel,
}
