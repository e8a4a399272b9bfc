using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Loops;

/// <summary>
/// The bodies that a member has where a condition that never changes chooses between indices: one for either value of the condition.
/// </summary>
internal sealed class Cases(LoopBody body)
{
    /// <summary>Each condition doubles the readings; code that chooses more often is not one filter for rows and columns.</summary>
    private const int MostConditions = 2;

    private List<(LoopBody IfTrue, LoopBody IfFalse)>? bodies;

    /// <summary>The two bodies of every such condition.</summary>
    public IReadOnlyList<(LoopBody IfTrue, LoopBody IfFalse)> Bodies => bodies ??= Find();

    private List<(LoopBody IfTrue, LoopBody IfFalse)> Find()
    {
        string[] conditions =
        [
            .. body
                .Tree.All.OfType<IConditionalOperation>()
                .Where(choice => choice is { Type: not null, WhenFalse: not null, ConstantValue.HasValue: false })
                .Select(choice => Assumption.Read(choice.Condition, body)?.Condition)
                .OfType<string>()
                .Distinct(),
        ];
        return conditions.Length > MostConditions
            ? []
            : [.. conditions.Select(condition => (With(condition, true), With(condition, false)))];
    }

    private LoopBody With(string condition, bool isTrue) => new(body.Tree, new Assumption(condition, isTrue));
}
