using ConvGen.Analyzers.Naming.Calls;
using ConvGen.Analyzers.Naming.Loops;
using ConvGen.Analyzers.Naming.Loops.Subscripts;
using ConvGen.Analyzers.Naming.Names;
using ConvGen.Analyzers.Naming.Weights;
using OperationKind = ConvGen.Generator.Model.OperationKind;

namespace ConvGen.Analyzers.Naming;

/// <summary>CONV104: a kernel is reversed on one axis and not on the other, which is neither operation.</summary>
internal sealed class OneAxisRule() : NamingRule("CONV104", "The kernel is reversed on one axis only", "{0}")
{
    /// <inheritdoc/>
    public override void CheckCall(CallReading call, MemberContext member)
    {
        if (call.Claim is { } claim && OneAxisCall.Message(call, claim, member.Options) is { } message)
        {
            member.Report(CallDiagnostic.CreateReversed(Descriptor, call, claim, null, message));
        }
    }

    /// <inheritdoc/>
    public override void CheckLoop(LoopReading loop, MemberContext member)
    {
        if (loop.Axes.Length < 2)
        {
            return;
        }

        NameClaim claim = loop.Claim;
        TapAxis[] opposite = [.. loop.Axes.Where(axis => axis.IsOpposite)];
        TapAxis[] same = [.. loop.Axes.Where(axis => !axis.IsOpposite)];
        bool isMixed = opposite.Length > 0 && same.Length > 0;
        if (
            IsSymmetricOnAnAxis(loop.Kernel)
            || (
                isMixed
                    ? loop.Kernel.Orientation == Orientation.ReversedOnOneAxis
                    : loop.Kernel.Orientation != Orientation.ReversedOnOneAxis
            )
        )
        {
            return;
        }

        string directions = isMixed
            ? $"{LoopWording.Directions(loop, opposite, true)}, while {LoopWording.Directions(loop, same, false)}"
            : $"'{loop.KernelName}' is reversed on one axis first and {LoopWording.Directions(loop, loop.Axes, loop.Axes[0].IsOpposite)}";
        OperationKind other = claim.Operation == OperationKind.Convolution ? OperationKind.Correlation : OperationKind.Convolution;
        member.Report(
            LoopWording.Diagnostic(
                Descriptor,
                loop,
                claim,
                other,
                $"'{claim.Name}' computes neither a convolution nor a correlation: {directions}, so the result is that of the "
                    + "kernel mirrored on one axis"
            )
        );
    }

    /// <summary>
    /// A kernel that stays the same when rows, or columns, are reversed may be reversed on that axis without a difference.
    /// </summary>
    private static bool IsSymmetricOnAnAxis(KernelReading kernel)
    {
        if (kernel is { Values: null, Symmetry: Symmetry.Symmetric })
        {
            // A design that is known by its name is symmetric on every axis.
            return true;
        }

        if (kernel.Values is not { } values || kernel.Shape is not { Length: 2 } shape || values.Length != shape[0] * shape[1])
        {
            return false;
        }

        int rows = shape[0];
        int columns = shape[1];
        bool areRows = true;
        bool areColumns = true;
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                double value = values[(row * columns) + column];
                areRows &= value.Equals(values[((rows - 1 - row) * columns) + column]);
                areColumns &= value.Equals(values[(row * columns) + columns - 1 - column]);
            }
        }

        return areRows || areColumns;
    }
}
