using ConvGen.Analyzers.Naming.Calls;

namespace ConvGen.Analyzers.Naming;

/// <summary>CONV104: a kernel is reversed on one axis and not on the other, which is neither operation.</summary>
internal sealed class OneAxisRule() : NamingRule(
    "CONV104",
    "The kernel is reversed on one axis only",
    "{0}")
{
    /// <inheritdoc/>
    public override void CheckCall(CallReading call, MemberContext member)
    {
        if (call.Claim is { } claim && OneAxisCall.Message(call, claim, member.Options) is { } message)
        {
            member.Report(CallDiagnostic.CreateReversed(Descriptor, call, claim, null, message));
        }
    }
}
