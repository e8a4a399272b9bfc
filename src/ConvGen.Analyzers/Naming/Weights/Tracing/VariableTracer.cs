using ConvGen.Analyzers.Naming.Loops;
using ConvGen.Analyzers.Naming.Loops.Writes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Weights.Tracing;

/// <summary>What a local or a parameter holds at a use: its last definition, and what straight-line code did to it since.</summary>
internal static class VariableTracer
{
    /// <summary>Reads a variable.</summary>
    /// <param name="variable">A local or a parameter.</param>
    /// <param name="use">Where it is used.</param>
    /// <param name="tracer">The trace that needs it.</param>
    public static KernelTrace Trace(ISymbol variable, IOperation use, KernelTracer tracer)
    {
        SyntaxNode? declaration = variable.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(tracer.Member.Cancellation);
        if (variable is IParameterSymbol && declaration?.FirstAncestorOrSelf<ParameterListSyntax>()?.Parent is TypeDeclarationSyntax)
        {
            // A parameter of a primary constructor outlives the body as a field does.
            return FieldTracer.Trace(variable, use, tracer);
        }

        List<PastEvent> history = History(variable, use, declaration, tracer.Member);
        int last = history.FindLastIndex(entry => entry is { Event.Kind: KernelEventKind.Definition, Order: ExecutionOrder.Before });
        KernelTrace state = last >= 0 ? tracer.Trace(history[last].Event.Value) : Initial(variable, declaration, use, tracer);
        state = Apply(history.Skip(last + 1).ToList(), state, variable, use, tracer);
        return Name(state, variable);
    }

    /// <summary>A kernel whose name says that it lies reversed already was reversed by somebody, unless that was seen here.</summary>
    public static KernelTrace Name(KernelTrace trace, ISymbol symbol)
    {
        KernelTrace named = trace.Symbol is null ? trace with { Symbol = symbol } : trace;
        return trace.Reversals.IsEmpty && ReversalWords.Has(symbol.Name)
            ? KernelTrace.Unknown with
            {
                Symbol = named.Symbol,
            }
            : named.Designed(symbol.Name);
    }

    private static List<PastEvent> History(ISymbol variable, IOperation use, SyntaxNode? declaration, MemberContext member)
    {
        List<PastEvent> history = new();
        foreach (IOperation reference in BodyIndex.Of(member).References(variable))
        {
            foreach (KernelEvent happening in KernelEventReader.Read(reference, member))
            {
                ExecutionOrder order = StraightLine.Order(happening.Operation, use, declaration);
                if (order != ExecutionOrder.After)
                {
                    history.Add(new PastEvent(happening, order));
                }
            }
        }

        return history;
    }

    private static KernelTrace Initial(ISymbol variable, SyntaxNode? declaration, IOperation use, KernelTracer tracer)
    {
        if (variable is IParameterSymbol)
        {
            return KernelTrace.Opaque;
        }

        if (use.SemanticModel is not { } model || model.SyntaxTree != declaration?.SyntaxTree)
        {
            return KernelTrace.Unknown;
        }

        // Read from syntax, because the variable of a fixed statement has no declarator in the operation tree.
        switch (declaration)
        {
            case VariableDeclaratorSyntax { Initializer.Value: { } value }:
                KernelTrace trace = tracer.Trace(model.GetOperation(value, tracer.Member.Cancellation));
                return trace.IsKnown ? trace : KernelLiteral.Read(value, model, tracer.Member.Owner.ContainingType) ?? KernelTrace.Unknown;
            case ForEachStatementSyntax each:
                return tracer.Trace(model.GetOperation(each.Expression, tracer.Member.Cancellation)).Flips == AxisFlips.None
                    ? KernelTrace.Opaque
                    : KernelTrace.Unknown;
            default:
                return KernelTrace.Unknown;
        }
    }

    private static KernelTrace Apply(List<PastEvent> history, KernelTrace state, ISymbol variable, IOperation use, KernelTracer tracer)
    {
        bool isFilled = false;
        bool isReversed = false;
        foreach ((KernelEvent happening, ExecutionOrder order) in history)
        {
            switch (happening.Kind)
            {
                case KernelEventKind.Scale:
                    break;
                case KernelEventKind.Fill when !isFilled:
                    if (isReversed)
                    {
                        return KernelTrace.Unknown;
                    }

                    isFilled = true;
                    List<KernelEvent> fills =
                    [
                        .. history.Select(static entry => entry.Event).Where(static fill => fill.Kind == KernelEventKind.Fill),
                    ];
                    state = Filled(state, variable, use, tracer, fills.TrueForAll(KernelFill.IsComputed));
                    if (fills.Count == 1 && KernelFill.IsUniform(happening))
                    {
                        state = state with { Symmetry = Symmetry.Symmetric };
                    }

                    break;
                case KernelEventKind.Fill:
                    break;
                case KernelEventKind.Reversal when order == ExecutionOrder.Before:
                    isReversed = true;
                    state = state.Reverse(happening.Axes, happening.Operation);
                    break;
                default:
                    return KernelTrace.Unknown;
            }
        }

        return state;
    }

    /// <summary>A variable whose elements are written one by one: copied from another kernel, or computed.</summary>
    private static KernelTrace Filled(KernelTrace state, ISymbol variable, IOperation use, KernelTracer tracer, bool isComputed)
    {
        if (CopyLoopReader.Read(variable, use, tracer.Member) is not { } copy)
        {
            return isComputed ? state.Refilled() : KernelTrace.Unknown;
        }

        IOperation source = copy.Source;
        while (source is IConversionOperation conversion)
        {
            source = conversion.Operand;
        }

        KernelTrace before =
            BodyIndex.SymbolOf(source) is { } symbol && SymbolEqualityComparer.Default.Equals(symbol, variable.OriginalDefinition)
                ? state
                : tracer.Trace(source);
        return copy.Orientation switch
        {
            Orientation.AsWritten => before,
            Orientation.Reversed => before.Reverse(AxisFlips.All, use),
            Orientation.ReversedOnOneAxis => before.Reverse(AxisFlips.EitherAxis, use),
            _ => KernelTrace.Unknown,
        };
    }
}
