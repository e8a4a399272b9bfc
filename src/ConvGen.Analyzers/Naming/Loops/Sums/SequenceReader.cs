using System.Collections.Immutable;
using ConvGen.Analyzers.Naming.Loops.Elements;
using ConvGen.Analyzers.Naming.Loops.Subscripts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Loops.Sums;

/// <summary>
/// Finds sums without a loop: <c>x.Skip(n).Zip(h.Reverse(), (a, b) => a * b).Sum()</c>, <c>Enumerable.Range(0, k).Sum(i => x[n + i] *
/// h[i])</c>,
/// <c>TensorPrimitives.Dot(x.Slice(n, k), h)</c>.
/// </summary>
internal sealed class SequenceReader(LoopBody body, SumReader sums)
{
    private const int DeepestNest = 4;
    private readonly ProductReader products = new(body);

    /// <summary>The sum that a call computes, or null.</summary>
    public Accumulation? Read(IOperation operation)
    {
        if (operation is not IInvocationOperation call)
        {
            return null;
        }

        List<IOperation> scopes = [call];
        IOperation outermost = BindAround(call, scopes);
        if (call.TargetMethod is { Name: "Dot", ContainingType.Name: "TensorPrimitives" } && call.Arguments.Length == 2)
        {
            IndexPolynomial counter = IndexPolynomial.Of(body.CounterOf(call));
            return Element(call.Arguments[0].Value, counter) is { } one && Element(call.Arguments[1].Value, counter) is { } two
                ? Finish(call, call, (one, two), scopes, outermost)
                : null;
        }

        if (!IsSum(call) || ProductOf(call) is not { } added || products.ProductOf(added) is not { } product)
        {
            return null;
        }

        return products.Factors(product, [.. scopes, .. Order.LoopsAround(outermost)]) is { } factors
            ? Finish(call, product, factors, scopes, outermost)
            : null;
    }

    private static bool IsSum(IInvocationOperation call) => call.TargetMethod is { Name: "Sum", ContainingType.Name: "Enumerable" };

    private Accumulation? Finish(
        IInvocationOperation call,
        IOperation product,
        (ElementAccess First, ElementAccess Second) factors,
        List<IOperation> scopes,
        IOperation outermost
    )
    {
        Destination destination = sums.DestinationOf(outermost);
        ImmutableArray<IOperation> taps = scopes.Concat(destination.Taps).ToImmutableArray();
        return new Accumulation(
            call,
            product,
            factors.First,
            factors.Second,
            destination.Targets,
            taps,
            Order.LoopsAround(outermost).Except(taps).ToImmutableArray(),
            destination.Stores
        );
    }

    /// <summary>A sum inside the lambda of another sum is a part of it.</summary>
    private IOperation BindAround(IInvocationOperation call, List<IOperation> scopes)
    {
        IOperation outermost = call;
        for (int level = 0; level < DeepestNest; level++)
        {
            IOperation? parent = outermost.Parent;
            while (parent is IConversionOperation or IParenthesizedOperation or IReturnOperation or IBlockOperation)
            {
                parent = parent.Parent;
            }

            if (
                parent is not IAnonymousFunctionOperation lambda
                || lambda.Parent is not IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation outer } }
            )
            {
                return outermost;
            }

            IInvocationOperation? sum =
                IsSum(outer) ? outer
                : outer.Parent is IArgumentOperation { Parent: IInvocationOperation next } && IsSum(next) ? next
                : null;
            if (sum is null || ProductOf(sum) is null)
            {
                return outermost;
            }

            scopes.Add(sum);
            outermost = sum;
        }

        return outermost;
    }

    /// <summary>What a call to <c>Sum</c> adds up, with the parameters of its lambda bound; null where that is not understood.</summary>
    private IOperation? ProductOf(IInvocationOperation sum)
    {
        IOperation source = Unwrapped.Of(sum.Arguments[0].Value)!;
        IndexPolynomial counter = IndexPolynomial.Of(body.CounterOf(sum));
        if (sum.Arguments.Length == 2)
        {
            return Bind(source, LambdaOf(sum.Arguments[1].Value), counter);
        }

        return source is IInvocationOperation { TargetMethod.ContainingType.Name: "Enumerable" } inner
            ? (inner.TargetMethod.Name, inner.Arguments.Length) switch
            {
                ("Select", 2) => Bind(Unwrapped.Of(inner.Arguments[0].Value)!, LambdaOf(inner.Arguments[1].Value), counter),
                ("Zip", 3) => BindPair(inner, LambdaOf(inner.Arguments[2].Value), counter),
                _ => null,
            }
            : null;
    }

    private IOperation? Bind(IOperation source, IAnonymousFunctionOperation? lambda, IndexPolynomial counter)
    {
        if (lambda is null || lambda.Symbol.Parameters.IsEmpty)
        {
            return null;
        }

        IParameterSymbol parameter = lambda.Symbol.Parameters[0];
        if (
            source is IInvocationOperation { TargetMethod: { Name: "Range", ContainingType.Name: "Enumerable" }, Arguments.Length: 2 } range
        )
        {
            IndexValue first = body.Indices.Read(range.Arguments[0].Value);
            body.Bind(parameter, new IndexValue(first.Polynomial + counter, first.Folds));
        }
        else if (
            source is IInvocationOperation { TargetMethod: { Name: "Zip", ContainingType.Name: "Enumerable" }, Arguments.Length: 2 } pair
        )
        {
            if (Element(pair.Arguments[0].Value, counter) is not { } one || Element(pair.Arguments[1].Value, counter) is not { } two)
            {
                return null;
            }

            body.Bind(parameter, one, two);
        }
        else if (Element(source, counter) is { } element)
        {
            body.Bind(parameter, element);
        }
        else
        {
            return null;
        }

        if (lambda.Symbol.Parameters.Length == 2)
        {
            body.Bind(lambda.Symbol.Parameters[1], new IndexValue(counter));
        }

        return ResultOf(lambda);
    }

    private IOperation? BindPair(IInvocationOperation zip, IAnonymousFunctionOperation? lambda, IndexPolynomial counter)
    {
        if (
            lambda is not { Symbol.Parameters.Length: 2 }
            || Element(zip.Arguments[0].Value, counter) is not { } one
            || Element(zip.Arguments[1].Value, counter) is not { } two
        )
        {
            return null;
        }

        body.Bind(lambda.Symbol.Parameters[0], one);
        body.Bind(lambda.Symbol.Parameters[1], two);
        return ResultOf(lambda);
    }

    private ElementAccess? Element(IOperation sequence, IndexPolynomial counter) => body.Elements.OfCounter(sequence, sequence, counter);

    private static IAnonymousFunctionOperation? LambdaOf(IOperation argument) =>
        Unwrapped.Of(argument) is IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } ? lambda : null;

    private static IOperation? ResultOf(IAnonymousFunctionOperation lambda) =>
        lambda.Body.Operations.Length == 1 && lambda.Body.Operations[0] is IReturnOperation { ReturnedValue: { } result } ? result : null;
}
