using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Plateau.Contracts.Telephony;

/// <summary>Somebody at the far end of a SIP line, a foreign carrier's customer or an agent, who answers at once, hums a tone, and keeps everything that is heard.</summary>
internal sealed partial class SpeakingCarrier : IDisposable
{
    private const int KeysPayload = 101;

    private const int PacketSamples = 160;

    private readonly Socket signalling, speech = Open(0);
    private readonly Lock gate = new();
    private readonly List<(long At, int Sequence, short[] Samples)> packets = [];
    private readonly List<(int Time, char Key)> keys = [];
    private readonly byte[] tone;
    private volatile EndPoint? partner;

    /// <param name="hertz">What is hummed, a multiple of 50, so that a packet holds whole waves.</param>
    /// <param name="port">Where it is called; any free one when 0.</param>
    public SpeakingCarrier(int hertz = 400, int port = 0)
    {
        signalling = Open(port);
        tone = [.. Enumerable.Range(0, PacketSamples).Select(i => ALaw.Encode((short)(8000 * Math.Sin(2 * Math.PI * hertz * i / 8000))))];
        new Thread(Signal) { IsBackground = true }.Start();
        new Thread(Listen) { IsBackground = true, Priority = ThreadPriority.Highest }.Start();
        new Thread(Hum) { IsBackground = true }.Start();
    }

    public int Port => PortOf(signalling);

    public IPEndPoint Address => (IPEndPoint)signalling.LocalEndPoint!;

    /// <summary>Keys that were pressed on the other side, as they came.</summary>
    public string Keys
    {
        get { lock (gate) return new string([.. keys.Select(key => key.Key)]); }
    }

    /// <summary>How loud a tone has been heard since that moment, as an amplitude; a hum arrives with 8000, silence with a few.</summary>
    public double Hears(int hertz, long since) => Tone.Amplitude([.. Heard(since).SelectMany(packet => packet.Samples)], hertz);

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
    public double LoudnessSince(long moment) => Heard(moment) is { Length: > 0 } heard ? heard.Average(packet => packet.Samples.Average(sample => (double)Math.Abs((int)sample))) : 0;

    public void Dispose()
    {
        signalling.Dispose();
        speech.Dispose();
    }

    private (long At, int Sequence, short[] Samples)[] Heard(long moment)
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
                body = $"v=0\r\no=c 1 1 IN IP4 {SwitchRoom.CarrierHost}\r\ns=-\r\nc=IN IP4 {SwitchRoom.CarrierHost}\r\nt=0 0\r\nm=audio {PortOf(speech)} RTP/AVP 8 {KeysPayload}\r\na=rtpmap:8 PCMA/8000\r\na=rtpmap:{KeysPayload} telephone-event/8000\r\na=fmtp:{KeysPayload} 0-15\r\n";
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
            if ((buffer[1] & 0x7F) == KeysPayload)
            {
                HearKey(buffer);
                continue;
            }
            var samples = buffer.AsSpan(12, length - 12).ToArray().Select(ALaw.Decode).ToArray();
            lock (gate) packets.Add((now, buffer[2] << 8 | buffer[3], samples));
        }
    }

    /// <remarks>RFC 4733: all packets of one key carry the time at which it was pressed.</remarks>
    private void HearKey(byte[] packet)
    {
        var time = packet[4] << 24 | packet[5] << 16 | packet[6] << 8 | packet[7];
        lock (gate)
            if (keys.All(known => known.Time != time)) keys.Add((time, "0123456789*#ABCD"[packet[12] & 15]));
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
            tone.CopyTo(packet, 12);
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

    private static Socket Open(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Parse(SwitchRoom.CarrierHost), port));
        return socket;
    }

    private static int PortOf(Socket socket) => ((IPEndPoint)socket.LocalEndPoint!).Port;

    [GeneratedRegex(@"c=IN IP4 ([0-9.]+)")]
    private static partial Regex MediaAddress();

    [GeneratedRegex(@"m=audio (\d+) ")]
    private static partial Regex MediaPort();
}
