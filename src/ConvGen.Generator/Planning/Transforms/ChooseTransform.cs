using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Planning.Transforms;

/// <summary>Takes a transform where it is allowed and gains over the direct sum, and says what was compared.</summary>
internal static class ChooseTransform
{
    /// <summary>
    /// Nanoseconds that a product of a direct sum takes of each result, in single precision: 18 for 1,023 taps and 17 for 31 x 31, where
    /// <see cref="TransformTime"/> was measured.
    /// </summary>
    public const double Product = 0.018;

    /// <summary>What a smaller tile may take more.</summary>
    private const double NearlyFastest = 1.08;

    /// <summary>The model by which the direct sum is planned: one that may be regrouped.</summary>
    public static ConvolutionModel Direct(ConvolutionModel model) =>
        model.FloatingPoint == FloatingPointMode.Transform ? model with { FloatingPoint = FloatingPointMode.Fast } : model;

    /// <summary>Chooses between the direct plan and a transform of floating-point numbers.</summary>
    /// <param name="model">The model as declared.</param>
    /// <param name="direct">The plan of its direct sum.</param>
    public static KernelPlan Apply(ConvolutionModel model, KernelPlan direct)
    {
        if (model.FloatingPoint != FloatingPointMode.Transform)
        {
            return direct;
        }

        if ((Obstacle(model) ?? Nothing(direct)) is { } obstacle)
        {
            return Keep(direct, "no transform: " + obstacle);
        }

        if (Fastest(model, direct.Accumulator, tile => TransformTime.Of(tile, model, direct.Accumulator)) is not { } transform)
        {
            return Keep(direct, FormattableString.Invariant($"no transform: no tile holds a window of {Window(model)}"));
        }

        TransformGain gain = new(DirectTime(direct), TransformTime.Of(transform, model, direct.Accumulator));
        string compared = FormattableString.Invariant(
            $"about {gain.Transformed:0.0#} ns a result through transforms, {gain.Direct:0.0#} ns as a direct sum"
        );
        return gain.Transformed < gain.Direct
            ? direct with
            {
                Transform = transform,
                AsksTransform = true,
                LoopReason = null,
                ScalarReason = null,
                Decisions = EquatableArray.Of(Words(transform), "that takes " + compared),
            }
            : Keep(direct, "no transform: " + compared);
    }

    /// <summary>
    /// What a transform would gain over a plan that may be regrouped and does not allow one; null where it could not be taken.
    /// </summary>
    public static TransformGain? Gain(KernelPlan direct) =>
        !direct.AsksTransform
        && direct.Model.FloatingPoint == FloatingPointMode.Fast
        && direct.Accumulator.IsFloating()
        && (Obstacle(direct.Model) ?? Nothing(direct)) is null
        && Fastest(direct.Model, direct.Accumulator, tile => TransformTime.Of(tile, direct.Model, direct.Accumulator)) is { } transform
            ? new TransformGain(DirectTime(direct), TransformTime.Of(transform, direct.Model, direct.Accumulator))
            : null;

    /// <summary>A layer, whose sums are formed directly unless it took minimal filtering.</summary>
    public static PlanResult Layer(ConvolutionModel model, PlanResult planned) =>
        model.FloatingPoint == FloatingPointMode.Transform && planned.Layer is { Minimal: null } layer
            ? planned with
            {
                Layer = layer with
                {
                    Decisions = layer.Decisions.Prepend("no transform: channels and bias are summed directly").ToEquatableArray(),
                },
            }
            : planned;

    /// <summary>What of a declaration stands in the way whatever the sizes are, or null.</summary>
    public static string? Obstacle(ConvolutionModel model) =>
        model switch
        {
            { IsPartOfGroup: true } => "several kernels are computed together from small parts of the source",
            { IsStream: true } => "where blocks begin must not change the results of a stream, and where tiles begin does",
            { Form.IsVolume: true } => "tiles have two axes, and volumes three",
            { Form: { IsInPlace: true, Kernel.Carrier: not Carrier.Prepared } } =>
                "an image in place is computed band by band, each of which would compute the spectrum of the weights; a PreparedKernel "
                    + "keeps it",
            { Form: { IsInPlace: true, IsParallel: true } } =>
                "threads overwrite an image in bands of their own, in which pairs of tiles would not begin and end",
            _ => null,
        };

    /// <summary>What of a kernel leaves a transform nothing to gain, or null.</summary>
    public static string? Nothing(KernelPlan direct) =>
        direct switch
        {
            { Taps.Count: 0, Separation: null } => "every weight is zero",
            _ when direct.Model.Kernel.Count == 1 => "there is one tap",
            _ => null,
        };

    private static KernelPlan Keep(KernelPlan direct, string decision) =>
        direct with
        {
            AsksTransform = true,
            Decisions = direct.Decisions.Prepend(decision).ToEquatableArray(),
        };

    private static string Window(ConvolutionModel model) =>
        model.Form.Axes == 1
            ? FormattableString.Invariant($"{model.Horizontal.EffectiveSize} samples")
            : FormattableString.Invariant($"{model.Vertical.EffectiveSize} x {model.Horizontal.EffectiveSize} samples");

    /// <summary>What is transformed, in words.</summary>
    public static string Words(TransformPlan transform) =>
        transform.HasTwoAxes
            ? FormattableString.Invariant(
                $"overlap-save: tiles of {transform.Rows.Points} x {transform.Columns.Points} samples are transformed, two at a "
            ) + FormattableString.Invariant($"time, and give {transform.Height} x {transform.Width} results each")
            : FormattableString.Invariant(
                $"overlap-save: tiles of {transform.Points} samples are transformed, two at a time, and give {transform.Width} results each"
            );

    /// <summary>
    /// Nanoseconds that a result of the direct plan takes: those of its products, which few kernels take fewer operations than.
    /// </summary>
    private static double DirectTime(KernelPlan direct)
    {
        KernelPlan[] sums = direct.Separation is { } separation
            ? [.. separation.Vertical, .. separation.Partial is { } partial ? new[] { partial } : [], separation.Horizontal]
            : [direct];
        double operations = sums.Sum(Operations);
        double runTime = direct.Model.Form.Kernel is null ? 1 : 1.5;
        return operations * Product * runTime * (direct.Accumulator == ElementType.Double ? 2 : 1) * (direct.ScalarReason is null ? 1 : 8);
    }

    private static double Operations(KernelPlan sum) =>
        sum.Sum is SlidingSum { Sliding: Sliding.FromRowToRow }
            ? 4
            : 4 + sum.Taps.Sum(tap => (double)tap.Samples) + sum.Sum.RowSums.Sum(row => row.Taps.Sum(tap => (double)tap.Samples));

    /// <summary>
    /// The smallest of the tiles that hold a window and are nearly as fast as the fastest: of short signals it leaves less unused.
    /// </summary>
    /// <param name="model">What is computed.</param>
    /// <param name="type">The type of the transform.</param>
    /// <param name="time">Estimates how long a result takes.</param>
    public static TransformPlan? Fastest(ConvolutionModel model, ElementType type, Func<TransformPlan, double> time)
    {
        TransformPlan[] tiles =
        [
            .. from rows in LineTransform.All
            from columns in LineTransform.All
            let tile = Tile(model, rows, columns)
            where tile is not null
            orderby tile.Points, Math.Abs(rows.Points - columns.Points), columns.Points
            select tile,
        ];
        double least = tiles.Length == 0 ? 0 : tiles.Min(time);
        return tiles.FirstOrDefault(tile => time(tile) <= least * NearlyFastest) is { } best
            ? best with
            {
                ErrorFactor = TransformError.Factor(best, type),
            }
            : null;
    }

    private static TransformPlan? Tile(ConvolutionModel model, LineTransform rows, LineTransform columns)
    {
        // Results of one tile; the samples of a signal fill both axes.
        bool hasTwoAxes = model.Form.Axes == 2;
        int height = hasTwoAxes ? rows.Points - model.Vertical.EffectiveSize + 1 : 1;
        int width = (hasTwoAxes ? columns.Points : rows.Points * columns.Points) - model.Horizontal.EffectiveSize + 1;
        bool isSquare = columns.Points == rows.Points || columns.Points == 2 * rows.Points;
        return height > 0 && width > 0 && (hasTwoAxes || isSquare) ? new TransformPlan(rows, columns, hasTwoAxes, height, width) : null;
    }
}
