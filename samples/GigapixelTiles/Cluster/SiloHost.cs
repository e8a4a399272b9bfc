using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;

namespace GigapixelTiles.Cluster;

/// <summary>Builds the members of the cluster: silos that filter tiles, and the coordinator, which is a member without tiles.</summary>
internal static class SiloHost
{
    /// <summary>How long a call waits for its answer. A tile takes milliseconds; what is lost with a machine is asked for again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Builds a member on the loopback interface.</summary>
    /// <param name="port">The member's own port.</param>
    /// <param name="coordinatorPort">The port of the coordinator, which keeps the list of members.</param>
    public static IHost Build(int port, int coordinatorPort)
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });

        // Silos' errors are kept by who started them. The coordinator's would be of silos that are gone, which it handles.
        builder
            .Logging.AddConsole(static console => console.LogToStandardErrorThreshold = LogLevel.Trace)
            .SetMinimumLevel(port == coordinatorPort ? LogLevel.Critical : LogLevel.Error);
        builder.UseOrleans(silo =>
        {
            // On more than one machine, these two lines are UseAdoNetClustering or UseRedisClustering, and ConfigureEndpoints with the
            // machine's address.
            silo.UseDevelopmentClustering(new IPEndPoint(IPAddress.Loopback, coordinatorPort));
            silo.ConfigureEndpoints(IPAddress.Loopback, port, gatewayPort: 0);

            silo.Configure<ClusterOptions>(static cluster => cluster.ClusterId = cluster.ServiceId = nameof(GigapixelTiles));
            silo.Configure<SiloMessagingOptions>(static messaging => messaging.ResponseTimeout = Patience);
            silo.Services.AddSingleton<TileFiles>();
            if (port == coordinatorPort)
            {
                // A member that does not have the class never gets a tile.
                silo.Services.PostConfigure<GrainTypeOptions>(static types => types.Classes.Remove(typeof(TileGrain)));
            }
        });
        return builder.Build();
    }

    /// <summary>Runs a silo until its standard input ends, which it does at the latest when the coordinator does.</summary>
    /// <param name="coordinatorPort">The port of the coordinator.</param>
    /// <param name="output">Told the silo's port once it is a member.</param>
    public static void Run(int coordinatorPort, TextWriter output)
    {
        int port = Endpoints.FreePort();
        using IHost host = Build(port, coordinatorPort);
        host.StartAsync().GetAwaiter().GetResult();
        output.WriteLine($"{SiloProcess.Ready}{port}");
        output.Flush();

        // This thread waits, and not one of the pool, of which a machine with one processor has one.
        while (Console.In.ReadLine() is not null) { }

        host.StopAsync().GetAwaiter().GetResult();
    }
}
