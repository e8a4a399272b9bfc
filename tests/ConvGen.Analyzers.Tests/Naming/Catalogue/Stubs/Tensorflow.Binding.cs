namespace Tensorflow
{
    public class Shape { }

    public class Tensor { }

    public interface IVariableV1 { }

    public partial class tensorflow
    {
        public nn_internal nn { get; } = null!;

        public class nn_internal
        {
            public Tensor conv2d(
                Tensor input,
                Tensor filter,
                int[] strides,
                string padding,
                bool use_cudnn_on_gpu = true,
                string data_format = "NHWC",
                int[]? dilations = null,
                string? name = null
            ) => throw null!;
        }
    }

    public static class Binding
    {
        public static tensorflow tf { get; } = null!;
    }

    public static class gen_nn_ops
    {
        public static Tensor conv2d(
            Tensor input,
            Tensor filter,
            int[] strides,
            string padding,
            bool use_cudnn_on_gpu = true,
            int[]? explicit_paddings = null,
            string data_format = "NHWC",
            int[]? dilations = null,
            string? name = null
        ) => throw null!;

        public static Tensor conv3d(
            Tensor input,
            Tensor filter,
            int[] strides,
            string padding,
            string data_format = "NDHWC",
            int[]? dilations = null,
            string? name = null
        ) => throw null!;
    }
}

namespace Tensorflow.Keras
{
    public interface ILayer { }
}

namespace Tensorflow.Keras.Layers
{
    public partial interface ILayersApi
    {
        ILayer Conv1D(int filters, Shape kernel_size, int strides = 1, string padding = "valid");
        ILayer Conv2D(int filters, Shape? kernel_size = null, Shape? strides = null, string padding = "valid");
        ILayer Conv2DTranspose(int filters, Shape? kernel_size = null, Shape? strides = null, string output_padding = "valid");
    }
}
