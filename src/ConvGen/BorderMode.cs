namespace ConvGen;

/// <summary>What lies outside the source, shown for a source <c>abcd</c>.</summary>
/// <remarks>Every mode folds as often as needed when the source is smaller than the kernel, down to one sample.</remarks>
public enum BorderMode
{
    /// <summary>
    /// <c>kkk|abcd|kkk</c>: <see cref="OperationAttribute.BorderValue"/>, 0 unless said otherwise. Elsewhere called zero padding or fill.
    /// </summary>
    Constant = 0,

    /// <summary><c>aaa|abcd|ddd</c>: the edge sample. Elsewhere called nearest, edge or clamp.</summary>
    Replicate = 1,

    /// <summary>
    /// <c>cba|abcd|dcb</c>: mirrored, edge sample repeated. OpenCV's reflect, the reflect of scipy.ndimage, symm of scipy.signal.
    /// </summary>
    Symmetric = 2,

    /// <summary>
    /// <c>dcb|abcd|cba</c>: mirrored, edge sample not repeated. OpenCV's default, mirror of scipy.ndimage, reflect of NumPy.
    /// </summary>
    Reflect101 = 3,

    /// <summary><c>bcd|abcd|abc</c>: periodic. Elsewhere called circular.</summary>
    Wrap = 4,
}
