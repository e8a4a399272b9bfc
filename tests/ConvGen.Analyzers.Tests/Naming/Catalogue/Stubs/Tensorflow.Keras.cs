// references: Tensorflow.Binding
namespace Tensorflow.Keras
{
    public class BackendImpl
    {
        public Tensor conv2d_transpose(
            Tensor x,
            IVariableV1 kernel,
            Tensor output_shape,
            Shape? strides = null,
            string padding = "valid",
            string? data_format = null,
            Shape? dilation_rate = null
        ) => throw null!;
    }
}

namespace Tensorflow.Keras.Layers
{
    public partial class LayersApi : ILayersApi
    {
        public ILayer Conv1D(int filters, Shape kernel_size, int strides = 1, string padding = "valid") => throw null!;

        public ILayer Conv2D(int filters, Shape? kernel_size = null, Shape? strides = null, string padding = "valid") => throw null!;

        public ILayer Conv2DTranspose(int filters, Shape? kernel_size = null, Shape? strides = null, string output_padding = "valid") =>
            throw null!;
    }
}
