using System.Numerics;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Planning.Sums;
using ConvGen.Generator.Planning.Types;

namespace ConvGen.Generator.Planning.Separating;

/// <summary>Makes the plans of the passes from the factors of a kernel, and chooses the type of what lies between them.</summary>
internal static class SeparateSums
{
    /// <summary>The passes, or null where no type holds the intermediate sums.</summary>
    public static Separation? Of(KernelPlan plan, IReadOnlyList<(Rational[] Column, Rational[] Row)> terms)
    {
        KernelPlan[] vertical = [.. terms.Select(term => Vertical(plan, term.Column))];
        ElementType? intermediate = plan.Accumulator;
        SumRange? range = null;
        if (plan.Accumulator.IsInteger())
        {
            SumRange[] ranges = [.. vertical.Select(pass => SumBounds.Of(pass, BigInteger.One))];
            vertical = [.. vertical.Zip(ranges, (pass, sums) => pass with { Range = sums })];
            range = new SumRange(ranges.Min(sums => sums.Minimum), ranges.Max(sums => sums.Maximum));
            intermediate = Narrowest(plan, range.Value);
            if (intermediate == ElementType.UInt16 && plan.Accumulator == ElementType.Int32)
            {
                return Biased(plan, terms, vertical, range.Value);
            }
        }

        if (intermediate is not { } type)
        {
            return null;
        }

        return new Separation(
            vertical
                .Select(pass =>
                    ChooseProducts.Apply(
                        pass with
                        {
                            Model = WithTypes(pass.Model, pass.Model.Form.Source.Element, type),
                            Accumulator = type,
                        }
                    )
                )
                .ToEquatableArray(),
            Horizontal(plan, terms, type, range)
        );
    }

    /// <summary>
    /// Intermediate sums that only unsigned 16 bits hold, less 32,768: signed numbers can be multiplied in pairs. The division's bias gives
    /// back what that takes from the result.
    /// </summary>
    private static Separation Biased(
        KernelPlan plan,
        IReadOnlyList<(Rational[] Column, Rational[] Row)> terms,
        KernelPlan[] vertical,
        SumRange range
    )
    {
        BigInteger bias = short.MinValue;
        SumRange Shifted(SumRange sums) => new(sums.Minimum + bias, sums.Maximum + bias);
        KernelPlan horizontal = Horizontal(plan, terms, ElementType.Int16, Shifted(range));
        BigInteger taken = horizontal.Taps.Aggregate(BigInteger.Zero, (sum, tap) => sum + (bias * plan.Whole(tap.Weight).Numerator));
        Division division = plan.Division ?? Division.None;
        return new Separation(
            vertical
                .Select(pass =>
                    pass with
                    {
                        Model = WithTypes(pass.Model, pass.Model.Form.Source.Element, ElementType.Int16),
                        Accumulator = ElementType.Int16,
                        Range = Shifted(pass.Range!.Value),
                        Division = Division.ByBias(bias),
                    }
                )
                .ToEquatableArray(),
            horizontal with
            {
                Range = SumBounds.Of(horizontal, plan.Denominator),
                Division = division with { Bias = division.Bias - taken },
            }
        );
    }

    /// <summary>The narrowest type that holds every intermediate sum and widens to the accumulator without loss.</summary>
    private static ElementType? Narrowest(KernelPlan plan, SumRange range)
    {
        foreach (ElementType type in new[] { ElementType.Int16, ElementType.UInt16, ElementType.Int32, ElementType.Int64 })
        {
            if (
                type.Size() <= plan.Accumulator.Size()
                && type.Size() >= plan.Model.Form.Source.Element.Size()
                && type.Contains(plan.Model.Form.Source.Element)
                && range.IsWithin(type)
            )
            {
                return type;
            }
        }

        return null;
    }

    private static KernelPlan Vertical(KernelPlan plan, Rational[] column)
    {
        ConvolutionModel model = plan.Model;
        return Pass(
            plan,
            model with
            {
                Kernel = new KernelMatrix(column.Length, 1, column.ToEquatableArray()) { Planes = model.Kernel.Planes },
                Horizontal = new AxisGeometry(1, 1, 1, 0, 0),
                PixelChannels = 1,
            },
            column.Select((weight, row) => new Tap(row, 0, weight))
        ) with
        {
            Samples = plan.Samples,
        };
    }

    /// <summary>The rows of the vertical passes lie as many rows apart as are kept at a time, like those of a dilated kernel.</summary>
    private static KernelPlan Horizontal(
        KernelPlan plan,
        IReadOnlyList<(Rational[] Column, Rational[] Row)> terms,
        ElementType type,
        SumRange? samples
    )
    {
        ConvolutionModel model = plan.Model with
        {
            Kernel = new KernelMatrix(terms.Count, plan.Model.Kernel.Columns, terms.SelectMany(term => term.Row).ToEquatableArray()),
            Vertical = new AxisGeometry(terms.Count, 1, Separation.Rows, 0, 0),
        };
        return ChooseProducts.Apply(
            Pass(
                plan,
                WithTypes(model, type, model.Form.Destination.Element),
                terms.SelectMany((term, row) => term.Row.Select((weight, column) => new Tap(row, column, weight)))
            ) with
            {
                Accumulator = plan.Accumulator,
                Denominator = plan.Denominator,
                Range = plan.Range,
                Division = plan.Division,
                Samples = samples,
                ReadsExtendedSums = Separation.ExtendsSums(plan.Model),
            }
        );
    }

    /// <summary>
    /// A pass along planes, and the plan of the images that it makes; null where no type holds the sums that it makes them of.
    /// </summary>
    /// <param name="plan">The plan of three axes.</param>
    /// <param name="planes">What the sums of each plane are multiplied by.</param>
    /// <param name="rest">The kernel within planes, row by row.</param>
    public static PlaneSums? AlongPlanes(KernelPlan plan, Rational[] planes, Rational[] rest)
    {
        ConvolutionModel model = plan.Model;
        SignatureForm image = model.Form with { Axes = 2, IsParallel = false, IsInPlace = false };
        KernelPlan across = Pass(
            plan,
            model with
            {
                Form = image,
                Kernel = new KernelMatrix(planes.Length, 1, planes.ToEquatableArray()),
                Vertical = Inside(model.Depth),
                Horizontal = AxisGeometry.None,
                Depth = AxisGeometry.None,
                PixelChannels = 1,
            },
            planes.Select((weight, plane) => new Tap(plane, 0, weight))
        );
        SumRange? range = plan.Accumulator.IsInteger() ? SumBounds.Of(across, BigInteger.One) : null;
        if ((range is { } sums ? Narrowest(plan, sums) : plan.Accumulator) is not { } type)
        {
            return null;
        }

        across = across with { Model = WithTypes(across.Model, model.Form.Source.Element, type), Accumulator = type, Range = range };
        KernelMatrix kernel = new(model.Kernel.RowsOfPlane, model.Kernel.Columns, rest.ToEquatableArray());
        KernelPlan within = plan with
        {
            Model = WithTypes(
                model with
                {
                    Form = image,
                    Operation = OperationKind.Correlation,
                    Mode = OutputMode.Valid,
                    Border = BorderMode.Constant,
                    BorderValue = planes.Aggregate(Rational.Zero, (sum, weight) => sum + (weight * model.BorderValue)),
                    Kernel = kernel,
                    Vertical = Inside(model.Vertical),
                    Horizontal = Inside(model.Horizontal),
                    Depth = AxisGeometry.None,
                    Design = null,
                },
                type,
                model.Form.Destination.Element
            ),
            Samples = range,
            HasWideProducts = false,
            Decisions = EquatableArray<string>.Empty,
        };
        within = within with { Taps = ReadTaps.All(within.Model).ToEquatableArray() };
        return new PlaneSums(ChooseProducts.Apply(across), ChooseProducts.Apply(DropZeroTaps.Apply(within)));
    }

    /// <summary>An axis on which all windows lie inside.</summary>
    private static AxisGeometry Inside(AxisGeometry axis) => axis with { Before = 0, After = 0 };

    private static KernelPlan Pass(KernelPlan plan, ConvolutionModel model, IEnumerable<Tap> taps) =>
        new(model with { Operation = OperationKind.Correlation, Mode = OutputMode.Valid })
        {
            Taps = taps.Where(tap => !tap.Weight.IsZero).ToEquatableArray(),
            Fuses = plan.Fuses,
        };

    private static ConvolutionModel WithTypes(ConvolutionModel model, ElementType source, ElementType destination) =>
        model with
        {
            Form = model.Form with
            {
                Source = model.Form.Source with { Element = source },
                Destination = model.Form.Destination with { Element = destination },
            },
        };
}
