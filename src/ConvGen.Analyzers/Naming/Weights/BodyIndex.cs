using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Weights;

/// <summary>Where the locals, parameters, fields and properties of a body are referred to, in the order of the text. Built once a body, on the first question.</summary>
internal sealed class BodyIndex
{
    private static readonly ConditionalWeakTable<IOperation, BodyIndex> Indices = new();
    private readonly Dictionary<ISymbol, List<IOperation>> references = new(SymbolEqualityComparer.Default);

    private readonly ConcurrentDictionary<ISymbol, FieldMentions> mentions = new(SymbolEqualityComparer.Default);

    private BodyIndex(IOperation block)
    {
        foreach (IOperation operation in block.DescendantsAndSelf())
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

    /// <summary>The index of the body around an operation.</summary>
    public static BodyIndex Of(IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return Indices.GetValue(operation, body => new BodyIndex(body));
    }

    /// <summary>The references to a symbol.</summary>
    public IReadOnlyList<IOperation> References(ISymbol symbol) =>
        references.TryGetValue(symbol.OriginalDefinition, out List<IOperation>? list) ? list : ImmutableArray<IOperation>.Empty;

    /// <summary>What the type of a field does to it, asked once a body.</summary>
    public FieldMentions Mentions(ISymbol field, Func<ISymbol, FieldMentions> read) => mentions.GetOrAdd(field, read);

    /// <summary>What an operation refers to, or null.</summary>
    public static ISymbol? SymbolOf(IOperation operation) => operation switch
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
