using ConvGen.Generator.Model;
using ConvGen.Generator.Refusals;

namespace ConvGen.Generator.Parsing.Signatures;

/// <summary>Which element types buffers may have; any may be combined with any.</summary>
internal static class ElementRules
{
    public static Refusal? Check(Declaration declaration)
    {
        for (int index = 0; index < declaration.Parameters.Count; index++)
        {
            DeclaredParameter parameter = declaration.Parameters[index];
            if (IsUnsupported(parameter.Type))
            {
                return Refusal.Of(
                    DeclarationRules.UnsupportedElementType,
                    RefusalSite.Parameter(index),
                    parameter.Name,
                    parameter.Type.ElementText
                );
            }
        }

        return declaration.Result is { } result && IsUnsupported(result)
            ? Refusal.Of(DeclarationRules.UnsupportedElementType, RefusalSite.ReturnType, result.Text, result.ElementText)
            : null;
    }

    private static bool IsUnsupported(DeclaredType type) => type is { Carrier: not null, Element: null };
}
