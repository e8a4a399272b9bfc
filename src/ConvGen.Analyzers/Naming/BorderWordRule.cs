using System.Collections.Immutable;
using ConvGen.Analyzers.Catalogue;
using ConvGen.Analyzers.Declarations;
using ConvGen.Generator.Parsing;
using ConvGen.Generator.Parsing.Symbols;
using ConvGen.Generator.Parsing.Weights;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using OperationKind = ConvGen.Generator.Model.OperationKind;

namespace ConvGen.Analyzers.Naming;

/// <summary>
/// CONV109: one word for two borders. Two libraries in one member use it for different patterns, or a name speaks of one library's word and
/// the
/// constant is another library's.
/// </summary>
internal sealed class BorderWordRule() : NamingRule("CONV109", "A border word means something else here", "{0}")
{
    /// <inheritdoc/>
    public override void CheckDeclaration(
        IMethodSymbol method,
        NamingOptions options,
        KernelFiles files,
        Action<Diagnostic> report,
        CancellationToken cancellation
    )
    {
        if (
            BorderNames.Read(method.Name) is not { } named
            || WrittenAttribute.Find(method, 0, cancellation, AttributeNames.Convolution, AttributeNames.Correlation) is not { } attribute
            || attribute.Argument("Border") is not { } written
            || AttributeReader.Operation(attribute.Data, OperationKind.Convolution).Border is not { } value
        )
        {
            return;
        }

        string word = ((Generator.Model.BorderMode)value).ToString().ToLowerInvariant();
        if (
            BorderTable.Constants.FirstOrDefault(candidate => candidate.Library == "ConvGen" && candidate.Word == word) is { } constant
            && IsMistaken(named, constant)
        )
        {
            report(Create(written.Expression, method.Name, named, constant, method.Locations[0]));
        }
    }

    /// <inheritdoc/>
    public override void CheckMember(MemberContext member)
    {
        List<(IFieldReferenceOperation Operation, BorderWord Word)>? uses = null;
        foreach (IOperation operation in member.Tree.All)
        {
            // The table is read when a member first uses a constant of a library, which most never do.
            if (
                operation is IFieldReferenceOperation { Field: { HasConstantValue: true } field } reference
                && !SymbolEqualityComparer.Default.Equals(field.ContainingAssembly, member.Compilation.Assembly)
                && member.Catalogue.Borders.Find(field) is { } word
            )
            {
                (uses ??= new()).Add((reference, word));
            }
        }

        if (uses is not null)
        {
            CheckPairs(uses, member);
            CheckNames(uses, member);
        }
    }

    /// <summary>
    /// Two libraries, one word, two patterns; quiet where the member also has the right counterpart of either, as one that maps them has.
    /// </summary>
    private void CheckPairs(List<(IFieldReferenceOperation Operation, BorderWord Word)> uses, MemberContext member)
    {
        HashSet<(BorderWord, BorderWord)> reported = new();
        for (int index = 1; index < uses.Count; index++)
        {
            (IFieldReferenceOperation operation, BorderWord word) = uses[index];
            (IFieldReferenceOperation? earlier, BorderWord? other) = uses.Take(index)
                .FirstOrDefault(use => use.Word.Library != word.Library && use.Word.Word == word.Word && use.Word.Pattern != word.Pattern);
            if (
                earlier is null
                || uses.Any(use =>
                    (use.Word.Library == word.Library && use.Word.Pattern == other!.Pattern)
                    || (use.Word.Library == other!.Library && use.Word.Pattern == word.Pattern)
                )
                || !reported.Add((other!, word))
            )
            {
                continue;
            }

            string counterpart = BorderTable.Counterpart(word, other!.Pattern) is { } meant
                ? $", which {word.Library} calls '{meant.Constant}'"
                : $", for which {word.Library} has no word";
            member.Report(
                Diagnostic.Create(
                    Descriptor,
                    operation.Syntax.GetLocation(),
                    [earlier.Syntax.GetLocation()],
                    $"'{word.Constant}' continues abcd as {word.Pattern} and '{other.Constant}' as {other.Pattern}{counterpart}"
                )
            );
        }
    }

    private void CheckNames(List<(IFieldReferenceOperation Operation, BorderWord Word)> uses, MemberContext member)
    {
        // With several borders in one member it is not known which of them a name speaks of.
        (IFieldReferenceOperation operation, BorderWord constant) = uses[0];
        if (uses.Any(use => use.Word.Pattern != constant.Pattern))
        {
            return;
        }

        foreach (ISymbol symbol in Names(member))
        {
            if (BorderNames.Read(symbol.Name) is { } named && IsMistaken(named, constant))
            {
                member.Report(Create(operation.Syntax, symbol.Name, named, constant, symbol.Locations.FirstOrDefault()));
                return;
            }
        }
    }

    private static IEnumerable<ISymbol> Names(MemberContext member)
    {
        ISymbol owner = member.Owner is IMethodSymbol { AssociatedSymbol: { } associated } ? associated : member.Owner;
        ImmutableArray<IParameterSymbol> parameters = member.Owner is IMethodSymbol method
            ? method.Parameters
            : ImmutableArray<IParameterSymbol>.Empty;
        return new[] { owner }
            .Concat(parameters)
            .Concat(
                member
                    .Tree.All.Select(static operation =>
                        operation switch
                        {
                            IVariableDeclaratorOperation declarator => declarator.Symbol,
                            ILocalFunctionOperation function => function.Symbol,
                            _ => (ISymbol?)null,
                        }
                    )
                    .OfType<ISymbol>()
            );
    }

    /// <summary>Whether a name says one pattern and the constant, whose word is the same or a form of it, another.</summary>
    private static bool IsMistaken(BorderWord named, BorderWord constant) =>
        named.Library != constant.Library
        && named.Pattern != constant.Pattern
        && (
            constant.Word.StartsWith(named.Word, StringComparison.Ordinal) || named.Word.StartsWith(constant.Word, StringComparison.Ordinal)
        );

    private Diagnostic Create(SyntaxNode place, string name, BorderWord named, BorderWord constant, Location? declaration) =>
        Diagnostic.Create(
            Descriptor,
            place.GetLocation(),
            declaration is null ? [] : [declaration],
            $"'{name}' speaks of '{named.Word}' in {named.Library}, which continues abcd as {named.Pattern}, and '{constant.Constant}' continues it as {constant.Pattern}{(BorderTable.Counterpart(constant, named.Pattern) is { } meant ? $": write '{meant.Constant}'" : "")}"
        );
}
