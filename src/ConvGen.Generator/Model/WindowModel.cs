using ConvGen.Generator.Kernels;

namespace ConvGen.Generator.Model;

/// <summary>Everything that a valid declaration of a window matrix says, with defaults filled in.</summary>
/// <param name="Header">The method to implement.</param>
/// <param name="Form">Its signature; source and destination have elements of one type, and no kernel is taken.</param>
/// <param name="IsFold">Whether the matrix is added back to an image, instead of written from one.</param>
/// <param name="Channels">Channels of the image.</param>
/// <param name="IsPlanar">Whether the image's channels stand in planes; never with a single channel, where both layouts are the
/// same.</param>
/// <param name="Mode">Which windows there are.</param>
/// <param name="Border">What lies outside the image.</param>
/// <param name="BorderValue">The value outside for <see cref="BorderMode.Constant"/>; zero when folding.</param>
/// <param name="Vertical">Geometry of the row axis; <c>(1, 1, 1, 0, 0)</c> for an image of one axis.</param>
/// <param name="Horizontal">Geometry of the column axis, or of the only axis.</param>
internal sealed record WindowModel(
    MethodHeader Header,
    SignatureForm Form,
    bool IsFold,
    int Channels,
    bool IsPlanar,
    OutputMode Mode,
    BorderMode Border,
    Rational BorderValue,
    AxisGeometry Vertical,
    AxisGeometry Horizontal
)
{
    /// <summary>The type of all elements.</summary>
    public ElementType Element => Form.Source.Element;

    /// <summary>Elements that a row of a window has in the matrix.</summary>
    public int WindowRow => Horizontal.Size * Channels;

    /// <summary>Elements of a window: a row of the matrix.</summary>
    public int Window => Vertical.Size * WindowRow;

    /// <summary>Whether any window may leave the image on an axis.</summary>
    public bool Leaves(AxisGeometry axis) =>
        Mode switch
        {
            OutputMode.Valid => false,
            OutputMode.Padded => axis.Before > 0 || axis.After > 0,
            _ => axis.Size > 1,
        };

    /// <summary>The most places on an axis, in all windows, that may show one and the same sample.</summary>
    public long Places(AxisGeometry axis) =>
        Border == BorderMode.Constant || !Leaves(axis) ? axis.Size : axis.Size * (1L + axis.Before + Behind(axis));

    /// <summary>Samples that the last window may reach out behind the image.</summary>
    public int Behind(AxisGeometry axis) =>
        Mode switch
        {
            OutputMode.Valid => 0,
            OutputMode.Padded => axis.After,
            OutputMode.Full => axis.EffectiveSize - 1,
            _ => axis.EffectiveSize - 1 - axis.Before,
        };
}
