using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Entry;

/// <summary>
/// Prints sizes of buffers without a shape, and what is asked of them, alike for one destination, several, and an image in place.
/// </summary>
internal sealed class FlatSizes(SourceWriter writer, SignatureForm form)
{
    /// <summary>Prints a check of a size.</summary>
    public void EmitNotNegative(string parameter) => writer.Line($"ArgumentOutOfRangeException.ThrowIfNegative({parameter});");

    /// <summary>Prints a check that a buffer is long enough.</summary>
    public void EmitLength(string buffer, string extent) =>
        writer.Line($"{writer.Use(HelperKind.RequireLength)}({buffer}.Length, {extent}, nameof({buffer}));");

    /// <summary>Prints a check of a pitch; returns what stands for it.</summary>
    public string EmitPitch(bool isGiven, string parameter, string row)
    {
        if (!isGiven)
        {
            return row;
        }

        writer.Line($"{writer.Use(HelperKind.RequirePitch)}({parameter}, {row}, nameof({parameter}));");
        return parameter;
    }

    /// <summary>A count of pixels as a count of elements.</summary>
    /// <param name="pixels">The count.</param>
    /// <param name="channels">Elements of a pixel.</param>
    /// <param name="isLong">Whether the count is one of a result, whose product might not fit.</param>
    public string Elements(string pixels, int channels, bool isLong) =>
        channels == 1 ? pixels
        : isLong ? $"{writer.Use(HelperKind.Product)}({pixels}, {Literals.Of(channels)})"
        : $"{pixels} * {Literals.Of(channels)}L";

    /// <summary>A count times the size of the batch.</summary>
    public string InBatch(string count) => form.HasBatch ? $"{writer.Use(HelperKind.Product)}(batch, {count})" : count;

    /// <summary>Elements between rows, as a number of the size of an address.</summary>
    public static string Native(string pitch) =>
        pitch
            is SignatureRoles.SourcePitch
                or SignatureRoles.DestinationPitch
                or SignatureRoles.SourcePlanePitch
                or SignatureRoles.DestinationPlanePitch
            ? pitch
            : "(nint)" + pitch;
}
