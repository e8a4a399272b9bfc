namespace ConvGen.Generator.Reporting;

/// <summary>Where the page of a rule is found.</summary>
internal static class HelpLinks
{
    private const string Root = "https://github.com/convgen/convgen/blob/main/src/ConvGen.Analyzers/";

    /// <summary>The page of a rule, which lies beside the rule's source file.</summary>
    /// <param name="folder">The folder within this project.</param>
    /// <param name="id">The rule's id.</param>
    public static string To(string folder, string id) => $"{Root}{folder}/{id}.md";
}
