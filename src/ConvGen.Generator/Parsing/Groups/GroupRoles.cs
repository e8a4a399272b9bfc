using ConvGen.Generator.Parsing.Signatures;
using ConvGen.Generator.Refusals;
using static ConvGen.Generator.Model.SignatureRoles;

namespace ConvGen.Generator.Parsing.Groups;

/// <summary>The parameters that change results before they are stored.</summary>
internal static class GroupRoles
{
    /// <summary>Whether a parameter is one of them; a buffer of one of the names is meant for another role.</summary>
    public static bool IsFactor(DeclaredParameter parameter) => parameter is { Name: ResultScale or ResultOffset, Type.Carrier: null };

    /// <summary>Both are numbers of single precision.</summary>
    public static Refusal? Check(Declaration declaration)
    {
        List<SignatureProblem> problems = [];
        for (int index = 0; index < declaration.Parameters.Count; index++)
        {
            DeclaredParameter parameter = declaration.Parameters[index];
            if (IsFactor(parameter) && (parameter.Type.Text != "float" || parameter.IsByReference))
            {
                problems.Add(
                    new(
                        RefusalSite.Parameter(index),
                        parameter.IsByReference
                            ? $"parameter '{parameter.Name}' is passed by reference; pass it by value"
                            : $"parameter '{parameter.Name}' is of type '{parameter.Type.Text}'; make it a 'float'"
                    )
                );
            }
        }

        return SignatureParser.Refuse(declaration, problems);
    }
}
