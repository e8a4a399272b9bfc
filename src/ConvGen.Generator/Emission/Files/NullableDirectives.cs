using ConvGen.Generator.Emission.Text;

namespace ConvGen.Generator.Emission.Files;

/// <summary>What a generated file says of nullability.</summary>
internal static class NullableDirectives
{
    /// <summary>
    /// Annotations without warnings: what the user wrote can be repeated, and no setting of the project changes what is reported here.
    /// Warnings are switched off and not just left out: in a project with nullable types the compiler would analyse every body of the file
    /// for warnings that it then drops, because the file is generated, and that is a third of the time that it takes to compile a kernel.
    /// </summary>
    public static void Emit(SourceWriter writer)
    {
        writer.Line("#nullable enable annotations");
        writer.Line("#nullable disable warnings");
    }
}
