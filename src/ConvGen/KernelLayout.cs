namespace ConvGen;

/// <summary>In which order the weights of a kernel with channels stand. Channels are never reversed, whatever the operation.</summary>
public enum KernelLayout
{
    /// <summary>
    /// Rows, columns, input channels of a group, output channels (H, W, in, out; elsewhere called HWIO). What TensorFlow stores.
    /// </summary>
    InputFirst = 0,

    /// <summary>
    /// Output channels, input channels of a group, rows, columns (out, in, H, W; elsewhere called OIHW). What PyTorch and ONNX store.
    /// </summary>
    OutputFirst = 1,
}
