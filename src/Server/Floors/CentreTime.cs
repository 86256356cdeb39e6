using NodaTime;
using Plateau.Storage.Centre;

namespace Plateau.Server.Floors;

/// <summary>What is known of the centre itself: what it is called, and which clock hangs on its wall.</summary>
/// <param name="Zone">A name of the time-zone database, such as Africa/Casablanca.</param>
internal sealed record CentreCard(string Name, string Zone)
{
    /// <summary>The kind of document, and its id.</summary>
    public const string Kind = "centre", Id = "main";

    public static CentreCard Standard { get; } = new("", "Africa/Casablanca");
}

/// <summary>The clock on the centre's wall: its days begin by it, and hours and days of reports are named by it.</summary>
/// <remarks>Read once at the start. Figures of a day are folded by it, so a change counts from the next start on.</remarks>
internal static class CentreTime
{
    public static DateTimeZone Zone { get; private set; } = Core.Compliance.Zones.Named(CentreCard.Standard.Zone)!;

    /// <summary>Hangs up the clock that this centre was given; called before anything is served.</summary>
    public static async Task ReadAsync(DocumentBook documents, CancellationToken cancel)
    {
        if (await documents.FindAsync<CentreCard>(CentreCard.Kind, CentreCard.Id, cancel) is { Content.Zone: var named } && Core.Compliance.Zones.Named(named) is { } zone) Zone = zone;
    }

    public static LocalDateTime Of(Instant at) => at.InZone(Zone).LocalDateTime;

    /// <summary>The moment at which the wall first shows this; an hour that comes twice belongs wholly to the one before its end.</summary>
    public static Instant From(LocalDateTime wall)
    {
        var mapping = Zone.MapLocal(wall);
        return (mapping.Count > 0 ? mapping.First() : Zone.AtLeniently(wall)).ToInstant();
    }
}
