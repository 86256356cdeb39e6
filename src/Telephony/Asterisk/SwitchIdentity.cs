using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Plateau.Telephony.Asterisk;

/// <summary>
/// What one installation chose for its switch at the first start: ports and passwords. It is kept in a file that
/// only the owner can read, so that a later process of ours finds the running switch again and may command it.
/// </summary>
public sealed record SwitchIdentity(
    int ControlPort, int HousePort, int PracticePort, int CarrierPort,
    string ControlPassword, string EventsPassword)
{
    public const string ControlUser = "plateau";
    public const string EventsUser = "switch";

    /// <summary>Where the switch takes commands.</summary>
    public Uri Control => new($"http://127.0.0.1:{ControlPort}/ari/");

    public static SwitchIdentity Keep(SwitchSettings settings)
    {
        var file = Path.Combine(settings.RunFolder, "identity.json");
        if (File.Exists(file))
            return JsonSerializer.Deserialize<SwitchIdentity>(File.ReadAllText(file))
                ?? throw new InvalidDataException($"{file} is empty; delete it while the switch is stopped and start again.");
        var made = new SwitchIdentity(
            FreePorts.Tcp(), FreePorts.Udp(settings.HouseAddress), FreePorts.Udp(settings.PracticeAddress), FreePorts.Udp(settings.CarrierAddress),
            Secret(), Secret());
        PrivateFile.Write(file, JsonSerializer.Serialize(made));
        return made;
    }

    /// <summary>True when the socket that knocks is our own switch's. Takes the Authorization header as it came.</summary>
    public bool Admits(string? authorization) => Admits(authorization, EventsPassword);

    internal static bool Admits(string? authorization, string eventsPassword)
    {
        if (authorization is null || !authorization.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase)) return false;
        var given = Encoding.ASCII.GetBytes(authorization["Basic ".Length..].Trim());
        var wanted = Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.ASCII.GetBytes($"{EventsUser}:{eventsPassword}")));
        return CryptographicOperations.FixedTimeEquals(given, wanted);
    }

    /// <summary>A password nobody need type: 160 random bits.</summary>
    public static string Secret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
}
