using ConvGen.Analyzers.Catalogue;
using ConvGen.Analyzers.Naming.Calls;
using Microsoft.CodeAnalysis;
using OperationKind = ConvGen.Generator.Model.OperationKind;

namespace ConvGen.Analyzers.Naming;

/// <summary>CONV112: as CONV102, for a layer with learned weights; off by default.</summary>
internal sealed class LayerRule()
    : NamingRule(
        "CONV112",
        "The layer computes the other operation",
        "'{0}' gets {1} from the layer '{2}': {3}",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: false
    )
{
    /// <inheritdoc/>
    public override void CheckCall(CallReading call, MemberContext member)
    {
        if (call is not { Entry.Use: CatalogueUse.Layer, Claim: { } claim })
        {
            return;
        }

        bool isTransposed = call.Entry.Operation == ComputedOperation.TransposedConvolution;
        OperationKind? computed = isTransposed ? OperationKind.Convolution : call.Computed;
        if (computed is { } operation && claim.Contradicts(operation, member.Options))
        {
            string indices = isTransposed ? "every sample spreads the weights as they are stored" : CallWording.Indices(operation);
            member.Report(
                CallDiagnostic.Create(
                    Descriptor,
                    call,
                    claim,
                    operation,
                    claim.Name,
                    isTransposed ? "a transposed convolution" : CallWording.Noun(operation),
                    CallWording.Name(call.Callee),
                    $"{indices}, so weights that were not learned by it act as the kernel rotated by 180 degrees"
                )
            );
        }
    }
}
