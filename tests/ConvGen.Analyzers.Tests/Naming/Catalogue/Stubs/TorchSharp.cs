namespace TorchSharp
{
    public enum PaddingModes
    {
        Zeros = 0,
        Reflect = 1,
        Replicate = 2,
        Circular = 3,
        Constant = 4,
    }

    public static partial class torch
    {
        public class Tensor
        {
            public Tensor flip(params long[] dims) => throw null!;

            public Tensor reshape(params long[] shape) => throw null!;
        }

        public static Tensor tensor(float[] rawArray) => throw null!;

        public static Tensor tensor(float[,] rawArray) => throw null!;

        public static partial class nn
        {
            public static Modules.Conv1d Conv1d(
                long in_channels,
                long out_channels,
                long kernel_size,
                long stride = 1,
                long padding = 0,
                long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros,
                long groups = 1,
                bool bias = true
            ) => throw null!;

            public static Modules.Conv2d Conv2d(
                long in_channels,
                long out_channels,
                long kernel_size,
                long stride = 1,
                long padding = 0,
                long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros,
                long groups = 1,
                bool bias = true
            ) => throw null!;

            public static Modules.Conv3d Conv3d(
                long in_channels,
                long out_channels,
                long kernel_size,
                long stride = 1,
                long padding = 0,
                long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros,
                long groups = 1,
                bool bias = true
            ) => throw null!;

            public static Modules.ConvTranspose1d ConvTranspose1d(long in_channels, long out_channels, long kernel_size, long stride = 1) =>
                throw null!;

            public static Modules.ConvTranspose2d ConvTranspose2d(long in_channels, long out_channels, long kernel_size, long stride = 1) =>
                throw null!;

            public static Modules.ConvTranspose3d ConvTranspose3d(long in_channels, long out_channels, long kernel_size, long stride = 1) =>
                throw null!;

            public static partial class functional
            {
                public static Tensor conv1d(
                    Tensor input,
                    Tensor weight,
                    Tensor? bias = null,
                    long? stride = null,
                    long? padding = null,
                    long? dilation = null,
                    long groups = 1
                ) => throw null!;

                public static Tensor conv2d(
                    Tensor input,
                    Tensor weight,
                    Tensor? bias = null,
                    long[]? strides = null,
                    long[]? padding = null,
                    long[]? dilation = null,
                    long groups = 1
                ) => throw null!;

                public static Tensor conv3d(
                    Tensor input,
                    Tensor weight,
                    Tensor? bias = null,
                    long[]? strides = null,
                    long[]? padding = null,
                    long[]? dilation = null,
                    long groups = 1
                ) => throw null!;

                public static Tensor conv_transpose1d(
                    Tensor input,
                    Tensor weight,
                    Tensor? bias = null,
                    long? stride = null,
                    long? padding = null,
                    long? output_padding = null,
                    long? dilation = null,
                    long groups = 1
                ) => throw null!;

                public static Tensor conv_transpose2d(
                    Tensor input,
                    Tensor weight,
                    Tensor? bias = null,
                    long[]? strides = null,
                    long[]? padding = null,
                    long[]? output_padding = null,
                    long[]? dilation = null,
                    long groups = 1
                ) => throw null!;

                public static Tensor conv_transpose3d(
                    Tensor input,
                    Tensor weight,
                    Tensor? bias = null,
                    long[]? strides = null,
                    long[]? padding = null,
                    long[]? output_padding = null,
                    long[]? dilation = null,
                    long groups = 1
                ) => throw null!;
            }
        }
    }
}

namespace TorchSharp.Modules
{
    public abstract class Convolution
    {
        public abstract torch.Tensor forward(torch.Tensor input);
    }

    public sealed class Conv1d : Convolution
    {
        public override torch.Tensor forward(torch.Tensor input) => throw null!;
    }

    public sealed class Conv2d : Convolution
    {
        public override torch.Tensor forward(torch.Tensor input) => throw null!;
    }

    public sealed class Conv3d : Convolution
    {
        public override torch.Tensor forward(torch.Tensor input) => throw null!;
    }

    public sealed class ConvTranspose1d : Convolution
    {
        public override torch.Tensor forward(torch.Tensor input) => throw null!;
    }

    public sealed class ConvTranspose2d : Convolution
    {
        public override torch.Tensor forward(torch.Tensor input) => throw null!;
    }

    public sealed class ConvTranspose3d : Convolution
    {
        public override torch.Tensor forward(torch.Tensor input) => throw null!;
    }
}
