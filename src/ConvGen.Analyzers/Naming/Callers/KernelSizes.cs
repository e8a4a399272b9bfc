using ConvGen.Analyzers.Naming.Loops;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Callers;

/// <summary>Whether the size of a loop's kernel is known when the code is compiled; a declaration is written for one size.</summary>
internal static class KernelSizes
{
    /// <summary>
    /// Whether a size is constant: in the loops, where the kernel is made, in a call of the member, or in what the member checks.
    /// </summary>
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
            IParameterSymbol when HasConstantLoop(loop.Product) => true,
            IParameterSymbol { ContainingSymbol: IMethodSymbol method } parameter => CallSizeReader
                .Read(method.OriginalDefinition, member.Compilation, member.Cancellation)
                .Concat(GuardSizeReader.Read(method.OriginalDefinition, member.Block, member.Compilation, member.Cancellation))
                .Any(size => !size.Integers.IsEmpty || size.Extents.ContainsKey(parameter.OriginalDefinition)),
            ILocalSymbol or IFieldSymbol => ConstantShape.OfDeclared(kernel, member.Compilation, member.Cancellation) is not null,
            _ => false,
        };
    }

    /// <summary>Whether a loop around the product ends at a constant, as one over taps does where their number is written down.</summary>
    private static bool HasConstantLoop(IOperation product)
    {
        for (IOperation? around = product.Parent; around is not null; around = around.Parent)
        {
            if (around is IForLoopOperation { Condition: IBinaryOperation { RightOperand.ConstantValue.HasValue: true } })
            {
                return true;
            }
        }

        return false;
    }
}
