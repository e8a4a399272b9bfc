using ConvGen.Analyzers.Naming.Execution.Concluding;
using ConvGen.Analyzers.Naming.Execution.Values;
using ConvGen.Analyzers.Naming.Names;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming;

/// <summary>CONV114: a member that says an operation was not read; only where <c>convgen_explain</c> asks.</summary>
internal sealed class NotReadRule()
    : NamingRule(
        "CONV114",
        "The loops of the member were not read",
        "'{0}' says an operation and is not judged: {1}",
        DiagnosticSeverity.Info
    )
{
    /// <inheritdoc/>
    public override void CheckMember(MemberContext member)
    {
        if (!member.Options.Explains || member.Verdict is not { Direction: null } verdict || ClaimReader.OfOwner(member) is not { } claim)
        {
            return;
        }

        bool isHere =
            verdict.Place is { } place
            && place.Syntax.SyntaxTree == member.Block.Syntax.SyntaxTree
            && member.Block.Syntax.Span.Contains(place.Syntax.Span);
        member.Report(
            Diagnostic.Create(Descriptor, isHere ? verdict.Place!.Syntax.GetLocation() : claim.Location, claim.Name, verdict.Reason)
        );
    }
}
