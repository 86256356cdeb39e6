using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Plateau.Telephony.Asterisk;

/// <summary>
/// What one installation chose for its switch at the first start: ports and passwords. It is kept in a file that
/// only the owner can read, so that a later process of ours finds the running switch again and may command it.
/// </summary>
public sealed record SwitchIdentity(
    int ControlPort, int HousePort, int PracticePort, int CarrierPort,
    string ControlPassword, string EventsPassword, int KeeperPort = 0)
{
    public const string ControlUser = "plateau";
    public const string EventsUser = "switch";

    /// <summary>Where the switch takes commands.</summary>
    [JsonIgnore] public Uri Control => new($"http://127.0.0.1:{ControlPort}/ari/");

    /// <summary>Where what holds the switch's socket takes it.</summary>
    [JsonIgnore] public IPEndPoint Keeper => new(IPAddress.Loopback, KeeperPort);

    /// <summary>That address as the switch is told it.</summary>
    [JsonIgnore] public Uri KeeperAddress => new($"ws://{Keeper}/switch/events");

    /// <summary>What was chosen, or a first choice. A port that somebody else took while nobody of ours listened at it is chosen anew.</summary>
    /// <param name="runs">Whether the switch runs, and listens at its ports.</param>
    /// <param name="held">Whether what holds its socket runs, and listens at its own.</param>
    /// <param name="moved">Told of each port that was chosen anew: whose it is, the former one, the new one.</param>
    public static SwitchIdentity Keep(SwitchSettings settings, bool runs, bool held, Action<string, int, int> moved)
    {
        if (!File.Exists(FileIn(settings.RunFolder)))
        {
            return Write(new(
                FreePorts.Tcp(), FreePorts.Udp(settings.HouseAddress), FreePorts.Udp(settings.PracticeAddress), FreePorts.Udp(settings.CarrierAddress),
                Secret(), Secret(), FreePorts.Tcp()));
        }
        var kept = Read(settings.RunFolder);
        var now = kept with
        {
            ControlPort = runs ? kept.ControlPort : Tcp("commands", kept.ControlPort),
            HousePort = runs ? kept.HousePort : Udp("telephones", settings.HouseAddress, kept.HousePort),
            PracticePort = runs ? kept.PracticePort : Udp("the practice line", settings.PracticeAddress, kept.PracticePort),
            CarrierPort = runs ? kept.CarrierPort : Udp("carriers", settings.CarrierAddress, kept.CarrierPort),
            // One of an earlier release had no port for this.
            KeeperPort = held ? kept.KeeperPort : kept.KeeperPort == 0 ? FreePorts.Tcp() : Tcp("its socket", kept.KeeperPort),
        };
        return now == kept ? kept : Write(now);

        int Tcp(string whose, int port) => FreePorts.HasTcp(IPAddress.Loopback, port) ? port : Move(whose, port, FreePorts.Tcp());

        int Udp(string whose, IPAddress address, int port) => FreePorts.HasUdp(address, port) ? port : Move(whose, port, FreePorts.Udp(address));

        int Move(string whose, int former, int port)
        {
            moved(whose, former, port);
            return port;
        }

        SwitchIdentity Write(SwitchIdentity made)
        {
            PrivateFile.Write(FileIn(settings.RunFolder), JsonSerializer.Serialize(made));
            return made;
        }
    }

    /// <summary>What was chosen for the switch of that folder.</summary>
    public static SwitchIdentity Read(string runFolder) =>
        JsonSerializer.Deserialize<SwitchIdentity>(File.ReadAllText(FileIn(runFolder)))
            ?? throw new InvalidDataException($"{FileIn(runFolder)} is empty; delete it while the switch is stopped and start again.");

    private static string FileIn(string runFolder) => Path.Combine(runFolder, "identity.json");

    /// <summary>True when the socket that knocks is our own switch's. Takes the Authorization header as it came.</summary>
    public bool Admits(string? authorization) => Admits(authorization, EventsPassword);

    internal static bool Admits(string? authorization, string eventsPassword)
    {
        if (authorization is null || !authorization.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase)) return false;
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(authorization["Basic ".Length..].Trim()), Encoding.ASCII.GetBytes(Basic(eventsPassword)["Basic ".Length..]));
    }

    internal static string Basic(string eventsPassword) => "Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes($"{EventsUser}:{eventsPassword}"));

    /// <summary>A password nobody need type: 160 random bits.</summary>
    public static string Secret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
}
