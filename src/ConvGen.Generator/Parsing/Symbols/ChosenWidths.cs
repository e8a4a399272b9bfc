using ConvGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.Generator.Parsing.Symbols;

/// <summary>The vector widths that an assembly says it wants, by <c>[assembly: VectorWidths(...)]</c>.</summary>
/// <param name="Widths">Bits, widest first, down to 128; all where nothing is said, and where what is said is wrong.</param>
/// <param name="Wrong">What is said, where that is wrong.</param>
internal sealed record ChosenWidths(EquatableArray<int> Widths, WrongWidths? Wrong)
{
    /// <summary>The attribute's metadata name.</summary>
    public const string Attribute = "ConvGen.VectorWidthsAttribute";

    private const int Narrowest = 128;

    /// <summary>The widths of a compilation. Asked after every edit: only the attributes of the assembly itself are bound.</summary>
    public static ChosenWidths Read(Compilation compilation, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        AttributeData? data = compilation
            .Assembly.GetAttributes()
            .FirstOrDefault(static attribute =>
                attribute.AttributeClass is { Name: "VectorWidthsAttribute" } type && type.ToDisplayString() == Attribute
            );

        // What is no constant is the compiler's to refuse.
        return data?.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Enum, Value: int named }
            ? Of(named, data, cancellation)
            : new ChosenWidths(AssemblyChoice.AllWidths, null);
    }

    private static ChosenWidths Of(int named, AttributeData data, CancellationToken cancellation)
    {
        int known = AssemblyChoice.AllWidths.Sum();
        return named == 0 || (named & ~known) != 0
            ? new(AssemblyChoice.AllWidths, WrongWidths.At(named, data.ApplicationSyntaxReference?.GetSyntax(cancellation)))
            : new(AssemblyChoice.AllWidths.Where(width => width == Narrowest || (named & width) != 0).ToEquatableArray(), null);
    }
}

/// <summary>A value that names no widths, and where it stands.</summary>
/// <param name="Named">The value.</param>
/// <param name="Path">The file.</param>
/// <param name="Span">Where in it the argument stands.</param>
/// <param name="Lines">The same in lines and characters.</param>
internal sealed record WrongWidths(int Named, string Path, TextSpan Span, LinePositionSpan Lines)
{
    /// <summary>The value as it is told.</summary>
    public string Words => Named == 0 ? "no width" : FormattableString.Invariant($"{Named}, which is not made of 128, 256 and 512");

    public static WrongWidths At(int named, SyntaxNode? attribute)
    {
        SyntaxNode? place = (attribute as AttributeSyntax)?.ArgumentList?.Arguments.FirstOrDefault()?.Expression ?? attribute;
        FileLinePositionSpan lines = place?.SyntaxTree.GetLineSpan(place.Span) ?? default;
        return new(named, place?.SyntaxTree.FilePath ?? "", place?.Span ?? default, lines.Span);
    }
}
