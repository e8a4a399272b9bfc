namespace AForge.Imaging.Filters;

public abstract class BaseFilter { }

public class Convolution : BaseFilter
{
    protected Convolution() => throw null!;

    public Convolution(int[,] kernel) => throw null!;

    public Convolution(int[,] kernel, int divisor) => throw null!;
}

public sealed class Blur : Convolution
{
    public Blur() => throw null!;
}

public sealed class Edges : Convolution
{
    public Edges() => throw null!;
}

public sealed class Mean : Convolution
{
    public Mean() => throw null!;
}

public sealed class Sharpen : Convolution
{
    public Sharpen() => throw null!;
}

public sealed class GaussianBlur : Convolution
{
    public GaussianBlur() => throw null!;

    public GaussianBlur(double sigma, int size) => throw null!;
}

public sealed class GaussianSharpen : Convolution
{
    public GaussianSharpen() => throw null!;

    public GaussianSharpen(double sigma, int size) => throw null!;
}
