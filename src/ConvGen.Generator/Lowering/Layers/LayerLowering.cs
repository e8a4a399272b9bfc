using ConvGen.Generator.Emission.Layers;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Layers;

namespace ConvGen.Generator.Lowering.Layers;

/// <summary>
/// Makes the program by which a pass of a layer forms its sums: names and steps that all kinds of pass use. p: samples, w: weights, y:
/// sums.
/// </summary>
/// <param name="parts">The layer.</param>
/// <param name="type">The type of a sum: a vector, or one number.</param>
/// <param name="vectors">Vectors in the direction of the lanes.</param>
/// <param name="across">Sums across it.</param>
internal abstract class LayerLowering(LayerParts parts, Shape type, int vectors, int across)
{
    private List<Statement> statements = [];

    protected LayerParts Parts { get; } = parts;

    protected LayerPlan Plan => Parts.Plan;

    protected Shape Type { get; } = type;

    protected int Lanes => Type.Lanes;

    /// <summary>Vectors in the direction of the lanes.</summary>
    public int Vectors { get; } = vectors;

    /// <summary>Sums across it.</summary>
    public int Across { get; } = across;

    /// <summary>Results whose sums the program forms.</summary>
    public int Results => Vectors * Across * Lanes;

    protected bool StartsFromBias => Parts.HasBias && !Plan.BiasJoinsLast;

    /// <summary>The program.</summary>
    public EquatableArray<Statement> Lower()
    {
        Build();
        return statements.ToEquatableArray();
    }

    /// <summary>The name of a sum, where there are so many vectors side by side.</summary>
    public static string NameOf(int vectors, int across, int vector) =>
        vectors == 1 ? "y" + Literals.Of(across) : "y" + Literals.Of(across) + "_" + Literals.Of(vector);

    /// <summary>Adds the steps.</summary>
    protected abstract void Build();

    protected void Add(Statement statement) => statements.Add(statement);

    protected void Blank() => Add(new Statement.Blank());

    protected Expression.Local Local(string name) => new(name, Type);

    protected Expression.Local Sum(int across, int vector) => Local(NameOf(Vectors, across, vector));

    protected void Declare(Expression.Local local, Expression value) => Add(new Statement.Assign(local, value, Declares: true));

    protected void Refer(string name, Place at, bool declares = true) => Add(new Statement.Refer(name, Plan.Accumulator, at, declares));

    /// <summary>Moves a reference on.</summary>
    protected void Step(string name, Offset elements) => Refer(name, new Place(name, elements), declares: false);

    protected Expression Load(string reference, Offset elements) =>
        new Expression.Load(new Place(reference, elements), Type.Element, IsBiased: false, Type);

    protected Expression Broadcast(string reference, Offset elements) =>
        new Expression.Broadcast(new Place(reference, elements), Type.Element, Type);

    /// <summary>The place of a row's tap that a loop has come to, behind that of the first one.</summary>
    protected Offset TapOffset(string counter)
    {
        int columns = Parts.Model.Horizontal.Size;
        return columns == 1 ? 0
            : !Parts.HasPixelLanes ? counter * Elements(Parts.TapStep)
            : Parts.HasColumnTable ? new Offset.Entry("columns", counter)
            : Parts.Model.Horizontal.Stride == 1 ? counter * (Offset)Parts.Model.Horizontal.Dilation
            : new Offset.Chosen(counter, Enumerable.Range(0, columns).Select(Parts.Offset).ToEquatableArray());
    }

    /// <summary>A distance, which is refused where it is no number of 32 bits.</summary>
    protected static Offset Elements(long count) => checked((int)count);

    /// <summary>Adds a product to a sum.</summary>
    protected void Accumulate(Expression.Local sum, Expression samples, Expression weights)
    {
        Expression As(Expression numbers, ElementType type) => Type.IsVector ? new Expression.Reinterpret(numbers, type) : numbers;
        Expression next =
            Plan.Fuses ? new Expression.MultiplyAdd(samples, weights, sum)
            : Plan.QuadsChannels ? new Expression.QuadSum(sum, As(samples, ElementType.Byte), As(weights, ElementType.SByte))
            : sum
                + (
                    Plan.PairsChannels
                        ? new Expression.PairSum(As(samples, ElementType.Int16), As(weights, ElementType.Int16))
                        : new Expression.Multiply(samples, weights)
                );
        Add(new Statement.Assign(sum, next, Declares: false));
    }

    /// <summary>Adds a loop with so many rounds, or its body alone where there is one.</summary>
    protected void Loop(string counter, int rounds, Action body)
    {
        if (rounds == 1)
        {
            body();
            return;
        }

        List<Statement> outer = statements;
        statements = [];
        body();
        EquatableArray<Statement> inner = statements.ToEquatableArray();
        statements = outer;
        Add(new Statement.Loop(counter, 0, rounds, inner) { IsNative = false });
    }

    /// <summary>Adds the reference to the first sample of a window, which <see cref="Rows"/> moves on.</summary>
    protected void ReferToWindow(Place first) => Refer(Parts.HasDepthPitch ? "level" : "line", first);

    /// <summary>
    /// Adds the loops over the rows of taps of a kernel: those of a plane lie a pitch apart, and its planes, which a volume has, another
    /// one.
    /// </summary>
    /// <param name="body">Adds what is done to a row, whose first sample <c>line</c> is.</param>
    /// <param name="isSpaced">Whether the step to the next row stands apart from what is before it.</param>
    protected void Rows(Action body, bool isSpaced = false)
    {
        if (!Parts.HasDepthPitch)
        {
            RowsOfPlane(body, isSpaced);
            return;
        }

        Loop(
            "d",
            Parts.Model.Depth.Size,
            () =>
            {
                Refer("line", new Place("level"));
                RowsOfPlane(body, isSpaced);
                Blank();
                Step("level", "depthPitch");
            }
        );
    }

    private void RowsOfPlane(Action body, bool isSpaced) =>
        Loop(
            "r",
            Parts.Model.Vertical.Size,
            () =>
            {
                body();
                if (!Parts.HasPitch)
                {
                    return;
                }

                if (isSpaced)
                {
                    Blank();
                }

                Step("line", "pitch");
            }
        );
}
