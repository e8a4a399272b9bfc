using ConvGen.Generator.Model;
using ConvGen.Generator.Planning;

namespace ConvGen.Generator.Emission;

/// <summary>Names and statements that both kinds of tile use.</summary>
internal abstract class TileText(SourceWriter writer, KernelParts parts, VectorWidth width, int rows)
{
    /// <summary>The first and the second samples of pairs that are unpacked.</summary>
    private static readonly string[] PairSamples = ["q", "r"];

    private int currentRow;

    protected SourceWriter Writer { get; } = writer;

    protected KernelParts Parts { get; } = parts;

    protected VectorWidth Width { get; } = width;

    protected KernelPlan Plan => Parts.Plan;

    protected int Rows { get; } = rows;

    protected int Vectors { get; } = width.Vectors(parts.Plan.Tile);

    protected int Lanes { get; } = width.Lanes(parts.Plan.SumType);

    protected string VectorType { get; } = width.Type(parts.Plan.SumType);

    /// <summary>The type of a vector with a tap's weight in every lane.</summary>
    protected string WeightType { get; } = width.Type(parts.Plan.WeightType);

    protected ProductText Products { get; } = new(parts.Plan, parts.Plan.Coefficients == CoefficientSource.Table, width.Type(parts.Plan.Accumulator) + ".Zero", width.MultiplyAdd, width.MultiplyWide);

    private bool StoresInPlace => !Plan.HasPairs && Parts.Model.Form.Destination.Element == Plan.Accumulator && Plan.Division is null;

    /// <summary>The locals that have been declared.</summary>
    protected HashSet<string> Declared { get; } = [];

    /// <summary>The sums whose terms so far were all to be subtracted, and were added instead.</summary>
    protected HashSet<string> Negated { get; } = [];

    /// <summary>Prints the tile.</summary>
    public abstract void Emit();

    /// <summary>The sums of an output row and vector, as in <c>y2_1</c>; without an index that has one value only.</summary>
    protected string Sum(int row, int vector) => Rows == 1
        ? "y" + Literals.Of(vector)
        : Vectors == 1 ? "y" + Literals.Of(row) : "y" + Literals.Of(row) + "_" + Literals.Of(vector);

    /// <summary>The sums that make up the result of an output row and vector.</summary>
    protected virtual IEnumerable<string> SumsOf(int row, int vector) => [Sum(row, vector)];

    /// <summary>The letter of sums along source rows, and of those that adding neighbours among them gives; x and y, which come next, are taken.</summary>
    public static string LevelName(int level) => ((char)('s' + level)).ToString();

    /// <summary>The sum along a source row, which each row assigns anew; or, for a cascade, of so many levels of it.</summary>
    protected string RowSumName(RowSum sum, int level, int sourceRow, int vector)
    {
        string name = LevelName(level) + (Plan.RowSums.Count == 1 || sum.Cascade is null ? "" : Literals.Of(RowSumText.Index(Plan, sum)) + "_");
        return sum.Cascade is null
            ? name + (Vectors == 1 ? "" : Literals.Of(vector))
            : OfRow(name, sourceRow, vector);
    }

    /// <summary>A local that keeps a vector of a source row, as in <c>p3_1</c>.</summary>
    protected string OfRow(string name, int sourceRow, int vector) => name + Literals.Of(sourceRow) + (Vectors == 1 ? "" : "_" + Literals.Of(vector));

    /// <summary>Whether an output row takes up the sum along a source row.</summary>
    protected bool IsSeen(RowSum sum, int sourceRow) => sum.Uses.Any(use => IsOutput(sourceRow - use.Row));

    private bool IsOutput(int row) => row >= 0 && row < Rows;

    /// <summary>Prints what output rows take up of the sum along a source row.</summary>
    protected void EmitUses(RowSum sum, RowSumText text, int sourceRow)
    {
        int rowsAbove = sourceRow - sum.Uses[0].Row;
        for (int level = 1; level <= Math.Min(sum.Levels, rowsAbove); level++)
        {
            for (int vector = 0; vector < Vectors; vector++)
            {
                Assign(VectorType, RowSumName(sum, level, sourceRow, vector), $"{RowSumName(sum, level - 1, sourceRow - 1, vector)} + {RowSumName(sum, level - 1, sourceRow, vector)}");
            }
        }

        int top = sourceRow - sum.Levels;
        foreach (RowUse use in sum.VectorUses.Where(use => IsOutput(top - use.Row)).OrderBy(use => top - use.Row))
        {
            for (int vector = 0; vector < Vectors; vector++)
            {
                string name = Sum(top - use.Row, vector);
                string value = text.AddUse(use, name, RowSumName(sum, sum.Levels, sourceRow, vector), RowSumText.Factor(Plan, sum, use), Width.ShiftLeft, !Declared.Contains(name), Negated);
                Assign(VectorType, name, value);
            }
        }
    }

    /// <summary>How a shared sum is written.</summary>
    protected RowSumText TextOf(RowSum sum) => new(Plan, sum, VectorType + ".Zero", Width.MultiplyAdd, Width.MultiplyWide);

    /// <summary>Prints a local's value; its first one declares it.</summary>
    protected void Assign(string type, string name, string value) => Writer.Line(Declared.Add(name) ? $"{type} {name} = {value};" : $"{name} = {value};");

    /// <summary>Moves the row reference down to a source row.</summary>
    protected void Step(int sourceRow)
    {
        int rowsDown = sourceRow - currentRow;
        currentRow = sourceRow;
        if (rowsDown > 0)
        {
            Writer.Line($"row = ref Unsafe.Add(ref row, {(rowsDown == 1 ? "pitch" : Literals.Of(rowsDown) + " * pitch")});");
        }
    }

    protected string Pixels(int vector) => Vectors == 1 ? "p" : "p" + Literals.Of(vector);

    /// <summary>A load of pixels in the accumulator's type, some elements behind a reference.</summary>
    protected string Load(string reference, int offset) => Plan.LoadsInPlace
        ? $"{Width.Operations}.LoadUnsafe(ref {reference}{(offset == 0 ? "" : ", " + Literals.Of(offset))})"
        : $"Load{Literals.Of(Width.Bits)}(ref {Reference.At(reference, offset)})";

    /// <summary>
    /// The samples that the pairs of a column multiply for a vector of outputs: every other one, or, where the samples of a pair lie apart, the lower or the upper halves of lanes, whose
    /// loads are printed with the first of the two.
    /// </summary>
    /// <param name="reference">A reference to the first sample of the row, or as far behind it as a loop has come.</param>
    /// <param name="column">The column of the pair.</param>
    /// <param name="vector">The vector.</param>
    /// <param name="isSingle">Whether no pair of the column has a second sample, which is then not read where it lies apart.</param>
    protected string EmitPairedPixels(string reference, int column, int vector, bool isSingle)
    {
        int place = vector / 2 * 2 * Lanes;
        bool isSecond = vector % 2 > 0;
        if (Plan.PairsByStride)
        {
            return Load(reference, (2 * vector * Lanes) + Parts.Layout.Offset(column));
        }

        if (!Plan.UnpacksPairs)
        {
            return Load(reference, place + column + (isSecond ? 1 : 0));
        }

        string type = Width.Type(Plan.Loaded);
        if (!isSecond)
        {
            Assign(type, PairSamples[0], Load(reference, place + Parts.Layout.Offset(column)));
            if (!isSingle)
            {
                Assign(type, PairSamples[1], Load(reference, place + Parts.Layout.Offset(column + 1)));
            }
        }

        return Interleaving.Alternating(Width, isSecond ? "High" : "Low", PairSamples[0], isSingle ? type + ".Zero" : PairSamples[1]);
    }

    /// <summary>Declares the locals that pairs in a loop assign.</summary>
    protected void DeclareForPairs(IEnumerable<string> pixels)
    {
        string[] samples = [.. Plan.UnpacksPairs ? PairSamples : [], .. pixels];
        if (samples.Length > 0)
        {
            Writer.Line($"{Width.Type(Plan.Loaded)} {string.Join(", ", samples)};");
            Declared.UnionWith(samples);
        }

        Writer.Line($"{PairWeights.VectorType(Plan, Width)} k;");
    }

    /// <summary>Prints the negation of an output row's sums that no term has ended.</summary>
    protected void EmitSigns(int row)
    {
        for (int vector = 0; vector < Vectors; vector++)
        {
            string sum = Sum(row, vector);
            if (Negated.Remove(sum))
            {
                Assign(VectorType, sum, "-" + sum);
            }
        }
    }

    /// <summary>Prints the stores of an output row and the step to the next one.</summary>
    protected void Store(int row)
    {
        int sums = StoreEmitter.Sums(Plan).Length / SumsOf(row, 0).Count();
        for (int vector = 0; vector < Vectors; vector += sums)
        {
            int offset = vector * Lanes;
            string stored = string.Join(", ", Enumerable.Range(vector, sums).SelectMany(v => SumsOf(row, v)).Select(sum => Plan.SumType == Plan.StoredType || Plan.SumsInTurn ? sum : sum + ".AsUInt16()"));
            Writer.Line(StoresInPlace
                ? $"{stored}.StoreUnsafe(ref result{(offset == 0 ? "" : ", " + Literals.Of(offset))});"
                : $"Store{Literals.Of(Width.Bits)}({stored}, ref {(offset == 0 ? "result" : $"Unsafe.Add(ref result, {Literals.Of(offset)})")});");
        }

        if (row < Rows - 1)
        {
            Writer.Line("result = ref Unsafe.Add(ref result, destinationPitch);");
        }
    }
}
