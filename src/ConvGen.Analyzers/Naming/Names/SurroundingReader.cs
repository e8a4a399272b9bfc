using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using OperationKind = ConvGen.Generator.Model.OperationKind;

namespace ConvGen.Analyzers.Naming.Names;

/// <summary>
/// What stands around a member without a telling name of its own and says what it computes: the class, as in
/// <c>ConvolutionFilter.Apply</c>, its comment,
/// or a parameter called <c>convKernel</c>. Only loops are held to it, whose operation is proven.
/// </summary>
internal static class SurroundingReader
{
    private static readonly HashSet<string> Acts = new(StringComparer.Ordinal)
    {
        "apply",
        "process",
        "filter",
        "run",
        "execute",
        "compute",
        "calculate",
        "calc",
        "transform",
        "perform",
        "do",
        "operate",
        "evaluate",
        "invoke",
        "render",
        "get",
        "sum",
        "smooth",
        "blur",
    };

    private static readonly HashSet<string> Tools = new(StringComparer.Ordinal) { "kernel", "matrix", "mask", "filter", "core" };

    /// <summary>What is said, or null.</summary>
    public static NameClaim? Read(MemberContext member)
    {
        if (
            !member.Options.HearsClasses
            || member.Owner is not IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation } method
            || method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(member.Cancellation) is not { } declaration
            || method.Locations.FirstOrDefault(static location => location.IsInSource) is not { } location
        )
        {
            return null;
        }

        if (CommentReader.SaysConvolution(declaration))
        {
            return new NameClaim(OperationKind.Convolution, method.Name, false, method, location);
        }

        ImmutableArray<IdentifierWord> words = IdentifierWords.Split(method.Name.Substring(method.Name.LastIndexOf('.') + 1));
        if (words.IsEmpty || !Acts.Contains(words[0].Text) || words.Any(static word => Vocabulary.Elsewhere.Contains(word.Text)))
        {
            return null;
        }

        if (method.Parameters.Any(static parameter => IsTool(parameter.Name)))
        {
            return new NameClaim(OperationKind.Convolution, method.Name, false, method, location);
        }

        return method.ContainingType is { } type && !IsShort(type.Name) && NameReader.ReadRoutine(type.Name, member.Options) is { } reading
            ? new NameClaim(reading.Operation, $"{type.Name}.{method.Name}", reading.IsExplicit, method, location)
            : null;
    }

    private static bool IsTool(string name) =>
        IdentifierWords.Split(name) is [{ Text: "conv" or "convolution" or "convolve" }, var tool] && Tools.Contains(tool.Text);

    /// <summary>Classes called <c>Conv2D</c> are layers of networks.</summary>
    private static bool IsShort(string name) =>
        IdentifierWords.Split(name).Any(static word => word.Text is "conv" or "layer" or "net" or "network" or "neural" or "cnn");
}
