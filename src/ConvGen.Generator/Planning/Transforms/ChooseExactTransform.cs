using System.Numerics;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Planning.Transforms;

/// <summary>
/// Takes transforms for integer sums where they are faster and their rounding is proven. Nobody has to ask for them, because results are
/// the same bits.
/// </summary>
internal static class ChooseExactTransform
{
    /// <summary>
    /// How many times as fast transforms must be by the estimates. With vectors of 256 bits they gain up to a quarter less than with those
    /// of 512, of which these are.
    /// </summary>
    private const double LeastGain = 1.3;

    /// <summary>
    /// Nanoseconds that each result must gain where nobody asked: the first transforms of an assembly are some hundred KB of text, which
    /// every build compiles.
    /// </summary>
    private const double LeastUnaskedGain = 2;

    /// <summary>How many times as fast they must be for a source of a given size, whose last tiles are not full.</summary>
    private const double LeastGainOfCall = 1.15;

    /// <summary>Chooses between direct sums alone and transforms beside them.</summary>
    /// <param name="model">The model as declared.</param>
    /// <param name="direct">The plan of its direct sum.</param>
    /// <param name="planned">Plans a model from its first plan.</param>
    public static KernelPlan Apply(ConvolutionModel model, KernelPlan direct, Func<KernelPlan, KernelPlan> planned)
    {
        bool isAsked = model.FloatingPoint == FloatingPointMode.Transform;
        KernelPlan Keep(string why) =>
            direct with
            {
                AsksTransform = isAsked,
                Decisions = direct.Decisions.Prepend("no transform: " + why).ToEquatableArray(),
            };

        if (Unsuited(model, direct) is { } unsuited)
        {
            return isAsked ? Keep(unsuited) : direct;
        }

        double time = ExactTime.OfDirect(direct);
        if (!isAsked && (model.Form.IsVolume || time < LeastGain * ExactTime.Least))
        {
            return direct;
        }

        ConvolutionModel sums = Whole(direct);
        BigInteger weights = ExactError.Weights(sums);
        double Time(TransformPlan tile) => ExactError.IsBelowHalf(tile, sums, weights) ? ExactTime.Of(tile, sums) : double.PositiveInfinity;
        if (ChooseTransform.Fastest(sums, ElementType.Double, Time) is not { } tiles)
        {
            return Keep("no tile holds the window");
        }

        if (!ExactError.IsBelowHalf(tiles, sums, weights) || !ExactError.HoldsSums(direct.Range!.Value))
        {
            return Keep("errors could reach one half, so that sums would not be exact");
        }

        TransformGain gain = new(time, ExactTime.Of(tiles, sums));
        string compared = FormattableString.Invariant(
            $"about {gain.Transformed:0.0#} ns a result through transforms, {gain.Direct:0.0#} ns as a direct sum"
        );
        if (gain.Direct < LeastGain * gain.Transformed || (!isAsked && gain.Direct - gain.Transformed < LeastUnaskedGain))
        {
            return Keep(compared);
        }

        return model.IsPartOfGroup
            ? Keep(ChooseTransform.Obstacle(model)!)
            : direct with
            {
                AsksTransform = isAsked,
                Exact = Of(sums, direct, tiles, gain, planned),
                LoopReason = null,
                Decisions = direct
                    .Decisions.Prepend(ChooseTransform.Words(tiles) + ", where the source is large: that takes " + compared)
                    .ToEquatableArray(),
            };
    }

    /// <summary>What makes transforms out of the question whatever they would gain, or null.</summary>
    private static string? Unsuited(ConvolutionModel model, KernelPlan direct) =>
        direct switch
        {
            { Model.Form.Kernel: not null } => "weights arrive at run time, and their spectrum would be computed in every call",
            { Sum: Separation or SlidingSum or { RowSums.Count: > 0 } } => "the kernel has a faster direct sum",
            _ when model.Form.IsVolume => ChooseTransform.Obstacle(model),
            _ when model.Form.Source.Element == ElementType.Int64 => "samples of 64 bits are more than double precision holds",
            _ => ChooseTransform.Nothing(direct),
        };

    /// <summary>
    /// The model of the whole sums: weights without their denominator, and results that hold every sum, or where nothing is divided every
    /// result.
    /// </summary>
    private static ConvolutionModel Whole(KernelPlan direct)
    {
        ConvolutionModel model = direct.Model;
        ElementType sum = direct.Range!.Value.IsWithin(ElementType.Int32) || Saturates(direct) ? ElementType.Int32 : ElementType.Int64;
        return model with
        {
            Kernel = model.Kernel with { Weights = model.Kernel.Weights!.Value.Select(direct.Whole).ToEquatableArray() },
            Form = model.Form with { Destination = model.Form.Destination with { Element = sum } },
        };
    }

    /// <summary>Whether sums beyond 32 bits can be saturated before they are rounded, as nothing else follows.</summary>
    private static bool Saturates(KernelPlan direct) =>
        direct.Denominator.IsOne
        && direct.Model.Form.Destination.Element.Size() <= sizeof(int)
        && !direct.Range!.Value.IsWithin(ElementType.Int32);

    private static ExactTransform Of(
        ConvolutionModel sums,
        KernelPlan direct,
        TransformPlan tiles,
        TransformGain gain,
        Func<KernelPlan, KernelPlan> planned
    )
    {
        double results = 2.0 * tiles.Height * tiles.Width * gain.Transformed / gain.Direct;
        KernelPlan whole = new(sums)
        {
            Taps = ReadTaps.All(sums).ToEquatableArray(),
            Accumulator = ElementType.Double,
            Fuses = true,
            Range = direct.Range,
            Transform = tiles,
            Halo = direct.Halo,
        };
        double strides = (double)sums.Vertical.Stride * sums.Horizontal.Stride;
        return new ExactTransform(whole, planned(Finishing(direct, sums)), (int)Math.Ceiling(results * LeastGainOfCall / strides))
        {
            Error = ExactError.Of(tiles, sums),
            Saturated = Saturates(direct) ? Samples(direct) : null,
        };
    }

    /// <summary>A pass over single sums, which it divides and saturates as the direct plan does its own.</summary>
    private static KernelPlan Finishing(KernelPlan direct, ConvolutionModel sums)
    {
        Rational weight = new(BigInteger.One, direct.Denominator);
        ConvolutionModel model = direct.Model with
        {
            Operation = OperationKind.Correlation,
            Mode = OutputMode.Valid,
            PixelChannels = 1,
            IsComplex = false,
            Kernel = new KernelMatrix(1, 1, EquatableArray.Of(weight)),
            Vertical = AxisGeometry.None,
            Horizontal = AxisGeometry.None,
            IsPartOfGroup = false,
            Form = direct.Model.Form with
            {
                Axes = 1,
                HasRegion = false,
                HasHeld = false,
                IsInPlace = false,
                IsParallel = false,
                History = null,
                Source = direct.Model.Form.Source with { Element = sums.Form.Destination.Element },
            },
        };
        return ReadTaps.Start(model) with { Samples = Samples(direct) };
    }

    /// <summary>The sums that are made results.</summary>
    private static SumRange Samples(KernelPlan direct)
    {
        ElementType destination = direct.Model.Form.Destination.Element;
        return Saturates(direct) ? new SumRange(destination.Minimum(), destination.Maximum()) : direct.Range!.Value;
    }
}
