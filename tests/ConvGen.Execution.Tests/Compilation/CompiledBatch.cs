using System.Reflection;
using System.Runtime.Loader;

namespace ConvGen.Execution.Tests.Compilation;

/// <summary>Compiled declarations, loaded so that they can be unloaded.</summary>
internal sealed class CompiledBatch : IDisposable
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;

    private readonly AssemblyLoadContext context = new("declarations", isCollectible: true);

    public CompiledBatch(byte[] image)
    {
        using MemoryStream stream = new(image);
        Assembly = context.LoadFromStream(stream);
    }

    public Assembly Assembly { get; }

    /// <summary>A static method of the class around the members.</summary>
    public T Method<T>(string name)
        where T : Delegate => MethodOf(Batch.TypeName, name).CreateDelegate<T>();

    /// <summary>A method of a type, by the type's full name; type arguments close a generic type.</summary>
    public MethodInfo MethodOf(string type, string name, params Type[] arguments)
    {
        Type found = Assembly.GetType(type, throwOnError: true)!;
        return (arguments.Length == 0 ? found : found.MakeGenericType(arguments)).GetMethod(name, Everything)
            ?? throw new MissingMethodException(type, name);
    }

    public void Dispose() => context.Unload();
}
