using System.Net;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Telephony;

namespace Plateau.Server.Practice;

/// <summary>What one practice is, kept beside its data so that it can be taken up again after a crash.</summary>
/// <param name="Number">1 for the first practice of this data folder.</param>
/// <param name="Start">What the practice's own clock showed at its beginning.</param>
/// <param name="Began">What the wall's clock showed then.</param>
/// <param name="Port">Where its switch finds us, kept so that a second process is found at once.</param>
internal sealed record PracticeRecord(int Number, int Prospects, int Agents, long Seed, bool DetectMachines, string Start, string Began, int Port, bool Finished)
{
    /// <summary>Clients, campaigns and lists whose id begins so are a practice's own, and no client of the centre's may be called so.</summary>
    public const string Prefix = "practice-";

    /// <summary>How the practice's campaign calls: progressive, power or predictive.</summary>
    public DialMode Mode { get; init; } = DialMode.Progressive;

    /// <summary>In power mode: calls for each agent who is free.</summary>
    public double Ratio { get; init; } = 1.5;

    public string Floor => $"{Prefix}{Number}";
    public CampaignId Campaign => new(Floor);
    public ListId List => new(Floor);
    public Instant StartsAt => InstantPattern.ExtendedIso.Parse(Start).Value;

    private static string FileIn(string folder) => Path.Combine(folder, "practice.json");

    /// <summary>The latest practice of this folder; null when there was none.</summary>
    public static PracticeRecord? Read(string folder) => File.Exists(FileIn(folder)) ? JsonSerializer.Deserialize<PracticeRecord>(File.ReadAllText(FileIn(folder))) : null;

    /// <summary>Keeps it whole or not at all.</summary>
    public void Write(string folder)
    {
        var beside = FileIn(folder) + ".new";
        File.WriteAllText(beside, JsonSerializer.Serialize(this));
        File.Move(beside, FileIn(folder), overwrite: true);
    }

    /// <summary>The kept port while it is free, else another: the switch is then told the new one.</summary>
    public int FreePort() => Port is not 0 && FreePorts.HasTcp(IPAddress.Loopback, Port) ? Port : FreePorts.Tcp();

    public static string Text(Instant at) => InstantPattern.ExtendedIso.Format(at);
}
