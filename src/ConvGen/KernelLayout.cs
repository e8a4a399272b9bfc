namespace ConvGen;

/// <summary>In which order the weights of a kernel with channels stand. Channels are never reversed, whatever the operation.</summary>
public enum KernelLayout
{
    /// <summary>
    /// Rows, columns, input channels of a group, output channels (H, W, in, out; elsewhere called HWIO). What TensorFlow stores. Planes of
    /// a kernel of three axes come first (DHWIO).
    /// </summary>
    InputFirst = 0,

    /// <summary>
    /// Output channels, input channels of a group, rows, columns (out, in, H, W; elsewhere called OIHW). What PyTorch and ONNX store.
    /// Planes of a kernel of three axes come before its rows (OIDHW).
    /// </summary>
    OutputFirst = 1,
}
