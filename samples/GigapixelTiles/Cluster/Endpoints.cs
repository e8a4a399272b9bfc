using System.Net;
using System.Net.Sockets;

namespace GigapixelTiles.Cluster;

/// <summary>Addresses on this machine.</summary>
internal static class Endpoints
{
    /// <summary>A port of the loopback interface that nobody uses at the moment.</summary>
    public static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
