namespace NumpyDotNet;

public class ndarray { }

public enum NPY_CONVOLE_MODE
{
    NPY_CONVOLVE_VALID = 0,
    NPY_CONVOLVE_SAME = 1,
    NPY_CONVOLVE_FULL = 2,
}

public static class np
{
    public static ndarray array(object input) => throw null!;

    public static ndarray convolve(object a, object v, NPY_CONVOLE_MODE mode = NPY_CONVOLE_MODE.NPY_CONVOLVE_FULL) => throw null!;

    public static ndarray correlate(object o1, object o2, NPY_CONVOLE_MODE mode = NPY_CONVOLE_MODE.NPY_CONVOLVE_VALID) => throw null!;
}
