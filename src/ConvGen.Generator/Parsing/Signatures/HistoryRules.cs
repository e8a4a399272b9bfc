using ConvGen.Generator.Model;
using ConvGen.Generator.Refusals;
using static ConvGen.Generator.Model.SignatureRoles;

namespace ConvGen.Generator.Parsing.Signatures;

/// <summary>
/// What a parameter <c>history</c> demands: a signal of one axis, in memory that the call may write to, and no option about what lies
/// beyond its ends.
/// </summary>
internal static class HistoryRules
{
    /// <summary>What is wrong with the parameter and with what stands beside it.</summary>
    public static IEnumerable<SignatureProblem> Problems(Declaration declaration)
    {
        int index = SignatureParser.IndexOf(declaration, History);
        if (index < 0)
        {
            yield break;
        }

        DeclaredType type = declaration.Parameters[index].Type;
        DeclaredType? source = SignatureParser.Type(declaration, Source);
        string element = source?.ElementText ?? "T";
        if (type is not { Carrier: Carrier.Span or Carrier.Array or Carrier.Memory, IsReadOnly: false })
        {
            yield return new(
                RefusalSite.Parameter(index),
                $"parameter 'history' is of type '{type.Text}'; the call replaces its samples, so make it a 'Span<{element}>'"
            );
        }
        else if (source is { Element: { } expected } && type.Element != expected)
        {
            yield return new(
                RefusalSite.Parameter(index),
                $"parameter 'history' holds '{type.ElementText}' and the source '{element}'; make it a 'Span<{element}>'"
            );
        }

        if (
            source is { Carrier: Carrier.Array2D or Carrier.Array3D or Carrier.Span2D or Carrier.TensorSpan }
            || SignatureParser.IndexOf(declaration, Width) >= 0
        )
        {
            yield return new(
                RefusalSite.Parameter(index),
                "parameter 'history' belongs to a signal of one axis; remove it, or the "
                    + (VolumeRules.IsVolume(declaration) ? "other axes" : "second axis")
            );
        }
        else if (SignatureParser.IndexOf(declaration, Batch) is var batch and >= 0)
        {
            yield return new(
                RefusalSite.Parameter(batch),
                "parameter 'batch' cannot stand beside 'history'; remove it, and call once for each signal with a history of its own"
            );
        }
    }

    /// <summary>A stream has no ends: the window of every result ends at its sample.</summary>
    public static Refusal? Check(OperationDeclaration operation)
    {
        (string Name, bool IsGiven)[] options =
        [
            ("Mode", operation.Mode is not null),
            ("Padding", operation.Padding is not null),
            ("Paddings", operation.Paddings is not null),
            ("Anchor", operation.Anchor is not null),
            ("Border", operation.Border is not null),
            ("BorderValue", operation.BorderValue is not null),
        ];
        foreach ((string name, bool isGiven) in options)
        {
            if (isGiven)
            {
                return Refusal.Of(
                    DeclarationRules.OptionClash,
                    RefusalSite.Option(name),
                    name,
                    "a parameter 'history'",
                    $"remove {name}: the signal goes on at both ends of a block, and the window of each result ends at its sample"
                );
            }
        }

        return operation.Layout == (int)ChannelLayout.Planar
            ? Refusal.Of(
                DeclarationRules.OptionClash,
                RefusalSite.Option("Layout"),
                "Layout = ChannelLayout.Planar",
                "a parameter 'history'",
                "keep the channels of a stream side by side (ChannelLayout.Interleaved), or call once for each plane"
            )
            : null;
    }
}
