using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Text;

/// <summary>Names that generated files and types get: readable, and never shared by two methods.</summary>
internal static class KernelNames
{
    /// <summary>The namespace that holds all kernel types; nothing of the user's can hide a name inside it.</summary>
    public const string Namespace = GeneratedNames.Namespace;

    /// <summary>The line above every generated type.</summary>
    public static readonly string TypeAttributes =
        $"[GeneratedCode(\"ConvGen\", \"{typeof(KernelNames).Assembly.GetName().Version}\"), ExcludeFromCodeCoverage]";

    /// <summary>The <c>file static</c> type that holds a method's kernel, as in <c>SmoothKernel_1f0c33a2</c>.</summary>
    public static string KernelType(MethodHeader header) => header.Name.TrimStart('@') + "Kernel_" + StableHash.Of(header.Identity);

    /// <summary>
    /// The <c>file static</c> type that checks a method's arguments and runs its kernel, as in <c>SmoothEntry_1f0c33a2</c>.
    /// </summary>
    public static string EntryType(MethodHeader header) => header.Name.TrimStart('@') + "Entry_" + StableHash.Of(header.Identity);

    /// <summary>
    /// The type that holds what the kernels of an assembly share, as in <c>Helpers_1f0c33a2</c>. The assembly's name is part of it: an
    /// assembly that sees the internals of another sees its helpers
    /// too, which must not be named as its own.
    /// </summary>
    public static string HelperType(string assembly) => GeneratedNames.HelperPrefix + StableHash.Of(assembly);

    /// <summary>The method as a reader would name it, as in <c>Outer&lt;T&gt;.Filters.Smooth</c>.</summary>
    public static string Readable(MethodHeader header) =>
        string.Join(".", header.Types.Select(type => type.Name).Concat([header.Name])).Replace("@", "");

    /// <summary>The hint name of a method's generated file: type and method, and a hash of the whole signature.</summary>
    public static string HintName(MethodHeader header)
    {
        string type = header.Types.Count == 0 ? "" : header.Types[header.Types.Count - 1].Name;
        string readable = new((type + "." + header.Name).Where(c => char.IsLetterOrDigit(c) || c is '.' or '_').Take(80).ToArray());
        return readable.Trim('.') + "." + StableHash.Of(header.Identity) + ".ConvGen.g.cs";
    }
}
