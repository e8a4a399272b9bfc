using ConvGen.Analyzers.Catalogue;
using ConvGen.Analyzers.Naming.Calls;
using ConvGen.Analyzers.Naming.Names;
using OperationKind = ConvGen.Generator.Model.OperationKind;

namespace ConvGen.Analyzers.Naming;

/// <summary>CONV107: a coefficient where a convolution or a correlation of signals is named.</summary>
internal sealed class StatisticRule()
    : NamingRule(
        "CONV107",
        "A statistic goes by the name of an operation",
        "'{0}' gets {1} from '{2}': {3}, and it is scaled to lie between -1 and 1, so it is not the sum of products that the name says"
    )
{
    /// <inheritdoc/>
    public override void CheckCall(CallReading call, MemberContext member)
    {
        if (call.Claim is { } claim && Noun(call.Entry.Operation, claim) is var (noun, indices))
        {
            member.Report(CallDiagnostic.Create(Descriptor, call, claim, null, claim.Name, noun, CallWording.Name(call.Callee), indices));
        }
    }

    // "Correlation" alone is also the statistician's word; only a correlation of signals is something else.
    private static (string Noun, string Indices)? Noun(ComputedOperation operation, NameClaim claim) =>
        operation switch
        {
            ComputedOperation.NormalizedScore when claim.Operation == OperationKind.Convolution => (
                "a normalised score",
                "the indices of template and source run the same way"
            ),
            ComputedOperation.Statistic when claim.Operation == OperationKind.Convolution || claim.IsExplicit => (
                "a statistic",
                "it pairs samples by their position"
            ),
            _ => null,
        };
}
