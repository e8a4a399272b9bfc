namespace ConvGen.Execution.Tests.Declarations;

/// <summary>Facts about carriers.</summary>
internal static class Carriers
{
    /// <summary>Whether a carrier knows its rows and columns.</summary>
    public static bool IsShaped(this Carrier carrier) =>
        carrier is Carrier.Rectangle or Carrier.ReadOnlySpan2D or Carrier.Span2D or Carrier.ReadOnlyTensorSpan or Carrier.TensorSpan;

    public static bool IsTensor(this Carrier carrier) => carrier is Carrier.ReadOnlyTensorSpan or Carrier.TensorSpan;

    public static bool IsSpan(this Carrier carrier) => carrier is Carrier.ReadOnlySpan or Carrier.Span;

    /// <summary>The type as a user writes it.</summary>
    public static string Of(this Carrier carrier, string element) =>
        carrier switch
        {
            Carrier.Array => element + "[]",
            Carrier.Rectangle => element + "[,]",
            Carrier.ReadOnlySpan2D or Carrier.Span2D => $"global::CommunityToolkit.HighPerformance.{carrier}<{element}>",
            Carrier.ReadOnlyTensorSpan or Carrier.TensorSpan => $"global::System.Numerics.Tensors.{carrier}<{element}>",
            Carrier.Prepared => $"global::ConvGen.PreparedKernel<{element}>",
            _ => $"global::System.{carrier}<{element}>",
        };
}
