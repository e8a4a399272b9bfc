using ConvGen.Analyzers.Naming.Callers;
using ConvGen.Analyzers.Naming.Loops;
using ConvGen.Analyzers.Naming.Names;
using ConvGen.Analyzers.Naming.Weights;

namespace ConvGen.Analyzers.Naming;

/// <summary>CONV103: a hand-written loop computes the other operation than its name says.</summary>
internal sealed class LoopNameRule()
    : NamingRule("CONV103", "The loop computes the other operation", "'{0}' computes {1}: {2}, so the result {3}")
{
    /// <inheritdoc/>
    public override void CheckLoop(LoopReading loop, MemberContext member)
    {
        NameClaim claim = loop.Claim;
        if (
            LoopWording.Effective(loop) is { } effective
            && claim.Contradicts(effective, member.Options)
            && loop.Kernel.Symmetry != Symmetry.Symmetric
        )
        {
            string reversed = loop.Kernel.Orientation == Orientation.Reversed ? $" and '{loop.KernelName}' is reversed first" : "";
            member.Report(
                LoopWording.Diagnostic(
                    Descriptor,
                    loop,
                    claim,
                    effective,
                    claim.Name,
                    LoopWording.Noun(effective),
                    LoopWording.Directions(loop, loop.Axes, loop.Axes[0].IsOpposite) + reversed,
                    Consequence(loop) + WhyNotLifted(loop, member)
                )
            );
        }
    }

    /// <summary>Where reasons are asked for: what keeps the generator from writing the loop.</summary>
    private static string WhyNotLifted(LoopReading loop, MemberContext member)
    {
        if (!member.Options.Explains)
        {
            return "";
        }

        string? obstacle =
            LiftObstacles.Find(loop)
            ?? (
                KernelSizes.AreKnown(loop, member)
                    ? null
                    : "no size of the kernel is constant there or in a call, and no check leaves only a few"
            );
        return obstacle is null ? "" : "; no declaration is offered for it, as " + obstacle;
    }

    private static string Consequence(LoopReading loop) =>
        loop.Kernel.Symmetry == Symmetry.Antisymmetric ? "differs only by its sign from what the name says"
        : loop.Axes.Length == 1 ? "is that of the kernel reversed"
        : "is that of the kernel rotated by 180 degrees";
}
