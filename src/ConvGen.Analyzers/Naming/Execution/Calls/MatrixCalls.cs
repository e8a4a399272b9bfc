using ConvGen.Analyzers.Naming.Execution.Running;
using ConvGen.Analyzers.Naming.Execution.Spots;
using ConvGen.Analyzers.Naming.Execution.Values;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Execution.Calls;

/// <summary>Methods of matrices and vectors as libraries of linear algebra have them.</summary>
internal sealed class MatrixCalls(Machine machine, VectorCalls vectors)
{
    /// <summary>What a call gives; null where it is not known.</summary>
    public object? Call(IMethodSymbol method, object? self, object[] arguments, IOperation place)
    {
        if (method.ContainingNamespace?.Name != "LinearAlgebra" || self is not Store array)
        {
            return null;
        }

        switch (method.Name, arguments)
        {
            case ("At", [Number { Known: { } index }]):
                return machine.Memory.Load(array, new Place((int)index), place);
            case ("At", [Number { Known: { } row }, Number { Known: { } column }]):
                return machine.Memory.Load(array, new Place((int)row, (int)column), place);
            case ("At", [Number { Known: { } row }, Number { Known: { } column }, var value]):
                machine.Memory.Save(new ElementSpot(array, new Place((int)row, (int)column)), value, place);
                return Unknown.Value;
            case ("SubVector", [Number { Known: { } start }, Number { Known: { } count }]):
                return machine.Calls.Library.Part(array, (int)start, (int)count, place);
            case (
                "SubMatrix",
                [Number { Known: { } row }, Number { Known: { } rows }, Number { Known: { } column }, Number { Known: { } columns }]
            ):
                return Part(array, (int)row, (int)rows, (int)column, (int)columns, place);
            case ("DotProduct", [Store other]) when array.Extents.Length == 1:
                return vectors.Dot(machine.Memory.Items(array, place), machine.Memory.Items(other, place), place);
            case ("PointwiseMultiply", [Store other]):
                return Multiplied(array, other, place);
            case ("Sum", []):
                return machine.Memory.Items(array, place).OfType<Number>().Aggregate(Number.Zero, machine.Arithmetic.Add);
            case ("Enumerate", []):
                return new Sequence(machine.Memory.Items(array, place));
            default:
                return null;
        }
    }

    private Store Part(Store array, int row, int rows, int column, int columns, IOperation place)
    {
        Store part = MemoryModel.Make(array.Path, array.Type, [rows, columns], place);
        for (int y = 0; y < rows; y++)
        {
            for (int x = 0; x < columns; x++)
            {
                part.Written[new Place(y, x)] = machine.Memory.Load(array, new Place(row + y, column + x), place);
            }
        }

        return part;
    }

    private Store Multiplied(Store one, Store other, IOperation place)
    {
        Store product = MemoryModel.Make("", one.Type, one.Extents, place);
        ElementSpot first = new(product, new Place(new int[one.Extents.Length]));
        object[] factors = [.. machine.Memory.Items(other, place)];
        int index = 0;
        foreach (object factor in machine.Memory.Items(one, place))
        {
            product.Written[first.Moved(index).Place] =
                factor is Number a && index < factors.Length && factors[index] is Number b
                    ? machine.Multiply(a, b, place)
                    : machine.Arithmetic.Fresh();
            index++;
        }

        return product;
    }
}
