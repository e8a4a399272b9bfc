using System;

namespace ConvGen;

/// <summary>
/// Marks a partial method that returns which rectangle of the image another method of the same type sees: <c>[InputOf(nameof(Smooth))]
/// static partial Region SmoothInput(Region region, int width,
/// int height);</c> gives what a source must hold, as <c>Region held</c>, for <c>Smooth</c> to compute the rectangle <c>region</c> of its
/// result. An engine that owns tiles reads just that.
/// </summary>
/// <remarks>
/// Width and height are those of the whole image, in pixels; of a signal, <c>int length</c> takes their place, and rectangles have one row.
/// The rectangle holds every sample under the windows, and
/// those that stand for samples outside the image: with <see cref="BorderMode.Wrap"/> a whole row or column as soon as one window leaves
/// the image. It is empty where nothing is seen. A region
/// that does not lie within the result is refused by an <see cref="ArgumentException"/>.
/// </remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = false, Inherited = false)]
public sealed class InputOfAttribute : Attribute
{
    /// <summary>Names the method whose input is asked for.</summary>
    /// <param name="method">The name of a convolution or correlation of the same type: <c>nameof(Smooth)</c>.</param>
    public InputOfAttribute(string method) => Method = method;

    /// <summary>The name of the method whose input is asked for.</summary>
    public string Method { get; }
}
