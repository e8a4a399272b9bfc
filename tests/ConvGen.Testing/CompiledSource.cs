using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.Testing;

/// <summary>
/// A source, with marks or without, that was compiled with the generator and loaded, so that a test can compare what it computes before a
/// fix with what it computes after.
/// </summary>
public sealed class CompiledSource : IDisposable
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static;

    private readonly AssemblyLoadContext context = new("source", isCollectible: true);
    private readonly Assembly assembly;

    private CompiledSource(byte[] image)
    {
        using MemoryStream stream = new(image);
        assembly = context.LoadFromStream(stream);
    }

    /// <summary>Compiles and loads sources.</summary>
    /// <exception cref="InvalidOperationException">One of them does not compile; the message lists the errors.</exception>
    public static CompiledSource Load(params string[] sources) => Load(sources, LanguageVersion.CSharp12, allowsUnsafe: false);

    /// <summary>Compiles and loads sources in a language version, with unsafe code if that is asked for.</summary>
    public static CompiledSource Load(IEnumerable<string> sources, LanguageVersion language, bool allowsUnsafe)
    {
        CSharpCompilation compilation = TestCompilation.Create(sources.Select(WithoutMarks), language: language);
        compilation = compilation
            .WithAssemblyName("Source" + Guid.NewGuid().ToString("N"))
            .WithOptions(compilation.Options.WithAllowUnsafe(allowsUnsafe).WithOptimizationLevel(OptimizationLevel.Release));
        using MemoryStream stream = new();
        Diagnostic[] errors =
        [
            .. GeneratorRun
                .Create(compilation)
                .Output.Emit(stream)
                .Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error),
        ];
        return errors.Length == 0
            ? new CompiledSource(stream.ToArray())
            : throw new InvalidOperationException("The source does not compile:\n" + string.Join('\n', errors.AsEnumerable()));
    }

    /// <summary>Calls a static method, of whatever type has one of that name, and returns its result.</summary>
    public object? Invoke(string method, params object?[] arguments)
    {
        MethodInfo found =
            assembly.GetTypes().Select(type => type.GetMethod(method, Everything)).FirstOrDefault(candidate => candidate is not null)
            ?? throw new MissingMethodException("source", method);
        return found.Invoke(null, arguments);
    }

    /// <summary>Runs a method of one source and releases it.</summary>
    public static object? Run(string source, string method, params object?[] arguments)
    {
        using CompiledSource compiled = Load(source);
        return compiled.Invoke(method, arguments);
    }

    /// <inheritdoc/>
    public void Dispose() => context.Unload();

    private static string WithoutMarks(string source)
    {
        TestFileMarkupParser.GetSpans(source, out string text, out ImmutableDictionary<string, ImmutableArray<TextSpan>> _);
        return text;
    }
}
