using ConvGen.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace ConvGen.Generator.Tests.Parsing;

/// <summary>Types that are put together without printing a symbol read as if they had been printed.</summary>
public class SymbolNamesTests
{
    [Theory]
    [InlineData("int")]
    [InlineData("byte[]")]
    [InlineData("byte[]?")]
    [InlineData("float?[]")]
    [InlineData("float[,]")]
    [InlineData("float[][]")]
    [InlineData("long?")]
    [InlineData("nint[]")]
    [InlineData("string?[]?")]
    [InlineData("object")]
    [InlineData("dynamic[]")]
    [InlineData("Span<float>")]
    [InlineData("ReadOnlySpan<sbyte>")]
    [InlineData("Span<float?>")]
    [InlineData("Span<Half>")]
    [InlineData("Span<Span>")]
    [InlineData("ReadOnlySpan<double[]>")]
    [InlineData("Memory<ushort>")]
    [InlineData("(int a, float b)")]
    [InlineData("@class")]
    [InlineData("Own.Span<int>")]
    [InlineData("Generic<short>.Span<int>")]
    [InlineData("T")]
    [InlineData("T[]")]
    [InlineData("System.Span<T>")]
    [InlineData("Missing[]")]
    public void Alike(string type)
    {
        IMethodSymbol method = (IMethodSymbol)
            Compilations
                .Of(
                    $$"""
                    class @class;
                    class Span;
                    namespace Own { struct Span<T>; }
                    class Generic<U> { public struct Span<T>; }
                    class C { {{type}} M<T>() => throw null!; }
                    """
                )
                .GetTypeByMetadataName("C")!
                .GetMembers("M")
                .Single();

        Assert.Equal(method.ReturnType.ToDisplayString(SymbolNames.Qualified), SymbolNames.Qualify(method.ReturnType));
        Assert.Equal(method.ReturnType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), SymbolNames.Short(method.ReturnType));
    }
}
