using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Model.Groups;
using ConvGen.Generator.Planning.Groups;

namespace ConvGen.Generator.Emission.Groups;

/// <summary>The expression that makes one result of those of the kernels, which vectors and scalar code compute alike.</summary>
/// <param name="plan">The kernels.</param>
internal sealed class FinishExpression(GroupPlan plan)
{
    /// <summary>Kernels whose results make one.</summary>
    private int Inputs => plan.Model.Outputs.Count == 1 ? plan.Kernels.Count : 1;

    /// <summary>What the results of the kernels are called.</summary>
    public IEnumerable<string> Names() =>
        Inputs == 1 ? ["result"] : Enumerable.Range(1, Inputs).Select(static number => "result" + Literals.Of(number));

    /// <summary>The results of the kernels as one expression, from the first to the last.</summary>
    /// <param name="absolute">The size of a number.</param>
    /// <param name="root">The square root of a sum.</param>
    /// <param name="larger">The larger of two.</param>
    /// <param name="smaller">The smaller of two.</param>
    /// <param name="rename">What a result is called where it has been converted.</param>
    /// <param name="emitStep">Prints a statement, where comparisons mention their operands more than once and so are steps of their
    /// own.</param>
    /// <param name="type">The type of such a step.</param>
    public string Combined(
        Func<string, string> absolute,
        Func<string, string> root,
        Func<string, string, string> larger,
        Func<string, string, string> smaller,
        Func<string, string>? rename = null,
        Action<string>? emitStep = null,
        string type = ""
    )
    {
        string[] terms = [.. Names().Select(name => rename is null ? name : rename(name))];
        string Folded(Func<string, string, string> step)
        {
            string chosen = terms[0];
            for (int index = 1; index < terms.Length; index++)
            {
                string next = step(chosen, terms[index]);
                if (emitStep is not null && index < terms.Length - 1)
                {
                    emitStep($"{type} chosen{Literals.Of(index)} = {next};");
                    next = "chosen" + Literals.Of(index);
                }

                chosen = next;
            }

            return chosen;
        }

        return plan.Model.Combination switch
        {
            Combination.Magnitude => root(string.Join(" + ", terms.Select(static term => $"({term} * {term})"))),
            Combination.AbsoluteSum => string.Join(" + ", terms.Select(absolute)),
            Combination.Maximum => Folded(larger),
            Combination.Minimum => Folded(smaller),
            _ => string.Join(" + ", terms),
        };
    }

    /// <summary>A value times the factor and plus the number that a call gives, where it does.</summary>
    public string Scaled(string value)
    {
        SignatureForm form = plan.Model.Form;
        string product = !form.HasScale ? value : Reference.Grouped(value) + " * scale";
        return !form.HasOffset ? product : Reference.Grouped(product) + " + offset";
    }
}
