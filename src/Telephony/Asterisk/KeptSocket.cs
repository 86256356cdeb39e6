using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Plateau.Telephony.Asterisk;

/// <summary>
/// What the process that holds a switch's socket must know: where it takes the socket, and how the switch is commanded.
/// It stands in a file that only the owner can read, for that process outlives whoever started it.
/// </summary>
/// <param name="Control">Where the switch takes commands; ends in /ari/.</param>
/// <param name="Listen">Address and port at which the switch opens its socket.</param>
/// <param name="EventsPassword">The password under which it opens it, and under which the socket is handed on to the floor.</param>
/// <param name="RunFolder">The folder of our own switch, whose life is looked at there; null for one that somebody else runs.</param>
public sealed record KeptSocket(Uri Control, string User, string Password, string Listen, string EventsPassword, string? RunFolder = null)
{
    /// <summary>Where the socket is taken.</summary>
    [JsonIgnore] public IPEndPoint Place => IPEndPoint.Parse(Listen);

    /// <summary>The header under which it is handed on.</summary>
    [JsonIgnore] public string Authorization => SwitchIdentity.Basic(EventsPassword);

    /// <summary>True when the socket that knocks is this switch's.</summary>
    public bool Admits(string? authorization) => SwitchIdentity.Admits(authorization, EventsPassword);

    /// <summary>What stands in the folder of the process that holds a socket.</summary>
    /// <exception cref="InvalidDataException">Nothing that can be read.</exception>
    public static KeptSocket Read(string folder) =>
        JsonSerializer.Deserialize<KeptSocket>(File.ReadAllText(FileIn(folder))) ?? throw new InvalidDataException($"{FileIn(folder)} is empty; delete it and start Plateau again.");

    /// <returns>False when something else stood there.</returns>
    internal bool Write(string folder)
    {
        var (file, text) = (FileIn(folder), JsonSerializer.Serialize(this));
        var former = File.Exists(file) ? File.ReadAllText(file) : null;
        if (former != text) PrivateFile.Write(file, text);
        return former is null || former == text;
    }

    private static string FileIn(string folder) => Path.Combine(folder, "keeper.json");
}
