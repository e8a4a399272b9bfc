using ConvGen.Analyzers.Catalogue;
using ConvGen.Analyzers.Naming.Calls;
using ConvGen.Analyzers.Naming.Names;
using ConvGen.Analyzers.Naming.Weights;
using Microsoft.CodeAnalysis;
using OperationKind = ConvGen.Generator.Model.OperationKind;

namespace ConvGen.Analyzers.Naming;

/// <summary>CONV111: as CONV102, with a kernel that is not known where it is called.</summary>
internal sealed class UnknownKernelRule()
    : NamingRule("CONV111", "The call may compute the other operation", "'{0}' gets {1} from '{2}': {3}", DiagnosticSeverity.Info)
{
    /// <inheritdoc/>
    public override void CheckCall(CallReading call, MemberContext member)
    {
        if (call.Claim is { } claim && Doubt(call, claim, member.Options) is var (noun, consequence))
        {
            member.Report(
                CallDiagnostic.Create(Descriptor, call, claim, call.Effective, claim.Name, noun, CallWording.Name(call.Callee), consequence)
            );
        }
    }

    private static (string Noun, string Consequence)? Doubt(CallReading call, NameClaim claim, NamingOptions options) =>
        call.Entry.Operation switch
        {
            ComputedOperation.Convolution or ComputedOperation.Correlation => call.Effective is { } effective
            && claim.Contradicts(effective, options)
                ? Linear(call, effective)
                : null,
            ComputedOperation.TransposedConvolution
                when call.Entry.Use == CatalogueUse.Routine
                    && claim.Operation == OperationKind.Convolution
                    && options.Convention != NamingConvention.DeepLearning => (
                "a transposed convolution",
                "with stride 1 it is the full convolution, and with any other it spreads the samples over a finer grid"
            ),
            ComputedOperation.NormalizedScore when claim.Operation == OperationKind.Correlation => (
                "a normalised score",
                "the indices of kernel and source run the same way, and the sum is divided so that it lies between -1 and 1"
            ),
            ComputedOperation.Unspecified when claim.Operation == OperationKind.Correlation && call.Kernel.Symmetry != Symmetry.Symmetric =>
                (
                    "an operation without a formula",
                    "its documentation does not say whether the indices of kernel and source run the same way, so the result may "
                        + $"be that of the kernel {CallWording.Turned(call.Kernel)}"
                ),
            _ => null,
        };

    private static (string Noun, string Consequence)? Linear(CallReading call, OperationKind effective) =>
        call.Entry.Use switch
        {
            CatalogueUse.Routine when call.Kernel.Symmetry == Symmetry.Unknown && !call.IsReversedTwice => (
                CallWording.Noun(effective),
                CallWording.Consequence(call, effective)
            ),
            CatalogueUse.AntisymmetricFilter => (
                CallWording.Noun(effective),
                $"{CallWording.Indices(effective)} in its fixed kernel, so the result differs only by its sign"
            ),
            CatalogueUse.Filter => (
                CallWording.Noun(effective),
                $"{CallWording.Indices(effective)}, so unless its kernel is symmetric, the result is that of the kernel rotated by "
                    + "180 degrees"
            ),
            _ => null,
        };
}
