using System.Collections.Immutable;
using ConvGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.Generator.Parsing.Symbols;

/// <summary>
/// Finds arguments that the compiler refuses. Names that mean nothing, wrong types and half-typed text have errors that say what is wrong;
/// that an
/// argument is no constant is said without a word about what to write instead.
/// </summary>
internal static class ArgumentFaultReader
{
    private const int LongestQuotation = 60;

    private const string RunTime = "weights that are known only at run time need [KernelShape] and a parameter 'kernel'";

    private static readonly ArgumentFault ToldByCompiler = new(RefusalSite.Method, "", null);

    /// <summary>The fault of an attribute on a method, or null.</summary>
    public static ArgumentFault? Read(AttributeData attribute, IMethodSymbol method, CancellationToken cancellation)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is not AttributeSyntax syntax || !IsBroken(attribute, syntax))
        {
            return null;
        }

        // Only attributes with an error pay for a semantic model.
        return
            !syntax.ContainsDiagnostics
            && syntax.ArgumentList is { } list
            && method.ContainingAssembly is ISourceAssemblySymbol { Compilation: { } compilation }
            ? OfArguments(list, compilation.GetSemanticModel(syntax.SyntaxTree), AttributeReader.IsOperation(attribute), cancellation)
            : ToldByCompiler;
    }

    /// <summary>Of two faults, the one beside which nothing else is reported.</summary>
    public static ArgumentFault? Worse(ArgumentFault? first, ArgumentFault? second) =>
        second is { Remedy: null } ? second : first ?? second;

    /// <summary>Arguments that are named wrongly are not among those that the compiler hands over.</summary>
    private static bool IsBroken(AttributeData attribute, AttributeSyntax syntax)
    {
        if (syntax.ContainsDiagnostics || attribute.AttributeConstructor is null)
        {
            return true;
        }

        ImmutableArray<KeyValuePair<string, TypedConstant>> named = attribute.NamedArguments;
        return attribute.ConstructorArguments.Any(IsError)
            || named.Any(static argument => IsError(argument.Value))
            || (syntax.ArgumentList?.Arguments.Count(static argument => argument.NameEquals is not null) ?? 0) != named.Length;
    }

    private static bool IsError(TypedConstant constant) =>
        constant.Kind == TypedConstantKind.Error
        || (constant.Kind == TypedConstantKind.Array && !constant.IsNull && constant.Values.Any(IsError));

    private static ArgumentFault OfArguments(
        AttributeArgumentListSyntax list,
        SemanticModel model,
        bool isOperation,
        CancellationToken cancellation
    )
    {
        ArgumentFault? found = null;
        for (int index = 0; index < list.Arguments.Count; index++)
        {
            AttributeArgumentSyntax argument = list.Arguments[index];
            if (Variable(argument.Expression, model, cancellation) is not { } expression)
            {
                continue;
            }

            if (IsUnbound(expression, model, cancellation))
            {
                return ToldByCompiler;
            }

            RefusalSite site = isOperation
                ? RefusalSite.Option(argument.NameEquals?.Name.Identifier.ValueText ?? "")
                : RefusalSite.KernelArgument(index, argument.NameEquals?.Name.Identifier.ValueText ?? "");
            found ??= new ArgumentFault(site, Quote(expression), Remedy(expression, model, isOperation, cancellation));
        }

        return found ?? ToldByCompiler;
    }

    /// <summary>The part of an expression that is no constant, or null.</summary>
    private static ExpressionSyntax? Variable(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation) =>
        expression switch
        {
            ParenthesizedExpressionSyntax parenthesized => Variable(parenthesized.Expression, model, cancellation),
            ArrayCreationExpressionSyntax { Initializer: { } initializer } => FirstVariable(initializer.Expressions, model, cancellation),
            ImplicitArrayCreationExpressionSyntax { Initializer: { } initializer } => FirstVariable(
                initializer.Expressions,
                model,
                cancellation
            ),
            CollectionExpressionSyntax collection => collection.Elements.OfType<SpreadElementSyntax>().FirstOrDefault()?.Expression
                ?? FirstVariable(
                    collection.Elements.OfType<ExpressionElementSyntax>().Select(static element => element.Expression),
                    model,
                    cancellation
                ),
            _ => model.GetConstantValue(expression, cancellation).HasValue ? null : expression,
        };

    private static ExpressionSyntax? FirstVariable(
        IEnumerable<ExpressionSyntax> expressions,
        SemanticModel model,
        CancellationToken cancellation
    ) => expressions.Select(expression => Variable(expression, model, cancellation)).FirstOrDefault(static found => found is not null);

    private static bool IsUnbound(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation) =>
        expression
            .DescendantNodesAndSelf()
            .OfType<SimpleNameSyntax>()
            .Any(name => model.GetSymbolInfo(name, cancellation).Symbol is null or IErrorTypeSymbol);

    private static string Remedy(ExpressionSyntax expression, SemanticModel model, bool isOperation, CancellationToken cancellation)
    {
        if (isOperation)
        {
            return "write the value itself, or a 'const'";
        }

        if (expression is InterpolatedStringExpressionSyntax)
        {
            return "write the numbers into the text, or interpolate only strings that are 'const'; " + RunTime;
        }

        return model.GetTypeInfo(expression, cancellation).Type is IArrayTypeSymbol
            ? "list the numbers one by one, as in [Kernel(1, 3, 0.25, 0.5, 0.25)]; " + RunTime
            : "write the value itself, or a 'const'; " + RunTime;
    }

    private static string Quote(ExpressionSyntax expression)
    {
        string text = expression.ToString();
        return text.Length <= LongestQuotation && text.IndexOfAny(['\r', '\n']) < 0
            ? text
            : new string([.. text.Take(LongestQuotation).TakeWhile(static c => c is not ('\r' or '\n'))]) + "...";
    }
}
