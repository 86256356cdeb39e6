using NodaTime;
using Plateau.Core.Clients;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Server.Reports;
using Plateau.Storage.Centre;
using Plateau.Storage.Prospecting;

namespace Plateau.Server.Setup.Lists.Health;

/// <summary>All that is told of a list's health.</summary>
/// <param name="Waits">Null when no campaign calls the list.</param>
internal sealed record HealthFigures(Instant At, ListCard List, IReadOnlyList<Standing> Standings, WaitReport? Waits, RateReport Rates)
{
    public long Total => List.Prospects.Values.Sum();
    public long Fresh => List.Prospects.GetValueOrDefault(ProspectState.Fresh);
    public long Callable => Waits?.Waits.Where(wait => wait.Kind == WaitKind.Nothing).Sum(wait => wait.Count) ?? 0;
    public long Dead => Standings.Where(standing => standing is { State: ProspectState.Done, Reason: "number-invalid" or "wrong-number" }).Sum(standing => standing.Count);
    public IReadOnlyList<Standing> Closed => [.. Standings.Where(standing => standing.State is ProspectState.Done or ProspectState.Barred)];

    /// <summary>The day on which, at the pace of the last days of calling, everybody will have been called once; null when nobody is left or nobody calls.</summary>
    public LocalDate? FinishesOn
    {
        get
        {
            if (Fresh == 0 || Rates.FirstCallsADay < 1) return null;
            var left = (long)Math.Ceiling(Fresh / Rates.FirstCallsADay);
            if (left > 3_650) return null;
            var day = At.InZone(Zones.Paris).Date;
            for (; left > 0; left--)
            {
                day = day.PlusDays(1);
                while (day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) day = day.PlusDays(1);
            }
            return day;
        }
    }

    public static decimal? Share(long part, long whole) => whole == 0 ? null : (decimal)part / whole;

    /// <summary>As tables, for a file.</summary>
    public IReadOnlyList<Sheet> Sheets() =>
    [
        new("standing", ["state", "reason", "count"], [.. Standings.Select(each => (IReadOnlyList<object>)[ProspectWords.Of(each.State).ToString(), ProspectWords.Why(each.Reason), each.Count])]),
        new("waits", ["why", "next", "count"], [.. (Waits?.Waits ?? []).Select(each => (IReadOnlyList<object>)[HealthWords.Of(each), HealthWords.WhenOf(each, At), each.Count])]),
        new("attempts", ["attempts in 30 days", "count"], [.. (Waits?.Used ?? []).Select((count, times) => (IReadOnlyList<object>)[$"{times}", count])]),
        new("scores", ["score", "calls", "reached", "successes"], [.. Rates.Scores.Select(each => (IReadOnlyList<object>)[HealthWords.Of(each), each.Rate.Calls, each.Rate.Reached, each.Rate.Successes])]),
        new("hours", ["hour", "calls", "reached", "successes"], [.. Rates.Hours.Select(each => (IReadOnlyList<object>)[$"{each.Key:00}:00", each.Value.Calls, each.Value.Reached, each.Value.Successes])]),
        new("figures", ["figure", "value"],
        [
            ["prospects", Total], ["called", Rates.Called], ["reached", Rates.Reached], ["successes", Rates.Successes], ["deadNumbers", Dead],
            ["groundsEndingIn30Days", Waits?.ConsentsEnding ?? 0], ["withoutGround", Waits?.WithoutGround ?? 0], ["callableNow", Callable],
        ]),
    ];
}

/// <summary>Reads a list's health for page and file alike.</summary>
internal sealed class HealthReading(ProspectBook prospects, ListHealth waits, ListRates rates, IClock clock)
{
    /// <param name="campaign">By which campaign's rules people wait; null when none calls the list.</param>
    public async Task<HealthFigures?> OfAsync(ListId list, CampaignSettings? campaign, Client? client, IProgress<LookProgress>? progress, CancellationToken cancel)
    {
        if (await prospects.ListAsync(list, cancel) is not { } card) return null;
        var now = clock.GetCurrentInstant();
        var standings = await prospects.StandingsAsync(list, cancel);
        var why = campaign is null ? null : await waits.WaitsAsync(list, campaign, client, now, progress, cancel);
        return new HealthFigures(now, card, standings, why, await rates.ReadAsync(list, cancel));
    }
}
