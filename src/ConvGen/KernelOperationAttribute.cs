using System;

namespace ConvGen;

/// <summary>Says what a method computes that nothing else says it of, so that names around its calls can be compared with it.</summary>
/// <remarks>
/// Stands in the assembly that declares the method, in one that calls it, or in one between. What it says is believed before anything that
/// is known otherwise.
/// <code>
/// [assembly: KernelOperation("M:Acme.Imaging.Filters.Convolve", KernelOperation.Correlation, Kernel = "weights")]
/// [assembly: KernelOperation("M:Acme.Imaging.Filters.Run", KernelOperation.Convolution, When = "flip=true", Kernel = "weights", Sibling =
/// "flip=false")]
/// </code>
/// </remarks>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true, Inherited = false)]
public sealed class KernelOperationAttribute : Attribute
{
    /// <summary>Says what a method computes.</summary>
    /// <param name="member">
    /// Its documentation-comment id, <c>M:Namespace.Type.Method</c> for all overloads or <c>M:Namespace.Type.Method(System.Int32)</c> for
    /// one;
    /// <c>M:Namespace.Type.#ctor</c> for constructors, <c>P:Namespace.Type.Property</c> for a setter, <c>T:Namespace.Type</c> for all
    /// methods of a type.
    /// </param>
    /// <param name="operation">What it computes.</param>
    public KernelOperationAttribute(string member, KernelOperation operation)
    {
        Member = member;
        Operation = operation;
    }

    /// <summary>The documentation-comment id.</summary>
    public string Member { get; }

    /// <summary>What the method computes.</summary>
    public KernelOperation Operation { get; }

    /// <summary>
    /// The parameter, or for a constructor the property, that takes the kernel. Without it every kernel counts as unknown.
    /// </summary>
    public string? Kernel { get; set; }

    /// <summary>
    /// The constant arguments for which this holds, <c>parameter=value</c> split by <c>;</c>: <c>"flip=true; mode=Same"</c>. Default:
    /// always.
    /// </summary>
    public string? When { get; set; }

    /// <summary>The parameter that places the kernel on the sample.</summary>
    public string? Anchor { get; set; }

    /// <summary>
    /// The method of the same type with the same parameters that computes the other operation, or the <c>parameter=value</c> that makes
    /// this one do so.
    /// </summary>
    public string? Sibling { get; set; }
}
