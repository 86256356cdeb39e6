using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Prospecting;
using Plateau.Server.Floors;
using Plateau.Storage.Centre;
using Plateau.Storage.Prospecting;

namespace Plateau.Server.Desks.Work;

/// <summary>Somebody whom an agent may look up, and what the law says of calling them now.</summary>
/// <param name="Refusal">Null when the call would be lawful.</param>
public sealed record Callable(ProspectCard Person, Dossier Dossier, Refusal? Refusal)
{
    /// <summary>The person's own zone: the first in which they may be.</summary>
    public DateTimeZone Zone { get; } = (Person.Zones.Count > 0 ? Zones.Named(Person.Zones[0]) : null) ?? Zones.Paris;
}

/// <summary>Looks up, on the lists of a campaign that is dialled by hand, whom an agent wants to call.</summary>
internal sealed class ManualCalls(CustomerBook customers, ProspectBook prospects, HopperFeed hopper, CentreNames centre, IClock clock)
{
    /// <summary>Fewer letters would fit half a list.</summary>
    public const int FewestLetters = 2;

    private const int MostShown = 8, MostPeople = 200;

    public async Task<IReadOnlyList<Callable>> FindAsync(CampaignSettings campaign, string words, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        if (words.Length < FewestLetters) return [];
        var people = await customers.SearchAsync(words, [campaign.Client], MostPeople, cancel);
        var cards = await prospects.OfCustomersAsync([.. people.Select(each => each.Id)], campaign.Lists, cancel);
        var found = new List<Callable>();
        foreach (var card in cards.DistinctBy(card => card.Customer).Take(MostShown))
            if (await AskAsync(campaign, card, cancel) is { } callable) found.Add(callable);
        return found;
    }

    /// <summary>What the law says of this person now; null when they are no longer known.</summary>
    public async Task<Callable?> AskAsync(CampaignSettings campaign, ProspectCard card, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        ArgumentNullException.ThrowIfNull(card);
        var now = clock.GetCurrentInstant();
        if (await hopper.BringOneAsync(card.Id, now, cancel) is not { } dossier) return null;
        var client = (await centre.ReadAsync(cancel)).Clients.GetValueOrDefault(campaign.Client);
        return new Callable(card, dossier, RuleBook.Standard.Ask(campaign.QuestionOf(dossier, client, now)).Refusal);
    }
}
