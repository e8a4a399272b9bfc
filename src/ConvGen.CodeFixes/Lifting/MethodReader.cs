using System.Collections.Immutable;
using ConvGen.Analyzers.Naming.Callers;
using ConvGen.CodeFixes.Lifting.Callers;
using ConvGen.CodeFixes.Lifting.Exact;
using ConvGen.CodeFixes.Lifting.Nests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.CodeFixes.Lifting;

/// <summary>
/// Reads a whole method: checks of arguments, sizes, a constant kernel, the result's array, one nest of loops, and the return.
/// </summary>
internal sealed class MethodReader
{
    private readonly IMethodBodyOperation body;
    private readonly LoopScope scope;
    private readonly List<PriorStatement> before = [];
    private readonly List<LocalKernel> kernels = [];
    private ILocalSymbol? result;

    private MethodReader(IMethodBodyOperation body)
    {
        this.body = body;
        scope = new LoopScope(body);
    }

    /// <summary>The method around a product, or null where it does anything else, or anything that is not understood.</summary>
    /// <param name="syntax">The method.</param>
    /// <param name="product">Where the product stands.</param>
    /// <param name="model">The file's meaning.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <param name="size">The size that its kernel is taken to have, where the method does not say it.</param>
    public static LiftCandidate? Read(
        MethodDeclarationSyntax syntax,
        TextSpan product,
        SemanticModel model,
        CancellationToken cancellation,
        KernelSize? size = null
    )
    {
        if (
            syntax.Body is null
            || model.GetDeclaredSymbol(syntax, cancellation) is not IMethodSymbol { IsAsync: false } method
            || model.GetOperation(syntax, cancellation) is not IMethodBodyOperation { BlockBody: { } block } body
            || body.Descendants()
                .Any(static operation => operation is IAnonymousFunctionOperation or ILocalFunctionOperation or IInvalidOperation)
        )
        {
            return null;
        }

        MethodReader reader = new(body);
        reader.ReadMembers(model, cancellation);
        reader.ReadNumbers(syntax, isKept: size is not null, model, cancellation);
        if (size is not null)
        {
            reader.Assume(size);
        }

        return reader.Read(syntax, method, block, product);
    }

    private LiftCandidate? Read(MethodDeclarationSyntax syntax, IMethodSymbol method, IBlockOperation block, TextSpan product)
    {
        ImmutableArray<IOperation> statements = block.Operations;
        int loop = statements.ToList().FindIndex(static statement => statement is IForLoopOperation);
        if (loop < 0 || !statements.Take(loop).All(ReadPrior))
        {
            return null;
        }

        LoopNest? nest = NestReader.Read((IForLoopOperation)statements[loop], scope);
        if (nest is null || !nest.Product.Syntax.Span.IntersectsWith(product) || LoopSolver.Solve(nest, scope) is not { } solution)
        {
            return null;
        }

        bool returns = method.ReturnsVoid
            ? loop == statements.Length - 1
            : loop == statements.Length - 2
                && statements[loop + 1] is IReturnOperation { ReturnedValue: ILocalReferenceOperation returned }
                && SymbolEqualityComparer.Default.Equals(returned.Local, result);
        bool isResult = method.ReturnsVoid
            ? solution.Target is IParameterSymbol && result is null
            : SymbolEqualityComparer.Default.Equals(solution.Target, result);
        return returns && isResult && statements[loop].Syntax is StatementSyntax statement
            ? new LiftCandidate(
                syntax,
                method,
                statement,
                [.. before],
                [.. kernels],
                result,
                result is null ? [] : scope.Extents[result],
                solution
            )
            : null;
    }

    /// <summary>Kernels that are fields or properties.</summary>
    private void ReadMembers(SemanticModel model, CancellationToken cancellation)
    {
        IEnumerable<ISymbol> members = body.Descendants()
            .Select(static operation =>
                operation switch
                {
                    IFieldReferenceOperation { Field: { IsStatic: true, IsConst: false } field } => (ISymbol)field,
                    IPropertyReferenceOperation { Property: { IsStatic: true } property } => property,
                    _ => null,
                }
            )
            .OfType<ISymbol>()
            .Distinct<ISymbol>(SymbolEqualityComparer.Default);
        foreach (ISymbol member in members)
        {
            if (ConstantKernelReader.Read(member, model, cancellation) is { } kernel)
            {
                Add(member, kernel);
            }
        }
    }

    /// <summary>
    /// Numbers that fields hold for good. A private one that only the loops read would be left behind without a use, and the compiler warns
    /// of that.
    /// </summary>
    private void ReadNumbers(MethodDeclarationSyntax syntax, bool isKept, SemanticModel model, CancellationToken cancellation)
    {
        foreach (IOperation operation in body.Descendants())
        {
            if (
                operation is IFieldReferenceOperation { Field: { IsReadOnly: true } field, Instance: null or IInstanceReferenceOperation }
                && !scope.Integers.ContainsKey(field)
                && (isKept || field.DeclaredAccessibility != Accessibility.Private || IsNamedElsewhere(field, syntax))
                && ConstantInteger.Read(field, model.Compilation, cancellation) is { } value
            )
            {
                scope.Integers[field] = value;
            }
        }
    }

    private static bool IsNamedElsewhere(IFieldSymbol field, MethodDeclarationSyntax syntax) =>
        syntax
            .Parent!.DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Any(name => name.Identifier.ValueText == field.Name && !syntax.Span.Contains(name.Span));

    private void Assume(KernelSize size)
    {
        if (!size.Extents.IsEmpty)
        {
            scope.Extents[size.Kernel] = [.. size.Extents.Select(static extent => (ExactIndex)extent)];
        }

        foreach ((IParameterSymbol parameter, int value) in size.Integers)
        {
            scope.Integers[parameter] = value;
        }
    }

    private void Add(ISymbol symbol, ConstantKernel kernel)
    {
        scope.Kernels[symbol] = kernel;
        scope.Extents[symbol] = kernel.Extents;
    }

    private bool ReadPrior(IOperation statement)
    {
        if (statement.Syntax is not StatementSyntax syntax)
        {
            return false;
        }

        if (IsCheck(statement))
        {
            before.Add(new PriorStatement(syntax, []));
            return true;
        }

        if (statement is not IVariableDeclarationGroupOperation group)
        {
            return false;
        }

        ImmutableArray<IVariableDeclaratorOperation> declarators =
        [
            .. group.Declarations.SelectMany(static declaration => declaration.Declarators),
        ];
        before.Add(new PriorStatement(syntax, [.. declarators.Select(static declarator => declarator.Symbol)]));
        return declarators.All(ReadLocal);
    }

    /// <summary>A statement that does nothing, or throws.</summary>
    private static bool IsCheck(IOperation statement) =>
        statement switch
        {
            IConditionalOperation { WhenFalse: null } condition => Reassignment.Single(condition.WhenTrue)
                is IThrowOperation
                    or IExpressionStatementOperation { Operation: IThrowOperation }
                && IsPure(condition.Condition),
            IExpressionStatementOperation { Operation: IInvocationOperation call } => (
                GuardStatements.IsRefusal(call.TargetMethod) || GuardStatements.IsAssertion(call.TargetMethod)
            ) && call.Arguments.All(static argument => IsPure(argument.Value)),
            ISwitchOperation choice => GuardStatements.Is(choice)
                && IsPure(choice.Value)
                && choice.Cases.All(static section => section.Clauses.All(IsPure)),
            _ => false,
        };

    /// <summary>Whether an expression only looks at what it names.</summary>
    private static bool IsPure(IOperation operation) =>
        operation
            .DescendantsAndSelf()
            .All(static part =>
                part switch
                {
                    IInvocationOperation call => call.TargetMethod.Name is "GetLength" or "GetUpperBound"
                        && call.Instance?.Type is IArrayTypeSymbol,
                    IAssignmentOperation
                    or IIncrementOrDecrementOperation
                    or IObjectCreationOperation
                    or IDynamicInvocationOperation
                    or IFunctionPointerInvocationOperation
                    or IAwaitOperation => false,
                    IPropertyReferenceOperation property => property.Property.Name == "Length" || property.Property.IsStatic,
                    _ => true,
                }
            );

    private bool ReadLocal(IVariableDeclaratorOperation declarator)
    {
        ILocalSymbol local = declarator.Symbol;
        IOperation? value = declarator.GetVariableInitializer()?.Value;
        if (local.RefKind != RefKind.None)
        {
            return false;
        }

        if (value is null || (scope.IsWritten(local) && ExactElementReader.IsZero(value)))
        {
            // A sum that is declared early; the loops must set it before they use it.
            return true;
        }

        if (scope.IsWritten(local))
        {
            return false;
        }

        if (ConstantKernelReader.Read(value) is { } kernel)
        {
            Add(local, kernel);
            kernels.Add(new LocalKernel(local, kernel));
            return Uses(local).All(ConstantKernelReader.IsRead);
        }

        if (IsNewArray(value) is { } extents)
        {
            scope.Extents[local] = extents;
            bool isFirst = result is null;
            result = local;
            return isFirst;
        }

        if (local.Type.SpecialType == SpecialType.System_Int32 && IsPure(value))
        {
            scope.Integers[local] = ExactIndexReader.Read(value, scope) ?? ExactIndex.Of(new VariableAtom(local));
            return true;
        }

        return false;
    }

    private IEnumerable<IOperation> Uses(ILocalSymbol local) =>
        body.Descendants()
            .Where(operation =>
                operation is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local)
            );

    /// <summary>The extents of an array of zeros.</summary>
    private ImmutableArray<ExactIndex>? IsNewArray(IOperation value)
    {
        if (
            value
            is not IArrayCreationOperation { Initializer: null, Type: IArrayTypeSymbol { ElementType: not IArrayTypeSymbol } } creation
        )
        {
            return null;
        }

        ImmutableArray<ExactIndex> extents =
        [
            .. creation.DimensionSizes.Select(size => ExactIndexReader.Read(size, scope)).OfType<ExactIndex>(),
        ];
        return extents.Length == creation.DimensionSizes.Length ? extents : null;
    }
}
