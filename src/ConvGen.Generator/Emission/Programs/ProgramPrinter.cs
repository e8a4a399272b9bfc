using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Lowering;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Programs;

/// <summary>Prints the statements of programs as C#.</summary>
internal static class ProgramPrinter
{
    /// <summary>Prints statements one after the other.</summary>
    public static void Print(SourceWriter writer, IEnumerable<Statement> statements)
    {
        foreach (Statement statement in statements)
        {
            if (statement is Statement.Loop loop)
            {
                using (writer.Block(Head(loop)))
                {
                    Print(writer, loop.Body);
                }
            }
            else
            {
                writer.Line(Line(statement));
            }
        }
    }

    private static string Line(Statement statement) =>
        statement switch
        {
            Statement.Blank => "",
            Statement.Declare declare => $"{TypeOf(declare.Type)} {string.Join(", ", declare.Names)};",
            Statement.Assign { Declares: false, Value: Expression.Add { Left: Expression.Local first } sum } assign
                when first.Name == assign.Target.Name => $"{first.Name} += {ExpressionPrinter.Print(sum.Right)};{Remark(assign)}",
            Statement.Assign { Declares: false, Value: Expression.Subtract { Left: Expression.Local first } difference } assign
                when first.Name == assign.Target.Name => $"{first.Name} -= {ExpressionPrinter.Print(difference.Right)};{Remark(assign)}",
            Statement.Assign assign =>
                $"{(assign.Declares ? TypeOf(assign.Target.Type) + " " : "")}{assign.Target.Name} = {ExpressionPrinter.Print(assign.Value)};{Remark(assign)}",
            Statement.Increase increase => $"{increase.Target.Name} += {ExpressionPrinter.Print(increase.Value)};",
            Statement.Refer refer =>
                $"{(refer.Declares ? $"ref {refer.Element.Keyword()} " : "")}{refer.Name} = ref {PlacePrinter.Print(refer.At)};",
            Statement.ReferToTable refer => $"ref {refer.Element.Keyword()} {refer.Name} = ref MemoryMarshal.GetReference({refer.Table});",
            Statement.Compute compute => $"nint {compute.Name} = {PlacePrinter.Print(compute.Value)};",
            Statement.Store store => Store(store),
            _ => throw new ArgumentOutOfRangeException(nameof(statement)),
        };

    private static string Head(Statement.Loop loop)
    {
        string start = loop.First is { } first ? $"{(loop.IsNative ? "nint" : "int")} {loop.Counter} = {PlacePrinter.Print(first)}" : "";
        return $"for ({start}; {loop.Counter} < {PlacePrinter.Print(loop.End)};{(loop.Counts ? $" {loop.Counter}++" : "")})";
    }

    private static string Remark(Statement.Assign assign) => assign.Remark is { } remark ? " // " + remark : "";

    private static string Store(Statement.Store store)
    {
        string sums = string.Join(", ", store.Sums.Select(ExpressionPrinter.Print));
        Shape shape = store.Sums[0].Type;
        return (store.IsPlain, shape.IsVector) switch
        {
            (true, true) => $"{ExpressionPrinter.Operand(store.Sums[0])}.StoreUnsafe({PlacePrinter.Arguments(store.At)});",
            (false, true) => $"Store{Literals.Of(shape.Bits)}({sums}, ref "
                + $"{PlacePrinter.Print(store.At)}{Reference(store.Kept)}{Reference(store.Mask)});",
            (true, false) => $"{PlacePrinter.Print(store.At)} = {Choice(store)}{sums};",
            (false, false) => $"{PlacePrinter.Print(store.At)} = {Choice(store)}Finish({sums});",
        };
    }

    private static string Reference(Place? place) => place is null ? "" : ", ref " + PlacePrinter.Print(place);

    /// <summary>What is stored instead of a result where the mask says so.</summary>
    private static string Choice(Statement.Store store) =>
        store is { Kept: { } kept, Mask: { } mask } ? $"{PlacePrinter.Print(mask)} != 0 ? {PlacePrinter.Print(kept)} : " : "";

    private static string TypeOf(Shape shape) => shape.IsVector ? new VectorWidth(shape.Bits).Type(shape.Element) : shape.Element.Keyword();
}
