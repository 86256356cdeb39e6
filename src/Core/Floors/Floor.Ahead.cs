using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Core.Prospecting;
using Plateau.Core.Prospecting.Pacing;

namespace Plateau.Core.Floors;

/// <summary>Calls ahead of agents: nobody waits for them by name, the first who is free takes whoever answered, and who finds nobody hears who called.</summary>
public sealed partial class Floor
{
    /// <summary>Whoever waits hears so many sounds tried at most.</summary>
    public const int MostNotices = 3;

    /// <summary>A notice lasts this long at most; then the line is ended whatever is still to be said.</summary>
    private static readonly Duration NoticeLimit = Duration.FromSeconds(45);

    /// <summary>News of the switch that come later than this show that it lags, and for so long nothing is dialled ahead.</summary>
    private static readonly Duration LagSeen = Duration.FromSeconds(3), LagRest = Duration.FromSeconds(15);

    private Instant laggedAt = Instant.MinValue;
    private bool newsAreLate;

    /// <summary>News of the switch came too late a moment ago: nobody is called ahead of agents until it has rested.</summary>
    public bool SwitchLags => now < laggedAt + LagRest;

    /// <summary>The last news of the switch came too late: nobody is dialled by the floor until one comes in time, or it has rested.</summary>
    private bool IsLate => newsAreLate && SwitchLags;

    private static bool DialsAhead(DialMode mode) => mode is DialMode.Power or DialMode.Predictive;

    private void NoteLag(Signal signal, Instant at)
    {
        if (signal is not (CallRang or CallAnswered or CallFailed or CallEnded)) return;
        newsAreLate = now - at > LagSeen;
        if (newsAreLate) laggedAt = now;
    }

    /// <summary>Once a second: every campaign that dials ahead is looked at, its pacer decides, and now and then the decision is written down.</summary>
    private void LookAhead()
    {
        var any = false;
        foreach (var room in ranked) any |= Prepare(room);
        if (!any) return;
        foreach (var id in parked)
            if (attempts[id] is { IsAhead: true, NoticeAt: null } attempt && rooms[attempt.Campaign].Pacing is { } pacing) pacing.View.Waiting++;
        var moment = now.ToUnixTimeMilliseconds();
        foreach (var desk in desks.Values) Show(desk, moment);
        foreach (var room in ranked)
        {
            if (room.Pacing is not { } pacing) continue;
            pacing.Decide(now, TodayOf(room), room.Detection);
            var stopped = StopOf(room) ?? (pacing.Last.Why == Held.NobodyThere ? Word(Held.NobodyThere) : null);
            if (stopped is not null) pacing.Quota = 0;
            if (pacing.TakeSample(now, stopped)) Hold(SampleOf(room, pacing, stopped));
        }
    }

    private bool Prepare(Room room)
    {
        var settings = room.Settings;
        if (!DialsAhead(settings.Mode) || room.State != CampaignState.Running)
        {
            room.Pacing = null;
            return false;
        }
        var day = ParisDay.Of(now);
        if (room.Pacing is not { } pacing || pacing.Day != day || pacing.Limit != settings.AbandonmentLimit)
            room.Pacing = pacing = new RoomPacing(day, now, settings, desks.Values.Count(desk => desk.State != AgentState.LoggedOut && desk.Campaigns.Contains(settings.Id)));
        pacing.Clear();
        room.Ringing.CountInto(pacing.View.Ring, now);
        pacing.View.Waiting = room.Waiting.Count;
        return true;
    }

    /// <summary>An agent of several campaigns counts for the first of them that calls ahead and has people to call: nobody is reckoned with twice, and a spent list frees its agents for the next.</summary>
    /// <param name="moment">Now, in thousandths of a second since 1970.</param>
    private void Show(Desk desk, long moment)
    {
        if (desk.State == AgentState.LoggedOut) return;
        if (FirstAhead(desk)?.Pacing?.View is { } view)
        {
            view.LoggedIn++;
            var (talk, wrapUp) = desk.Wish is null ? (view.Talk, view.WrapUp) : (view.TalkLeaving, view.WrapUpLeaving);
            if (desk.IsFree) view.Idle++;
            else if (desk.State == AgentState.WrapUp) wrapUp.AddMilliseconds(moment - desk.Since.ToUnixTimeMilliseconds());
            else if (desk.State is AgentState.Offered or AgentState.Engaged && desk.Attempt is { } id) talk.AddMilliseconds(AttemptOf(desk, id).ConnectedAt is { } since ? moment - since.ToUnixTimeMilliseconds() : 0);
            else view.Paused++;
        }
    }

    private DayCount TodayOf(Room room)
    {
        var day = ParisDay.Of(now);
        return room.Today is { } today && today.Day == day ? today : new DayCount(day, 0, 0);
    }

    private Room? FirstAhead(Desk desk)
    {
        var mine = RoomsOf(desk);
        if (mine.Length == 1) return mine[0];
        Room? first = null;
        foreach (var room in mine)
        {
            if (room.Pacing is null) continue;
            if (CallsAhead(room)) return room;
            first ??= room;
        }
        return first;
    }

    /// <summary>The attempt that is this desk's, found once for as long as it is.</summary>
    private Attempt AttemptOf(Desk desk, AttemptId id) => desk.Seen is { } seen && seen.Id == id ? seen : desk.Seen = attempts[id];

    /// <summary>Why nobody at all is called for this campaign now, as a code of the lexicon; null while somebody may be.</summary>
    public string? StopOf(Room room) =>
        LawFault ?? (!switchIsThere ? "switch-not-there" : IsLate || (SwitchLags && DialsAhead(room.Settings.Mode)) ? "switch-lags" : IsClosedToday(room) ? "client-closed" : null) ?? (IsUnheard(room) ? "notice-unheard" : null);

    /// <summary>Its notice could not be played: nobody is called ahead until somebody has seen to that, whatever else stops it meanwhile.</summary>
    public static bool IsUnheard(Room room) => room is { Unheard: not null } && DialsAhead(room.Settings.Mode);

    private PacingSampled SampleOf(Room room, RoomPacing pacing, string? stopped)
    {
        var (last, today) = (pacing.Last, BudgetOf(room));
        return new PacingSampled(now, room.Settings.Id, pacing.View.LoggedIn, last.Free, Math.Round(last.ExpectedFree, 2), last.InFlight, Math.Round(last.ExpectedAnswers, 2),
            stopped is null ? last.Dial : 0, stopped ?? Word(last.Why), Math.Round(last.NoAgent, 4), Math.Round(last.Risk, 4), Math.Round(last.BudgetLeft, 2), Math.Round(last.AnswerRate, 3), today.Humans, today.Abandoned) { Misjudged = today.Abandoned - TodayOf(room).Abandoned };
    }

    private static string Word(Held why) => why switch
    {
        Held.NobodyThere => "nobody-there",
        Held.Risk => "risk",
        Held.BudgetSpent => "budget-spent",
        Held.BudgetKept => "budget-kept",
        Held.FewAnswers => "few-answers",
        Held.BudgetGuard => "budget-guard",
        _ => "enough-at-once",
    };

    /// <summary>Tells the pacer what ends, before the fact changes it.</summary>
    private void Teach(Fact fact)
    {
        switch (fact)
        {
            case AttemptAnswered answered when attempts[answered.Attempt] is { IsAhead: true } attempt && rooms[attempt.Campaign] is { Pacing: { } pacing } room:
                pacing.Hear(IsMachine(room, answered.By) ? 'M' : 'H', now - attempt.PlacedAt);
                break;
            case AttemptEnded ended when attempts[ended.Attempt] is { IsAhead: true, IsUnanswered: true } attempt && rooms[attempt.Campaign].Pacing is { } pacing:
                pacing.Hear(ended.Outcome switch { Outcome.NoAnswer => 'N', Outcome.Cancelled or Outcome.Interrupted => 'X', _ => 'F' }, now - attempt.PlacedAt);
                break;
            case Released released when attempts[released.Attempt] is { ConnectedAt: { } since } attempt: rooms[attempt.Campaign].Pacing?.Hear('T', now - since); break;
            case Disposed disposed when desks[disposed.Agent] is { State: AgentState.WrapUp } desk: rooms[disposed.Campaign].Pacing?.Hear('W', now - desk.Since); break;
        }
    }

    /// <summary>Callbacks keep their time and their agent; then as many of the list as the mode allows.</summary>
    private void PaceAhead(Room room)
    {
        while (room.Free.Count > 0 && judged < MostJudgedAtOnce && HasRoom(room.Settings.Trunk) && NextCallback(room, LongestFree(room)) is { Dossier: { } dossier } due) Try(room, dossier, due.Agent, due.Callback);
        if (room.Pacing is not { } pacing || SwitchLags || room.Unheard is not null) return;
        var wanted = room.Settings.Mode == DialMode.Power ? RatioOf(room) : pacing.Quota;
        while (wanted > 0 && judged < MostJudgedAtOnce && HasRoom(room.Settings.Trunk) && NextFresh(room) is { } dossier)
        {
            if (!Try(room, dossier, null, null)) continue;
            wanted--;
            pacing.Quota = Math.Max(0, pacing.Quota - 1);
        }
    }

    /// <summary>A fixed ratio of calls to free agents, one to one when the day's abandonment is used up.</summary>
    private int RatioOf(Room room)
    {
        var (today, misjudged) = (TodayOf(room), room.Pacing?.View.Misjudged ?? 0);
        var spent = today.Abandoned + misjudged >= Math.Max(1, room.Settings.AbandonmentLimit * (today.Humans + misjudged));
        return (int)Math.Floor((spent ? 1 : room.Settings.PowerRatio) * room.Free.Count) - room.Ringing.Count - room.Waiting.Count;
    }

    /// <returns>Whether a call was placed.</returns>
    private bool Try(Room room, Dossier dossier, AgentId? agent, Callback? callback)
    {
        judged++;
        var answer = Judge(room, dossier);
        if (answer.Refusal is not null && PausesWithoutRight(room)) judged = MostJudgedAtOnce;
        else if (answer.Refusal is { } refusal) RefuseDial(room, dossier, refusal, callback);
        else
        {
            if (callback is null) Serve(room, dossier);
            Place(room, dossier, answer.Permit!, agent, null);
            return true;
        }
        return false;
    }

    /// <summary>An agent became free: whoever answered and waits for one comes before any new call.</summary>
    private void TakeUpWaiting(Desk desk)
    {
        foreach (var room in RoomsOf(desk))
            while (desk.IsFree && room.Waiting.Count > 0)
            {
                var attempt = attempts[room.Waiting.Min.Attempt];
                if (now - attempt.AnsweredAt!.Value > Patience) Abandon(attempt);
                else Offer(attempt, desk.Agent);
            }
    }

    /// <summary>Nobody is there in time: the person hears who called and how to object, and the call is over with that.</summary>
    private void Abandon(Attempt attempt)
    {
        var room = rooms[attempt.Campaign];
        if ((room.Unheard is null ? room.Settings.Notice : InsteadOf(attempt) ?? room.Settings.Notice) is not { } notice)
        {
            End(attempt, Outcome.Abandoned, "no-agent");
            return;
        }
        Tell(attempt, notice);
    }

    private void Tell(Attempt attempt, string notice)
    {
        Hold(new NoticeGiven(now, attempt.Id, attempt.Campaign, notice));
        Instruct(new PlayNotice(attempt.Id, notice, attempt.Notices));
    }

    /// <summary>A notice of another campaign of the same client, as far as it is known to play: it names who called and how to object, which a stranger's would not.</summary>
    private string? InsteadOf(Attempt attempt)
    {
        foreach (var room in rooms.Values.Where(room => room.Settings.Client == attempt.Client && room.Settings.Notice != attempt.Notice && room.Unheard is null).OrderBy(room => room.Settings.Id))
            if (room.Settings.Notice is { } notice && !rooms.Values.Any(other => other.Unheard == notice)) return notice;
        return null;
    }

    /// <summary>A silent call: nobody is called ahead with this notice any more, and whoever is on the line hears another one of the client's, or is let go at once.</summary>
    private void Hear(NoticeFailed signal)
    {
        if (!attempts.TryGetValue(signal.Attempt, out var attempt) || attempt is not { Stage: AttemptStage.Answered, NoticeAt: not null } || attempt.Notices != signal.Number) return;
        Hold(new NoticeUnheard(now, attempt.Id, attempt.Campaign, attempt.Notice!));
        if (attempt.Notices < MostNotices && InsteadOf(attempt) is { } other) Tell(attempt, other);
        else End(attempt, Outcome.Abandoned, "notice-unheard");
    }

    /// <summary>The switch's hand told the person who called before the floor said anything: they are abandoned, and no agent gets them any more.</summary>
    private void Hear(SilenceBroken signal)
    {
        if (!attempts.TryGetValue(signal.Attempt, out var attempt) || attempt is not { Handler: null, NoticeAt: null, Stage: AttemptStage.Answered or AttemptStage.Offered or AttemptStage.Accepted }) return;
        if (signal.Notice is not { } notice)
        {
            End(attempt, Outcome.Abandoned, "no-agent");
            return;
        }
        var desk = attempt is { Stage: AttemptStage.Answered } ? null : desks[attempt.Agent!.Value];
        if (desk is not null)
        {
            Instruct(new WithdrawOffer(attempt.Id, desk.Agent, attempt.Offer));
            Hold(new OfferMissed(now, attempt.Id, desk.Agent, attempt.Offer, OfferMissed.NoticeGiven));
        }
        Hold(new NoticeGiven(now, attempt.Id, attempt.Campaign, notice));
        if (desk is not null) Free(desk);
    }

    private void LookForAgent(AttemptId id)
    {
        if (attempts.TryGetValue(id, out var attempt) && attempt is { IsAhead: true, Stage: AttemptStage.Answered, IsParked: false, NoticeAt: null }) Abandon(attempt);
    }

    private void EndNotice(AttemptId id)
    {
        if (attempts.TryGetValue(id, out var attempt) && attempt is { Stage: AttemptStage.Answered, NoticeAt: not null }) End(attempt, Outcome.Abandoned, "notice-too-long");
    }

    // Folds.

    private void Answer(AttemptAnswered answered)
    {
        var attempt = attempts[answered.Attempt];
        var room = rooms[attempt.Campaign];
        if (!IsMachine(room, answered.By)) Count(room, 1, 0);
        if (answered.By is AnsweredBy.Human or AnsweredBy.Unsure) attempt.TakenForMachine = false;
        (attempt.Stage, attempt.AnsweredAt) = (AttemptStage.Answered, answered.At);
        if (!attempt.IsAhead) return;
        room.Ringing.Remove(attempt.PlacedAt);
        AwaitAgent(attempt, answered.At);
    }

    private void AwaitAgent(Attempt attempt, Instant since)
    {
        rooms[attempt.Campaign].Waiting.Add((attempt.AnsweredAt!.Value, attempt.Id));
        timers.Set(since + Patience, new Timer(TimerKind.AgentOwed, attempt.Id));
    }

    private void Give(NoticeGiven given)
    {
        var attempt = attempts[given.Attempt];
        var isFirst = attempt.NoticeAt is null;
        (attempt.NoticeAt, attempt.Notice, attempt.Notices) = (given.At, given.Notice, attempt.Notices + 1);
        Unwait(attempt);
        if (isFirst) Count(rooms[attempt.Campaign], 0, 1);
        timers.Set(given.At + NoticeLimit, new Timer(TimerKind.NoticeTooLong, attempt.Id));
    }

    /// <summary>Every campaign with that sound is silent where nobody is there.</summary>
    private void Miss(NoticeUnheard unheard)
    {
        foreach (var room in rooms.Values)
            if (room.Settings.Notice == unheard.Notice) room.Unheard = unheard.Notice;
    }

    private void Unwait(Attempt attempt)
    {
        if (attempt.AnsweredAt is { } since) rooms[attempt.Campaign].Waiting.Remove((since, attempt.Id));
    }

    private void Count(Room room, int humans, int abandoned)
    {
        var today = TodayOf(room);
        room.Today = today with { Humans = today.Humans + humans, Abandoned = today.Abandoned + abandoned };
    }
}
