using ConvGen.Analyzers.Catalogue;
using ConvGen.Analyzers.Naming.Calls;
using ConvGen.Analyzers.Naming.Names;
using ConvGen.Analyzers.Naming.Weights;
using OperationKind = ConvGen.Generator.Model.OperationKind;

namespace ConvGen.Analyzers.Naming;

/// <summary>
/// CONV102: a call computes the other operation than the name that its result answers to, and the kernel shows the difference.
/// </summary>
internal sealed class CallNameRule() : NamingRule("CONV102", "The call computes the other operation", "'{0}' gets {1} from '{2}': {3}")
{
    /// <inheritdoc/>
    public override void CheckCall(CallReading call, MemberContext member)
    {
        if (call is not { Entry.Use: CatalogueUse.Routine, Claim: { } claim })
        {
            return;
        }

        if (call.Entry.Operation == ComputedOperation.TransposedConvolution)
        {
            CheckTransposed(call, claim, member);
        }
        else if (
            call.Effective is { } effective
            && claim.Contradicts(effective, member.Options)
            && !call.IsReversedTwice
            && call.Kernel.Symmetry is Symmetry.Asymmetric or Symmetry.Antisymmetric
        )
        {
            member.Report(
                CallDiagnostic.Create(
                    Descriptor,
                    call,
                    claim,
                    effective,
                    claim.Name,
                    CallWording.Noun(effective),
                    CallWording.Name(call.Callee),
                    CallWording.Consequence(call, effective)
                )
            );
        }
    }

    private void CheckTransposed(CallReading call, NameClaim claim, MemberContext member)
    {
        if (
            claim.Operation == OperationKind.Correlation
            && call.Kernel is { Orientation: Orientation.AsWritten, Symmetry: not Symmetry.Symmetric }
        )
        {
            member.Report(
                CallDiagnostic.Create(
                    Descriptor,
                    call,
                    claim,
                    OperationKind.Convolution,
                    claim.Name,
                    "a transposed convolution",
                    CallWording.Name(call.Callee),
                    "every sample spreads the kernel as it is written, which with stride 1 is the full convolution and with any "
                        + "other no correlation either"
                )
            );
        }
    }
}
