using ConvGen.Analyzers.Catalogue;
using ConvGen.Analyzers.Naming.Calls;

namespace ConvGen.Analyzers.Naming;

/// <summary>CONV106: a sum of squared differences where a convolution or a correlation is named.</summary>
internal sealed class DistanceRule()
    : NamingRule(
        "CONV106",
        "A distance goes by the name of an operation",
        "'{0}' gets a distance from '{1}': the indices run the same way, but differences are summed where products are named, and "
            + "the smallest value is the best match"
    )
{
    /// <inheritdoc/>
    public override void CheckCall(CallReading call, MemberContext member)
    {
        if (call is { Entry.Operation: ComputedOperation.Distance, Claim: { } claim })
        {
            member.Report(CallDiagnostic.Create(Descriptor, call, claim, null, claim.Name, CallWording.Name(call.Callee)));
        }
    }
}
