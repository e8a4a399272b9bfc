using ConvGen.Analyzers.Declarations;
using ConvGen.Analyzers.Naming.Names;
using ConvGen.Analyzers.Naming.Weights;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Model.Groups;
using ConvGen.Generator.Parsing.Symbols;
using ConvGen.Generator.Parsing.Weights;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using OperationKind = ConvGen.Generator.Model.OperationKind;

namespace ConvGen.Analyzers.Naming;

/// <summary>CONV101: a method declared [Convolution] whose name says correlation, or the other way round.</summary>
/// <remarks>
/// The additional locations of a diagnostic are the identifier, the operation attribute, and the kernel's weights where they are written.
/// </remarks>
internal sealed class DeclarationNameRule()
    : NamingRule(
        "CONV101",
        "The declaration is named for the other operation",
        "'{0}' is named for a {1} and declared [{2}], whose sample and tap indices run {3}: the result {4}"
    )
{
    public override void CheckDeclaration(
        IMethodSymbol method,
        NamingOptions options,
        KernelFiles files,
        Action<Diagnostic> report,
        CancellationToken cancellation
    )
    {
        if (
            method.ContainingAssembly is not ISourceAssemblySymbol assembly
            || method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not { } syntax
            || ClaimReader.Of(method, syntax, options) is not { } claim
            || AnalysisCache.Get(method, () => TargetReader.Read(assembly.Compilation, cancellation), files, cancellation)
                is not { Result: { } result }
            || (result.Model ?? Telling(result.Group?.Model)) is not { } model
        )
        {
            return;
        }

        Symmetry symmetry = SymmetryOf(model);
        if (symmetry == Symmetry.Symmetric || !claim.Contradicts(model.Operation, options))
        {
            return;
        }

        bool isOneDimensional = model.Kernel.Rows == 1;
        report(
            Diagnostic.Create(
                Descriptor,
                claim.Location,
                Locations(method, claim, cancellation),
                NamingProperties.Of(claim, model.Operation),
                claim.Name,
                claim.Operation == OperationKind.Convolution ? "convolution" : "correlation",
                model.Operation,
                model.Operation == OperationKind.Convolution ? "opposite ways" : "the same way",
                symmetry == Symmetry.Antisymmetric ? "differs only by its sign"
                    : model.Kernel.Planes > 1 ? "is that of the kernel reversed on all axes"
                    : isOneDimensional ? "is that of the reversed kernel"
                    : "is that of the kernel rotated by 180 degrees"
            )
        );
    }

    /// <summary>
    /// Of several kernels the first whose reversal would be seen in the result, or null where none is: of sizes none is that only changes
    /// its sign.
    /// </summary>
    private static ConvolutionModel? Telling(GroupModel? group)
    {
        bool areSizes = group?.Combination is Combination.Magnitude or Combination.AbsoluteSum;
        return group?.Kernels.FirstOrDefault(kernel =>
            SymmetryOf(kernel) is var symmetry && symmetry != Symmetry.Symmetric && !(areSizes && symmetry == Symmetry.Antisymmetric)
        );
    }

    /// <summary>How the weights behave under reversal; exact, because the generator reads them as exact numbers.</summary>
    private static Symmetry SymmetryOf(ConvolutionModel model)
    {
        KernelMatrix kernel = model.Kernel;
        int places = kernel.Rows * kernel.Columns;
        if (places == 1 || kernel.Weights is not { } weights)
        {
            return places == 1 ? Symmetry.Symmetric : Symmetry.Unknown;
        }

        // Only places are reversed, never channels; these vary fastest, or in the other layout slowest.
        bool isPlaceInner = model.Layer?.KernelLayout == KernelLayout.OutputFirst;
        bool isSymmetric = true;
        bool isAntisymmetric = true;
        for (int index = 0; index < weights.Count; index++)
        {
            int place = isPlaceInner ? index % places : index / kernel.Depth;
            int distance = (places - 1 - (2 * place)) * (isPlaceInner ? 1 : kernel.Depth);
            Rational opposite = weights[index + distance];
            isSymmetric &= weights[index].Equals(opposite);
            isAntisymmetric &= weights[index].Equals(-opposite);
        }

        return isSymmetric ? Symmetry.Symmetric
            : isAntisymmetric ? Symmetry.Antisymmetric
            : Symmetry.Asymmetric;
    }

    private static IEnumerable<Location> Locations(IMethodSymbol method, NameClaim claim, CancellationToken cancellation)
    {
        yield return claim.Location;
        if (WrittenAttribute.Find(method, 0, cancellation, AttributeNames.Convolution, AttributeNames.Correlation) is not { } operation)
        {
            yield break;
        }

        yield return operation.Syntax.GetLocation();
        if (
            WrittenAttribute.Find(method, 0, cancellation, AttributeNames.Kernel) is not { } kernel
            || kernel.Argument(WrittenAttribute.Weights) is not { } first
        )
        {
            yield break;
        }

        // A list of weights reaches from the first to the last; a text, an array and a collection expression are one argument.
        IReadOnlyList<SyntaxNode> weights = kernel.WeightList();
        SyntaxNode last = weights.Count > 0 && weights[weights.Count - 1].Parent == first.Parent ? weights[weights.Count - 1] : first;
        yield return Location.Create(first.SyntaxTree, TextSpan.FromBounds(first.Expression.SpanStart, last.Span.End));
    }
}
