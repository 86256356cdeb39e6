using CsCheck;
using NodaTime;
using Plateau.Core.Appointments;
using Plateau.Core.Compliance;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Core.Prospecting;
using static Plateau.Specs.Floors.FloorScript;

namespace Plateau.Specs.Floors;

/// <summary>One step of an invented world: four numbers that become a signal which fits the floor as it stands, or nearly.</summary>
public readonly record struct Step(int Kind, int Which, int Other, int Milliseconds)
{
    private static readonly AgentId[] Agents = [new("ann"), new("bob"), new("eve"), new("joe")];
    private static readonly CampaignId[] Campaigns = [Spring, new("preview"), new("by-hand"), new("unknown")];
    private static readonly string[] Codes = ["sale", "callback", "refusal", "opposition", "wrong-number", "machine", "appointment", "nonsense"];
    private static readonly Outcome[] Outcomes = Enum.GetValues<Outcome>();

    public static Gen<Step> Any { get; } = Gen.Select(
        Gen.Int[0, 119], Gen.Int[0, 1000], Gen.Int[0, 1000], Gen.Frequency((3, Gen.Int[0, 900]), (5, Gen.Int[0, 8_000]), (1, Gen.Int[0, 400_000])),
        (kind, which, other, wait) => new Step(kind, which, other, wait));

    /// <summary>The signal of this step, at a moment that may lie a little in the past.</summary>
    public Signal On(Floor floor)
    {
        var now = floor.Now + Duration.FromMilliseconds(Other % 7 == 0 ? -Milliseconds / 10 : Milliseconds);
        var agent = Agents[Which % Agents.Length];
        var campaign = Campaigns[Other % 9 == 0 ? 3 : Which / 4 % 3];
        var attempt = AttemptOf(floor);
        var known = floor.Attempts.GetValueOrDefault(attempt);
        var (its, offer) = Other % 6 == 0 ? (agent, Which % 3) : (known?.Agent ?? agent, known?.Offer ?? 1);
        return Kind switch
        {
            < 3 => new DeskLoggedIn(now, agent, Other % 3 == 0 ? [campaign] : Campaigns[..3]),
            < 10 => new DeskBecameReady(now, agent),
            10 => new DeskWentAway(now, agent, Other % 2 == 0 ? "meal" : "training"),
            11 => new DeskLoggedOut(now, agent),
            < 18 => new ProspectsBrought(now, campaign, [.. Dossiers(floor)], null, Other % 2 == 0),
            < 20 => new CallRang(now, attempt),
            < 26 => new CallAnswered(now, attempt, (AnsweredBy)(Other % 4)),
            < 30 => new CallFailed(now, attempt, Outcomes[Other % Outcomes.Length], "code"),
            30 or 31 when floor.Attempts.Values.Where(each => each.NoticeAt is not null).MinBy(each => each.Id) is { } told => new NoticeFailed(now, told.Id, told.Notices - Other % 4 / 3),
            32 when Other % 3 == 0 => new SilenceBroken(now, attempt, Which % 3 == 0 ? null : "notice"),
            < 33 => new CallEnded(now, attempt, "bye"),
            < 38 => new DeskAnswered(now, attempt, its, offer),
            38 => new DeskMissed(now, attempt, its, offer, "busy"),
            < 43 => new CallJoined(now, attempt, its),
            43 => new DeskReleased(now, attempt, its),
            44 => new DeskHeld(now, attempt, its, Other % 2 == 0),
            45 => new DeskRecorded(now, attempt, its, (RecordingCommand)(Other % 4), Which % 5 == 0 ? null : "quality"),
            46 => new RecordingEnded(now, new($"{attempt}-r{1 + Other % 2}"), Duration.FromSeconds(Other), Other % 2 == 0),
            < 50 => new DeskDisposed(now, attempt, its, Codes[Other % Codes.Length], Which % 4 == 0 ? null : now + Duration.FromMinutes(Which), Which % 3 == 0),
            50 => new DeskDialled(now, agent, campaign, Dossiers(floor).First()),
            51 => new DeskDialled(now, agent, new("preview"), Person(floor, floor.Desks.GetValueOrDefault(agent)?.Preview?.Value ?? 1)),
            52 => new DeskSkipped(now, agent, floor.Desks.GetValueOrDefault(agent)?.Preview ?? new(1), "not-now"),
            53 when Which % 3 == 1 => new ConsentWithdrawn(now, Acme, new(1 + Other % 12), "by letter"),
            53 when Which % 3 == 0 => new PersonOpposed(now, Acme, new(1 + Other % 12), "by letter"),
            53 => new LawWasRead(now, Other % 5 == 0 ? "law-tables" : null),
            55 when Which % 3 == 0 => new SwitchLost(now, Other % 2 == 0),
            54 or 55 => Census(now, floor),
            56 => new CampaignWasSwitched(now, campaign, Other % 3 == 0 ? (CampaignState)(Which % 3) : CampaignState.Running),
            57 => new CampaignWasSet(now, floor.Rooms[Spring].Settings with { Version = 1 + Other, Priority = Which % 5, DetectMachines = Which % 2 == 0, Mode = Which % 3 == 0 ? (DialMode)(Other % 5) : DialMode.Progressive, Notice = "notice", AutoAnswer = Which % 2 == 0 }),
            58 => Which % 2 == 0 ? new ClientWasSet(now, FloorScript.Client() with { Id = new("brief") }) : new ClientWasRetired(now, new("brief")),
            59 when Which % 3 > 0 => Which % 2 == 0
                ? new AppointmentWasBooked(now, attempt, known?.Campaign ?? campaign, known?.Prospect ?? new(1), known?.Customer ?? new(1), its, new($"m-{Other % 5}"))
                : new AppointmentWasSettled(now, new($"m-{Other % 5}"), campaign, new(1 + Other % 12), new(1 + Other % 12), AppointmentState.Booked, (AppointmentState)(Which % 4)),
            < 60 => new TimePassed(now),
            < 64 => new DeskConsulted(now, attempt, its, agent),
            64 => new DeskTookBack(now, attempt, its),
            < 67 => new DeskTransferred(now, attempt, its, Other % 2 == 0 ? agent : null),
            67 => new DeskKeyed(now, attempt, its, Which % 3 == 0 ? "x" : "12#"),
            68 => new TelephoneWasLost(now, Other % 2 == 0 ? agent : its),
            69 or 70 => new TelephoneCameBack(now, Other % 3 == 0 ? agent : LostOne(floor) ?? agent),
            < 73 => new MonitorWasAsked(now, Other % 5 == 0 ? agent : new("sue"), its, (MonitorMode)(Which % 3)),
            73 => Which % 2 == 0 ? new MonitorWasLeft(now, new("sue")) : new MonitorFellAway(now, attempt, new("sue"), 1 + Other % 2),
            74 => Which % 4 == 0 ? new CertificationsEnded(now, agent, [campaign]) : new AgentWasMoved(now, agent, Other % 2 == 0 ? [campaign] : Campaigns[..3], new("sue")),
            75 => Which % 3 == 0 ? new AgentWasSignedOut(now, agent, new("sue")) : new MessageWasSent(now, $"m{Which}", new("sue"), Other % 2 == 0 ? agent : null),
            76 => Helped(now, attempt, known) ?? new TimePassed(now),
            _ => Forward(floor, now, known, attempt, its, offer),
        };
    }

    /// <summary>What an attempt waits for, so that many get as far as a conversation.</summary>
    private Signal Forward(Floor floor, Instant now, Attempt? known, AttemptId attempt, AgentId its, int offer) => known?.Stage switch
    {
        AttemptStage.Connected when known.Consult is { Joined: true } && Which % 3 == 0 => new DeskTransferred(now, attempt, its),
        AttemptStage.Connected when known.Consult is { Joined: false } asked => new CallJoined(now, attempt, asked.Colleague),
        AttemptStage.Placed or AttemptStage.Ringing => new CallAnswered(now, attempt, AnsweredBy.Unknown),
        AttemptStage.Offered => new DeskAnswered(now, attempt, its, offer),
        AttemptStage.Accepted => new CallJoined(now, attempt, its),
        AttemptStage.Connected when Which % 5 == 0 => new DeskHeld(now, attempt, its, !known.Held),
        AttemptStage.Connected when Which % 5 < 4 => new DeskRecorded(now, attempt, its, (RecordingCommand)(Other % 4), "quality"),
        AttemptStage.Connected => new CallEnded(now, attempt, "bye"),
        AttemptStage.Released => new DeskDisposed(now, attempt, its, Which % 2 == 0 ? "callback" : Codes[Other % Codes.Length], now + Duration.FromSeconds(1 + Which / 10), Which % 3 == 0),
        _ => new ProspectsBrought(now, Campaigns[Which % 2], [.. Dossiers(floor)], null, false),
    };

    /// <summary>What a colleague who is asked does: misses it, or leaves.</summary>
    private Signal? Helped(Instant now, AttemptId attempt, Attempt? known) => known?.Consult is not { } consult ? null
        : Which % 2 == 0 ? new DeskMissed(now, attempt, consult.Colleague, consult.Offer, "busy") : new DeskReleased(now, attempt, consult.Colleague);

    private static AgentId? LostOne(Floor floor) =>
        floor.Desks.Values.Where(desk => desk.TelephoneIsLost).OrderBy(desk => desk.Agent).Select(desk => (AgentId?)desk.Agent).FirstOrDefault();

    private AttemptId AttemptOf(Floor floor)
    {
        var living = floor.Attempts.Keys.Order().ToList();
        return living.Count > 0 && Other % 8 != 0 ? living[Which % living.Count] : new($"t-{1 + Which % 20}");
    }

    /// <summary>A few people, and sometimes those to whom a callback was promised.</summary>
    private IEnumerable<Dossier> Dossiers(Floor floor)
    {
        if (Other % 2 == 0)
            foreach (var promised in floor.Callbacks.Keys.Order()) yield return Person(floor, promised.Value);
        for (var person = 0; person < 1 + Other % 3; person++) yield return Person(floor, 1 + (1 + Which + person) % 12);
    }

    private static Dossier Person(Floor floor, long id) => Prospect(id) with
    {
        Customer = new(id > 8 ? id - 4 : id),
        Consents = id == 3 ? [] : Prospect(id).Consents,
        Zones = id == 5 ? ["Indian/Reunion"] : id == 6 ? [] : ["Europe/Paris"],
        Tried = (int)(floor.Now.ToUnixTimeSeconds() % 3),
    };

    private SwitchConnected Census(Instant now, Floor floor)
    {
        var (skip, all) = (Which, floor.Attempts.Keys.Order().Append(new AttemptId("t-99")).ToList());
        List<AttemptId> Some(int salt) => [.. all.Where((_, index) => (skip >> ((index + salt) % 10)) % 2 == 0)];
        return new(now, Some(0), Some(1), Some(2), Some(3), [.. floor.Attempts.Values.Where(attempt => attempt.Recording is not null).Select(attempt => attempt.Recording!.Value).Order(Comparer<RecordingId>.Create((a, b) => string.CompareOrdinal(a.Value, b.Value)))]);
    }
}
