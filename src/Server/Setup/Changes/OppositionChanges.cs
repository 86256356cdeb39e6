using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Server.Floors;
using Plateau.Storage.Prospecting;

namespace Plateau.Server.Setup.Changes;

/// <summary>What an opposition met.</summary>
/// <param name="Customers">How many people we have under this number who are not called any more.</param>
internal sealed record OppositionTaken(Instant At, ClientId? Client, int Customers);

/// <summary>An opposition is recorded in one way, and the floor hears of it at once: a call that rings is withdrawn.</summary>
internal sealed class OppositionChanges(Oppositions oppositions, FloorLine line, IClock clock)
{
    /// <param name="client">Against whose calls; null for every client's.</param>
    /// <param name="number">E.164 with its plus sign.</param>
    public async Task<OppositionTaken> RecordAsync(ClientId? client, string number, string source, CancellationToken cancel)
    {
        var at = clock.GetCurrentInstant();
        var concerned = await oppositions.RecordAsync(client, number, at, source, cancel);
        if (concerned.Count > 0) await line.AskAsync([.. concerned.Select(each => new PersonOpposed(at, each.Client, each.Customer, source))]);
        return new OppositionTaken(at, client, concerned.Count);
    }
}
