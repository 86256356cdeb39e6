using Plateau.Server.Floors;
using Plateau.Storage.Centre;

namespace Plateau.Server.Setup.Centre;

/// <summary>The centre's name and clock under somebody's hands, and how they are kept.</summary>
public sealed class CentreDraft
{
    private long? version;

    internal CentreCard? Kept { get; private set; }
    public string Name { get; set; } = "";
    public string Zone { get; set; } = "";
    public bool IsKept => Kept is not null && Kept == Card;
    private CentreCard Card => new(Name.Trim(), Zone);

    public static async Task<CentreDraft> ReadAsync(DocumentBook documents)
    {
        var found = await documents.FindAsync<CentreCard>(CentreCard.Kind, CentreCard.Id);
        var shown = found?.Content ?? CentreCard.Standard;
        return new CentreDraft { Kept = found?.Content, version = found?.Version, Name = shown.Name, Zone = shown.Zone };
    }

    /// <returns>What is wrong, in words; null when it is kept.</returns>
    internal async Task<string?> KeepAsync(DocumentBook documents, People.Permissions permissions, NodaTime.IClock clock)
    {
        if (Core.Compliance.Zones.Named(Zone) is null) return CentreWords.ZoneUnknown;
        var done = await permissions.ActAsync(People.Operation.CentreChange, "centre:main", null, new { from = Kept?.Zone, to = Zone }, _ => documents.SetAsync(CentreCard.Kind, CentreCard.Id, Card, clock.GetCurrentInstant(), version));
        var now = await ReadAsync(documents);
        (Kept, version, Name, Zone) = (now.Kept, now.version, now.Name, now.Zone);
        return done ? null : CentreWords.ChangedMeanwhile.ToString();
    }
}
