using Plateau.Core.Clients;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Core.Prospecting;

namespace Plateau.Core.Floors;

/// <summary>How each fact changes the floor: the only place where its state changes.</summary>
public sealed partial class Floor
{
    private void Apply(Fact fact)
    {
        if (fact is IDecision { Chain: { } link }) chain = link;
        switch (fact)
        {
            case FloorOpened opened: (Name, Mark) = (opened.Floor, opened.Mark); break;
            case ClientSet set: Know(set.Client); break;
            case ClientRetired retired: Retire(retired.Client); break;
            case TrunkSet set: if (trunks.TryGetValue(set.Trunk.Id, out var trunk)) trunk.Change(set.Trunk); else trunks[set.Trunk.Id] = new Trunk(set.Trunk); break;
            case CampaignSet set: Open(set.Campaign); break;
            case CampaignSwitched switched: Switch(rooms[switched.Campaign], switched.State); break;
            case AgentLoggedIn login: LogIn(login); break;
            case AgentReady ready: Become(desks[ready.Agent], AgentState.Ready, null); break;
            case AgentAway away: Become(desks[away.Agent], AgentState.Away, away.Reason); break;
            case AgentLoggedOut logout: Become(desks[logout.Agent], AgentState.LoggedOut, null); break;
            case AgentWished wished: Wish(desks[wished.Agent], wished); break;
            case PreviewShown shown: Preview(desks[shown.Agent], shown); break;
            case PreviewSkipped skipped: PutAway(desks[skipped.Agent]); desks[skipped.Agent].TakenBack = skipped.TakenBack; break;
            case AttemptPermitted permitted: Permit(permitted); break;
            case AttemptPlaced placed: Place(placed); break;
            case AttemptRang rang: attempts[rang.Attempt].Stage = AttemptStage.Ringing; break;
            case AttemptAnswered answered: Answer(answered); break;
            case NoticeGiven given: Give(given); break;
            case NoticeUnheard unheard: Miss(unheard); break;
            case MachineSampled sampled: Sample(sampled); break;
            case PacingSampled sampled: rooms[sampled.Campaign].Paced = sampled; break;
            case AttemptReassigned moved: Reassign(moved); break;
            case Offered offered: Offer(offered); break;
            case OfferAccepted accepted: Accept(accepted); break;
            case OfferMissed missed: Miss(missed); break;
            case Connected connected: Connect(attempts[connected.Attempt], connected); break;
            case HoldStarted held: attempts[held.Attempt].Held = true; break;
            case HoldEnded held: attempts[held.Attempt].Held = false; break;
            case RecordingOrdered ordered: Order(ordered); break;
            case RecordingPaused paused: attempts[paused.Attempt].RecordingPaused = paused.Paused; break;
            case RecordingStopped stopped: Stop(stopped); break;
            case RecordingKept kept: Archive(kept); break;
            case Released released: Release(released); break;
            case AttemptEnded ended: End(ended); break;
            case Disposed disposed: Dispose(disposed); break;
            case AppointmentBooked booked: Book(booked); break;
            case AppointmentSettled settled: Settle(settled); break;
            case CallbackKept kept: Keep(kept); break;
            case CallbackClosed closed: Close(closed.Prospect); break;
            case DialRefused refused: rooms[refused.Campaign].Judged++; break;
            case AttemptExamined: break;
            case ConsentWithdrawalRecorded withdrawn: Withdraw(withdrawn); break;
            case OppositionRecorded opposed: Oppose(opposed); break;
            case LawLost gone: LawFault = gone.Reason; break;
            case LawReturned: LawFault = null; break;
            case TelephoneLost lost: Telephone(desks[lost.Agent], lost: true); break;
            case TelephoneReturned back: Telephone(desks[back.Agent], lost: false); break;
            case CustomerParked left: Park(left); break;
            case AgentLeftCall left: Leave(left); break;
            case ConsultAsked asked: Ask(asked); break;
            case ConsultJoined joined: JoinConsult(joined); break;
            case ConsultEnded ended: EndConsult(ended); break;
            case Transferred transferred: Transfer(transferred); break;
            case MonitorStarted started: Start(started); break;
            case MonitorEnded ended: Stop(ended); break;
            case AgentMoved moved: Move(desks[moved.Agent], moved.Campaigns); break;
            case CampaignsClosed closed: Move(desks[closed.Agent], [.. desks[closed.Agent].Campaigns.Except(closed.Campaigns)]); break;
            case MessageSent sent: messages.Add(sent.Message); break;
            case AgentSignedOut: break; // Kept as evidence; nothing hangs on it.
            default: throw new InvalidOperationException($"the floor folds no {fact.GetType().Name}: give it a line in {nameof(Apply)}");
        }
    }

    private void Know(Client client)
    {
        clients[client.Id] = client;
        // What the client keeps of prudence may open or close an hour.
        foreach (var room in rooms.Values)
            if (room.Settings.Client == client.Id) room.Closed.Clear();
    }

    private void Open(CampaignSettings settings)
    {
        if (rooms.TryGetValue(settings.Id, out var room))
        {
            if (room.Settings.Notice != settings.Notice) room.Unheard = null;
            room.Settings = settings;
            // The lists may be others now; whoever is still to be called is brought again.
            room.Hopper.Clear(settings.Mix);
            room.Closed.Clear();
        }
        else
        {
            rooms[settings.Id] = new Room(settings);
            // Agents may have come before their campaign.
            foreach (var desk in desks.Values) Enlist(desk);
        }
        Rank();
    }

    /// <summary>Whoever starts a campaign has seen to its notice.</summary>
    private static void Switch(Room room, CampaignState state)
    {
        room.State = state;
        if (state == CampaignState.Running) room.Unheard = null;
    }

    /// <summary>Whoever has the greatest priority is served first; among equals, by id.</summary>
    private void Rank() => ranked = [.. rooms.Values.OrderByDescending(room => room.Settings.Priority).ThenBy(room => room.Settings.Id)];

    private void LogIn(AgentLoggedIn login)
    {
        if (!desks.TryGetValue(login.Agent, out var desk)) desks[login.Agent] = desk = new Desk(login.Agent);
        Delist(desk);
        desk.Campaigns = login.Campaigns;
        (desk.State, desk.Since, desk.Reason, desk.Wish, desk.WishReason, desk.TelephoneIsLost) = (AgentState.Away, login.At, AwayReasons.JustLoggedIn, null, null, false);
    }

    private void Become(Desk desk, AgentState state, string? reason)
    {
        Delist(desk);
        (desk.State, desk.Since, desk.Reason) = (state, now, reason);
        if (state is AgentState.Ready) desk.ReadySince = now;
        else desk.TakenBack = null;
        if (state is AgentState.Ready or AgentState.Away or AgentState.LoggedOut) (desk.Wish, desk.WishReason) = (null, null);
        Enlist(desk);
    }

    private static void Wish(Desk desk, AgentWished wished) =>
        (desk.Wish, desk.WishReason) = (wished.Wish == AgentState.Ready ? null : wished.Wish, wished.Reason);

    private void Preview(Desk desk, PreviewShown before)
    {
        Delist(desk);
        (desk.Preview, desk.PreviewCampaign, desk.State, desk.Since) = (before.Prospect, before.Campaign, AgentState.Offered, before.At);
        shown.Add(before.Prospect);
        timers.Set(before.At + rooms[before.Campaign].Settings.PreviewLimit, new Timer(TimerKind.PreviewTooLong, Agent: desk.Agent, Prospect: before.Prospect));
    }

    private void PutAway(Desk desk)
    {
        if (desk.Preview is { } prospect) shown.Remove(prospect);
        (desk.Preview, desk.PreviewCampaign, desk.Looked) = (null, null, null);
    }

    private void Permit(AttemptPermitted permitted)
    {
        counted++;
        rooms[permitted.Campaign].Judged++;
        attempts[permitted.Attempt] = new Attempt(permitted.Attempt, permitted.Campaign, permitted.Client, permitted.Prospect, permitted.Customer) { Tried = permitted.Tried, Number = permitted.Number?.Rank, OtherNumbers = permitted.Number?.Others ?? 0, Ground = permitted.Permit.Ground };
    }

    private void Place(AttemptPlaced placed)
    {
        var attempt = attempts[placed.Attempt];
        (attempt.PlacedAt, attempt.Agent, attempt.Trunk, attempt.IsAhead) = (placed.At, placed.Agent, placed.Trunk, placed.Agent is null);
        beingCalled[attempt.Customer] = attempt.Id;
        recent.Add(attempt.Customer, placed.At);
        trunks[placed.Trunk].Calls++;
        rooms[placed.Campaign].Live++;
        foreach (var room in ranked) room.Hopper.Remove(attempt.Customer);
        if (placed.Agent is { } waiting) Await(desks[waiting], attempt);
        else rooms[placed.Campaign].Ringing.Add(placed.At);
        timers.Set(placed.At + rooms[placed.Campaign].Settings.RingTimeout + NewsAfterRinging, new Timer(TimerKind.AttemptWithoutNews, attempt.Id));
    }

    private void Await(Desk desk, Attempt attempt)
    {
        Delist(desk);
        (desk.Attempt, desk.TakenBack) = (attempt.Id, null);
        PutAway(desk);
    }

    private void Reassign(AttemptReassigned moved)
    {
        if (desks[moved.From].Attempt == moved.Attempt) desks[moved.From].Attempt = null;
        var to = desks[moved.To];
        Delist(to);
        to.Attempt = moved.Attempt;
        attempts[moved.Attempt].Agent = moved.To;
    }

    private void Offer(Offered offered)
    {
        var (attempt, desk) = (attempts[offered.Attempt], desks[offered.Agent]);
        (attempt.Stage, attempt.Agent, attempt.Offer, attempt.Offers) = (AttemptStage.Offered, offered.Agent, offered.Offer, offered.Offer);
        parked.Remove(attempt.Id);
        Unwait(attempt);
        Delist(desk);
        (desk.Attempt, desk.State, desk.Since) = (attempt.Id, AgentState.Offered, offered.At);
        timers.Set(offered.At + OfferLimit, new Timer(TimerKind.OfferWithoutAnswer, attempt.Id, Offer: offered.Offer));
    }

    private void Accept(OfferAccepted accepted)
    {
        attempts[accepted.Attempt].Stage = AttemptStage.Accepted;
        (desks[accepted.Agent].State, desks[accepted.Agent].Since) = (AgentState.Engaged, accepted.At);
        timers.Set(accepted.At + JoinLimit, new Timer(TimerKind.JoinWithoutNews, accepted.Attempt, Offer: accepted.Offer));
    }

    private void Miss(OfferMissed missed)
    {
        var attempt = attempts[missed.Attempt];
        (attempt.Stage, attempt.Agent) = (AttemptStage.Answered, null);
        if (attempt.ParkedAt is not null) Wait(attempt);
        else if (attempt.IsAhead) AwaitAgent(attempt, missed.At);
        desks[missed.Agent].Attempt = null;
    }

    private void Order(RecordingOrdered ordered)
    {
        var attempt = attempts[ordered.Attempt];
        attempt.Recordings++;
        (attempt.Recording, attempt.RecordingPaused, attempt.RecordsByPlan) = (ordered.Recording, false, ordered.By is null);
        recordings[ordered.Recording.Value] = (ordered.Attempt, ordered.Purpose);
    }

    private void Stop(RecordingStopped stopped)
    {
        attempts[stopped.Attempt].Recording = null;
        timers.Set(stopped.At + RecordingLimit, new Timer(TimerKind.RecordingWithoutEnd, stopped.Attempt, Recording: stopped.Recording));
    }

    /// <summary>A recording may end by itself (a full disk, a limit of the switch); then there is nothing left to stop.</summary>
    private void Archive(RecordingKept kept)
    {
        recordings.Remove(kept.Recording.Value);
        if (attempts.TryGetValue(kept.Attempt, out var attempt) && attempt.Recording == kept.Recording) attempt.Recording = null;
    }

    private void Release(Released released)
    {
        var (attempt, desk) = (attempts[released.Attempt], desks[released.Agent]);
        (attempt.Stage, attempt.ParkedAt) = (AttemptStage.Released, null);
        parked.Remove(attempt.Id);
        (desk.State, desk.Since) = (AgentState.WrapUp, released.At);
        timers.Set(released.At + rooms[attempt.Campaign].Settings.WrapUpLimit, new Timer(TimerKind.WrapUpTooLong, attempt.Id, desk.Agent));
    }

    private void End(AttemptEnded ended)
    {
        var attempt = attempts[ended.Attempt];
        trunks[attempt.Trunk].Calls--;
        rooms[attempt.Campaign].Live--;
        if (attempt is { IsAhead: true, IsUnanswered: true }) rooms[attempt.Campaign].Ringing.Remove(attempt.PlacedAt);
        Unwait(attempt);
        if (ended.Outcome == Outcome.Abandoned && attempt.NoticeAt is null) Count(rooms[attempt.Campaign], 0, 1);
        if (ended.Outcome == Outcome.Machine) CountMachine(rooms[attempt.Campaign]);
        // Until the agent has said what came of it, nobody calls this person again: they may just have objected.
        if (attempt.Stage == AttemptStage.Released) return;
        parked.Remove(attempt.Id);
        var waiting = attempt.Agent is { } agent && desks[agent].Attempt == attempt.Id ? desks[agent] : null;
        // Somebody spoke: the disposition that the floor gives in their place follows.
        if (attempt.Handler is not null) (attempt.Stage, attempt.Agent) = (AttemptStage.Released, null);
        else
        {
            beingCalled.Remove(attempt.Customer);
            attempts.Remove(attempt.Id);
        }
        if (waiting is null) return;
        waiting.Attempt = null;
        Enlist(waiting);
    }

    private void Dispose(Disposed disposed)
    {
        if (attempts.Remove(disposed.Attempt, out var attempt))
        {
            beingCalled.Remove(attempt.Customer);
            if (attempt.TakenForMachine is { } machine && disposed.By is not null) TellTruth(rooms[attempt.Campaign], machine, disposed.Effect);
            if (disposed.By is null) RememberUnsaid(new UnsaidCall(disposed.Attempt, disposed.Campaign, attempt.Client, attempt.Customer, disposed.Agent, disposed.At));
        }
        if (desks[disposed.Agent].Attempt == disposed.Attempt) desks[disposed.Agent].Attempt = null;
    }

    private void Keep(CallbackKept kept)
    {
        Close(kept.Prospect);
        callbacks[kept.Prospect] = new Callback(kept.Campaign, kept.Prospect, kept.Customer, kept.Due, kept.Agent);
        timers.Set(kept.Due, new Timer(TimerKind.CallbackDue, Prospect: kept.Prospect, Due: kept.Due));
    }

    private void Close(ProspectId prospect)
    {
        if (callbacks.Remove(prospect, out var callback)) rooms[callback.Campaign].DueCallbacks.Remove((callback.Due, prospect));
    }

    private void Withdraw(ConsentWithdrawalRecorded withdrawn)
    {
        recent.Withdraw(withdrawn.Customer, withdrawn.At);
        foreach (var room in rooms.Values)
            if (room.Settings.Client == withdrawn.Client) room.Hopper.Remove(withdrawn.Customer);
    }

    private void Oppose(OppositionRecorded opposed)
    {
        recent.Oppose(opposed.Customer, new Opposition(opposed.At, opposed.Reference));
        foreach (var call in unsaid.Values.Where(call => call.Client == opposed.Client && call.Customer == opposed.Customer).ToList()) unsaid.Remove(call.Attempt);
        foreach (var room in rooms.Values)
            if (room.Settings.Client == opposed.Client) room.Hopper.Remove(opposed.Customer);
    }

    private void Enlist(Desk desk)
    {
        if (!desk.IsFree) return;
        foreach (var campaign in desk.Campaigns)
            if (rooms.TryGetValue(campaign, out var room)) room.Free.Add((desk.ReadySince, desk.Agent));
    }

    private void Delist(Desk desk)
    {
        foreach (var campaign in desk.Campaigns)
            if (rooms.TryGetValue(campaign, out var room)) room.Free.Remove((desk.ReadySince, desk.Agent));
    }
}
