namespace ConvGen.Generator.Model;

/// <summary>What must be repeated to write a method's implementing part. Types are written from <c>global::</c>.</summary>
/// <param name="Namespace">The containing namespace, empty for the global one.</param>
/// <param name="Types">The containing types, outermost first.</param>
/// <param name="Modifiers">The method's modifiers with <c>partial</c>, as in <c>public static partial</c>.</param>
/// <param name="ReturnType">The return type.</param>
/// <param name="Name">The method's name, with <c>@</c> where it is a keyword.</param>
/// <param name="TypeParameters">As in <c>&lt;T&gt;</c>, or empty.</param>
/// <param name="Constraints">As in <c>where T : class</c>, or empty.</param>
/// <param name="Parameters">The parameters, in order.</param>
/// <param name="Documentation">The user's documentation comment, up to the end of remarks in it, its lines split by <c>\n</c>, with the
/// comment marks, or empty.</param>
/// <param name="Identity">A text that no other method of the compilation shares; hint names and helper types derive from it.</param>
internal sealed record MethodHeader(
    string Namespace,
    EquatableArray<ContainingType> Types,
    string Modifiers,
    string ReturnType,
    string Name,
    string TypeParameters,
    string Constraints,
    EquatableArray<Parameter> Parameters,
    string Documentation,
    string Identity
)
{
    /// <summary>
    /// What ends the remarks of the user's documentation comment and follows them, or empty: what is generated goes into the same remarks.
    /// </summary>
    public string DocumentationEnd { get; init; } = "";

    /// <summary>Whether the method returns nothing.</summary>
    public bool ReturnsVoid => ReturnType == "void";
}

/// <summary>A type to open again around the implementing part.</summary>
/// <param name="Keywords">As in <c>partial record struct</c>; with <c>ref</c> where the type is one.</param>
/// <param name="Name">The name with its type parameters, as in <c>Outer&lt;T&gt;</c>.</param>
internal sealed record ContainingType(string Keywords, string Name);

/// <summary>A parameter to repeat.</summary>
/// <param name="Modifiers">As in <c>scoped</c>, <c>params</c>, <c>in</c>, or empty.</param>
/// <param name="Type">The type from <c>global::</c>, with nullability.</param>
/// <param name="Name">The name, with <c>@</c> where it is a keyword.</param>
internal sealed record Parameter(string Modifiers, string Type, string Name);
