using ConvGen.Analyzers.Naming.Loops;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.Analyzers.Naming.Callers;

/// <summary>Whether the size of a loop's kernel is known when the code is compiled; a declaration is written for one size.</summary>
internal static class KernelSizes
{
    /// <summary>Whether a size is constant: where the kernel is made, or in a call of the member.</summary>
    public static bool AreKnown(LoopReading loop, MemberContext member)
    {
        SyntaxNode access = loop.KernelAccess;
        SemanticModel model = member.Compilation.GetSemanticModel(access.SyntaxTree);
        ISymbol? kernel = access
            .DescendantNodesAndSelf()
            .OfType<IdentifierNameSyntax>()
            .Select(name => model.GetSymbolInfo(name, member.Cancellation).Symbol)
            .FirstOrDefault(symbol => symbol?.Name == loop.KernelName);
        return kernel switch
        {
            IParameterSymbol { ContainingSymbol: IMethodSymbol method } parameter => CallSizeReader
                .Read(method.OriginalDefinition, member.Compilation, member.Cancellation)
                .Any(size => !size.Integers.IsEmpty || size.Extents.ContainsKey(parameter.OriginalDefinition)),
            ILocalSymbol or IFieldSymbol => ConstantShape.OfDeclared(kernel, member.Compilation, member.Cancellation) is not null,
            _ => false,
        };
    }
}
