using NodaTime;
using Plateau.Core.Clients;
using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;
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
        if (room.State != CampaignState.Running || !switchIsThere) return;
        while (room.Free.Count > 0 && judged < MostJudgedAtOnce && TryServeNext(room)) { }
        FillHopper(room);
    }

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
        if (answer.Refusal is not null && PausesWithoutNumber(room)) return false;
        if (answer.Refusal is { } refusal) RefuseDial(room, dossier, refusal, callback);
        else if (settings.Mode == DialMode.Preview) Show(room, dossier, desks[agent]);
        else Place(room, dossier, answer.Permit!, agent, null);
        return true;
    }

    /// <summary>Callbacks keep their time before anyone new is called; a personal one waits for its own agent.</summary>
    private (Dossier? Dossier, AgentId Agent, Callback? Callback) NextProspect(Room room)
    {
        var longest = room.Free.Min.Agent;
        foreach (var (key, due) in room.DueCallbacks)
        {
            if (beingCalled.ContainsKey(due.Callback.Customer)) continue;
            var anyone = due.Callback.Agent is null || key.Due + Callback.Grace <= now;
            if (!anyone && !(desks.TryGetValue(due.Callback.Agent!.Value, out var owner) && owner.IsFree && owner.Campaigns.Contains(room.Settings.Id))) continue;
            room.DueCallbacks.Remove(key);
            return (due.Dossier, anyone ? longest : due.Callback.Agent!.Value, due.Callback);
        }
        while (room.Hopper.Take() is { } dossier)
            if (!beingCalled.ContainsKey(dossier.Customer) && !callbacks.ContainsKey(dossier.Prospect)) return (dossier, longest, null);
        return default;
    }

    /// <summary>Asks the book about this prospect now; a limit of the campaign's own is answered in the same form.</summary>
    private Answer Judge(Room room, Dossier dossier)
    {
        var settings = room.Settings;
        if (dossier.Tried >= settings.AttemptLimit) return new Answer(new Refusal("CAMPAIGN-ATTEMPT-LIMIT", "attempt-limit", null, []));
        // Consents are given to one client; a dossier of another's says nothing here.
        if (dossier.Client != settings.Client) return new Answer(new Refusal("CAMPAIGN-CLIENT", "client-unknown", null, []));
        return book.Ask(new Question(now, recent.Complete(dossier), settings.Product, settings.CallerId, MandateOf(settings)));
    }

    private CallerId? MandateOf(CampaignSettings settings) =>
        settings.CallerId is { } number && clients.TryGetValue(settings.Client, out var client) ? client.CallerId(number) : null;

    /// <summary>A campaign that has lost its number (a mandate ended, a setting changed) pauses before it spends its whole list on refusals.</summary>
    private bool PausesWithoutNumber(Room room)
    {
        var settings = room.Settings;
        if (CallerIdOfClient.Fault(now, settings.CallerId, MandateOf(settings)) is not { } fault) return false;
        Hold(new CampaignSwitched(now, settings.Id, CampaignState.Paused));
        Refuse($"campaign {settings.Id}", fault, $"give the campaign a number that client {settings.Client} lets us show today, then start it again");
        return true;
    }

    private void RefuseDial(Room room, Dossier dossier, Refusal refusal, Callback? callback)
    {
        Hold(new DialRefused(now, room.Settings.Id, dossier.Prospect, dossier.Customer, refusal));
        callback ??= callbacks.GetValueOrDefault(dossier.Prospect);
        if (callback is null) return;
        if (refusal.NotBefore is { } lawful && lawful <= callback.Due) return;
        if (refusal.NotBefore is { } next) Hold(new CallbackKept(now, room.Settings.Id, dossier.Prospect, dossier.Customer, next, callback.Agent));
        else Hold(new CallbackClosed(now, room.Settings.Id, dossier.Prospect, refusal.Reason));
    }

    private void Place(Room room, Dossier dossier, Permit permit, AgentId agent, Instant? clicked)
    {
        var settings = room.Settings;
        trunks[settings.Trunk].TryTake(now);
        var id = new AttemptId($"{Mark}-{counted + 1}");
        Hold(new AttemptPermitted(now, id, settings.Id, settings.Client, dossier.Prospect, dossier.Customer,
            dossier.Tried + 1, permit, clicked is null ? null : agent, clicked));
        Hold(new AttemptPlaced(now, id, settings.Id, dossier.Prospect, agent, settings.Trunk, settings.Mode));
        if (callbacks.ContainsKey(dossier.Prospect)) Hold(new CallbackClosed(now, settings.Id, dossier.Prospect, "made"));
        Instruct(new Dial(id, settings.Id, dossier.Prospect, settings.Trunk, permit.CallerId, settings.RingTimeout, settings.DetectMachines));
    }

    private void Show(Room room, Dossier dossier, Desk desk)
    {
        Hold(new PreviewShown(now, room.Settings.Id, dossier.Prospect, dossier.Customer, desk.Agent));
        Instruct(new ShowPreview(desk.Agent, room.Settings.Id, dossier.Prospect));
    }

    private void Hear(DeskDialled signal)
    {
        if (DeskOf(signal.Agent) is not { } desk || RoomToDial(desk, signal) is not { } room) return;
        var answer = Judge(room, signal.Dossier);
        if (answer.Refusal is not null && PausesWithoutNumber(room)) return;
        if (answer.Refusal is { } refusal)
        {
            RefuseDial(room, signal.Dossier, refusal, null);
            Refuse($"prospect {signal.Dossier.Prospect}", refusal.Reason, $"rule {refusal.Rule} forbids this call now");
            if (desk.Preview is not null) Skip(desk, "refused", AgentState.Ready, null);
            return;
        }
        Place(room, signal.Dossier, answer.Permit!, desk.Agent, signal.At);
    }

    /// <summary>The campaign on which this agent may make this call by hand now; null, with the reason said, when they may not.</summary>
    private Room? RoomToDial(Desk desk, DeskDialled signal)
    {
        var place = $"prospect {signal.Dossier.Prospect}";
        if (!rooms.TryGetValue(signal.Campaign, out var room) || !desk.Campaigns.Contains(signal.Campaign))
            Refuse(place, "campaign-unknown", "choose one of your own campaigns");
        else if (room.State != CampaignState.Running)
            Refuse(place, "campaign-not-running", "wait until the campaign is started");
        else if (room.Settings.Mode == DialMode.Progressive)
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
        else if (!HasRoom(room.Settings.Trunk))
            Refuse(place, "trunk-full", "the carrier's lines are all taken; try again in a moment");
        else return room;
        return null;
    }

    private void Hear(DeskSkipped signal)
    {
        if (DeskOf(signal.Agent) is { } desk && desk.Preview == signal.Prospect && desk.Attempt is null) Skip(desk, signal.Reason, AgentState.Ready, null);
    }

    private void Skip(Desk desk, string reason, AgentState then, string? thenReason)
    {
        if (desk.Preview is not { } prospect || desk.PreviewCampaign is not { } campaign) return;
        var rest = now + Duration.FromHours(1);
        Hold(new PreviewSkipped(now, campaign, prospect, desk.Agent, reason, Verdict.Again(rest, "skipped")));
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
        hopper.NextDue = signal.NextDue;
        // Asking again is cheap; asking too seldom would leave agents waiting for a list that was just imported.
        hopper.AskNotBefore = signal.Exhausted ? signal.NextDue is { } due && due > now && due < now + AskAgain ? due : now + AskAgain : null;
        foreach (var dossier in signal.Dossiers)
        {
            // It was read before a call of ours: the store knows better now, and is asked again.
            if (recent.IsOlder(dossier, signal.At)) continue;
            if (callbacks.TryGetValue(dossier.Prospect, out var callback))
            {
                if (callback.Due <= now) room.DueCallbacks[(callback.Due, dossier.Prospect)] = (callback, dossier);
            }
            else if (!beingCalled.ContainsKey(dossier.Customer) && !shown.Contains(dossier.Prospect) && hopper.Count < MostInHopper) hopper.Add(dossier);
        }
        Pace(room);
    }

    private void FillHopper(Room room)
    {
        var hopper = room.Hopper;
        if (room.Settings.Mode == DialMode.Manual || hopper.Count >= Math.Max(FewestInHopper / 2, room.Free.Count)) return;
        if (hopper.AskedAt is { } asked && now < asked + AskAgain) return;
        if (hopper.AskNotBefore is { } notBefore && now < notBefore) return;
        hopper.AskedAt = now;
        Instruct(new BringProspects(room.Settings.Id, Math.Min(MostInHopper, hopper.Count + Math.Max(FewestInHopper, 2 * room.Free.Count))));
    }

    private void Hear(PersonOpposed signal)
    {
        if (recent.HasHeard(signal.Customer, signal.Reference, signal.At)) return;
        Oppose(signal.Client, signal.Customer, signal.Reference);
        if (beingCalled.TryGetValue(signal.Customer, out var id) && attempts.TryGetValue(id, out var attempt)
            && attempt.Client == signal.Client && attempt.IsUnanswered)
            End(attempt, Outcome.Cancelled, "opposed", Verdict.Close("opposed"));
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
