using System.Reflection;
using ConvGen.Benchmarks.Contestants;

namespace ConvGen.Benchmarks.Libraries;

/// <summary>The libraries of this machine. What does not load is left out, as one that was not built.</summary>
internal static class Peers
{
    /// <summary>Those that packages bring.</summary>
    public static IReadOnlyList<IPeer> FromPackages { get; } = [.. Packages.Select(Create).OfType<IPeer>()];

    /// <summary>Those that are there, native ones first.</summary>
    public static IReadOnlyList<IPeer> Installed { get; } = [.. PeerLibrary.Installed, .. FromPackages];

    private static Func<IPeer>[] Packages =>
        [static () => new OpenCvSharpPeer(), static () => new OnnxPeer(), static () => new ImageSharpPeer(), static () => new NWavesPeer()];

    /// <summary>The version of the package that brings a type.</summary>
    public static string VersionOf(Type type) =>
        type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    private static IPeer? Create(Func<IPeer> create)
    {
        try
        {
            return create();
        }
        catch (Exception exception)
            when (exception
                    is TypeInitializationException
                        or DllNotFoundException
                        or EntryPointNotFoundException
                        or BadImageFormatException
                        or FileNotFoundException
            )
        {
            // A package brings its native library for some systems only, and that may need others.
            return null;
        }
    }
}
