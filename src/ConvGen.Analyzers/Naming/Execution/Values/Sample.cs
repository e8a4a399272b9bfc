using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Execution.Values;

/// <summary>An element of an array whose value is not looked at: a sample or a tap. Two readings of one element share one object.</summary>
/// <param name="array">The array.</param>
/// <param name="place">Where it stands there.</param>
/// <param name="content">What the code put there, where that is known.</param>
internal sealed class Sample(Store array, Place place, Number? content)
{
    /// <summary>The array.</summary>
    public Store Array => array;

    /// <summary>Where it stands there.</summary>
    public Place Place => place;

    /// <summary>What the code put there, where that is known.</summary>
    public Number? Content => content;

    /// <summary>The number that it is, made when it is read first: a loop reads it again and again.</summary>
    public Number? Value { get; set; }

    /// <summary>Where it was read.</summary>
    public SyntaxNode? Access { get; set; }
}
