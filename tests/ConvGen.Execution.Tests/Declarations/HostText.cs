namespace ConvGen.Execution.Tests.Declarations;

/// <summary>A partial method in its host, and how the method is called from within the class of all declarations.</summary>
internal static class HostText
{
    /// <summary>The declaration with whatever types stand around it.</summary>
    /// <param name="host">The host.</param>
    /// <param name="name">The method's name, from which those of the types are made.</param>
    /// <param name="attributes">Lines of attributes.</param>
    /// <param name="result">The return type.</param>
    /// <param name="parameters">The parameters.</param>
    public static string Declaration(Host host, string name, string attributes, string result, string parameters)
    {
        string Method(string modifiers, string typeParameters = "", string constraints = "") =>
            $"{attributes}{modifiers} partial {result} {name}{typeParameters}({parameters}){constraints};\n";
        return host switch
        {
            Host.Private => Method("private static"),
            Host.GenericMethod => Method("internal static", "<TAny>", " where TAny : class"),
            Host.Instance => $"internal sealed partial class {name}Host\n{{\n{Method("public")}}}\n",
            Host.Record => $"internal partial record {name}Host\n{{\n{Method("protected internal virtual")}}}\n",
            Host.Struct => $"internal readonly partial struct {name}Host\n{{\n{Method("public readonly")}}}\n",
            Host.RefStruct => $"internal ref partial struct {name}Host\n{{\n{Method("internal")}}}\n",
            Host.GenericOuter => $"internal partial class {name}Outer<T> where T : notnull\n{{\n"
                + $"internal readonly partial record struct Inner<TInner>(TInner Value) where TInner : struct\n{{\n{Method("public static")}}}\n}}\n",
            _ => Method("internal static"),
        };
    }

    /// <summary>What stands before the arguments of a call.</summary>
    public static string Callee(Host host, string name) =>
        host switch
        {
            Host.GenericMethod => name + "<string>",
            Host.Instance or Host.Record or Host.Struct or Host.RefStruct => $"new {name}Host().{name}",
            Host.GenericOuter => $"{name}Outer<string>.Inner<int>.{name}",
            _ => name,
        };
}
