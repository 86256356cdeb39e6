using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Plateau.Telephony;

/// <summary>
/// Ports to listen on that nobody has. They are drawn from below the range out of which kernels give ports to calls that go
/// out (RFC 6056; from 32768 with Linux), so that a choice still holds when the listener starts a moment later, or starts again.
/// </summary>
public static class FreePorts
{
    private const int First = 5070, Last = 31999;

    /// <summary>A port for connections, by default on this machine alone.</summary>
    /// <exception cref="InvalidOperationException">None was found: the address is not ours, or every port is taken.</exception>
    public static int Tcp(IPAddress? address = null) => Draw(address ?? IPAddress.Loopback, SocketType.Stream, ProtocolType.Tcp);

    /// <summary>A port for datagrams, as SIP and RTP use them.</summary>
    /// <inheritdoc cref="Tcp" path="/exception"/>
    public static int Udp(IPAddress address) => Draw(address, SocketType.Dgram, ProtocolType.Udp);

    /// <summary>True when a listener could have this port now.</summary>
    public static bool HasTcp(IPAddress address, int port) => Has(address, port, SocketType.Stream, ProtocolType.Tcp);

    private static int Draw(IPAddress address, SocketType kind, ProtocolType protocol)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            var port = RandomNumberGenerator.GetInt32(First, Last + 1);
            if (Has(address, port, kind, protocol)) return port;
        }
        throw new InvalidOperationException($"No free {protocol} port between {First} and {Last} on {address}; name another address in the settings.");
    }

    private static bool Has(IPAddress address, int port, SocketType kind, ProtocolType protocol)
    {
        using var probe = new Socket(AddressFamily.InterNetwork, kind, protocol);
        try
        {
            probe.Bind(new IPEndPoint(address, port));
            return true;
        }
        catch (SocketException refused) when (refused.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return false;
        }
    }
}
