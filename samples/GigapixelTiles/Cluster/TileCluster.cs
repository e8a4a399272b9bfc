using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Metadata;
using Orleans.Runtime;

namespace GigapixelTiles.Cluster;

/// <summary>
/// The cluster as its coordinator sees it. The coordinator keeps the list of members, starts silo processes, and starts another one when
/// one ends: what that was doing is done again by those that live.
/// </summary>
internal sealed class TileCluster : IAsyncDisposable
{
    private static readonly TimeSpan PollPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan JoinLimit = TimeSpan.FromMinutes(2);
    private static readonly GrainType TileType = GrainType.Create(TileGrain.TypeName);
    private readonly List<SiloProcess> silos = [];
    private readonly List<Task> watches = [];
    private readonly Lock gate = new();
    private readonly IHost host;
    private readonly int port;
    private bool isEnding;

    private TileCluster(IHost host, int port)
    {
        this.host = host;
        this.port = port;
    }

    /// <summary>Calls grains, wherever they are.</summary>
    public IGrainFactory Grains => host.Services.GetRequiredService<IGrainFactory>();

    /// <summary>Starts the coordinator, without any silo.</summary>
    public static async Task<TileCluster> StartAsync()
    {
        int port = Endpoints.FreePort();
        IHost host = SiloHost.Build(port, port);
        await host.StartAsync().ConfigureAwait(false);
        return new(host, port);
    }

    /// <summary>Starts another silo, and waits until it takes tiles.</summary>
    public async Task AddSiloAsync()
    {
        SiloProcess silo = await SiloProcess.StartAsync(port).ConfigureAwait(false);
        lock (gate)
        {
            if (isEnding)
            {
                silo.Kill();
                silo.Dispose();
                return;
            }

            silos.Add(silo);
            watches.Add(ReplaceAtEndAsync(silo));
        }

        using CancellationTokenSource limit = new(JoinLimit);
        IClusterManifestProvider members = host.Services.GetRequiredService<IClusterManifestProvider>();
        while (!members.Current.Silos.Any(member => member.Key.Endpoint.Port == silo.Port && member.Value.Grains.ContainsKey(TileType)))
        {
            await Task.Delay(PollPause, limit.Token).ConfigureAwait(false);
        }
    }

    /// <summary>Ends one silo at once, in the middle of whatever it does.</summary>
    /// <returns>The number of the process that is gone.</returns>
    public int KillOne()
    {
        lock (gate)
        {
            return silos[^1].Kill();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        SiloProcess[] living;
        lock (gate)
        {
            isEnding = true;
            living = [.. silos];
        }

        await Task.WhenAll(living.Select(static silo => silo.StopAsync())).ConfigureAwait(false);
        await Task.WhenAll(watches).ConfigureAwait(false);
        await host.StopAsync().ConfigureAwait(false);
        host.Dispose();
    }

    /// <summary>
    /// Waits until a silo ends. Members find out by probes that it is gone, after seconds; who started the process knows at once, and says
    /// so: calls to it fail now, to be made again elsewhere.
    /// </summary>
    private async Task ReplaceAtEndAsync(SiloProcess silo)
    {
        await silo.Ended.ConfigureAwait(false);
        lock (gate)
        {
            silos.Remove(silo);
            if (isEnding)
            {
                return;
            }
        }

        IClusterMembershipService membership = host.Services.GetRequiredService<IClusterMembershipService>();
        foreach (
            SiloAddress address in membership.CurrentSnapshot.Members.Keys.Where(member =>
                member.Endpoint.Equals(new IPEndPoint(IPAddress.Loopback, silo.Port))
            )
        )
        {
            await membership.TryKill(address).ConfigureAwait(false);
        }

        silo.Dispose();
        await AddSiloAsync().ConfigureAwait(false);
    }
}
