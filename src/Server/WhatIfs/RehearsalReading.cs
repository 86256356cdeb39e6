using NodaTime;
using Plateau.Core.Prospecting;
using Plateau.Simulation;
using Plateau.Storage.Centre;
using Plateau.Storage.Prospecting;

namespace Plateau.Server.WhatIfs;

/// <summary>Puts together a real campaign that is to be lived through: its settings, its client, and its people as they stand on its lists.</summary>
internal sealed class RehearsalReading(CentreBook book, ListSample sample)
{
    /// <summary>A share of one in twenty is told to within one in a hundred.</summary>
    private const int MostPeople = 2_000;

    /// <returns>Null where nobody is left to be called; and how many are left.</returns>
    public async Task<(Rehearsal? Rehearsal, long Left)> OfAsync(CampaignSettings campaign, Instant now, CancellationToken cancel)
    {
        var (people, left) = await sample.TakeAsync(campaign, MostPeople, now, cancel);
        return await book.ClientAsync(campaign.Client, cancel) is { } client && people.Count > 0
            ? (new Rehearsal(campaign, client, [.. people.Select(each => new Sampled(each.Dossier, each.Due))]), left)
            : (null, left);
    }
}
