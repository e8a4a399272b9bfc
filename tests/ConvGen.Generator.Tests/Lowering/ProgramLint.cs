using ConvGen.Generator.Lowering;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Tests.Lowering;

/// <summary>Looks for forms that C# does not compile, or that a JIT compiler is known to compile wrongly.</summary>
internal sealed class ProgramLint
{
    private readonly Dictionary<string, Shape> declared = [];
    private readonly Dictionary<string, Expression> values = [];
    private readonly HashSet<string> references = ["source", "destination", "weights"];

    /// <summary>What is wrong, in words.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>Products of halves that were looked at.</summary>
    public int WideProducts { get; private set; }

    public static ProgramLint Of(PassProgram program)
    {
        ProgramLint lint = new();
        lint.Read(program.Head.Concat(program.Body));
        return lint;
    }

    private void Read(IEnumerable<Statement> statements)
    {
        HashSet<string> outside = [.. declared.Keys],
            referencesOutside = [.. references];
        foreach (Statement statement in statements)
        {
            Read(statement);
        }

        foreach (string inside in declared.Keys.Except(outside).ToArray())
        {
            declared.Remove(inside);
        }

        references.IntersectWith(referencesOutside);
    }

    private void Read(Statement statement)
    {
        switch (statement)
        {
            case Statement.Declare declare:
                foreach (string name in declare.Names)
                {
                    Declare(name, declare.Type);
                }

                break;
            case Statement.Assign assign:
                Read(assign.Value);
                Target(assign);
                break;
            case Statement.Increase increase:
                Read(increase.Target);
                Read(increase.Value);
                break;
            case Statement.Refer refer:
                Expect(references.Contains(refer.At.Reference), $"{refer.At.Reference} is no reference yet");
                Expect(references.Add(refer.Name) == refer.Declares, $"reference {refer.Name} is declared twice or not at all");
                break;
            case Statement.ReferToTable refer:
                Expect(references.Add(refer.Name), $"reference {refer.Name} is declared twice");
                break;
            case Statement.Loop loop:
                Read(loop.Body);
                break;
            case Statement.Store store:
                foreach (Expression sum in store.Sums)
                {
                    Read(sum);
                }

                break;
        }
    }

    private void Target(Statement.Assign assign)
    {
        if (assign.Declares)
        {
            Declare(assign.Target.Name, assign.Target.Type);
        }

        Expect(
            declared.TryGetValue(assign.Target.Name, out Shape shape) && shape == assign.Target.Type && shape == assign.Value.Type,
            $"{assign.Target.Name} is no {assign.Value.Type}"
        );
        values[assign.Target.Name] = assign.Value;
    }

    private void Declare(string name, Shape shape) => Expect(declared.TryAdd(name, shape), $"{name} is declared twice");

    private void Expect(bool holds, string fault)
    {
        if (!holds)
        {
            Faults.Add(fault);
        }
    }

    private void Read(Expression expression)
    {
        new ProgramRewriter(part => Check(part), statement => [statement]).Rewrite(
            new PassProgram(
                default,
                EquatableArray.Of<Statement>(new Statement.Assign(new Expression.Local("", expression.Type), expression, true))
            )
        );
    }

    private Expression Check(Expression part)
    {
        switch (part)
        {
            case Expression.Local local:
                Expect(
                    declared.TryGetValue(local.Name, out Shape shape) && shape == local.Type,
                    $"{local.Name} is read before it is declared, or as another type"
                );
                Expect(values.ContainsKey(local.Name), $"{local.Name} is read before it has a value");
                break;
            case Expression.MultiplyWide wide:
                WideProducts++;
                Expect(IsNarrow(wide.Weights), "the weight of a wide product is a broadcast of another size, reinterpreted");
                break;
        }

        return part;
    }

    /// <summary>See <c>EmbeddedBroadcast.md</c>: a broadcast of 64 bits that is reinterpreted is read at a wrong place.</summary>
    private bool IsNarrow(Expression weight) =>
        weight switch
        {
            Expression.Local local => values.TryGetValue(local.Name, out Expression? value) && IsNarrow(value),
            Expression.Broadcast broadcast => broadcast is { Stored: ElementType.Int32, Type.Element: ElementType.Int32 },
            Expression.Constant constant => constant.Type.Element == ElementType.Int32,
            _ => false,
        };
}
