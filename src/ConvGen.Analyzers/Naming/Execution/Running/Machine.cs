using ConvGen.Analyzers.Naming.Execution.Calls;
using ConvGen.Analyzers.Naming.Execution.Spots;
using ConvGen.Analyzers.Naming.Execution.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Execution.Running;

/// <summary>
/// Runs the body of a member on small arrays whose elements have names instead of values, so that the result is written as sums of products
/// of these names:
/// it reads through helpers, lambdas, pointers, copies and branches alike. Anything that is not understood ends the run.
/// </summary>
internal sealed class Machine
{
    /// <summary>Operations after which a run is given up: loops that do not end, or more work than reading is worth.</summary>
    private const int MostSteps = 100_000;

    private const int DeepestCall = 12;

    private readonly Dictionary<object, bool> choices = [];
    private readonly Func<int, bool> choose;
    private int varied;

    /// <summary>Creates a machine for one run.</summary>
    /// <param name="member">The member.</param>
    /// <param name="code">The bodies that were read.</param>
    /// <param name="sizes">The sizes of what the member is given.</param>
    /// <param name="choose">What the conditions are that nothing decides, in the order in which they are met.</param>
    public Machine(MemberContext member, CodeCache code, Sizes sizes, Func<int, bool> choose)
    {
        Member = member;
        Code = code;
        Sizes = sizes;
        this.choose = choose;
        Objects = new ObjectModel(this);
        Constructor = new OwnConstructor(this);
        Memory = new MemoryModel(this);
        Spots = new SpotReader(this);
        Calls = new CallRunner(this);
        Expressions = new ExpressionRunner(this);
        Statements = new StatementRunner(this);
    }

    /// <summary>The member.</summary>
    public MemberContext Member { get; }

    /// <summary>The bodies that were read.</summary>
    public CodeCache Code { get; }

    /// <summary>The sizes of what the member is given.</summary>
    public Sizes Sizes { get; }

    /// <summary>Calculates.</summary>
    public Arithmetic Arithmetic { get; } = new();

    /// <summary>Makes and reads what the member is given.</summary>
    public ObjectModel Objects { get; }

    /// <summary>What the constructor of the member's type leaves.</summary>
    public OwnConstructor Constructor { get; }

    /// <summary>Reads and writes elements.</summary>
    public MemoryModel Memory { get; }

    /// <summary>Finds what expressions stand for.</summary>
    public SpotReader Spots { get; }

    /// <summary>Runs calls.</summary>
    public CallRunner Calls { get; }

    /// <summary>Evaluates expressions.</summary>
    public ExpressionRunner Expressions { get; }

    /// <summary>Runs statements.</summary>
    public StatementRunner Statements { get; }

    /// <summary>The arrays, lists and objects that were written.</summary>
    public HashSet<object> Outputs { get; } = [];

    /// <summary>Sums of products that were compared with something.</summary>
    public List<Number> Compared { get; } = [];

    /// <summary>The first call of which nothing is known and that was handed an array.</summary>
    public IInvocationOperation? Lost { get; set; }

    /// <summary>Whether two of them were compared with each other, so that all masks count of which the largest is taken.</summary>
    public bool HasRivals { get; set; }

    /// <summary>Sums of products of which only the magnitude was used: squared, or made positive.</summary>
    public List<Number> Magnitudes { get; } = [];

    /// <summary>For products that were computed elsewhere: the operation of the member that led there.</summary>
    public Dictionary<IOperation, IOperation> Sites { get; } = [];

    /// <summary>For products: the functions that ran, innermost first.</summary>
    public Dictionary<IOperation, IMethodSymbol?[]> Makers { get; } = [];

    /// <summary>The functions whose bodies run, the member's own first.</summary>
    public Stack<IMethodSymbol?> Running { get; } = new();

    /// <summary>The operation of the member that is run, while a function that it calls runs.</summary>
    public IOperation? Site { get; set; }

    /// <summary>Whether conditions on samples go either way, as they do where samples differ.</summary>
    public bool Varying { get; set; }

    /// <summary>Whether long loops around others are left after some rounds, as all of them would take too long.</summary>
    public bool IsShortened { get; set; }

    /// <summary>Whether loops were met that this would shorten.</summary>
    public bool HasLongLoops { get; set; }

    /// <summary>How many branches run of which a condition was taken without being decided.</summary>
    public int Guarded { get; set; }

    /// <summary>Whether samples were moved under such a condition, so that where they lie depends on it.</summary>
    public bool IsDoubtful { get; set; }

    /// <summary>The operations that were run so far.</summary>
    public int Steps { get; private set; }

    /// <summary>How many conditions were met that nothing decides.</summary>
    public int Choices => choices.Count;

    /// <summary>Counts a step.</summary>
    public void Count(IOperation place)
    {
        if (++Steps > MostSteps)
        {
            throw new StoppedException(StoppedException.TooLong, place);
        }

        if ((Steps & 1023) == 0)
        {
            Member.Cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>What a condition is; where nothing decides it, the same every time.</summary>
    public bool Decide(IOperation condition, object value)
    {
        if (value is Number { Known: { } known })
        {
            return known != 0;
        }

        if (value is not (Number or Thing))
        {
            throw new StoppedException("a condition is not understood", condition);
        }

        // A flag is the same wherever it is asked; a condition on samples is taken the same way for all of them.
        Number? flag = value as Number;
        bool isNegated = false;
        while (flag is { IsOfSamples: false, Name: ['!', '(', .., ')'] name })
        {
            isNegated = !isNegated;
            flag = Number.Called(name.Substring(2, name.Length - 3));
        }

        object key = flag is { IsOfSamples: false } ? flag.Name : condition.Syntax;
        if (!choices.TryGetValue(key, out bool choice))
        {
            choices.Add(key, choice = choose(choices.Count));
        }

        // With samples that differ the same condition goes either way, now and then.
        return (Varying && key is SyntaxNode ? (++varied * 7 % 11) < 5 : choice) != isNegated;
    }

    /// <summary>Runs a function with its parameters set; gives what it returns.</summary>
    public object Run(IMethodSymbol? method, IOperation body, Frame frame, IOperation? site)
    {
        if (Running.Count > DeepestCall)
        {
            throw new StoppedException("functions call each other too deeply", site);
        }

        IOperation? before = Site;
        Site ??= site;
        Running.Push(method);
        try
        {
            Statements.RunBody(body, frame);
            return frame.Result ?? Unknown.Value;
        }
        finally
        {
            Running.Pop();
            Site = before;
        }
    }

    /// <summary>Remembers where a product was computed.</summary>
    public Number Multiply(Number a, Number b, IOperation place)
    {
        if (a.IsOfSamples && b.IsOfSamples && !Makers.ContainsKey(place))
        {
            Makers.Add(place, [.. Running]);
            if (Site is { } site)
            {
                Sites[place] = site;
            }
        }

        if (a.HasProducts && b.HasProducts && (ReferenceEquals(a, b) || a.Terms.SequenceEqual(b.Terms)))
        {
            Magnitudes.Add(a);
        }

        return Arithmetic.Multiply(a, b, place);
    }
}
