using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Server.Floors;
using Plateau.Storage.Prospecting;

namespace Plateau.Server.Setup.Changes;

/// <summary>What a withdrawal met.</summary>
/// <param name="Customers">How many people we have under this number whose consents have ended.</param>
internal sealed record WithdrawalTaken(Instant At, ClientId? Client, int Customers);

/// <summary>A withdrawal of consent is recorded in one way, and the floor hears of it at once: a call that rings on one is withdrawn.</summary>
internal sealed class WithdrawalChanges(Oppositions oppositions, FloorLine line, IClock clock)
{
    /// <param name="client">Whose calls; null for every client's.</param>
    /// <param name="number">E.164 with its plus sign.</param>
    /// <param name="source">Where what they said is kept.</param>
    public async Task<WithdrawalTaken> RecordAsync(ClientId? client, string number, string source, CancellationToken cancel)
    {
        var at = clock.GetCurrentInstant();
        var concerned = await oppositions.FindAsync(client, number, cancel);
        if (concerned.Count > 0) await line.AskAsync([.. concerned.Select(each => new ConsentWithdrawn(at, each.Client, each.Customer, source))]);
        return new WithdrawalTaken(at, client, concerned.Count);
    }
}
