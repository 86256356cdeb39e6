using NodaTime;
using Plateau.Core.Clients;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;

namespace Plateau.Core.Floors;

/// <summary>A floor written down whole, so that a start folds only what came after it.</summary>
public sealed record Snapshot(
    string Name, string Mark, Instant Now, long Counted,
    IReadOnlyList<Client> Clients,
    IReadOnlyList<TrunkLimits> Trunks,
    IReadOnlyList<CampaignSnapshot> Campaigns,
    IReadOnlyList<Desk> Desks,
    IReadOnlyList<Attempt> Attempts,
    IReadOnlyList<Callback> Callbacks,
    IReadOnlyList<RunningRecording> Recordings)
{
    /// <summary>Calls that the floor closed because nobody said what came of them; null in snapshots from before they were kept.</summary>
    public IReadOnlyList<UnsaidCall>? Unsaid { get; init; }

    /// <summary>The hash of the last decision.</summary>
    public string? Chain { get; init; }

    /// <summary>What of the law can't be read; null while all can.</summary>
    public string? LawFault { get; init; }
}

/// <summary>A campaign in a snapshot.</summary>
public sealed record CampaignSnapshot(CampaignSettings Settings, CampaignState State)
{
    /// <summary>What the budget of abandonment is counted by; null when nobody was called that day.</summary>
    public DayCount? Today { get; init; }

    /// <summary>What the pacer last saw and decided.</summary>
    public PacingSampled? Paced { get; init; }

    /// <summary>The notice that the switch could not play; null while it plays.</summary>
    public string? Unheard { get; init; }

    /// <summary>How far detection can be believed; null in snapshots from before it was measured.</summary>
    public Detection? Detection { get; init; }
}

/// <summary>A recording whose end the switch has not reported yet.</summary>
public sealed record RunningRecording(RecordingId Recording, AttemptId Attempt, string Purpose);

public sealed partial class Floor
{
    /// <summary>The floor as it stands after the last fact. The snapshot shares objects with the floor: write it down at once.</summary>
    public Snapshot Photograph() => new(
        Name, Mark, now, counted,
        [.. clients.Values.OrderBy(client => client.Id)],
        [.. trunks.Values.Select(trunk => trunk.Limits)],
        [.. rooms.Values.Select(room => new CampaignSnapshot(room.Settings, room.State) { Today = room.Today, Paced = room.Paced, Detection = room.Detection, Unheard = room.Unheard })],
        [.. desks.Values.OrderBy(desk => desk.Agent)],
        [.. attempts.Values.OrderBy(attempt => attempt.Id)],
        [.. callbacks.Values.OrderBy(callback => callback.Prospect)],
        [.. recordings.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new RunningRecording(new RecordingId(pair.Key), pair.Value.Attempt, pair.Value.Purpose))])
    {
        Chain = chain,
        LawFault = LawFault,
        Unsaid = [.. unsaid.Values.OrderBy(call => call.At).ThenBy(call => call.Attempt)],
    };

    /// <summary>A floor that goes on from a snapshot; the facts after it are folded next.</summary>
    public static Floor Restore(Snapshot snapshot, Compliance.RuleBook? book = null)
    {
        var floor = new Floor(book) { Name = snapshot.Name, Mark = snapshot.Mark, now = snapshot.Now, counted = snapshot.Counted, chain = snapshot.Chain ?? DecisionChain.Beginning, LawFault = snapshot.LawFault };
        foreach (var client in snapshot.Clients) floor.clients[client.Id] = client;
        foreach (var trunk in snapshot.Trunks) floor.trunks[trunk.Id] = new Trunk(trunk);
        foreach (var campaign in snapshot.Campaigns) floor.rooms[campaign.Settings.Id] = new Room(campaign.Settings) { State = campaign.State, Today = campaign.Today, Paced = campaign.Paced, Detection = campaign.Detection ?? Detection.None, Unheard = campaign.Unheard };
        floor.Rank();
        foreach (var desk in snapshot.Desks)
        {
            floor.desks[desk.Agent] = desk;
            floor.Enlist(desk);
            if (desk.Preview is not { } prospect) continue;
            floor.shown.Add(prospect);
            floor.timers.Set(desk.Since + floor.rooms[desk.PreviewCampaign!.Value].Settings.PreviewLimit, new Timer(TimerKind.PreviewTooLong, Agent: desk.Agent, Prospect: prospect));
        }
        foreach (var attempt in snapshot.Attempts) floor.Resume(attempt);
        foreach (var recording in snapshot.Recordings)
        {
            floor.recordings[recording.Recording.Value] = (recording.Attempt, recording.Purpose);
            floor.timers.Set(snapshot.Now + RecordingLimit, new Timer(TimerKind.RecordingWithoutEnd, recording.Attempt, Recording: recording.Recording));
        }
        foreach (var callback in snapshot.Callbacks)
        {
            floor.callbacks[callback.Prospect] = callback;
            floor.timers.Set(callback.Due, new Timer(TimerKind.CallbackDue, Prospect: callback.Prospect, Due: callback.Due));
        }
        foreach (var call in snapshot.Unsaid ?? []) floor.RememberUnsaid(call);
        return floor;
    }

    private void Resume(Attempt attempt)
    {
        attempts[attempt.Id] = attempt;
        beingCalled[attempt.Customer] = attempt.Id;
        foreach (var monitor in attempt.Monitors) monitoring[monitor.Supervisor] = attempt.Id;
        if (attempt.Consult is { Joined: false } consult) timers.Set(consult.Since + ConsultLimit, new Timer(TimerKind.ConsultWithoutAnswer, attempt.Id, Offer: consult.Offer));
        if (attempt.IsParked) Wait(attempt);
        var settings = rooms[attempt.Campaign].Settings;
        if (attempt.IsLive)
        {
            trunks[attempt.Trunk].Calls++;
            rooms[attempt.Campaign].Live++;
            if (attempt is { IsAhead: true, IsUnanswered: true }) rooms[attempt.Campaign].Ringing.Add(attempt.PlacedAt);
            if (attempt is { IsAhead: true, Stage: AttemptStage.Answered, IsParked: false, NoticeAt: null }) AwaitAgent(attempt, now);
            if (attempt.NoticeAt is not null) timers.Set(now + NoticeLimit, new Timer(TimerKind.NoticeTooLong, attempt.Id));
        }
        var (kind, limit) = attempt.Stage switch
        {
            AttemptStage.Placed or AttemptStage.Ringing => (TimerKind.AttemptWithoutNews, settings.RingTimeout + NewsAfterRinging),
            AttemptStage.Offered => (TimerKind.OfferWithoutAnswer, OfferLimit),
            AttemptStage.Accepted => (TimerKind.JoinWithoutNews, JoinLimit),
            AttemptStage.Released => (TimerKind.WrapUpTooLong, settings.WrapUpLimit),
            _ => (TimerKind.AttemptWithoutNews, Duration.Zero),
        };
        // The look comes a limit after the snapshot at the latest: late by what passed before it, never missing.
        timers.Set(now + limit, new Timer(kind, attempt.Id, attempt.Agent ?? default, Offer: attempt.Offer));
    }
}
