namespace ConvGen.Execution.Tests.Declarations;

/// <summary>How a method is written down, as far as that changes none of its numbers.</summary>
/// <param name="Source">What the samples come in.</param>
/// <param name="Destination">What the results go to.</param>
/// <param name="Kernel">What run-time weights come in.</param>
internal sealed record Form(Carrier Source, Carrier Destination, Carrier Kernel)
{
    /// <summary>A static method that takes spans.</summary>
    public static Form Spans { get; } = new(Carrier.ReadOnlySpan, Carrier.Span, Carrier.ReadOnlySpan);

    /// <summary>Whether the result is returned in a new array.</summary>
    public bool Returns { get; init; }

    /// <summary>Whether the method takes several sources one after the other.</summary>
    public bool HasBatch { get; init; }

    public Host Host { get; init; }

    /// <summary>Whether the parameters stand in the opposite order.</summary>
    public bool IsReversed { get; init; }

    /// <summary>Whether spans are declared <c>scoped</c>.</summary>
    public bool IsScoped { get; init; }

    /// <summary>Whether a method is called through another one that takes spans.</summary>
    public bool NeedsAdapter => this != Spans;

    public bool IsShaped => Source.IsShaped();

    /// <summary>The parameters in their order, the buffers among them as this form has them.</summary>
    /// <param name="parameters">Types and names.</param>
    public string ParameterList(IEnumerable<(string Type, string Name)> parameters)
    {
        bool IsSpan(string type) => type.Contains("Span<", StringComparison.Ordinal) && !type.Contains("Tensors", StringComparison.Ordinal);
        IEnumerable<string> written = (IsReversed ? parameters.Reverse() : parameters).Select(parameter =>
            (IsScoped && IsSpan(parameter.Type) ? "scoped " : "") + parameter.Type + " " + parameter.Name
        );
        return (Host == Host.Extension ? "this " : "") + string.Join(", ", written);
    }
}
