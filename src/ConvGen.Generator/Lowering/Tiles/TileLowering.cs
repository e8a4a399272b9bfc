using ConvGen.Generator.Emission.Operations;
using ConvGen.Generator.Emission.Passes;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Lowering.Tiles;

/// <summary>Makes the program of a tile: names and statements that all kinds of tile use.</summary>
internal abstract class TileLowering
{
    private List<Statement> statements = [];

    private int currentRow;

    private readonly KeptSamples? kept;

    protected TileLowering(KernelParts parts, VectorWidth width, int rows)
    {
        Parts = parts;
        Width = width;
        Rows = rows;
        Vectors = width.Vectors(parts.Plan.Tile);
        SumShape = new Shape(parts.Plan.SumType, width.Bits);
        WeightShape = new Shape(parts.Plan.WeightType, width.Bits);
        LoadedShape = new Shape(parts.Plan.Loaded, width.Bits);
        kept = KeptSamples.Of(parts.Plan);
        Products = new Products(
            parts.Plan,
            parts.Plan.Coefficients == CoefficientSource.Table,
            new Shape(parts.Plan.Accumulator, width.Bits)
        );
    }

    protected KernelParts Parts { get; }

    protected VectorWidth Width { get; }

    protected KernelPlan Plan => Parts.Plan;

    protected int Rows { get; }

    protected int Vectors { get; }

    protected int Lanes => SumShape.Lanes;

    protected Shape SumShape { get; }

    /// <summary>The type of a vector with a tap's weight in every lane.</summary>
    protected Shape WeightShape { get; }

    protected Shape LoadedShape { get; }

    protected Products Products { get; }

    protected ElementType Source => Parts.Model.Form.Source.Element;

    private ElementType Destination => Parts.Model.Form.Destination.Element;

    /// <summary>The locals that have been declared.</summary>
    protected HashSet<string> Declared { get; } = [];

    /// <summary>The sums whose terms so far were all to be subtracted, and were added instead.</summary>
    protected HashSet<string> Negated { get; } = [];

    /// <summary>The program.</summary>
    public EquatableArray<Statement> Lower()
    {
        Build();
        return statements.ToEquatableArray();
    }

    /// <summary>Adds the statements.</summary>
    protected abstract void Build();

    protected void Add(Statement statement) => statements.Add(statement);

    protected void Blank() => Add(new Statement.Blank());

    /// <summary>Adds a loop from a number on.</summary>
    protected void Loop(string counter, Offset first, Offset end, Action body, bool isNative = true) =>
        Add(new Statement.Loop(counter, first, end, Within(body)) { IsNative = isNative });

    /// <summary>The statements that an action adds.</summary>
    protected EquatableArray<Statement> Within(Action body)
    {
        List<Statement> outer = statements;
        statements = [];
        body();
        EquatableArray<Statement> inner = statements.ToEquatableArray();
        statements = outer;
        return inner;
    }

    /// <summary>Declares a reference to samples of the source.</summary>
    protected void Refer(string name, string reference, Offset elements) =>
        Add(new Statement.Refer(name, Source, new Place(reference, elements), Declares: true));

    /// <summary>Declares the reference to the first result of the tile, and to the first sample of the source that may be kept.</summary>
    protected void ReferToResult()
    {
        Add(new Statement.Refer("result", Destination, new Place("destination", "x"), Declares: true));
        if (kept is null)
        {
            return;
        }

        Refer("kept", "source", "x" + kept.Center);
        if (!kept.IsConstant(Width))
        {
            Add(new Statement.Refer("mask", ElementType.Byte, kept.FirstMask(Width), Declares: true));
        }
    }

    /// <summary>The sums of an output row and vector, as in <c>y2_1</c>; without an index that has one value only.</summary>
    protected Expression.Local Sum(int row, int vector) => new(SumName(row, vector), SumShape);

    private string SumName(int row, int vector) =>
        Rows == 1 ? "y" + Literals.Of(vector)
        : Vectors == 1 ? "y" + Literals.Of(row)
        : "y" + Literals.Of(row) + "_" + Literals.Of(vector);

    /// <summary>The sums that make up the result of an output row and vector.</summary>
    protected virtual IEnumerable<Expression> SumsOf(int row, int vector) => [Sum(row, vector)];

    /// <summary>
    /// The letter of sums along source rows, and of those that adding neighbours among them gives; x and y, which come next, are taken.
    /// </summary>
    public static string LevelName(int level) => ((char)('s' + level)).ToString();

    /// <summary>The sum along a source row, which each row assigns anew; or, for a cascade, of so many levels of it.</summary>
    protected Expression.Local RowSumOf(RowSum sum, int level, int sourceRow, int vector)
    {
        string name =
            LevelName(level)
            + (Plan.Sum.RowSums.Count == 1 || sum.Cascade is null ? "" : Literals.Of(RowSumProducts.Index(Plan, sum)) + "_");
        return new(sum.Cascade is null ? name + (Vectors == 1 ? "" : Literals.Of(vector)) : OfRow(name, sourceRow, vector), SumShape);
    }

    /// <summary>A local that keeps a vector of a source row, as in <c>p3_1</c>.</summary>
    protected string OfRow(string name, int sourceRow, int vector) =>
        name + Literals.Of(sourceRow) + (Vectors == 1 ? "" : "_" + Literals.Of(vector));

    /// <summary>Whether an output row takes up the sum along a source row.</summary>
    protected bool IsSeen(RowSum sum, int sourceRow) => sum.Uses.Any(use => IsOutput(sourceRow - use.Row));

    private bool IsOutput(int row) => row >= 0 && row < Rows;

    /// <summary>Adds what output rows take up of the sum along a source row.</summary>
    protected void AddUses(RowSum sum, RowSumProducts products, int sourceRow)
    {
        int rowsAbove = sourceRow - sum.Uses[0].Row;
        for (int level = 1; level <= Math.Min(sum.Levels, rowsAbove); level++)
        {
            for (int vector = 0; vector < Vectors; vector++)
            {
                Assign(
                    RowSumOf(sum, level, sourceRow, vector),
                    RowSumOf(sum, level - 1, sourceRow - 1, vector) + RowSumOf(sum, level - 1, sourceRow, vector)
                );
            }
        }

        int top = sourceRow - sum.Levels;
        foreach (RowUse use in sum.VectorUses.Where(use => IsOutput(top - use.Row)).OrderBy(use => top - use.Row))
        {
            Expression.Local factor = new(RowSumProducts.Factor(Plan, sum, use), SumShape);
            for (int vector = 0; vector < Vectors; vector++)
            {
                Expression.Local total = Sum(top - use.Row, vector);
                Assign(
                    total,
                    products.AddUse(
                        use,
                        total,
                        RowSumOf(sum, sum.Levels, sourceRow, vector),
                        factor,
                        !Declared.Contains(total.Name),
                        Negated
                    )
                );
            }
        }
    }

    /// <summary>How a shared sum takes up its terms.</summary>
    protected RowSumProducts ProductsOf(RowSum sum) => new(Plan, sum, SumShape);

    /// <summary>Adds a local's value; its first one declares it.</summary>
    protected void Assign(Expression.Local local, Expression value) => Add(new Statement.Assign(local, value, Declared.Add(local.Name)));

    /// <summary>Declares locals that have no value yet.</summary>
    protected void AddDeclaration(Shape shape, IEnumerable<string> names) =>
        AddDeclarations([new Statement.Declare(shape, names.ToEquatableArray())]);

    protected void AddDeclarations(IEnumerable<Statement> declarations)
    {
        foreach (Statement declaration in declarations)
        {
            Add(declaration);
            if (declaration is Statement.Declare { Names: var names })
            {
                Declared.UnionWith(names);
            }
        }
    }

    /// <summary>
    /// The source row at which the windows of an output row begin; rows of a tile have a stride only where they share source rows all the
    /// same.
    /// </summary>
    protected int FirstRow(int row) => row * Parts.Model.Vertical.Stride;

    /// <summary>Source rows of a plane that a tile sees.</summary>
    private int RowsOfPlane => Parts.Model.Kernel.RowsOfPlane + FirstRow(Rows - 1);

    /// <summary>Source rows that a tile sees, those of all planes.</summary>
    protected int SourceRows => Parts.Model.Kernel.Planes * RowsOfPlane;

    /// <summary>The number of the source row that a kernel row of an output row sees, counted through the planes.</summary>
    protected int SourceRow(int outputRow, int kernelRow)
    {
        int rows = Parts.Model.Kernel.RowsOfPlane;
        return (kernelRow / rows * RowsOfPlane) + FirstRow(outputRow) + (kernelRow % rows);
    }

    /// <summary>Moves the row reference on to a source row.</summary>
    protected void Step(int sourceRow)
    {
        if (sourceRow != currentRow)
        {
            StepDown("row", Source, SourceRowOffset.Between(currentRow, sourceRow, RowsOfPlane));
            currentRow = sourceRow;
        }
    }

    /// <summary>Moves a reference on.</summary>
    protected void StepDown(string name, ElementType element, Offset elements) =>
        Add(new Statement.Refer(name, element, new Place(name, elements), Declares: false));

    protected Expression.Local Pixels(int vector) => new(PixelName(vector), LoadedShape);

    protected string PixelName(int vector) => Vectors == 1 ? "p" : "p" + Literals.Of(vector);

    /// <summary>A load of pixels in the type that they have before they are multiplied, some elements behind a reference.</summary>
    protected Expression Load(string reference, Offset offset) =>
        new Expression.Load(new Place(reference, offset), Source, !Plan.Sum.SampleBias.IsZero, LoadedShape);

    /// <summary>A weight of the table in every lane.</summary>
    protected Expression Weight(Place place) => new Expression.Broadcast(place, Plan.WeightType, WeightShape);

    /// <summary>The local of a weight of the table.</summary>
    protected Expression.Local Coefficient => new("k", WeightShape);

    protected static Expression Constant(Rational value, Shape shape) => new Expression.Constant(value, shape);

    /// <summary>Adds the negation of an output row's sums that no term has ended.</summary>
    protected void AddSigns(int row)
    {
        for (int vector = 0; vector < Vectors; vector++)
        {
            Expression.Local sum = Sum(row, vector);
            if (Negated.Remove(sum.Name))
            {
                Assign(sum, -sum);
            }
        }
    }

    /// <summary>Adds the stores of an output row and the step to the next one.</summary>
    protected void Store(int row)
    {
        int sums = StoreEmitter.Sums(Plan).Length / SumsOf(row, 0).Count();
        for (int vector = 0; vector < Vectors; vector += sums)
        {
            IEnumerable<Expression> stored = Enumerable
                .Range(vector, sums)
                .SelectMany(v => SumsOf(row, v))
                .Select(sum =>
                    Plan.SumType == Plan.StoredType || Plan.Sum is PairedSum { ShortSums: ShortSums.InTurn }
                        ? sum
                        : new Expression.Reinterpret(sum, ElementType.UInt16)
                );
            Statement.Store store = new(stored.ToEquatableArray(), new Place("result", vector * Lanes), Plan.Store == StoreKind.InPlace);
            Add(
                kept is null
                    ? store
                    : store with
                    {
                        Kept = new Place("kept", vector * Lanes),
                        Mask = kept.IsConstant(Width) ? null : kept.MaskAt(vector * Lanes),
                    }
            );
        }

        if (row < Rows - 1)
        {
            StepDown("result", Destination, "destinationPitch");
            if (kept is not null)
            {
                StepDown("kept", Source, "pitch");
            }
        }
    }
}
