using ConvGen.Analyzers.Naming.Execution.Running;
using ConvGen.Analyzers.Naming.Execution.Spots;
using ConvGen.Analyzers.Naming.Execution.Values;
using Microsoft.CodeAnalysis;
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
                store.Written[new Place(place)] = machine.Expressions.Evaluate(initializer.ElementValues[index], frame);
            }
        }
    }

    /// <summary>A collection whose elements are listed.</summary>
    public object Listed(ITypeSymbol? type, IOperation[] parts, Frame frame)
    {
        object[] values = [.. parts.Select(part => machine.Expressions.Evaluate(part, frame))];
        if (type is not null && ObjectModel.IsList(type))
        {
            return new Sequence(values);
        }

        Store store = new("", type, false, [values.Length]);
        for (int index = 0; index < values.Length; index++)
        {
            store.Written[new Place(index)] = values[index];
        }

        return store;
    }
}
