using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Plateau.Contracts.Telephony;

/// <summary>A foreign carrier whose one customer answers at once, hums, and keeps every packet of speech that arrives.</summary>
internal sealed partial class SpeakingCarrier : IDisposable
{
    private const int PacketSamples = 160;

    private readonly Socket signalling = Open(), speech = Open();
    private readonly Lock gate = new();
    private readonly List<(long At, int Sequence, double Loudness)> packets = [];
    private volatile EndPoint? partner;

    public SpeakingCarrier()
    {
        new Thread(Signal) { IsBackground = true }.Start();
        new Thread(Listen) { IsBackground = true, Priority = ThreadPriority.Highest }.Start();
        new Thread(Hum) { IsBackground = true }.Start();
    }

    public int Port => PortOf(signalling);

    /// <summary>Packets of speech since that moment: how many, the longest time between two, and how many never came.</summary>
    public (int Count, TimeSpan LongestGap, int Missing) Since(long moment)
    {
        var heard = Heard(moment);
        var gap = TimeSpan.Zero;
        var missing = 0;
        for (var i = 1; i < heard.Length; i++)
        {
            var between = Stopwatch.GetElapsedTime(heard[i - 1].At, heard[i].At);
            if (between > gap) gap = between;
            missing += Math.Max(0, (ushort)(heard[i].Sequence - heard[i - 1].Sequence) - 1);
        }
        return (heard.Length, gap, missing);
    }

    /// <summary>The mean amplitude since that moment; silence is below ten.</summary>
    public double LoudnessSince(long moment) => Heard(moment) is { Length: > 0 } heard ? heard.Average(packet => packet.Loudness) : 0;

    public void Dispose()
    {
        signalling.Dispose();
        speech.Dispose();
    }

    private (long At, int Sequence, double Loudness)[] Heard(long moment)
    {
        lock (gate) return [.. packets.Where(packet => packet.At >= moment)];
    }

    private void Signal()
    {
        var buffer = new byte[4096];
        EndPoint from = new IPEndPoint(IPAddress.Any, 0);
        while (Receive(signalling, buffer, ref from) is > 0 and var length)
        {
            var request = Encoding.ASCII.GetString(buffer, 0, length);
            if (request.StartsWith("ACK", StringComparison.Ordinal) || request.StartsWith("SIP/2.0", StringComparison.Ordinal)) continue;
            var body = "";
            if (request.StartsWith("INVITE", StringComparison.Ordinal))
            {
                partner = new IPEndPoint(IPAddress.Parse(MediaAddress().Match(request).Groups[1].Value), int.Parse(MediaPort().Match(request).Groups[1].Value, CultureInfo.InvariantCulture));
                body = $"v=0\r\no=c 1 1 IN IP4 {SwitchRoom.CarrierHost}\r\ns=-\r\nc=IN IP4 {SwitchRoom.CarrierHost}\r\nt=0 0\r\nm=audio {PortOf(speech)} RTP/AVP 8\r\na=rtpmap:8 PCMA/8000\r\n";
            }
            var kept = request.Split("\r\n").Where(line => line.StartsWith("Via:", StringComparison.Ordinal) || line.StartsWith("From:", StringComparison.Ordinal)
                || line.StartsWith("Call-ID:", StringComparison.Ordinal) || line.StartsWith("CSeq:", StringComparison.Ordinal));
            var to = request.Split("\r\n").First(line => line.StartsWith("To:", StringComparison.Ordinal));
            var answer = $"SIP/2.0 200 OK\r\n{string.Join("\r\n", kept)}\r\n{to}{(to.Contains("tag=", StringComparison.Ordinal) ? "" : ";tag=carrier")}\r\n"
                + $"Contact: <sip:{SwitchRoom.CarrierHost}:{Port}>\r\n{(body.Length > 0 ? "Content-Type: application/sdp\r\n" : "")}Content-Length: {body.Length}\r\n\r\n{body}";
            signalling.SendTo(Encoding.ASCII.GetBytes(answer), from);
        }
    }

    private void Listen()
    {
        var buffer = new byte[2048];
        EndPoint from = new IPEndPoint(IPAddress.Any, 0);
        while (Receive(speech, buffer, ref from) is > 12 and var length)
        {
            var now = Stopwatch.GetTimestamp();
            var loudness = buffer.AsSpan(12, length - 12).ToArray().Average(sample => (double)Amplitude(sample));
            lock (gate) packets.Add((now, buffer[2] << 8 | buffer[3], loudness));
        }
    }

    /// <summary>A far side that says nothing would be taken for dead.</summary>
    private void Hum()
    {
        // A packet every 20 ms is what G.711 speech is; the clock of the sound, not a wait for something.
        using var sound = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        var packet = new byte[12 + PacketSamples];
        (packet[0], packet[1], packet[11]) = (0x80, 8, 7);
        for (var number = 0; !signalling.SafeHandle.IsClosed; number++)
        {
            (packet[2], packet[3]) = ((byte)(number >> 8), (byte)number);
            var time = number * PacketSamples;
            (packet[4], packet[5], packet[6], packet[7]) = ((byte)(time >> 24), (byte)(time >> 16), (byte)(time >> 8), (byte)time);
            for (var i = 0; i < PacketSamples; i++) packet[12 + i] = (byte)(i % 20 < 10 ? 0xA5 : 0x25);
            try
            {
                if (partner is { } there) speech.SendTo(packet, there);
            }
            catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
            {
                return;
            }
            sound.WaitForNextTickAsync().AsTask().Wait();
        }
    }

    /// <remarks>ITU-T G.711, A-law, table 1a.</remarks>
    private static int Amplitude(byte sample)
    {
        var bits = sample ^ 0x55;
        var exponent = (bits >> 4) & 7;
        var mantissa = ((bits & 15) << 4) + 8;
        return exponent == 0 ? mantissa : (mantissa + 0x100) << (exponent - 1);
    }

    private static int Receive(Socket socket, byte[] buffer, ref EndPoint from)
    {
        while (true)
            try
            {
                return socket.ReceiveFrom(buffer, ref from);
            }
            catch (SocketException refused) when (refused.SocketErrorCode == SocketError.ConnectionReset)
            {
                // The switch has closed the port to which we hummed last.
            }
            catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
            {
                return 0;
            }
    }

    private static Socket Open()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Parse(SwitchRoom.CarrierHost), 0));
        return socket;
    }

    private static int PortOf(Socket socket) => ((IPEndPoint)socket.LocalEndPoint!).Port;

    [GeneratedRegex(@"c=IN IP4 ([0-9.]+)")]
    private static partial Regex MediaAddress();

    [GeneratedRegex(@"m=audio (\d+) ")]
    private static partial Regex MediaPort();
}
