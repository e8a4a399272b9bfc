using System.Collections.Immutable;
using ConvGen.Analyzers.Naming.Execution.Concluding;
using ConvGen.Analyzers.Naming.Execution.Running;
using ConvGen.Analyzers.Naming.Execution.Spots;
using ConvGen.Analyzers.Naming.Execution.Values;
using ConvGen.Analyzers.Naming.Loops;
using ConvGen.Analyzers.Naming.Loops.Subscripts;
using ConvGen.Analyzers.Naming.Names;
using ConvGen.Analyzers.Naming.Weights;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using CodeKind = Microsoft.CodeAnalysis.OperationKind;
using OperationKind = ConvGen.Generator.Model.OperationKind;

namespace ConvGen.Analyzers.Naming.Execution;

/// <summary>What running a member adds to what was read from its loops, and takes away from it.</summary>
internal static class ExecutionReadings
{
    /// <summary>The readings that hold.</summary>
    /// <param name="read">What was read from the loops.</param>
    /// <param name="member">The member.</param>
    public static ImmutableArray<LoopReading> Complete(ImmutableArray<LoopReading> read, MemberContext member)
    {
        if (read.IsEmpty)
        {
            if (!IsWorthRunning(member))
            {
                return read;
            }

            // Where the member is what it is called, one set of sizes is enough.
            NameClaim? claim = ClaimReader.OfOwner(member) ?? member.Surrounding;
            member.Verdict = new ExecutionReader(member).Read(direction =>
                claim is null
                || claim.Contradicts(direction.IsOpposite ? OperationKind.Convolution : OperationKind.Correlation, member.Options)
            );
            if (Read(member, member.Verdict, out string silence) is { } reading)
            {
                return ImmutableArray.Create(reading);
            }

            if (silence.Length > 0 && claim is not null)
            {
                member.Verdict = member.Verdict with { Direction = null, Reason = silence };
            }

            return read;
        }

        if (
            !read.Any(reading =>
                LoopWording.Effective(reading) is { } effective
                && reading.Claim.Contradicts(effective, member.Options)
                && reading.Kernel.Symmetry != Symmetry.Symmetric
            )
        )
        {
            return read;
        }

        if (read.Any(one => read.Any(other => AreAlike(one, other) && other.Axes[0].IsOpposite != one.Axes[0].IsOpposite)))
        {
            // One kernel both ways: half of it on either side, or one of two operations.
            return ImmutableArray<LoopReading>.Empty;
        }

        // A sum may be right by itself, and half of something else.
        Verdict verdict = new ExecutionReader(member).Check();
        return verdict.Direction is { Symmetry: Symmetry.Symmetric }
                ? read.Select(static reading => reading with { Kernel = reading.Kernel with { Symmetry = Symmetry.Symmetric } })
                    .ToImmutableArray()
            : verdict.IsMixed || (verdict.Direction is { } direction && read.Any(reading => IsContradicted(reading, direction)))
                ? ImmutableArray<LoopReading>.Empty
            : read;
    }

    /// <summary>Whether running shows that all of it slides the other way than its loops alone.</summary>
    private static bool IsContradicted(LoopReading reading, Direction direction) =>
        LoopWording.Effective(reading) is { } effective
        && (effective == OperationKind.Convolution) != direction.IsOpposite
        && reading.Kernel.Orientation == Orientation.AsWritten;

    private static bool AreAlike(LoopReading one, LoopReading other) =>
        one.KernelName == other.KernelName && one.SourceName == other.SourceName && one.Claim.Name == other.Claim.Name;

    private static bool IsRunnable(ISymbol owner) =>
        owner
            is IMethodSymbol
            {
                IsAbstract: false,
                MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation or MethodKind.PropertyGet
            };

    /// <summary>Whether a name in the member says an operation and something in it could compute one.</summary>
    public static bool IsWorthRunning(MemberContext member)
    {
        if (!IsRunnable(member.Owner))
        {
            return false;
        }

        bool isNamed = ClaimReader.OfOwner(member) is not null || member.Surrounding is not null;
        bool hasProduct = false;
        bool hasLoop = false;
        bool hasCall = false;
        bool hasStep = false;
        foreach (IOperation operation in member.Tree.All)
        {
            // By its kind, and each question only until it is answered: most operations are none of these.
            switch (operation.Kind)
            {
                case CodeKind.Binary:
                    hasProduct |= operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply };
                    break;
                case CodeKind.CompoundAssignment:
                    hasProduct |= operation is ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Multiply };
                    break;
                case CodeKind.Loop:
                    hasLoop = true;
                    break;
                case CodeKind.Invocation:
                    IInvocationOperation call = (IInvocationOperation)operation;
                    hasLoop |= call.TargetMethod.Name is "Sum" or "Select" or "For";
                    hasCall = hasCall || HandsNumbers(call);
                    hasStep = hasStep || IsStep(call, member);
                    break;
                case CodeKind.Invalid:
                    hasCall = hasCall || IsDot(operation.Syntax);
                    break;
                case CodeKind.LocalFunction:
                    isNamed =
                        isNamed
                        || ClaimReader.Of(((ILocalFunctionOperation)operation).Symbol, operation.Syntax, member.Options) is not null;
                    break;
                case CodeKind.VariableDeclarator:
                    isNamed =
                        isNamed
                        || (
                            hasProduct
                            && ClaimReader.Of(((IVariableDeclaratorOperation)operation).Symbol, operation.Syntax, member.Options)
                                is not null
                        );
                    break;
            }
        }

        return isNamed
            && (hasCall || (hasLoop && hasStep) || (hasProduct && (hasLoop || member.Owner is IMethodSymbol { Parameters.IsEmpty: false })))
            && LoopReader.IsWritten(member.Tree);
    }

    /// <summary>A call of a missing library that computes a sum, by its name.</summary>
    private static bool IsDot(SyntaxNode syntax) =>
        syntax
            is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Dot" or "DotProduct" } };

    /// <summary>Whether a call may compute a sum, or one product of it.</summary>
    private static bool HandsNumbers(IInvocationOperation call) =>
        (
            !call.TargetMethod.DeclaringSyntaxReferences.IsEmpty
            && (
                call.Arguments.Any(static argument => argument.Parameter is { } parameter && HoldsNumbers(parameter.Type))
                || (
                    call.Instance is { Type: { } type } and not IInstanceReferenceOperation && !call.Arguments.IsEmpty && HoldsNumbers(type)
                )
            )
        )
        || call.TargetMethod.Name.StartsWith("Mul", StringComparison.Ordinal)
        || call.TargetMethod.Name is "Dot" or "DotProduct"
        || call.TargetMethod.Name.Contains("MultiplyAdd");

    /// <summary>
    /// Whether a call in a loop may add one product, or compute one result: it is handed an element, or is a method of the same object.
    /// </summary>
    private static bool IsStep(IInvocationOperation call, MemberContext member) =>
        !call.TargetMethod.DeclaringSyntaxReferences.IsEmpty
        && !call.Arguments.IsEmpty
        && (
            (
                call.Instance is IInstanceReferenceOperation
                && SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, member.Owner.ContainingType)
            )
            || call.Arguments.Any(static argument =>
                argument.Value.DescendantsAndSelf().Any(static part => part is IArrayElementReferenceOperation)
            )
        );

    /// <summary>Whether numbers may be handed over in a value of a type.</summary>
    private static bool HoldsNumbers(ITypeSymbol type) =>
        ObjectModel.ElementType(type) is { } element
            ? element.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double
                || ObjectModel.IsRow(element)
                || element.TypeKind is TypeKind.Struct or TypeKind.TypeParameter
            : type is INamedTypeSymbol { TypeKind: TypeKind.Class, SpecialType: SpecialType.None } named
                && named
                    .GetMembers()
                    .Any(static member =>
                        member is IFieldSymbol field && ObjectModel.ElementType(field.Type) is not null
                        || member is IPropertySymbol { IsIndexer: true }
                    );

    /// <summary>What is said of a direction that was found; null, with the reason, where nothing can be.</summary>
    private static LoopReading? Read(MemberContext member, Verdict verdict, out string silence)
    {
        silence = "";
        if (verdict.Direction is not { Term.Product: { } product } direction || verdict.Machine is not { } machine)
        {
            return null;
        }

        if (IsElsewhere(product, machine, member))
        {
            silence = "a function with a name of its own computes it";
            return null;
        }

        IOperation place = machine.Sites.TryGetValue(product, out IOperation? site) && !IsIn(product.Syntax, member) ? site : product;
        if (place != product && member.HasKnownCalls)
        {
            // What a method of the catalogue computes is said where it is called.
            return null;
        }

        if (!IsIn(place.Syntax, member) || ClaimReader.ReadLoop(place, member) is not { } claim)
        {
            silence = "what it computes stands outside of it, and cannot be shown here";
            return null;
        }

        string kernel = NameOf(direction.Kernel, "the kernel");
        string source = NameOf(direction.Source, "the source");
        if (kernel.Contains("("))
        {
            silence = $"whatever '{kernel}' gives may have been turned by it";
            return null;
        }

        if (ReversalWords.Has(kernel) || ReversalWords.Has(source) || BorderWords.IsTurned(kernel) || BorderWords.IsTurned(source))
        {
            silence = "a name says that one of its arrays is turned round";
            return null;
        }

        SyntaxNode access =
            direction.Tap.Access is { } read && IsIn(read, member) && !IsOneOfSeveral(read, place.Syntax) ? read : place.Syntax;
        Symmetry symmetry =
            direction.Symmetry == Symmetry.Unknown && (DesignWords.AreSymmetric(kernel) || IsSymmetric(access, member))
                ? Symmetry.Symmetric
                : direction.Symmetry;
        KernelReading weights = new(symmetry, Orientation.AsWritten, null, null, null, null, ImmutableArray<IOperation>.Empty);
        return new LoopReading(
            place,
            place,
            source,
            kernel,
            access,
            DesignWords.Read(weights, claim, member),
            Axes(access, direction).ToImmutableArray(),
            claim
        );
    }

    /// <summary>Whether the weights that a tap is read from are known to be symmetric where they were made.</summary>
    private static bool IsSymmetric(SyntaxNode tap, MemberContext member) =>
        member.Tree.All.FirstOrDefault(operation => operation.Syntax == tap && operation is IArrayElementReferenceOperation)
            is IArrayElementReferenceOperation element
        && KernelReader.Read(element.ArrayReference, member).Symmetry == Symmetry.Symmetric;

    /// <summary>Whether another array is added to a tap before both are multiplied: to turn one of them alone would turn nothing.</summary>
    private static bool IsOneOfSeveral(SyntaxNode tap, SyntaxNode product) =>
        tap.Ancestors()
            .TakeWhile(node => node != product)
            .OfType<Microsoft.CodeAnalysis.CSharp.Syntax.BinaryExpressionSyntax>()
            .Any(sum =>
                (sum.Left.Span.Contains(tap.Span) ? sum.Right : sum.Left)
                    .DescendantNodesAndSelf()
                    .Any(static node => node is Microsoft.CodeAnalysis.CSharp.Syntax.ElementAccessExpressionSyntax)
            );

    private static string NameOf(Store array, string otherwise) => array.Path.Length == 0 ? otherwise : array.Path;

    private static bool IsIn(SyntaxNode node, MemberContext member) =>
        node.SyntaxTree == member.Block.Syntax.SyntaxTree && member.Block.Syntax.Span.Contains(node.Span);

    /// <summary>Whether a function that has a name of its own for what it computes answers for the product.</summary>
    private static bool IsElsewhere(IOperation product, Machine machine, MemberContext member) =>
        machine.Makers.TryGetValue(product, out IMethodSymbol?[]? makers)
        && makers.Any(maker =>
            maker is not null
            && maker.MethodKind != MethodKind.LocalFunction
            && !SymbolEqualityComparer.Default.Equals(maker.OriginalDefinition, member.Owner.OriginalDefinition)
            && (NameReader.ReadRoutine(maker.Name, member.Options) is not null || member.Catalogue.Find(maker, _ => null) is not null)
        );

    /// <summary>The indices in the kernel's subscripts, where there is one for each axis.</summary>
    private static IEnumerable<TapAxis> Axes(SyntaxNode access, Direction direction)
    {
        string[] names =
        [
            .. access
                .DescendantNodes()
                .OfType<Microsoft.CodeAnalysis.CSharp.Syntax.ArgumentSyntax>()
                .SelectMany(static argument =>
                    argument.Expression.DescendantNodesAndSelf().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.IdentifierNameSyntax>().Take(1)
                )
                .Select(static name => name.Identifier.ValueText)
                .Where(static name => name.Length > 0 && char.IsLower(name[0]))
                .Distinct(),
        ];
        int count = Math.Max(1, direction.Axes);
        bool isNamed = names.Length == count;
        return Enumerable.Range(0, count).Select(axis => new TapAxis(() => isNamed ? names[axis] : "", direction.IsOpposite));
    }
}
