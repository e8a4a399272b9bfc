using ConvGen.Analyzers.Naming.Execution.Calls;
using ConvGen.Analyzers.Naming.Execution.Spots;
using ConvGen.Analyzers.Naming.Execution.Values;
using ConvGen.Analyzers.Naming.Names;
using ConvGen.Analyzers.Naming.Weights;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Execution.Running;

/// <summary>The bodies of the functions that a member calls, each read once.</summary>
internal sealed class CodeCache(MemberContext member)
{
    private readonly Dictionary<IOperation, CallFacts> calls = [];
    private readonly Dictionary<ISymbol, IOperation?> bodies = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IOperation, object?> constants = [];
    private readonly Dictionary<ILoopOperation, bool> outer = [];
    private readonly Dictionary<SyntaxTree, SemanticModel> models = [];
    private readonly Dictionary<ITypeSymbol, bool> holders = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, bool> kept = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, bool> begun = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, bool> turned = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, bool> automatic = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, IOperation?> initializers = new(SymbolEqualityComparer.Default);

    /// <summary>What is known of a call before it is run.</summary>
    public CallFacts FactsOf(IInvocationOperation call)
    {
        if (!calls.TryGetValue(call, out CallFacts? facts))
        {
            IMethodSymbol method = call.TargetMethod;
            bool isInSource = !method.DeclaringSyntaxReferences.IsEmpty;
            facts = new CallFacts(
                method,
                method.ContainingType?.Name ?? "",
                CallWordReader.WordsOf(method.Name),
                isInSource,
                isInSource && method.MethodKind != MethodKind.DelegateInvoke ? BodyOf(method) : null
            );
            calls.Add(call, facts);
        }

        return facts;
    }

    /// <summary>The body of a method or an accessor; null where there is none in source, or another may run in its place.</summary>
    public IOperation? BodyOf(IMethodSymbol method)
    {
        IMethodSymbol definition = (method.ReducedFrom ?? method).OriginalDefinition;
        definition = definition.PartialImplementationPart ?? definition;
        if (!bodies.TryGetValue(definition, out IOperation? body))
        {
            bool isOpen =
                (definition.IsVirtual || definition.IsOverride || definition.IsAbstract)
                && definition is { IsSealed: false, ContainingType.IsSealed: false };
            SyntaxNode? syntax =
                isOpen || definition.IsExtern
                    ? null
                    : definition.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(member.Cancellation);
            bodies.Add(definition, body = syntax is null ? null : Read(syntax));
        }

        return body;
    }

    /// <summary>The value of a constant expression, which a loop asks for again and again; null where it has none.</summary>
    public object? ConstantOf(IOperation expression, Func<object, object> read)
    {
        if (!constants.TryGetValue(expression, out object? constant))
        {
            constants.Add(
                expression,
                constant =
                    expression.Kind == OperationKind.SizeOf ? Number.One
                    : expression.ConstantValue.Value is { } value ? read(value)
                    : null
            );
        }

        return constant;
    }

    /// <summary>Whether a loop stands around another one, so that its rounds say the same of one place after the other.</summary>
    public bool HasLoop(ILoopOperation loop)
    {
        if (!outer.TryGetValue(loop, out bool hasLoop))
        {
            outer.Add(loop, hasLoop = loop.Body.Descendants().Any(static inner => inner is ILoopOperation));
        }

        return hasLoop;
    }

    /// <summary>Whether objects of a type hold an array.</summary>
    public bool HoldsRows(ITypeSymbol? type)
    {
        if (type is null)
        {
            return false;
        }

        if (!holders.TryGetValue(type, out bool holdsRows))
        {
            holders.Add(type, holdsRows = ObjectModel.HoldsRows(type));
        }

        return holdsRows;
    }

    /// <summary>What a field or a property begins with.</summary>
    public IOperation? InitializerOf(ISymbol symbol)
    {
        if (!initializers.TryGetValue(symbol, out IOperation? initializer))
        {
            initializers.Add(symbol, initializer = ReadInitializer(symbol));
        }

        return initializer;
    }

    /// <summary>Whether the type may put the elements of a field into another order.</summary>
    public bool MayBeTurned(ISymbol field)
    {
        if (!turned.TryGetValue(field, out bool mayBe))
        {
            turned.Add(field, mayBe = FieldOrder.MayBeTurned(field, member.Block.Syntax, member.Cancellation));
        }

        return mayBe;
    }

    /// <summary>Whether a property only keeps a value.</summary>
    public bool IsAutomatic(IPropertySymbol property)
    {
        if (!automatic.TryGetValue(property, out bool isAutomatic))
        {
            automatic.Add(property, isAutomatic = SpotReader.IsAutomatic(property));
        }

        return isAutomatic;
    }

    private IOperation? ReadInitializer(ISymbol symbol)
    {
        SyntaxNode? value = symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(member.Cancellation) switch
        {
            VariableDeclaratorSyntax { Initializer: { } initializer } => initializer,
            PropertyDeclarationSyntax { Initializer: { } initializer } => initializer,
            _ => null,
        };
        return value is null
            ? null
            : (ModelOf(value.SyntaxTree).GetOperation(value, member.Cancellation) as ISymbolInitializerOperation)?.Value;
    }

    /// <summary>
    /// Whether a field or a property keeps what the constructor leaves in it: nobody outside writes it, and in the type only constructors
    /// do. What the member itself hands to functions is seen when they are run.
    /// </summary>
    /// <param name="symbol">The field or the property.</param>
    /// <param name="isBegun">Whether it keeps what its declaration says, so that constructors may not change it either.</param>
    public bool IsKept(ISymbol symbol, bool isBegun = false)
    {
        Dictionary<ISymbol, bool> known = isBegun ? begun : kept;
        if (!known.TryGetValue(symbol, out bool isKept))
        {
            isKept =
                symbol
                    is IFieldSymbol { IsReadOnly: true }
                        or IPropertySymbol { SetMethod: null or { DeclaredAccessibility: Accessibility.Private } or { IsInitOnly: true } }
                        or { DeclaredAccessibility: Accessibility.Private }
                && symbol.ContainingType.DeclaringSyntaxReferences.All(reference =>
                    IdentifierIndex
                        .Of(reference.GetSyntax(member.Cancellation), symbol.Name)
                        .All(name =>
                            (!isBegun && name.FirstAncestorOrSelf<ConstructorDeclarationSyntax>() is not null)
                            || !(IsChanged(name) || IsCalled(name))
                            || IsHanded(name)
                            || (member.Block.Syntax.Contains(name) && IsCalled(name))
                        )
                );
            known.Add(symbol, isKept);
        }

        return isKept;
    }

    /// <summary>Whether the member itself puts something into a list, so that it begins with an empty one.</summary>
    public bool IsFilledHere(ISymbol list) => IdentifierIndex.Of(member.Block.Syntax, list.Name).Any(IsCalled);

    /// <summary>What a name stands in, whose object may be said before it: <c>taps</c>, <c>this.taps</c>.</summary>
    private static SyntaxNode? Around(IdentifierNameSyntax name) =>
        name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access.Parent : name.Parent;

    /// <summary>Whether a method of an array or a list is called that may change what it holds.</summary>
    private static bool IsCalled(IdentifierNameSyntax name) =>
        Around(name) is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } called
        && !CallWordReader.IsAccessor(called.Name.Identifier.ValueText)
        && called.Name.Identifier.ValueText is not ("Clone" or "CopyTo" or "Sum" or "Select" or "Zip" or "Max" or "Min" or "Average")
        && !called.Name.Identifier.ValueText.StartsWith("To", StringComparison.Ordinal);

    /// <summary>
    /// Whether an array is handed to a function whose name does not say that it changes it, as those of <c>Array</c> may.
    /// </summary>
    private static bool IsHanded(IdentifierNameSyntax name) =>
        Around(name) is ArgumentSyntax { RefKindKeyword.RawKind: 0, Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } }
        && call.Expression
            is not MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Array" or "Buffer" } }
        && call.Expression.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().LastOrDefault() is { Identifier.ValueText: var function }
        && !ReversalWords.Has(function)
        && !CallWordReader.IsSetter(function);

    private static bool IsChanged(IdentifierNameSyntax name)
    {
        SyntaxNode node = name;
        while (
            node.Parent is MemberAccessExpressionSyntax access && access.Name == node
            || node.Parent is ElementAccessExpressionSyntax element && element.Expression == node
        )
        {
            node = node.Parent;
        }

        return node.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == node,
            PrefixUnaryExpressionSyntax prefix => prefix.OperatorToken.ValueText is "++" or "--" or "&",
            PostfixUnaryExpressionSyntax postfix => postfix.OperatorToken.ValueText is "++" or "--",
            ArgumentSyntax { Parent: TupleExpressionSyntax } => true,
            ArgumentSyntax argument => argument.RefKindKeyword.RawKind != 0
                || node == name
                || node is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax },
            _ => false,
        };
    }

    private SemanticModel ModelOf(SyntaxTree tree)
    {
        if (member.Block.SemanticModel is { } own && own.SyntaxTree == tree)
        {
            return own;
        }

        // A new model knows nothing of what others bound.
        if (!models.TryGetValue(tree, out SemanticModel? model))
        {
            models.Add(tree, model = member.Compilation.GetSemanticModel(tree));
        }

        return model;
    }

    private IOperation? Read(SyntaxNode declaration)
    {
        SyntaxNode? body = declaration switch
        {
            ArrowExpressionClauseSyntax arrow => arrow.Expression,
            BaseMethodDeclarationSyntax method => (SyntaxNode?)method.Body ?? method.ExpressionBody?.Expression,
            AccessorDeclarationSyntax accessor => (SyntaxNode?)accessor.Body ?? accessor.ExpressionBody?.Expression,
            LocalFunctionStatementSyntax function => (SyntaxNode?)function.Body ?? function.ExpressionBody?.Expression,
            _ => null,
        };
        body = body is RefExpressionSyntax reference ? reference.Expression : body;
        return body is null ? null : ModelOf(declaration.SyntaxTree).GetOperation(body, member.Cancellation);
    }
}
