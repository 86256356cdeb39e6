using System.Text.Json;
using NodaTime;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Server.Floors;
using Plateau.Server.Hosting;
using Plateau.Server.Telephony;
using Plateau.Storage.Centre;
using Plateau.Storage.Prospecting;

namespace Plateau.Server.Setup.Changes;

/// <summary>A campaign is entered, changed, started, paused and stopped in one way, whoever asks: a program or a person.</summary>
internal sealed class CampaignChanges(CentreBook book, ProspectBook prospects, SegmentColumns segments, Installation installation, NoticeSound sound, CentreChanges changes, FloorLine line, IClock clock)
{
    /// <param name="sees">Which clients the asker may see.</param>
    /// <param name="asDraft">Keeps what can't start yet, as long as the campaign does not run: people set it up piece by piece.</param>
    /// <param name="progress">How far the people of its lists are told apart by a new quota column; nobody else's change waits for that.</param>
    public async Task<Changed<CampaignSettings>> SetAsync(string campaign, CampaignWish wish, Func<ClientId, bool> sees, bool asDraft, CancellationToken cancel, IProgress<LookProgress>? progress = null)
    {
        if (!sees(wish.Client)) return Changed<CampaignSettings>.Unknown("client", wish.Client);
        while (true)
        {
            var (done, behind) = await TryAsync(campaign, wish, sees, asDraft, cancel);
            if (done is not null) return done;
            await segments.KeepUpAsync(behind!, progress, cancel);
        }
    }

    /// <summary>How many people would have to be told apart before this change can be kept; null when it can be at once, or is not sound.</summary>
    public async Task<long?> BehindAsync(CampaignId campaign, CampaignWish wish, CancellationToken cancel) =>
        wish.Flaws(campaign.Value).Any() ? null : await segments.BehindAsync(wish.Settings(campaign, 0), cancel);

    private Task<(Changed<CampaignSettings>? Done, CampaignSettings? Behind)> TryAsync(string campaign, CampaignWish wish, Func<ClientId, bool> sees, bool asDraft, CancellationToken cancel) =>
        changes.AloneAsync<(Changed<CampaignSettings>?, CampaignSettings?)>(async at =>
        {
            var id = new CampaignId(campaign);
            var before = await book.CampaignAsync(id, cancel);
            if (before is not null && !sees(before.Client)) return (Changed<CampaignSettings>.Unknown("campaign", campaign), null);
            if (before is not null && before.Client != wish.Client) return (Changed<CampaignSettings>.Conflict(new Flaw($"campaign {campaign}", "client-differs", $"it belongs to client {before.Client}: choose another id")), null);
            if (wish.Version is { } seen && seen != (before?.Version ?? 0)) return (Changed<CampaignSettings>.Conflict(new Flaw($"campaign {campaign}", "version-differs", $"it is at version {before?.Version ?? 0} by now: read it again and make your change there")), null);
            var settings = wish.Settings(id, before?.Version ?? 0);
            var flaws = wish.Flaws(campaign).ToList();
            flaws.AddRange(await OwnFlawsAsync(settings, cancel));
            var runs = await StateAsync(id) == CampaignState.Running;
            if (!asDraft || runs) flaws.AddRange(await StartFlawsAsync(settings, cancel));
            else if (await book.ClientAsync(settings.Client, cancel) is null) flaws.Add(new($"campaign {campaign}", "client-unknown", $"enter client {settings.Client} first"));
            // Whoever runs on another notice, or begins to call ahead, passes the same gate as at a start.
            if (runs && (before is null || (before.Mode, before.Notice, before.Trunk) != (settings.Mode, settings.Notice, settings.Trunk)) && await sound.FlawAsync(settings, cancel) is { } unheard) flaws.Add(unheard);
            if (flaws.Count > 0) return (Changed<CampaignSettings>.Unfit(flaws), null);
            // The same settings again are no new version.
            if (before is not null && Written(before) == Written(settings)) return (Changed<CampaignSettings>.To(before, false), null);
            if (await segments.BehindAsync(settings, cancel) is not null) return (null, settings);
            var kept = await book.SetAsync(settings, at, cancel);
            await changes.TellAsync(new CampaignWasSet(at, kept));
            return (Changed<CampaignSettings>.To(kept, before is null), null);
        }, cancel);

    /// <summary>Starts, pauses or stops a campaign; the floor says what keeps it from starting.</summary>
    public async Task<IReadOnlyList<Flaw>> SwitchAsync(CampaignId campaign, CampaignState state) =>
        await line.AskAsync(new CampaignWasSwitched(clock.GetCurrentInstant(), campaign, state));

    /// <summary>What the floor would say at a start: settings that are missing or don't fit together.</summary>
    public async Task<IReadOnlyList<Flaw>> StartFlawsAsync(CampaignSettings settings, CancellationToken cancel) =>
        [.. settings.Flaws(await book.ClientAsync(settings.Client, cancel), installation.Trunks.FirstOrDefault(trunk => trunk.Id == settings.Trunk)?.Limits)];

    /// <summary>Where a campaign stands on this floor; stopped when the floor does not know it.</summary>
    public async Task<CampaignState> StateAsync(CampaignId campaign) =>
        (await line.LookAsync()).Campaigns.FirstOrDefault(each => each.Campaign == campaign)?.State ?? CampaignState.Stopped;

    private static string Written(CampaignSettings settings) => JsonSerializer.Serialize(settings, FactJson.Options);

    /// <summary>A campaign may only name what is its client's own: one client's list on another's campaign would be a leak.</summary>
    private async Task<List<Flaw>> OwnFlawsAsync(CampaignSettings settings, CancellationToken cancel)
    {
        var flaws = new List<Flaw>();
        if (await book.ClientAsync(settings.Client, cancel) is null) return flaws;
        if (await book.ProgrammeAsync(settings.Programme, cancel) is not { } programme || programme.Client != settings.Client)
            flaws.Add(new("programme", "programme-unknown", $"enter programme {settings.Programme} for client {settings.Client} first"));
        foreach (var list in settings.Lists)
            if (await prospects.ListAsync(list, cancel) is not { } card || card.Client != settings.Client)
                flaws.Add(new("lists", "list-unknown", $"make list {list} for client {settings.Client} first"));
        if (flaws.Count == 0) flaws.AddRange(await segments.FlawsAsync(settings, cancel));
        return flaws;
    }
}
