using ConvGen.Analyzers.Catalogue;
using ConvGen.Analyzers.Naming.Calls;
using ConvGen.Analyzers.Naming.Weights;
using OperationKind = ConvGen.Generator.Model.OperationKind;

namespace ConvGen.Analyzers.Naming;

/// <summary>CONV108: a kernel of even size, or with an anchor of its own, was reversed and its anchor was not.</summary>
internal sealed class AnchorRule()
    : NamingRule(
        "CONV108",
        "The anchor did not move with the reversed kernel",
        "'{0}' reverses {1} for '{2}' and leaves {3}: reversed, the kernel wants the anchor size - 1 - anchor, which is {4}, and "
            + "the result is shifted by {5}"
    )
{
    /// <inheritdoc/>
    public override void CheckCall(CallReading call, MemberContext member)
    {
        if (
            call
                is {
                    Entry: { Use: CatalogueUse.Routine, Anchor: not null },
                    Claim: { Operation: OperationKind.Convolution } claim,
                    Computed: OperationKind.Correlation
                }
            && call.Kernel is { Orientation: Orientation.Reversed, Symmetry: not Symmetry.Symmetric }
            && CallAnchor.Read(call, member) is { } anchor
            && anchor.Shift is var (row, column)
            && (row, column) is not (0, 0)
        )
        {
            member.Report(
                CallDiagnostic.CreateReversed(
                    Descriptor,
                    call,
                    claim,
                    OperationKind.Convolution,
                    claim.Name,
                    CallWording.Name(call.Kernel),
                    CallWording.Name(call.Callee),
                    anchor.IsWritten
                        ? $"its anchor at {anchor.Text(anchor.Row, anchor.Column)}"
                        : $"the anchor of an even size to its default, {anchor.Text(anchor.Row, anchor.Column)}",
                    anchor.Text(anchor.Rows - 1 - anchor.Row, anchor.Columns - 1 - anchor.Column),
                    anchor.Distance
                )
            );
        }
    }
}
