using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;
using Plateau.Core.Prospecting;

namespace Plateau.Core.Floors;

/// <summary>Whom no hour can serve now waits for their next lawful moment: not brought, not judged, and nothing written about them.</summary>
public sealed partial class Floor
{
    /// <summary>While all that is left waits for its hour, the list is looked through no more often than this.</summary>
    private static readonly Duration AskWhileClosed = Duration.FromMinutes(1);

    /// <summary>Whether the clock alone keeps this prospect from being called now. Whoever agreed to a moment of their own is judged by it.</summary>
    private bool WaitsForHour(Room room, Dossier dossier)
    {
        if (room.Settings.AsksAtAnyHour || dossier.Slots.Count > 0 || dossier.Client != room.Settings.Client || PrivateOffer.Reaches(dossier)) return false;
        var place = Whereabouts.Of(dossier);
        if (room.Closed.Holds(place, now)) return true;
        if (room.Closed.IsKnownOpen(place, now)) return false;
        if (book.ClosedUntil(room.Settings.QuestionOf(dossier, RightsOf(room), Matters.None, now)) is { } opens && opens > now)
        {
            room.Closed.Close(place, opens);
            return true;
        }
        room.Closed.Open(place, now);
        return false;
    }

    /// <summary>When the list is asked again after it had fewer than wanted: soon, because it may have been added to; later while most of it waits for its hour.</summary>
    private Instant AskAgainAt(Room room, Instant? nextDue)
    {
        var at = now + (room.Closed.Next is null ? AskAgain : AskWhileClosed);
        if (nextDue is { } due && due > now && due < at) at = due;
        return room.Closed.Next is { } opens && opens < at ? opens : at;
    }

    /// <summary>The earlier of two moments of which either may be missing.</summary>
    private static Instant? Earlier(Instant? one, Instant? other) => one is null || other < one ? other ?? one : one;
}
