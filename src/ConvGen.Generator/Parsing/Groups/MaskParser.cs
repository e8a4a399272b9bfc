using ConvGen.Generator.Model;
using ConvGen.Generator.Model.Groups;
using ConvGen.Generator.Refusals;

namespace ConvGen.Generator.Parsing.Groups;

/// <summary>Reads the channels that <c>[PixelMask]</c> keeps.</summary>
internal static class MaskParser
{
    private static readonly char[] Separators = [',', ' ', '\t', '\r', '\n'];

    public static Outcome<EquatableArray<int>> Parse(Declaration declaration, ConvolutionModel model)
    {
        if (declaration.Mask is not { } mask)
        {
            return EquatableArray<int>.Empty;
        }

        if (model.PixelChannels == 1)
        {
            return Clash("a source without pixel channels", "write PixelChannels = 4 for RGBA");
        }

        if (CheckGeometry(declaration, model) is { } refusal)
        {
            return refusal;
        }

        List<int> channels = [];
        foreach (string word in mask.Keep.Split(Separators, StringSplitOptions.RemoveEmptyEntries))
        {
            if (
                !int.TryParse(
                    word,
                    System.Globalization.NumberStyles.None,
                    System.Globalization.CultureInfo.InvariantCulture,
                    out int channel
                )
                || channel >= model.PixelChannels
            )
            {
                return OutOfRange(
                    $"\"{mask.Keep}\"",
                    $"list channels from 0 to {MessageText.Text(model.PixelChannels - 1)}, as in "
                        + $"\"{MessageText.Text(model.PixelChannels - 1)}\""
                );
            }

            channels.Add(channel);
        }

        EquatableArray<int> kept = channels.Distinct().OrderBy(static channel => channel).ToEquatableArray();
        return kept.Count == 0 ? OutOfRange("empty", "list the channels that are kept, or remove [PixelMask]")
            : kept.Count == model.PixelChannels ? OutOfRange($"\"{mask.Keep}\"", "leave a channel to be filtered")
            : kept;
    }

    /// <summary>A pixel of the result has one of the source to take its channels from, and they fit.</summary>
    private static Refusal? CheckGeometry(Declaration declaration, ConvolutionModel model)
    {
        if (model.Mode != OutputMode.Same || model.Vertical.Stride > 1 || model.Horizontal.Stride > 1)
        {
            return Clash(
                model.Mode != OutputMode.Same ? "another size of the result" : "a stride",
                "keep Mode = OutputMode.Same and a stride of 1, so that each pixel of the result is one of the source's"
            );
        }

        ElementType source = model.Form.Source.Element;
        foreach (GroupOutput output in SeparateCall.Outputs(declaration, KernelUnit.Of(declaration)))
        {
            if (output.Buffer.Element != source)
            {
                return Clash(
                    $"samples of type '{source.Keyword()}' and results of type '{output.Buffer.Element.Keyword()}'",
                    "give source and destination one type"
                );
            }
        }

        return null;
    }

    private static Refusal Clash(string other, string remedy) =>
        Refusal.Of(DeclarationRules.OptionClash, RefusalSite.Mask, "[PixelMask]", other, remedy);

    private static Refusal OutOfRange(string found, string remedy) =>
        Refusal.Of(DeclarationRules.OptionOutOfRange, RefusalSite.Mask, "Keep", found, remedy);
}
