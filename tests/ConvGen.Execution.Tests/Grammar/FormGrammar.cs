using ConvGen.Execution.Tests.Declarations;
using FsCheck;
using FsCheck.Fluent;

namespace ConvGen.Execution.Tests.Grammar;

/// <summary>Draws how a method is written: carriers, order of parameters, batches, hosts.</summary>
internal static class FormGrammar
{
    private static readonly Carrier[] Flat = [Carrier.ReadOnlySpan, Carrier.Span, Carrier.Array, Carrier.ReadOnlyMemory, Carrier.Memory];

    private static readonly Carrier[] FlatResults = [Carrier.Span, Carrier.Array, Carrier.Memory];

    private static readonly (Carrier Source, Carrier Destination)[] Shaped =
    [
        (Carrier.Rectangle, Carrier.Rectangle),
        (Carrier.ReadOnlySpan2D, Carrier.Span2D),
        (Carrier.Span2D, Carrier.Span2D),
        (Carrier.Rectangle, Carrier.Span2D),
        (Carrier.ReadOnlySpan2D, Carrier.Rectangle),
        (Carrier.ReadOnlyTensorSpan, Carrier.TensorSpan),
        (Carrier.TensorSpan, Carrier.TensorSpan),
    ];

    /// <summary>A form that a declaration may have; that of spans most often.</summary>
    public static Gen<Form> Of(Declared declared) =>
        from kind in Gen.Frequency((5, Gen.Constant(0)), (4, Gen.Constant(1)), (2, Gen.Constant(2)))
        from flat in FlatForm(declared)
        from shaped in ShapedForm(declared)
        let form = kind == 0 ? Form.Spans
        : kind == 2 && shaped is not null ? shaped
        : flat
        from host in kind == 0 ? Gen.Constant(Host.Static) : Gen.Elements(Enum.GetValues<Host>())
        from order in Gen.Choose(0, 3)
        from scope in Gen.Choose(0, 3)
        select kind == 0 ? form : form with { Host = host, IsReversed = order == 0, IsScoped = scope == 0 && host != Host.Extension };

    private static Gen<Carrier> Weights(Declared declared) =>
        declared.PixelChannels == 1 ? Gen.Frequency((4, Gen.Elements(Flat)), (1, Gen.Constant(Carrier.Prepared))) : Gen.Elements(Flat);

    private static Gen<Form> FlatForm(Declared declared) =>
        from source in Gen.Elements(Flat)
        from destination in Gen.Elements(FlatResults)
        from weights in Weights(declared)
        from returns in Gen.Choose(0, 2)
        from batch in Gen.Choose(0, 2)
        select returns == 0
            ? new Form(source, Carrier.Array, weights) { Returns = true, HasBatch = batch == 0 }
            : new Form(source, destination, weights) { HasBatch = batch == 0 };

    /// <summary>
    /// Null where none is possible: a signal comes in tensors only, and a text of one row is a kernel of one axis for them.
    /// </summary>
    private static Gen<Form?> ShapedForm(Declared declared) =>
        from pair in Gen.Elements(Shaped)
        from weights in Weights(declared)
        from returns in Gen.Choose(0, 3)
        let isTensor = pair.Source.IsTensor()
        let isNumbers = declared.IsWrittenAsNumbers || declared.Spelling == Spelling.Collection
        let isAmbiguous = declared.Kernel is null && !isNumbers && (declared.Rows == 1 || declared.Columns == 1)
        let isPossible = declared.Axes == 1
            ? isTensor && !isNumbers && returns != 0
            : !isTensor || (returns != 0 && !isAmbiguous) || returns == 0
        select !isPossible ? null
        : returns == 0 ? new Form(pair.Source, Carrier.Rectangle, weights) { Returns = true }
        : (Form?)new Form(pair.Source, pair.Destination, weights);
}
