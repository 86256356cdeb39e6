using Microsoft.EntityFrameworkCore;
using NodaTime;
using Plateau.Core.Interactions;

namespace Plateau.Storage.Centre;

/// <summary>What a campaign's own calls have taught: how they ended and how long they took.</summary>
/// <param name="Ended">Attempts that came to an end.</param>
/// <param name="Outcomes">How many ended in each way, by the words of facts.</param>
/// <param name="Effects">How many conversations were disposed with each effect.</param>
/// <param name="Ring">Mean time until somebody or something answered; zero when nothing did.</param>
/// <param name="WrapUp">Mean time from the end of a conversation until its disposition.</param>
public sealed record Experience(int Ended, IReadOnlyDictionary<string, int> Outcomes, IReadOnlyDictionary<string, int> Effects, Duration Ring, Duration Talk, Duration WrapUp)
{
    public int Of(string outcome) => Outcomes.GetValueOrDefault(outcome);
}

/// <summary>Reads what a campaign's calls have taught, added up by the database.</summary>
public sealed class ExperienceBook(Store store)
{
    /// <param name="since">Calls permitted before this are left out: rates change with lists and seasons.</param>
    public async Task<Experience> OfAsync(CampaignId campaign, Instant since, CancellationToken cancellation = default)
    {
        var from = StoredInstant.Of(since);
        await using var context = store.Context();
        var ended = context.Attempts.AsNoTracking().Where(row => row.CampaignId == campaign.Value && row.PermittedAt >= from && row.EndedAt != null);
        var outcomes = await ended.GroupBy(row => row.Outcome).Select(same => new { Word = same.Key, Count = same.Count() }).ToListAsync(cancellation).ConfigureAwait(false);
        var effects = await ended.Where(row => row.Effect != null).GroupBy(row => row.Effect).Select(same => new { Word = same.Key, Count = same.Count() }).ToListAsync(cancellation).ConfigureAwait(false);
        var ring = await ended.Where(row => row.AnsweredAt != null && row.PlacedAt != null).AverageAsync(row => (double?)(row.AnsweredAt!.Value - row.PlacedAt!.Value), cancellation).ConfigureAwait(false);
        var talk = await ended.Where(row => row.Talk != null).AverageAsync(row => (double?)row.Talk!.Value, cancellation).ConfigureAwait(false);
        var wrapUp = await ended.Where(row => row.DisposedAt != null && row.ReleasedAt != null && row.DisposedAt >= row.ReleasedAt).AverageAsync(row => (double?)(row.DisposedAt!.Value - row.ReleasedAt!.Value), cancellation).ConfigureAwait(false);
        return new Experience(outcomes.Sum(each => each.Count), outcomes.Where(each => each.Word is not null).ToDictionary(each => each.Word!, each => each.Count), effects.ToDictionary(each => each.Word!, each => each.Count),
            Mean(ring), Mean(talk), Mean(wrapUp));
    }

    private static Duration Mean(double? ticks) => Duration.FromTicks((long)(ticks ?? 0));
}
