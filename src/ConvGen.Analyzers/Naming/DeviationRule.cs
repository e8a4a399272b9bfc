using ConvGen.Analyzers.Catalogue;
using ConvGen.Analyzers.Naming.Calls;
using ConvGen.Analyzers.Naming.Names;
using ConvGen.Analyzers.Naming.Weights;
using OperationKind = ConvGen.Generator.Model.OperationKind;

namespace ConvGen.Analyzers.Naming;

/// <summary>CONV110: a routine computes the operation that is named, with a catch.</summary>
internal sealed class DeviationRule()
    : NamingRule("CONV110", "The routine differs from the operation that it is named for", "'{0}' gets {1} from '{2}', {3}")
{
    /// <inheritdoc/>
    public override void CheckCall(CallReading call, MemberContext member)
    {
        if (call is { Entry.Use: CatalogueUse.Routine, Claim: { } claim } && Catch(call, claim, member.Options) is var (noun, clause))
        {
            member.Report(
                CallDiagnostic.Create(Descriptor, call, claim, call.Effective, claim.Name, noun, CallWording.Name(call.Callee), clause)
            );
        }
    }

    private static (string Noun, string Clause)? Catch(CallReading call, NameClaim claim, NamingOptions options)
    {
        if (call.Effective is { } effective)
        {
            return claim.Operation == effective && call.Entry.Deviation is { } deviation
                ? (CallWording.Noun(effective), $"but it {deviation}")
                : null;
        }

        return
            call.Entry.Operation == ComputedOperation.Unspecified
            && claim.Operation == OperationKind.Convolution
            && options.Convention != NamingConvention.DeepLearning
            && call.Kernel.Symmetry != Symmetry.Symmetric
            ? (
                "what nobody has written down",
                "whose documentation does not say which way the kernel's index runs, so the result may be that of the kernel "
                    + CallWording.Turned(call.Kernel)
            )
            : null;
    }
}
