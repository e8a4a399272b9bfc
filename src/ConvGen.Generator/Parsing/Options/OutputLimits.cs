using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Refusals;

namespace ConvGen.Generator.Parsing.Options;

/// <summary>Reads what limits a layer's results: its activation, <c>OutputMinimum</c> and <c>OutputMaximum</c>.</summary>
internal static class OutputLimits
{
    private const string MinimumName = "OutputMinimum";
    private const string MaximumName = "OutputMaximum";
    private const int Relu = 1;

    /// <summary>Whether anything limits the results.</summary>
    public static bool AreGiven(OperationDeclaration operation) =>
        operation.Activation is > 0 || operation.OutputMinimum is not null || operation.OutputMaximum is not null;

    public static Rational? Minimum(OperationDeclaration operation) =>
        operation.Activation == Relu ? Rational.Zero
        : operation.OutputMinimum is { } minimum ? Rational.FromDouble(minimum.Value)
        : null;

    public static Rational? Maximum(OperationDeclaration operation) =>
        operation.OutputMaximum is { } maximum ? Rational.FromDouble(maximum.Value) : null;

    /// <summary>Judges the limits against each other and against the type of the results.</summary>
    public static Refusal? Check(OperationDeclaration operation, ElementType destination)
    {
        if (operation.Activation == Relu && operation.OutputMinimum is not null)
        {
            return Refusal.Of(
                DeclarationRules.OptionClash,
                RefusalSite.Option(MinimumName),
                MinimumName,
                "Activation = Activation.Relu",
                "remove one of them: Relu says already that no result is below 0"
            );
        }

        Refusal? refusal =
            CheckHeld(MinimumName, operation.OutputMinimum, destination) ?? CheckHeld(MaximumName, operation.OutputMaximum, destination);
        if (refusal is not null)
        {
            return refusal;
        }

        return Minimum(operation) is { } low && Maximum(operation) is { } high && low.CompareTo(high) > 0
            ? Refusal.Of(
                DeclarationRules.OptionOutOfRange,
                RefusalSite.Option(MaximumName),
                MaximumName,
                MessageText.Text(operation.OutputMaximum!.Value),
                "write a number that is not below the smallest result, "
                    + (operation.OutputMinimum is { } given ? MessageText.Text(given) : "0")
            )
            : null;
    }

    private static Refusal? CheckHeld(string name, Constant? limit, ElementType destination)
    {
        if (limit is not { } constant)
        {
            return null;
        }

        string? remedy =
            !MessageText.IsFinite(constant) ? "write a finite number, or remove it where there is no limit"
            : BorderValueParser.Remedy(Rational.FromDouble(constant.Value), destination) is { } held
                ? held + ", which the destination's type can hold"
            : null;
        return remedy is null
            ? null
            : Refusal.Of(DeclarationRules.OptionOutOfRange, RefusalSite.Option(name), name, MessageText.Text(constant), remedy);
    }
}
