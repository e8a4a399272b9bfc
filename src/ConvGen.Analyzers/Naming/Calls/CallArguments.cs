using System.Collections.Immutable;
using ConvGen.Analyzers.Naming.Weights;
using ConvGen.Analyzers.Naming.Weights.Tracing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Calls;

/// <summary>
/// Arguments of a call by the name of their parameter. An object that is constructed may take its settings as properties, in its
/// initialiser or
/// in statements that follow; those count as arguments too.
/// </summary>
internal sealed class CallArguments(IOperation call, MemberContext member)
{
    private readonly ImmutableArray<IArgumentOperation> arguments = call switch
    {
        IInvocationOperation invocation => invocation.Arguments,
        IObjectCreationOperation creation => creation.Arguments,
        _ => ImmutableArray<IArgumentOperation>.Empty,
    };

    /// <summary>The value of an argument, defaults included, or null where there is none.</summary>
    public IOperation? Find(string name)
    {
        foreach (IArgumentOperation argument in arguments)
        {
            if (argument.Parameter?.Name == name)
            {
                return argument.Value;
            }
        }

        return call switch
        {
            IObjectCreationOperation creation => Property(creation, name),
            IBinaryOperation { OperatorMethod.Parameters: { Length: 2 } parameters } binary => parameters[0].Name == name
                ? binary.LeftOperand
            : parameters[1].Name == name ? binary.RightOperand
            : null,
            _ => null,
        };
    }

    /// <summary>The same, where it is written at the call.</summary>
    public IOperation? FindWritten(string name) =>
        arguments.Any(argument => argument.Parameter?.Name == name && argument.ArgumentKind == ArgumentKind.DefaultValue)
            ? null
            : Find(name);

    /// <summary>
    /// The constant value of an argument as the catalogue asks for it: an enum's member by name, other constants boxed, else null.
    /// </summary>
    public object? Constant(string name)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        if (ReversalReader.EnumMember(value) is { } enumerator)
        {
            return enumerator;
        }

        IOperation bare = value;
        while (bare is IConversionOperation { ConstantValue.HasValue: false } conversion)
        {
            bare = conversion.Operand;
        }

        return ReversalReader.EnumMember(bare) ?? (bare.ConstantValue is { HasValue: true, Value: { } constant } ? constant : null);
    }

    private IOperation? Property(IObjectCreationOperation creation, string name)
    {
        foreach (IOperation initializer in creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            if (
                initializer is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation property } assignment
                && property.Property.Name == name
            )
            {
                return assignment.Value;
            }
        }

        return Receiver(creation) is { } local ? Later(local, name) : null;
    }

    /// <summary>The one value that a property of a local is set to in the body; null where it is set twice.</summary>
    private IOperation? Later(ILocalSymbol local, string name)
    {
        IOperation? value = null;
        foreach (IOperation reference in BodyIndex.Of(member).References(local))
        {
            if (
                reference.Parent is IPropertyReferenceOperation { Parent: ISimpleAssignmentOperation assignment } property
                && property.Property.Name == name
                && assignment.Target == property
            )
            {
                if (value is not null)
                {
                    return null;
                }

                value = assignment.Value;
            }
        }

        return value;
    }

    private static ILocalSymbol? Receiver(IOperation value) =>
        value.Parent switch
        {
            IConversionOperation conversion => Receiver(conversion),
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation local } => local.Local,
            _ => null,
        };
}
