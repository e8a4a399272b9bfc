using ConvGen.Analyzers.Naming.Execution.Values;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Execution.Spots;

/// <summary>A field or a property of an object.</summary>
/// <param name="Owner">The object; one for all static members of a type.</param>
/// <param name="Member">The field or the property.</param>
internal sealed record MemberSpot(Thing Owner, ISymbol Member) : Spot;
