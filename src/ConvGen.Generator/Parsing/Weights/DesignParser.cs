using System.Numerics;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Kernels.Designs;
using ConvGen.Generator.Kernels.Designs.Edges;
using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing.Signatures;
using ConvGen.Generator.Refusals;

namespace ConvGen.Generator.Parsing.Weights;

/// <summary>
/// Reads kernels by name: judges their arguments, computes their weights, lays them along an axis, and quantises them for integer results.
/// </summary>
internal static class DesignParser
{
    private const string AxisArgument = "Axis";

    /// <summary>Whether the kernel, or the one that the others are factors of, has weights that are computed here.</summary>
    public static bool IsDesigned(Declaration declaration) =>
        declaration.Kernels[0].Kind == KernelDeclarationKind.Design || declaration.Kernels.Count > 1;

    /// <summary>Whether such a kernel has one axis, which two tensors take theirs from.</summary>
    public static bool HasOneAxis(Declaration declaration) =>
        declaration.Kernels.Count == 1
        && Design(declaration.Kernels[0]).IsLine
        && !new DesignArguments(declaration.Kernels[0].Arguments).Has(AxisArgument);

    /// <param name="declaration">The declaration, whose kernels <see cref="DeclarationChecks"/> has accepted.</param>
    /// <param name="form">Its signature.</param>
    /// <param name="cancellation">Stops the computation.</param>
    public static Outcome<DesignedMatrix> Parse(Declaration declaration, SignatureForm form, CancellationToken cancellation)
    {
        Outcome<DesignedKernel> kernel =
            declaration.Kernels.Count == 1
                ? One(declaration.Kernels[0], 0, form.Axes, cancellation)
                : Factors(declaration, form.Axes, cancellation);
        if (kernel.Refusal is not null)
        {
            return kernel.Refusal;
        }

        string attribute = string.Join(", ", declaration.Kernels.Select(DesignText.Of));
        return Finish(kernel.Value, attribute, form, declaration.Operations[0].Kind, cancellation);
    }

    /// <summary>The weights of a designed kernel alone, as they would have been written; null where it is refused.</summary>
    public static KernelMatrix? Matrix(KernelDeclaration kernel, bool isConvolution)
    {
        int axes = Design(kernel).IsLine ? 1 : 2;
        Outcome<DesignedKernel> made = One(
            kernel with
            {
                Arguments = kernel.Arguments.Where(static argument => argument.Name != AxisArgument).ToEquatableArray(),
            },
            0,
            axes,
            CancellationToken.None
        );
        return made.Refusal is not null
            ? null
            : new KernelMatrix(
                made.Value.Rows,
                made.Value.Columns,
                isConvolution ? made.Value.Weights.Reverse().ToEquatableArray() : made.Value.Weights
            );
    }

    private static KernelDesign Design(KernelDeclaration kernel) => KernelDesigns.Named(kernel.Design)!;

    private static Outcome<DesignedKernel> One(KernelDeclaration kernel, int index, int axes, CancellationToken cancellation)
    {
        if (axes == 3)
        {
            return Cube(kernel, index, cancellation);
        }

        KernelDesign design = Design(kernel);
        DesignArguments arguments = new(kernel.Arguments);
        bool hasAxis = design.IsLine && arguments.Has(AxisArgument);
        Refusal? refusal =
            CheckAxes(design, hasAxis, axes, index)
            ?? (hasAxis ? Refuse(arguments.Outside(AxisArgument, 0, 1, "write Axis.Rows or Axis.Columns"), index) : null);
        if (refusal is not null)
        {
            return refusal;
        }

        if (Refuse(design.Check(arguments, axes), index) is { } wrong)
        {
            return wrong;
        }

        (double rows, double columns) = design.Size(arguments, axes);
        if (rows * columns > KernelDesign.MostTaps)
        {
            return TooLarge(index, FormattableString.Invariant($"{rows} x {columns}"));
        }

        DesignedKernel made = design.Make(arguments, axes, cancellation);
        return hasAxis && arguments.Whole(AxisArgument) == 0 ? made.Upright() : made;
    }

    /// <summary>A kernel of three axes: a line times itself.</summary>
    private static Outcome<DesignedKernel> Cube(KernelDeclaration kernel, int index, CancellationToken cancellation)
    {
        KernelDesign design = Design(kernel);
        if (VolumeRules.CheckDesign(design, new DesignArguments(kernel.Arguments), index) is { } refusal)
        {
            return refusal;
        }

        Outcome<DesignedKernel> line = One(kernel, index, axes: 1, cancellation);
        return line.Refusal is not null ? line
            : Math.Pow(line.Value.Columns, 3) > KernelDesign.MostTaps
                ? TooLarge(index, FormattableString.Invariant($"{line.Value.Columns} x {line.Value.Columns} x {line.Value.Columns}"))
            : line.Value.Cube();
    }

    private static Refusal TooLarge(int index, string size) =>
        Refusal.Of(
            DeclarationRules.OptionOutOfRange,
            RefusalSite.KernelAt(index),
            "The designed kernel's size",
            size,
            FormattableString.Invariant(
                $"reduce it to {KernelDesign.MostTaps} weights or fewer, or filter each axis by a method of its own"
            )
        );

    /// <summary>
    /// Refuses a kernel of two axes for a signal, a kernel of one for an image that does not say which, and one that says it for a signal.
    /// </summary>
    private static Refusal? CheckAxes(KernelDesign design, bool hasAxis, int axes, int index)
    {
        if (axes == 1 && !design.FitsLine)
        {
            return Refusal.Of(
                DeclarationRules.DimensionsDisagree,
                RefusalSite.KernelAt(index),
                $"[{design.Name}] has two axes and the signature has one",
                design is DerivativeDesign
                    ? "take 'int width, int height' after the source, or write [FiniteDifferenceKernel(1, 2)]"
                    : "take 'int width, int height' after the source"
            );
        }

        if (axes == 1 && hasAxis)
        {
            return Refusal.Of(
                DeclarationRules.OptionClash,
                RefusalSite.KernelArgumentOf(index, AxisArgument),
                AxisArgument,
                "a signature of one axis",
                "remove Axis, or take 'int width, int height' after the source"
            );
        }

        return axes == 2 && design.IsLine && !hasAxis
            ? Refusal.Of(
                DeclarationRules.DimensionsDisagree,
                RefusalSite.KernelAt(index),
                $"[{design.Name}] has one axis and the signature has two",
                "write Axis = Axis.Columns for a kernel along the rows, or Axis = Axis.Rows for one down the columns"
            )
            : null;
    }

    /// <summary>The product of two designed kernels of one axis.</summary>
    private static Outcome<DesignedKernel> Factors(Declaration declaration, int axes, CancellationToken cancellation)
    {
        if (axes == 1)
        {
            return SeparableParser.NeedsTwoAxes(RefusalSite.KernelAt(FactorPlan.SeparableIn(declaration.Kernels)));
        }

        Outcome<Rational> divisor = KernelParser.Divisor(
            declaration.Kernels[FactorPlan.SeparableIn(declaration.Kernels)],
            FactorPlan.SeparableIn(declaration.Kernels)
        );
        if (divisor.Refusal is not null)
        {
            return divisor.Refusal;
        }

        Outcome<DesignedFactors> factors = ReadFactors(declaration, axes, cancellation);
        if (factors.Refusal is not null)
        {
            return factors.Refusal;
        }

        (DesignedKernel column, DesignedKernel row) = factors.Value;
        if ((double)column.Rows * row.Columns > KernelDesign.MostTaps)
        {
            return Refusal.Of(
                DeclarationRules.OptionOutOfRange,
                RefusalSite.KernelAt(0),
                "The designed kernel's size",
                FormattableString.Invariant($"{column.Rows} x {row.Columns}"),
                FormattableString.Invariant($"reduce it to {KernelDesign.MostTaps} weights or fewer")
            );
        }

        DesignedKernel product = DesignedKernel.Product(
            column.Weights.Select(weight => weight / divisor.Value),
            row.Weights,
            column.IsExact && row.IsExact,
            "column: " + column.Formula + "; row: " + row.Formula,
            column.Source == row.Source ? column.Source : column.Source + "; " + row.Source
        );
        return product;
    }

    /// <summary>The factors, of which each axis has one.</summary>
    private static Outcome<DesignedFactors> ReadFactors(Declaration declaration, int axes, CancellationToken cancellation)
    {
        DesignedKernel? column = null,
            row = null;
        for (int index = 0; index < declaration.Kernels.Count; index++)
        {
            KernelDeclaration kernel = declaration.Kernels[index];
            if (kernel.Kind != KernelDeclarationKind.Design)
            {
                continue;
            }

            Outcome<DesignedKernel> factor = One(kernel, index, axes, cancellation);
            if (factor.Refusal is not null)
            {
                return factor.Refusal;
            }

            bool isColumn = new DesignArguments(kernel.Arguments).Whole(AxisArgument) == 0;
            if ((isColumn ? column : row) is not null)
            {
                return Refusal.Of(
                    DeclarationRules.OptionClash,
                    RefusalSite.KernelArgumentOf(index, AxisArgument),
                    isColumn ? "Axis.Rows" : "Axis.Columns",
                    "another factor along the same axis",
                    "write one factor with Axis.Rows and one with Axis.Columns"
                );
            }

            column = isColumn ? factor.Value : column;
            row = isColumn ? row : factor.Value;
        }

        return new DesignedFactors(column!, row!);
    }

    private static Outcome<DesignedMatrix> Finish(
        DesignedKernel kernel,
        string attribute,
        SignatureForm form,
        OperationKind operation,
        CancellationToken cancellation
    )
    {
        bool isReversed = operation == OperationKind.Convolution;
        EquatableArray<Rational> Written(EquatableArray<Rational> applied) => isReversed ? applied.Reverse().ToEquatableArray() : applied;
        DesignNote note = new(attribute, kernel.Formula, kernel.Source)
        {
            IsMirrored = isReversed && !kernel.Weights.SequenceEqual(kernel.Weights.Reverse()),
        };
        EquatableArray<Rational> weights = kernel.Weights;
        if (Quantise(kernel, form, cancellation) is { } quantised)
        {
            weights = quantised.Weights;
            note = note with { Designed = Written(kernel.Weights), Bits = quantised.Bits, LargestError = quantised.LargestError };
        }

        return new DesignedMatrix(new KernelMatrix(kernel.Rows, kernel.Columns, Written(weights)) { Planes = kernel.Planes }, note);
    }

    /// <summary>
    /// The kernel over a power of two where results are integers and its own numbers are no fractions, or such as no sum of 64 bits could
    /// have; null elsewhere.
    /// </summary>
    private static QuantisedKernel? Quantise(DesignedKernel kernel, SignatureForm form, CancellationToken cancellation)
    {
        if (form.Source.Element.IsFloating() || form.Destination.Element.IsFloating())
        {
            return null;
        }

        (BigInteger Least, BigInteger Most) samples = (form.Source.Element.Minimum(), form.Source.Element.Maximum());
        BigInteger largest = BigInteger.Max(BigInteger.Abs(samples.Least), samples.Most);
        Rational sum =
            kernel.Weights.Aggregate(Rational.One, static (total, weight) => total + Rational.Abs(weight))
            * new Rational(largest, BigInteger.One);
        BigInteger room = (new Rational(BigInteger.One << 62, BigInteger.One) / sum).Floor();
        return kernel.IsExact && CommonDenominator.Of(kernel.Weights, room) is not null ? null
            : kernel.IsProduct ? Quantisation.Product(kernel.Column, kernel.Row, samples, cancellation)
            : Quantisation.Taps(kernel.Weights, samples, cancellation);
    }

    private static Refusal? Refuse(DesignFault? fault, int index)
    {
        if (fault is null)
        {
            return null;
        }

        RefusalSite site = RefusalSite.KernelArgumentOf(index, fault.Argument);
        return fault.Other is { } other
            ? Refusal.Of(DeclarationRules.OptionClash, site, fault.Argument, other, fault.Remedy)
            : Refusal.Of(DeclarationRules.OptionOutOfRange, site, fault.Argument, fault.Found, fault.Remedy);
    }

    private sealed record DesignedFactors(DesignedKernel Column, DesignedKernel Row);
}
