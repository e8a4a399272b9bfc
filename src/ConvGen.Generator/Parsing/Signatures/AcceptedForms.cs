using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing.Windows;
using ConvGen.Generator.Refusals;

namespace ConvGen.Generator.Parsing.Signatures;

/// <summary>The signatures that are accepted, as C# text for messages.</summary>
internal static class AcceptedForms
{
    /// <summary>
    /// The forms that come nearest to what a declaration attempts: shaped, flat with two axes, flat with one, or all of them.
    /// </summary>
    public static string For(Declaration declaration)
    {
        if (WindowForms.For(declaration) is { } windows)
        {
            return windows;
        }

        if (declaration.InputOf is not null)
        {
            bool hasOneAxis =
                declaration.Forwards.Count > 0
                && declaration
                    .Forwards[0]
                    .Parameters.All(static parameter => parameter.Name != SignatureRoles.Width && !IsShaped(parameter.Type));
            return InputParser.Form(declaration, hasOneAxis ? 1 : 2);
        }

        string method = MessageText.MethodName(declaration.Header);
        bool takesKernel = declaration.Kernels.Any(static kernel => kernel.Kind == KernelDeclarationKind.Shape);
        string bias =
            declaration.Kernels.Any(static kernel => kernel.HasChannels)
            || declaration.Parameters.Any(static parameter => parameter.Name == SignatureRoles.Bias)
                ? "'ReadOnlySpan<B> bias', "
                : "";
        bool isVolume =
            declaration.Kernels.Any(static kernel => kernel.Planes is not null)
            || declaration.Parameters.Any(static parameter =>
                parameter.Name is SignatureRoles.Depth or SignatureRoles.SourcePlanePitch or SignatureRoles.DestinationPlanePitch
                || parameter.Type.Carrier == Carrier.Array3D
            )
            || declaration.Result is { Carrier: Carrier.Array3D };
        if (isVolume)
        {
            return Volume(method, takesKernel, bias);
        }

        bool isShaped =
            declaration.Parameters.Any(static parameter => IsShaped(parameter.Type))
            || (declaration.Result is { } result && IsShaped(result));
        bool isPlane = declaration.Parameters.Any(static parameter =>
            parameter.Name is SignatureRoles.Width or SignatureRoles.Height or SignatureRoles.SourcePitch or SignatureRoles.DestinationPitch
        );
        if (isShaped)
        {
            return Shaped(method, takesKernel);
        }

        if (isPlane)
        {
            return Plane(method, takesKernel, bias);
        }

        bool mayBePlane = declaration.Kernels.Any(static kernel => kernel.Rows is not 1);
        return mayBePlane ? Line(method, takesKernel, bias) + "; or " + Plane(method, takesKernel, bias) : Line(method, takesKernel, bias);
    }

    private static bool IsShaped(DeclaredType type) =>
        type.Carrier is Carrier.Array2D or Carrier.Array3D or Carrier.Span2D or Carrier.TensorSpan;

    private static string Line(string method, bool takesKernel, string bias) =>
        $"'void {method}(ReadOnlySpan<T> source, {Kernel(takesKernel)}Span<U> destination)' or 'U[] {method}(T[] "
        + $"source{LastKernel(takesKernel)})', "
        + $"each with {bias}'int batch' and 'int length' where wanted, for a part of a signal with 'Region region', for one that "
        + "comes in blocks with 'Span<T> history', or in place with 'Span<T> image' for source and destination";

    private static string Plane(string method, bool takesKernel, string bias) =>
        $"'void {method}(ReadOnlySpan<T> source, int width, int height, {Kernel(takesKernel)}Span<U> destination)' or "
        + $"'U[] {method}(T[] source, int width, int height{LastKernel(takesKernel)})', each with {bias}'int batch', 'int "
        + "sourcePitch' and 'int destinationPitch', or for a part of an image 'Region region' and 'Region held', where wanted, or in "
        + "place with 'Span<T> image' for source and destination";

    private static string Shaped(string method, bool takesKernel) =>
        $"'void {method}(ReadOnlySpan2D<T> source, {Kernel(takesKernel)}Span2D<U> destination)', the same with "
        + "'ReadOnlyTensorSpan<T>' and 'TensorSpan<U>' or with 'T[,]' and 'U[,]', or "
        + $"'U[,] {method}(T[,] source{LastKernel(takesKernel)})', each for a part of an image with 'Region region', and with 'Region held' "
        + "beside 'int width, int height'";

    private static string Volume(string method, bool takesKernel, string bias) =>
        $"'void {method}(ReadOnlySpan<T> source, int width, int height, int depth, {Kernel(takesKernel)}Span<U> destination)' or "
        + $"'U[] {method}(T[] source, int width, int height, int depth{LastKernel(takesKernel)})', each with {bias}'int batch', 'int "
        + "sourcePitch', 'int sourcePlanePitch', 'int destinationPitch' and 'int destinationPlanePitch' where wanted, "
        + $"or 'void {method}(T[,,] source, {Kernel(takesKernel)}U[,,] destination)', the same with 'ReadOnlyTensorSpan<T>' and "
        + $"'TensorSpan<U>', or 'U[,,] {method}(T[,,] source{LastKernel(takesKernel)})', or in place with 'Span<T> image' for source and "
        + "destination of the first form";

    private static string Kernel(bool takesKernel) => takesKernel ? "ReadOnlySpan<W> kernel, " : "";

    private static string LastKernel(bool takesKernel) => takesKernel ? ", ReadOnlySpan<W> kernel" : "";
}
