using ConvGen.Generator.Model;
using ConvGen.Generator.Refusals;

namespace ConvGen.Generator.Parsing.Options;

/// <summary>What options may be written, and which may not be written together; their sizes are judged with the geometry.</summary>
internal static class OptionRules
{
    private static readonly string[] Modes = ["OutputMode.Same", "OutputMode.Valid", "OutputMode.Full"];

    private static readonly string[] Borders = Members<BorderMode>();

    private static readonly string[] FloatingPointModes = Members<FloatingPointMode>();

    private static readonly string[] Layouts = Members<ChannelLayout>();

    private static readonly string[] KernelLayouts = Members<KernelLayout>();

    private static readonly string[] Activations = ["Activation.None", "Activation.Relu"];

    public static Refusal? Check(OperationDeclaration operation) =>
        CheckMember("Mode", operation.Mode, Modes)
        ?? CheckMember("Border", operation.Border, Borders)
        ?? CheckMember("FloatingPoint", operation.FloatingPoint, FloatingPointModes)
        ?? CheckMember("Layout", operation.Layout, Layouts)
        ?? CheckMember("KernelLayout", operation.KernelLayout, KernelLayouts)
        ?? CheckMember("Activation", operation.Activation, Activations)
        ?? CheckPair("Stride", operation.Stride is not null, "Strides", operation.Strides is not null)
        ?? CheckPair("Dilation", operation.Dilation is not null, "Dilations", operation.Dilations is not null)
        ?? CheckPair("Padding", operation.Padding is not null, "Paddings", operation.Paddings is not null)
        ?? CheckMode(operation)
        ?? CheckAnchor(operation)
        ?? CheckBorder(operation);

    /// <summary>The members of an enum as a user writes them: the model's enums are named as the public ones.</summary>
    private static string[] Members<T>()
        where T : struct, Enum => [.. Enum.GetNames(typeof(T)).Select(static name => typeof(T).Name + "." + name)];

    private static Refusal? CheckMember(string option, int? value, string[] members) =>
        value is { } number && (number < 0 || number >= members.Length)
            ? Refusal.Of(
                DeclarationRules.OptionOutOfRange,
                RefusalSite.Option(option),
                option,
                MessageText.Text(number),
                "write one of " + string.Join(", ", members)
            )
            : null;

    private static Refusal? CheckPair(string singular, bool hasSingular, string plural, bool hasPlural) =>
        hasSingular && hasPlural
            ? Clash(singular, singular, plural, $"keep {singular} where all axes are alike, and {plural} where they differ")
            : null;

    private static Refusal? CheckMode(OperationDeclaration operation) =>
        operation.Mode is { } mode && Padding(operation) is { } padding
            ? Clash("Mode", "Mode = " + Modes[mode], padding, $"remove one: {padding} says already which outputs there are")
            : null;

    private static Refusal? CheckAnchor(OperationDeclaration operation)
    {
        string? other = Padding(operation) ?? (operation.Mode is > 0 and { } mode ? "Mode = " + Modes[mode] : null);
        return operation.Anchor is not null && other is not null
            ? Clash("Anchor", "Anchor", other, "remove Anchor, which has a meaning only with OutputMode.Same")
            : null;
    }

    private static Refusal? CheckBorder(OperationDeclaration operation) =>
        operation.BorderValue is not null && operation.Border is > 0 and { } border
            ? Clash(
                "BorderValue",
                "BorderValue",
                "Border = " + Borders[border],
                "remove BorderValue, or write Border = BorderMode.Constant"
            )
            : null;

    private static string? Padding(OperationDeclaration operation) =>
        operation.Padding is not null ? "Padding"
        : operation.Paddings is not null ? "Paddings"
        : null;

    private static Refusal Clash(string site, string first, string second, string remedy) =>
        Refusal.Of(DeclarationRules.OptionClash, RefusalSite.Option(site), first, second, remedy);
}
