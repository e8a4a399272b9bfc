namespace ManagedCuda
{
    public class CudaDeviceVariable<T>
        where T : struct { }
}

namespace ManagedCuda.NPP
{
    public struct NppiSize { }

    public struct NppiPoint { }

    public enum NppiBorderType
    {
        None = 0,
        Constant = 1,
        Replicate = 2,
        Wrap = 3,
        Mirror = 4,
    }

    public class NPPImage_8uC1
    {
        public void Filter(NPPImage_8uC1 dst, CudaDeviceVariable<int> pKernel, NppiSize aKernelSize, NppiPoint oAnchor, int nDivisor) =>
            throw null!;

        public void FilterBorder(
            NPPImage_8uC1 dest,
            CudaDeviceVariable<float> pKernel,
            NppiSize nKernelSize,
            NppiPoint oAnchor,
            NppiBorderType eBorderType
        ) => throw null!;
    }
}
