using ConvGen.Generator.Model;

namespace ConvGen.Generator.Lowering;

/// <summary>
/// Puts a value that is read once where it is read, as one would write it by hand: <c>p = Load; s = s + p</c> becomes <c>s = s + Load</c>.
/// The order of all sums and roundings stays, and so does what is
/// loaded and stored in between; the processor's code is the same, because a compiler keeps both forms in a register.
/// </summary>
internal static class SingleUses
{
    /// <summary>How much one statement may hold; see <see cref="Size(Expression)"/>. More would not be read at a glance.</summary>
    private const int MostOfAStatement = 12;

    public static EquatableArray<Statement> Apply(EquatableArray<Statement> program)
    {
        Statement?[] statements =
        [
            .. program.Select(static statement => statement is Statement.Loop loop ? loop with { Body = Apply(loop.Body) } : statement),
        ];
        HashSet<string> own =
        [
            .. statements.OfType<Statement.Assign>().Where(static assign => assign.Declares).Select(static assign => assign.Target.Name),
        ];
        own.ExceptWith(statements.OfType<Statement.Loop>().SelectMany(AssignedIn));
        for (int i = 0; i < statements.Length; i++)
        {
            if (
                statements[i] is Statement.Assign { Remark: null } assign
                && own.Contains(assign.Target.Name)
                && IsMovable(assign.Value)
                && UseOf(statements, i, assign) is { } use
                && Size(statements[use]!) + Size(assign.Value) - 1 <= MostOfAStatement
            )
            {
                statements[use] = Replace(statements[use]!, assign.Target, assign.Value);
                statements[i] = null;
                if (assign.Declares)
                {
                    DeclareLater(statements, i, assign.Target);
                }
            }
        }

        return statements.OfType<Statement>().ToEquatableArray();
    }

    /// <summary>
    /// What is one step on the way to a sum. Products that are added in the same instruction stay statements of their own, and so do
    /// weights,
    /// whose broadcasts must keep their form, and loads of integers: converted within a product they took the JIT compiler up to 1.8 times
    /// as
    /// long (3 x 3 weights of run time, ushort to int).
    /// </summary>
    private static bool IsMovable(Expression value) =>
        value
            is Expression.Load
                or Expression.Local
                or Expression.Add
                or Expression.Subtract
                or Expression.PairSum
                or Expression.And
                or Expression.Reinterpret
        && !value.Contains(static part =>
            part is Expression.Broadcast or Expression.MultiplyAdd || (part is Expression.Load && part.Type.Element.IsInteger())
        );

    /// <summary>
    /// The one statement that reads a value before it is replaced; null where there are none or several, or where the value would change on
    /// the way there.
    /// </summary>
    private static int? UseOf(Statement?[] statements, int definition, Statement.Assign assign)
    {
        string name = assign.Target.Name;
        int? use = null;
        bool isSafe = true;
        for (int i = definition + 1; i < statements.Length; i++)
        {
            if (statements[i] is not { } statement)
            {
                continue;
            }

            int reads = Reads(statement, name);
            if (reads > 0)
            {
                if (reads > 1 || use is not null || !isSafe || statement is not (Statement.Assign or Statement.Store))
                {
                    return null;
                }

                use = i;
            }

            if (statement is Statement.Assign next && next.Target.Name == name)
            {
                break;
            }

            isSafe &= !Changes(statement, assign.Value);
        }

        return use;
    }

    /// <summary>Whether a value would be another behind a statement.</summary>
    private static bool Changes(Statement statement, Expression value) =>
        statement switch
        {
            Statement.Blank => false,
            Statement.Assign assign => Reads(value, assign.Target.Name) > 0,
            Statement.Refer refer => value.Contains(part => part is Expression.Load load && load.At.Reference == refer.Name),
            Statement.Store => value.Contains(static part => part is Expression.Load),
            _ => true,
        };

    /// <summary>The first value that is left of a local declares it.</summary>
    private static void DeclareLater(Statement?[] statements, int definition, Expression.Local local)
    {
        for (int i = definition + 1; i < statements.Length; i++)
        {
            if (statements[i] is Statement.Assign next && next.Target.Name == local.Name)
            {
                statements[i] = next with { Declares = true };
                return;
            }
        }
    }

    private static IEnumerable<string> AssignedIn(Statement.Loop loop) =>
        loop.Body.SelectMany(static statement =>
            statement switch
            {
                Statement.Assign assign => [assign.Target.Name],
                Statement.Increase increase => [increase.Target.Name],
                Statement.Loop inner => AssignedIn(inner),
                _ => Enumerable.Empty<string>(),
            }
        );

    private static int Reads(Statement statement, string name) =>
        statement switch
        {
            Statement.Assign assign => Reads(assign.Value, name),
            Statement.Increase increase => Reads(increase.Value, name) + Reads(increase.Target, name),
            Statement.Store store => store.Sums.Sum(sum => Reads(sum, name)),
            Statement.Loop loop => loop.Body.Sum(inner => Reads(inner, name)),
            _ => 0,
        };

    private static int Reads(Expression value, string name) =>
        value is Expression.Local local
            ? local.Name == name
                ? 1
                : 0
            : value.Parts().Sum(part => Reads(part, name));

    private static Statement Replace(Statement statement, Expression.Local local, Expression value)
    {
        Expression Within(Expression whole) =>
            whole is Expression.Local read
                ? read.Name == local.Name
                    ? value
                    : read
                : whole.WithParts(Within);
        return statement switch
        {
            Statement.Assign assign => assign with { Value = Within(assign.Value) },
            Statement.Store store => store with { Sums = store.Sums.Select(Within).ToEquatableArray() },
            _ => throw new ArgumentOutOfRangeException(nameof(statement), statement, "no statement that takes a value"),
        };
    }

    private static int Size(Statement statement) =>
        statement switch
        {
            Statement.Assign assign => Size(assign.Value),
            Statement.Store store => store.Sums.Sum(Size),
            _ => MostOfAStatement,
        };

    /// <summary>About how long an expression is, in names.</summary>
    private static int Size(Expression value) =>
        value switch
        {
            Expression.Load { At.Elements: Offset.Number } => 3,
            Expression.Load => 5,
            _ => 1 + value.Parts().Sum(Size),
        };
}
