using ConvGen.Analyzers.Catalogue;
using ConvGen.Analyzers.Naming.Names;
using ConvGen.Analyzers.Naming.Weights;
using OperationKind = ConvGen.Generator.Model.OperationKind;

namespace ConvGen.Analyzers.Naming.Calls;

/// <summary>Calls whose kernel was turned over on one of its two axes, which makes them neither operation.</summary>
internal static class OneAxisCall
{
    /// <summary>What is wrong with a call, or null.</summary>
    public static string? Message(CallReading call, NameClaim claim, NamingOptions options)
    {
        bool isLoose = claim.Operation == OperationKind.Convolution && options.Convention == NamingConvention.DeepLearning;
        return
            !isLoose
            && call is { Entry.Use: CatalogueUse.Routine, Computed: not null }
            && call.Kernel is { Orientation: Orientation.ReversedOnOneAxis, Symmetry: not Symmetry.Symmetric }
            ? $"'{claim.Name}' gets neither operation from '{CallWording.Name(call.Callee)}': {CallWording.Name(call.Kernel)} is "
                + "reversed on one axis only, so the indices of kernel and source run the same way on one axis and opposite ways on the "
                + "other, and the result is that of the mirrored kernel"
            : null;
    }
}
