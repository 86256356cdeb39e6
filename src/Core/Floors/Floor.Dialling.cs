using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Core.Prospecting;

namespace Plateau.Core.Floors;

/// <summary>Whoever is free gets the next lawful prospect; nobody is dialled without a permit, and nobody for whom no agent waits.</summary>
public sealed partial class Floor
{
    private const int FewestInHopper = 20;
    private const int MostInHopper = 2000;
    private static readonly Duration AskAgain = Duration.FromSeconds(5);
    private static readonly Duration NewsAfterRinging = Duration.FromSeconds(15);

    /// <summary>Judged for the campaign that is being served.</summary>
    private int judged;

    private void Pace(Room room)
    {
        judged = 0;
        if (room.State != CampaignState.Running || !switchIsThere || IsLate || LawFault is not null || IsClosedToday(room)) return;
        if (GivesWay) judged = MostJudgedAtOnce;
        if (DialsAhead(room.Settings.Mode)) PaceAhead(room);
        else while (room.Free.Count > 0 && judged < MostJudgedAtOnce && TryServeNext(room)) { }
        FillHopper(room);
    }

    /// <summary>The client's own holidays are days of Paris, as its mandates are. Prospects are left as they are: no law refuses them.</summary>
    private bool IsClosedToday(Room room) => clients.TryGetValue(room.Settings.Client, out var client) && client.ClosedDays.Count > 0 && client.IsClosedOn(ParisDay.Of(now));

    /// <summary>Takes one prospect further: dialled, shown to an agent, or refused. False when there is nothing to do now.</summary>
    private bool TryServeNext(Room room)
    {
        var settings = room.Settings;
        if (settings.Mode == DialMode.Manual) return false;
        if (settings.Mode == DialMode.Progressive && !HasRoom(settings.Trunk)) return false;
        var (dossier, agent, callback) = NextProspect(room);
        if (dossier is null) return false;
        judged++;
        var answer = Judge(room, dossier);
        if (answer.Refusal is not null && PausesWithoutRight(room)) return false;
        if (answer.Refusal is { } refusal)
        {
            RefuseDial(room, dossier, refusal, callback);
            return true;
        }
        if (callback is null) Serve(room, dossier);
        if (settings.Mode == DialMode.Preview) Show(room, dossier, desks[agent]);
        else Place(room, dossier, answer.Permit!, agent, null);
        return true;
    }

    /// <summary>Callbacks keep their time before anyone new is called; a personal one waits for its own agent.</summary>
    private (Dossier? Dossier, AgentId Agent, Callback? Callback) NextProspect(Room room) =>
        LongestFree(room) is not { } longest ? NextCallback(room, null) : NextCallback(room, longest) is { Dossier: not null } due ? due : NextFresh(room) is { } dossier ? (dossier, longest, null) : default;

    /// <summary>Who has waited longest and is not kept for a greater campaign of theirs; null when there is nobody.</summary>
    private AgentId? LongestFree(Room room)
    {
        if (room.Free.Count == 0) return null;
        var (_, longest) = room.Free.Min;
        if (!IsKeptFromIt(desks[longest], room)) return longest;
        foreach (var (_, agent) in room.Free)
            if (!IsKeptFromIt(desks[agent], room)) return agent;
        return null;
    }

    /// <summary>
    /// Calls ahead of agents need somebody who is free when they are answered: while a campaign of greater priority calls
    /// ahead and has people to call, its agents are not taken from it by one that calls at once for whoever is free.
    /// </summary>
    private bool IsKeptFromIt(Desk desk, Room room)
    {
        if (desk.Campaigns.Count < 2) return false;
        foreach (var greater in RoomsOf(desk))
        {
            if (greater == room) return false;
            if (CallsAhead(greater)) return true;
        }
        return false;
    }

    private bool CallsAhead(Room room) => room.Pacing is not null && (room.Hopper.Count > 0 || room.Ringing.Count > 0) && !IsClosedToday(room);

    /// <param name="longest">Who takes what is anybody's; null when only personal callbacks can be served.</param>
    private (Dossier? Dossier, AgentId Agent, Callback? Callback) NextCallback(Room room, AgentId? longest)
    {
        if (room.DueCallbacks.Count == 0) return default;
        foreach (var (key, due) in room.DueCallbacks)
        {
            if (beingCalled.ContainsKey(due.Callback.Customer)) continue;
            var anyone = due.Callback.Agent is null || key.Due + Callback.Grace <= now;
            if (anyone ? longest is null : !(desks.TryGetValue(due.Callback.Agent!.Value, out var owner) && owner.IsFree && owner.Campaigns.Contains(room.Settings.Id))) continue;
            room.DueCallbacks.Remove(key);
            return (due.Dossier, anyone ? longest!.Value : due.Callback.Agent!.Value, due.Callback);
        }
        return default;
    }

    private Dossier? NextFresh(Room room) => room.Hopper.Take((Floor: this, Room: room), static (dossier, at) => at.Floor.MayBeNext(at.Room, dossier));

    private bool MayBeNext(Room room, Dossier dossier) =>
        !beingCalled.ContainsKey(dossier.Customer) && !callbacks.ContainsKey(dossier.Prospect) && room.Quotas.Has(dossier.Cells) && !WaitsForHour(room, dossier);

    /// <summary>Somebody of the list is called, or stands before an agent: their list has had its turn, and their quota one place less.</summary>
    private static void Serve(Room room, Dossier dossier)
    {
        room.Hopper.Served(dossier);
        room.Quotas.Take(dossier.Cells);
    }

    /// <summary>Asks the book about this prospect now; a limit of the campaign's own is answered in the same form.</summary>
    private Answer Judge(Room room, Dossier dossier)
    {
        var settings = room.Settings;
        if (dossier.Tried >= settings.AttemptLimit) return new Answer(new Refusal("CAMPAIGN-ATTEMPT-LIMIT", "attempt-limit", null, []));
        // Consents are given to one client; a dossier of another's says nothing here.
        if (dossier.Client != settings.Client) return new Answer(new Refusal("CAMPAIGN-CLIENT", "client-unknown", null, []));
        // The law speaks of the number shown to consumers; the centre shows a true one to everybody.
        var rights = RightsOf(room);
        if (rights.Fault is { } fault) return new Answer(new Refusal("CAMPAIGN-CALLER-ID", fault, null, []));
        if (dossier.Numbers.Count > 0 && NumberOf(dossier, null) is null) return new Answer(new Refusal("CAMPAIGN-NUMBERS-DEAD", "number-invalid", null, []));
        var known = recent.Complete(dossier);
        if (IsElsewhere(known.UnderWay)) return new Answer(new Refusal(BeingCalled, "being-called", now + RestWhileCalled, []));
        return book.Ask(settings.QuestionOf(known, rights, rights.Papers, now));
    }

    private CampaignRights RightsOf(Room room) =>
        room.Rights = CampaignRights.Of(room.Rights, room.Settings, clients.GetValueOrDefault(room.Settings.Client), trunks.GetValueOrDefault(room.Settings.Trunk)?.Limits, now);

    /// <summary>A campaign that has lost its number or its papers (a mandate ended, a contract was not renewed) pauses before it spends its whole list on refusals.</summary>
    private bool PausesWithoutRight(Room room)
    {
        if (WithoutRight(room) is not { } flaw) return false;
        Hold(new CampaignSwitched(now, room.Settings.Id, CampaignState.Paused));
        Instruct(flaw);
        return true;
    }

    /// <summary>Why nobody at all may be called for this campaign today; null when some may.</summary>
    private Flaw? WithoutRight(Room room) => (RightsOf(room), room.Settings) switch
    {
        ({ Fault: { } fault }, var settings) => new($"campaign {settings.Id}", fault, $"give the campaign a number that client {settings.Client} lets us show today, then start it again"),
        ({ MissingPaper: { } missing }, var settings) => new($"campaign {settings.Id}", missing, $"enter the paper on the page of client {settings.Client}, then start the campaign again"),
        _ => null,
    };

    private void RefuseDial(Room room, Dossier dossier, Refusal refusal, Callback? callback)
    {
        Hold(new DialRefused(now, room.Settings.Id, dossier.Prospect, dossier.Customer, refusal) { Book = book.Version, Tzdb = RuleBook.Tzdb });
        callback ??= callbacks.GetValueOrDefault(dossier.Prospect);
        if (callback is null) return;
        if (refusal.NotBefore is { } lawful && lawful <= callback.Due) return;
        if (refusal.NotBefore is { } next) Hold(new CallbackKept(now, room.Settings.Id, dossier.Prospect, dossier.Customer, next, callback.Agent));
        else Hold(new CallbackClosed(now, room.Settings.Id, dossier.Prospect, refusal.Reason));
    }

    private void Place(Room room, Dossier dossier, Permit permit, AgentId? agent, Instant? clicked, int? wished = null)
    {
        var settings = room.Settings;
        trunks[settings.Trunk].TryTake(now);
        var id = new AttemptId($"{Mark}-{counted + 1}");
        Hold(new AttemptPermitted(now, id, settings.Id, settings.Client, dossier.Prospect, dossier.Customer,
            dossier.Tried + 1, permit, clicked is null ? null : agent, clicked) { Known = KnownCalls(dossier), Number = NumberOf(dossier, wished), Counted = clicked is null ? CountedOf(dossier) : null });
        attempts[id].Dossier = dossier;
        Hold(new AttemptPlaced(now, id, settings.Id, dossier.Prospect, agent, settings.Trunk, settings.Mode));
        if (callbacks.ContainsKey(dossier.Prospect)) Hold(new CallbackClosed(now, settings.Id, dossier.Prospect, "made"));
        Instruct(new Dial(id, settings.Id, dossier.Prospect, settings.Trunk, permit.CallerId, settings.RingTimeout, settings.DetectMachines) { Rank = attempts[id].Number, Notice = settings.Notice });
    }

    private static bool? CountedOf(Dossier dossier) => dossier.Cells.Count > 0 ? true : null;

    private void Show(Room room, Dossier dossier, Desk desk)
    {
        Hold(new PreviewShown(now, room.Settings.Id, dossier.Prospect, dossier.Customer, desk.Agent) { Counted = CountedOf(dossier) });
        desk.Looked = dossier;
        Instruct(new ShowPreview(desk.Agent, room.Settings.Id, dossier.Prospect));
    }

    private void Hear(DeskDialled signal)
    {
        if (DeskOf(signal.Agent) is not { } desk || RoomToDial(desk, signal) is not { } room) return;
        var answer = Judge(room, signal.Dossier);
        if (answer.Refusal is not null && PausesWithoutRight(room)) return;
        if (answer.Refusal is { } refusal)
        {
            RefuseDial(room, signal.Dossier, refusal, null);
            Refuse($"prospect {signal.Dossier.Prospect}", refusal.Reason, $"rule {refusal.Rule} forbids this call now");
            if (desk.Preview is not null) TakeBack(desk, "refused", refusal.Reason);
            return;
        }
        Place(room, signal.Dossier, answer.Permit!, desk.Agent, signal.At, signal.Rank);
    }

    /// <summary>The campaign on which this agent may make this call by hand now; null, with the reason said, when they may not.</summary>
    private Room? RoomToDial(Desk desk, DeskDialled signal)
    {
        var place = $"prospect {signal.Dossier.Prospect}";
        if (!rooms.TryGetValue(signal.Campaign, out var room) || !desk.Campaigns.Contains(signal.Campaign))
            Refuse(place, "campaign-unknown", "choose one of your own campaigns");
        else if (room.State != CampaignState.Running)
            Refuse(place, "campaign-not-running", "wait until the campaign is started");
        else if (IsClosedToday(room))
            Refuse(place, "client-closed", $"client {room.Settings.Client} is closed today; call on another day");
        else if (room.Settings.Mode is not (DialMode.Manual or DialMode.Preview))
            Refuse(place, "mode", "this campaign dials by itself");
        else if (desk.Attempt is not null || desk.State is AgentState.Engaged or AgentState.WrapUp)
            Refuse(place, "engaged", "close the present call first");
        else if (room.Settings.Mode == DialMode.Preview && desk.Preview != signal.Dossier.Prospect)
            Refuse(place, "not-shown", "call the prospect that is shown, or pass over it");
        else if (beingCalled.ContainsKey(signal.Dossier.Customer))
            Refuse(place, "being-called", "somebody is calling this person now");
        else if (recent.IsOlder(signal.Dossier, signal.At))
            Refuse(place, "being-called", "this person was called since you clicked; look again before you call");
        else if (!switchIsThere)
            Refuse(place, "switch-not-there", "the telephone switch does not answer; try again when it does");
        else if (IsLate)
            Refuse(place, "switch-lags", "the telephone switch is late; try again in some seconds");
        else if (LawFault is { } fault)
            Refuse(place, fault, "the law can't be read now, so nobody is called; it goes on by itself when it can");
        else if (!HasRoom(room.Settings.Trunk))
            Refuse(place, "trunk-full", "the carrier's lines are all taken; try again in a moment");
        else return room;
        return null;
    }

    private void Hear(DeskSkipped signal)
    {
        if (DeskOf(signal.Agent) is { } desk && desk.Preview == signal.Prospect && desk.Attempt is null) Skip(desk, signal.Reason, AgentState.Ready, null);
    }

    /// <param name="takenBack">Why the floor takes the prospect from the agent; null where they put them away.</param>
    private void Skip(Desk desk, string reason, AgentState then, string? thenReason, Verdict? verdict = null, string? takenBack = null)
    {
        if (desk.Preview is not { } prospect || desk.PreviewCampaign is not { } campaign) return;
        var rest = now + Duration.FromHours(1);
        Hold(new PreviewSkipped(now, campaign, prospect, desk.Agent, reason, verdict ?? Verdict.Again(rest, "skipped")) { TakenBack = takenBack });
        // A callback that was passed over is still promised.
        if (callbacks.TryGetValue(prospect, out var promised) && promised.Due <= now) Hold(new CallbackKept(now, promised.Campaign, prospect, promised.Customer, rest, promised.Agent));
        switch (then)
        {
            case AgentState.LoggedOut: Hold(new AgentLoggedOut(now, desk.Agent)); break;
            case AgentState.Away: Hold(new AgentAway(now, desk.Agent, thenReason ?? "")); break;
            default: Free(desk); break;
        }
    }

    private void Hear(ProspectsBrought signal)
    {
        if (!rooms.TryGetValue(signal.Campaign, out var room)) return;
        var hopper = room.Hopper;
        hopper.AskedAt = null;
        hopper.Exhausted = signal.Exhausted;
        room.Quotas.Read(signal.Asked, signal.Left);
        var closedBefore = room.Closed.Opens.Count;
        foreach (var dossier in signal.Dossiers)
        {
            // It was read before a call of ours, or before they had an appointment: the store knows better now, and is asked again.
            if (recent.IsOlder(dossier, signal.At) || recent.HasAgreed(dossier.Prospect, signal.At)) continue;
            if (callbacks.TryGetValue(dossier.Prospect, out var callback))
            {
                if (callback.Due <= now) room.DueCallbacks[(callback.Due, dossier.Prospect)] = (callback, dossier);
            }
            else if (!beingCalled.ContainsKey(dossier.Customer) && !shown.Contains(dossier.Prospect) && hopper.Count < MostInHopper && !WaitsForHour(room, dossier)) hopper.Add(dossier);
        }
        hopper.NextDue = signal.Exhausted ? Earlier(signal.NextDue, room.Closed.Next) : signal.NextDue;
        // Whoever now is known to wait for their hour is left out of the next answer, so that those behind them in the list come forward at once.
        hopper.AskNotBefore = signal.Exhausted && room.Closed.Opens.Count == closedBefore ? AskAgainAt(room, signal.NextDue) : null;
        Pace(room);
    }

    private void FillHopper(Room room)
    {
        var hopper = room.Hopper;
        if (room.Closed.Reopen(now)) hopper.AskNotBefore = null;
        if (room.Settings.Mode == DialMode.Manual || hopper.Count >= Math.Max(FewestInHopper / 2, SoonCalled(room))) return;
        if (hopper.AskedAt is { } asked && now < asked + AskAgain) return;
        if (hopper.AskNotBefore is { } notBefore && now < notBefore) return;
        hopper.AskedAt = now;
        Instruct(new BringProspects(room.Settings.Id, Math.Min(MostInHopper, hopper.Count + Math.Max(FewestInHopper, 2 * SoonCalled(room)))) { Closed = [.. room.Closed.Opens.Keys], Asked = room.Quotas.Ask(), Habits = habits.GetValueOrDefault(room.Settings.Client) });
    }

    private static int SoonCalled(Room room) => Math.Max(room.Free.Count, room.Pacing?.View.LoggedIn ?? 0);

    private void Hear(PersonOpposed signal)
    {
        if (recent.HasHeard(signal.Customer, signal.Reference, signal.At)) return;
        Oppose(signal.Client, signal.Customer, signal.Reference);
        if (beingCalled.TryGetValue(signal.Customer, out var id) && attempts.TryGetValue(id, out var attempt)
            && attempt.Client == signal.Client && attempt.IsUnanswered)
            End(attempt, Outcome.Cancelled, "opposed", Verdict.Close("opposed"));
        LookAtPreviews();
    }

    /// <summary>Nothing that was promised to the person stands any longer.</summary>
    private void Oppose(ClientId client, CustomerId customer, string reference)
    {
        Hold(new OppositionRecorded(now, client, customer, reference));
        var promised = callbacks.Values.Where(callback => callback.Customer == customer && rooms[callback.Campaign].Settings.Client == client);
        foreach (var callback in promised.OrderBy(callback => callback.Prospect).ToList())
            Hold(new CallbackClosed(now, callback.Campaign, callback.Prospect, "opposed"));
    }

    private bool HasRoom(TrunkId trunk) => trunks.TryGetValue(trunk, out var line) && line.HasRoom(now);
}
