using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Model.Groups;
using ConvGen.Generator.Planning.Groups;

namespace ConvGen.Generator.Emission.Groups;

/// <summary>What is made of the results of kernels, in words.</summary>
internal static class FinishWords
{
    /// <summary>What is made of the results, as a sentence.</summary>
    public static string Of(GroupModel group, FinishPlan finish, ElementType destination)
    {
        string combined = group.Combination switch
        {
            Combination.Magnitude => "the square root of the sum of squares",
            Combination.AbsoluteSum => "the sum of the absolute values",
            Combination.Maximum => "the largest",
            Combination.Minimum => "the smallest",
            Combination.Sum => "the sum",
            _ => "the result",
        };
        string of = group.Combination == Combination.None ? "" : $" of {Literals.Of(group.Kernels.Count)} results";
        string scaled = (group.Form.HasScale ? " times scale" : "") + (group.Form.HasOffset ? " plus offset" : "");
        string inType = finish.Floating is { } floating ? $", in {floating.Keyword()}" : $", in {finish.Whole!.Value.Keyword()}";
        string rounded =
            !destination.IsInteger() ? ""
            : finish.Floating is not null ? ", rounded and saturated"
            : finish.Range is { } range && !range.IsWithin(destination) ? ", saturated"
            : "";
        string text = combined + of + scaled + inType + rounded + ".";
        return char.ToUpperInvariant(text[0]) + text.Substring(1);
    }
}
