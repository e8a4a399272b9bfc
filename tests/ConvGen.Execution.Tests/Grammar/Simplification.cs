using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Numbers;

namespace ConvGen.Execution.Tests.Grammar;

/// <summary>Filters that differ from a given one in one point, in which they are simpler.</summary>
internal static class Simplification
{
    public static IEnumerable<Declared> Of(Declared declared) =>
        Kernels(declared).Concat(Options(declared)).Concat(Forms(declared)).Concat(Types(declared)).Where(simpler => simpler != declared);

    private static IEnumerable<Declared> Options(Declared declared)
    {
        yield return declared with
        {
            PixelChannels = 1,
        };
        yield return declared with
        {
            Mode = Window.Same,
            Paddings = [],
        };
        yield return declared with
        {
            Border = Outside.Constant,
        };
        yield return declared with
        {
            BorderValue = "0",
        };
        if (declared.Anchor is not null)
        {
            yield return declared with
            {
                Anchor = null,
            };
        }

        foreach (int[] steps in new[] { [], Enumerable.Repeat(2, declared.Axes).ToArray() })
        {
            if (!declared.Strides.SequenceEqual(steps) && declared.Strides.Count > 0)
            {
                yield return declared with
                {
                    Strides = steps,
                };
            }

            if (!declared.Dilations.SequenceEqual(steps) && declared.Dilations.Count > 0)
            {
                yield return declared with
                {
                    Dilations = steps,
                };
            }
        }

        if (declared.Paddings.Any(padding => padding > 1))
        {
            yield return declared with
            {
                Paddings = [.. declared.Paddings.Select(padding => padding / 2)],
            };
        }

        yield return declared with
        {
            Divisor = null,
        };
        yield return declared with
        {
            Divisor = declared.Divisor is null or "1" ? declared.Divisor : "2",
        };
        yield return declared with
        {
            IsStrict = false,
        };
        yield return declared with
        {
            IsConvolution = false,
        };
        yield return declared with
        {
            Shape = Shape.Plain,
        };
        yield return declared with
        {
            Spelling = Spelling.Text,
            IsWrittenAsNumbers = false,
        };
        yield return declared with
        {
            HasSingleNumbers = false,
        };
    }

    private static IEnumerable<Declared> Forms(Declared declared)
    {
        Form form = declared.Form;
        yield return declared with
        {
            Form = Form.Spans,
        };
        yield return declared with
        {
            Form = form with { Host = Host.Static },
        };
        yield return declared with
        {
            Form = form with { HasBatch = false },
        };
        yield return declared with
        {
            Form = form with { IsReversed = false },
        };
        yield return declared with
        {
            Form = form with { IsScoped = false },
        };
        yield return declared with
        {
            Form = form with { Kernel = Carrier.ReadOnlySpan },
        };
    }

    private static IEnumerable<Declared> Types(Declared declared)
    {
        yield return declared with
        {
            Destination = declared.Source,
        };
        foreach (Element type in new[] { Element.Single, Element.Byte, Element.Int16, Element.Int32 })
        {
            if (declared.Source > type)
            {
                yield return declared with
                {
                    Source = type,
                    Destination = declared.Destination == declared.Source ? type : declared.Destination,
                };
            }

            if (declared.Destination > type)
            {
                yield return declared with
                {
                    Destination = type,
                };
            }
        }

        if (declared.Kernel is not null)
        {
            yield return declared with
            {
                Kernel = null,
                Weights = [.. Enumerable.Range(1, declared.Taps).Select(i => FormattableString.Invariant($"{i}"))],
            };
        }
    }

    private static IEnumerable<Declared> Kernels(Declared declared)
    {
        foreach (int columns in new[] { declared.Columns / 2, declared.Columns - 1 })
        {
            if (columns > 0)
            {
                yield return Part(declared, 0, 0, declared.Rows, columns);
                yield return Part(declared, 0, declared.Columns - columns, declared.Rows, columns);
            }
        }

        foreach (int rows in new[] { declared.Rows / 2, declared.Rows - 1 })
        {
            if (rows > 0)
            {
                yield return Part(declared, 0, 0, rows, declared.Columns);
                yield return Part(declared, declared.Rows - rows, 0, rows, declared.Columns);
            }
        }

        if (declared.Weights.Any(weight => weight != "1"))
        {
            yield return declared with
            {
                Weights = [.. declared.Weights.Select(_ => "1")],
            };
        }

        for (int i = 0; i < Math.Min(declared.Weights.Count, 64); i++)
        {
            if (declared.Weights[i] != "0")
            {
                yield return declared with
                {
                    Weights = [.. declared.Weights.Select((weight, index) => index == i ? "0" : weight)],
                };
            }
        }
    }

    private static Declared Part(Declared declared, int top, int left, int rows, int columns) =>
        declared with
        {
            Rows = rows,
            Columns = columns,
            Anchor = null,
            Weights = declared.Kernel is not null
                ? []
                :
                [
                    .. declared.Weights.Where(
                        (_, i) =>
                            i / declared.Columns - top is var row
                            && row >= 0
                            && row < rows
                            && i % declared.Columns - left is var column
                            && column >= 0
                            && column < columns
                    ),
                ],
        };
}
