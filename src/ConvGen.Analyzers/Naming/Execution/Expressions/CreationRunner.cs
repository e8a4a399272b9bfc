using ConvGen.Analyzers.Naming.Execution.Running;
using ConvGen.Analyzers.Naming.Execution.Spots;
using ConvGen.Analyzers.Naming.Execution.Values;
using ConvGen.Analyzers.Naming.Loops.Elements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Execution.Expressions;

/// <summary>Makes arrays and lists.</summary>
internal sealed class CreationRunner(Machine machine)
{
    /// <summary>A new array with what it is written with.</summary>
    public Store CreateArray(IArrayCreationOperation array, Frame frame)
    {
        int[] extents = [.. array.DimensionSizes.Select(size => machine.Expressions.Index(size, 0, frame) ?? 0)];
        Store store = MemoryModel.Make("", array.Type, extents, array);
        Fill(store, array.Initializer, [], frame);
        return store;
    }

    /// <summary>Fills an array with what stands between its braces.</summary>
    public void Fill(Store store, IArrayInitializerOperation? initializer, int[] outer, Frame frame)
    {
        for (int index = 0; index < (initializer?.ElementValues.Length ?? 0); index++)
        {
            int[] place = [.. outer, index];
            if (initializer!.ElementValues[index] is IArrayInitializerOperation inner)
            {
                Fill(store, inner, place, frame);
            }
            else
            {
                Put(store, new Place(place), initializer.ElementValues[index], frame);
            }
        }
    }

    /// <summary>A collection whose elements are listed.</summary>
    public object Listed(ITypeSymbol? type, IOperation[] parts, Frame frame)
    {
        if (type is not null && ObjectModel.IsList(type))
        {
            Sequence list = OffsetTaps.ListOf(type, []);
            foreach (IOperation part in parts)
            {
                list.Items.Add(OffsetTaps.Placed(machine.Expressions.Evaluate(part, frame), ObjectModel.ElementType(type), list.Weights));
            }

            return list;
        }

        Store store = new("", type, false, [parts.Length]);
        for (int index = 0; index < parts.Length; index++)
        {
            Put(store, new Place(index), parts[index], frame);
        }

        return store;
    }

    private void Put(Store store, Place place, IOperation element, Frame frame)
    {
        object value = OffsetTaps.Placed(machine.Expressions.Evaluate(element, frame), store.ElementType, store.Component("weights"));
        store.Written[place] = value;
        if (value is Store row && Unwrapped.Of(element) is IArrayCreationOperation or { Syntax: CollectionExpressionSyntax })
        {
            store.Adopt(row, place);
        }
    }
}
