using System.Xml.Linq;
using ConvGen.Generator.Emission.Description;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Tests.Emission;

public class DocumentationTests
{
    [Fact]
    public void A_method_without_documentation_gets_a_whole_one()
    {
        XElement documentation = Parse(Lines(Models.Smooth));

        Assert.Equal("Convolution of byte samples with a kernel of 3 x 3 taps, to byte.", documentation.Element("summary")?.Value);
        Assert.Equal(
            ["source", "width", "height", "destination"],
            documentation.Elements("param").Select(element => element.Attribute("name")!.Value)
        );
        Assert.Equal(
            ["global::System.ArgumentException"],
            documentation.Elements("exception").Select(element => element.Attribute("cref")!.Value)
        );
        Assert.Null(documentation.Element("returns"));
        Assert.Contains("y[i, j] = sum over r, c of K[2 - r, 2 - c]", documentation.Element("remarks")?.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_users_documentation_comes_first_and_whole()
    {
        const string Own = "/// <summary>Mine &amp; <see cref=\"Nothing\"/>.</summary>\n/// <param name=\"width\">Wide.</param>";
        string[] lines = Lines(Models.Smooth with { Header = Models.Header with { Documentation = Own } });

        Assert.Equal(Own, string.Join("\n", lines.Take(2)));
        Assert.Equal("/// <remarks>", lines[2]);
        XElement documentation = Parse(lines);
        Assert.Single(documentation.Elements("summary"));
        Assert.Single(documentation.Elements("param"));
        Assert.StartsWith("Convolution of byte", documentation.Element("remarks")?.Element("para")?.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_from_elsewhere_is_escaped()
    {
        KernelPlan plan = Models.Plan(Models.Smooth).Plan! with { Decisions = EquatableArray.Of("a < b && c > d\nand more") };

        XElement documentation = Parse(Lines(plan));

        Assert.Contains(documentation.Descendants("para"), paragraph => paragraph.Value == "Plan: a < b && c > d and more.");
    }

    [Fact]
    public void A_result_and_null_arrays_are_documented()
    {
        SignatureForm form = Models.Plane with
        {
            Source = new(Carrier.Array, ElementType.Byte, false),
            Destination = new(Carrier.Array, ElementType.Byte, false),
            ReturnsResult = true,
        };

        XElement documentation = Parse(Lines(Models.Smooth with { Form = form }));

        Assert.Equal("The result, row by row, in a new array.", documentation.Element("returns")?.Value);
        Assert.Equal(
            ["global::System.ArgumentNullException", "global::System.ArgumentException"],
            documentation.Elements("exception").Select(element => element.Attribute("cref")!.Value)
        );
    }

    private static string[] Lines(ConvolutionModel model) => Lines(Models.Plan(model).Plan!);

    private static string[] Lines(KernelPlan plan)
    {
        SourceWriter writer = new();
        DocumentationEmitter.Emit(writer, plan.Model, KernelDescription.Of(plan));
        return writer.ToString().TrimEnd('\n').Split('\n');
    }

    private static XElement Parse(IReadOnlyList<string> lines)
    {
        Assert.All(lines, line => Assert.StartsWith("/// ", line, StringComparison.Ordinal));
        return XElement.Parse("<doc>" + string.Join("\n", lines.Select(line => line[4..])) + "</doc>");
    }
}
