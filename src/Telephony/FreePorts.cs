using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Plateau.Telephony;

/// <summary>
/// Ports to listen on that nobody has. They are drawn from below the range out of which kernels give ports to calls that go
/// out (RFC 6056; from 32768 with Linux), so that a choice still holds when the listener starts a moment later, or starts again;
/// those for datagrams from below the ports of speech as well. No process draws one twice: whoever drew it may not listen yet.
/// </summary>
public static class FreePorts
{
    private const int First = 5070, Last = 31999, LastBelowSpeech = 16383;

    /// <summary>So many are remembered; whoever has drawn more than that has long been listening at the first.</summary>
    private const int MostDrawn = 4_000;

    private static readonly Lock Gate = new();
    private static readonly HashSet<(ProtocolType, int)> Drawn = [];

    /// <summary>A port for connections, by default on this machine alone.</summary>
    /// <exception cref="InvalidOperationException">None was found: the address is not ours, or every port is taken.</exception>
    public static int Tcp(IPAddress? address = null) => Draw(address ?? IPAddress.Loopback, SocketType.Stream, ProtocolType.Tcp);

    /// <summary>A port for datagrams, as SIP and RTP use them.</summary>
    /// <inheritdoc cref="Tcp" path="/exception"/>
    public static int Udp(IPAddress address) => Draw(address, SocketType.Dgram, ProtocolType.Udp);

    /// <summary>True when a listener could have this port now.</summary>
    public static bool HasTcp(IPAddress address, int port) => Has(address, port, SocketType.Stream, ProtocolType.Tcp);

    /// <summary>True when somebody who hears datagrams could have this port now.</summary>
    public static bool HasUdp(IPAddress address, int port) => Has(address, port, SocketType.Dgram, ProtocolType.Udp);

    private static int Draw(IPAddress address, SocketType kind, ProtocolType protocol)
    {
        var last = kind == SocketType.Dgram ? LastBelowSpeech : Last;
        for (var tries = 0; tries < 200; tries++)
        {
            var port = RandomNumberGenerator.GetInt32(First, last + 1);
            if (IsNew(protocol, port) && Has(address, port, kind, protocol)) return port;
        }
        throw new InvalidOperationException($"No free {protocol} port between {First} and {last} on {address}; name another address in the settings.");
    }

    private static bool IsNew(ProtocolType protocol, int port)
    {
        lock (Gate)
        {
            if (Drawn.Count >= MostDrawn) Drawn.Clear();
            return Drawn.Add((protocol, port));
        }
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
