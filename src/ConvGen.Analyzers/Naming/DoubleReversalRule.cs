using ConvGen.Analyzers.Catalogue;
using ConvGen.Analyzers.Naming.Calls;
using ConvGen.Analyzers.Naming.Weights;
using OperationKind = ConvGen.Generator.Model.OperationKind;

namespace ConvGen.Analyzers.Naming;

/// <summary>CONV105: a kernel is reversed before a callee that reverses it again.</summary>
internal sealed class DoubleReversalRule()
    : NamingRule(
        "CONV105",
        "The kernel is reversed twice",
        "'{0}' gets a correlation from '{1}': {2} is reversed before the call and '{1}' reverses it again, so {3}, and {4}"
    )
{
    /// <inheritdoc/>
    public override void CheckCall(CallReading call, MemberContext member)
    {
        if (
            call is { Entry.Use: CatalogueUse.Routine, Claim: { } claim, IsReversedTwice: true, Kernel.Symmetry: not Symmetry.Symmetric }
            && claim.Contradicts(OperationKind.Correlation, member.Options)
        )
        {
            member.Report(
                CallDiagnostic.CreateReversed(
                    Descriptor,
                    call,
                    claim,
                    OperationKind.Correlation,
                    claim.Name,
                    CallWording.Name(call.Callee),
                    CallWording.Name(call.Kernel),
                    CallWording.Indices(OperationKind.Correlation),
                    CallWording.Result(call.Kernel)
                )
            );
        }
    }
}
