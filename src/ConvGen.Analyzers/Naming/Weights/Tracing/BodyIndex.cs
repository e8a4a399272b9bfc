using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Weights.Tracing;

/// <summary>
/// Where the locals, parameters, fields and properties of a body are referred to, in the order of the text. Built once a body, on the first
/// question.
/// </summary>
internal sealed class BodyIndex
{
    private static readonly ConditionalWeakTable<IOperation, BodyIndex> Indices = new();
    private readonly Dictionary<ISymbol, List<IOperation>> references = new(SymbolEqualityComparer.Default);

    private readonly ConcurrentDictionary<ISymbol, FieldMentions> mentions = new(SymbolEqualityComparer.Default);

    private BodyIndex(IEnumerable<IOperation> operations)
    {
        foreach (IOperation operation in operations)
        {
            if (SymbolOf(operation) is { } symbol)
            {
                Add(symbol, operation);
            }
        }

        foreach (List<IOperation> list in references.Values)
        {
            list.Sort((first, second) => first.Syntax.SpanStart.CompareTo(second.Syntax.SpanStart));
        }
    }

    /// <summary>The index of a member's body; of a constructor, together with what it passes on.</summary>
    public static BodyIndex Of(MemberContext member)
    {
        IOperation root = member.Block;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        bool isListed = root == member.Block || root is IMethodBodyOperation { ExpressionBody: null };
        return Indices.GetValue(root, body => new BodyIndex(isListed ? member.Tree.All : body.DescendantsAndSelf()));
    }

    /// <summary>The references to a symbol.</summary>
    public IReadOnlyList<IOperation> References(ISymbol symbol) =>
        references.TryGetValue(symbol.OriginalDefinition, out List<IOperation>? list) ? list : ImmutableArray<IOperation>.Empty;

    /// <summary>What the type of a field does to it, asked once a body.</summary>
    public FieldMentions Mentions(ISymbol field, Func<ISymbol, FieldMentions> read) => mentions.GetOrAdd(field, read);

    /// <summary>What an operation refers to, or null.</summary>
    public static ISymbol? SymbolOf(IOperation operation) =>
        operation switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IFieldReferenceOperation field => field.Field.OriginalDefinition,
            IPropertyReferenceOperation { Arguments.IsEmpty: true } property => property.Property.OriginalDefinition,
            _ => null,
        };

    private void Add(ISymbol symbol, IOperation operation)
    {
        if (!references.TryGetValue(symbol, out List<IOperation>? list))
        {
            list = new List<IOperation>();
            references.Add(symbol, list);
        }

        list.Add(operation);
    }
}
