using NodaTime;
using Plateau.Core.Clients;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Core.Prospecting;

namespace Plateau.Core.Floors;

/// <summary>The floor turns signals into facts and instructions: the whole of a centre's decisions, without clock, chance or waiting.</summary>
/// <remarks>
/// State changes only where a fact is folded (Floor.Fold.cs). A floor that folds its journal is therefore the floor that
/// wrote it, save for what is brought again after a restart: the hopper, the carrier's allowance of this second, and
/// whether the switch is there. One thread at a time; the grain around it sees to that.
/// </remarks>
public sealed partial class Floor
{
    /// <summary>Most prospects judged for one signal, so that a list of refusals can't hold up the floor.</summary>
    private const int MostJudgedAtOnce = 200;

    private readonly RuleBook book;
    private readonly Reaction reaction = new();
    private readonly Timers timers = new();
    private readonly Dictionary<ClientId, Client> clients = [];
    private readonly SortedDictionary<TrunkId, Trunk> trunks = [];
    private readonly SortedDictionary<CampaignId, Room> rooms = [];
    private Room[] ranked = [];
    private readonly Dictionary<AgentId, Desk> desks = [];
    private readonly Dictionary<AttemptId, Attempt> attempts = [];
    private readonly Dictionary<CustomerId, AttemptId> beingCalled = [];
    private readonly Dictionary<ProspectId, Callback> callbacks = [];
    private readonly Dictionary<string, (AttemptId Attempt, string Purpose)> recordings = [];
    private readonly HashSet<ProspectId> shown = [];
    private readonly SortedSet<AttemptId> parked = [];
    private readonly SortedDictionary<AgentId, AttemptId> monitoring = [];
    private readonly Dictionary<AttemptId, UnsaidCall> unsaid = [];
    private readonly Queue<UnsaidCall> unsaidInOrder = new();
    private readonly RecentMessages messages = new();
    private RecentAttempts recent = new();
    private Instant now;
    private long counted;
    private bool switchIsThere;

    /// <summary>The hash of the last decision; the next one continues it.</summary>
    private string chain = DecisionChain.Beginning;

    /// <summary>Whether each decision is linked to the one before it by its hash; not where a day is only asked about and nothing will be proven.</summary>
    public bool LinksDecisions { get; init; } = true;

    /// <param name="book">The law that this floor asks.</param>
    public Floor(RuleBook? book = null) => this.book = book ?? RuleBook.Standard;

    public string Name { get; private set; } = "";
    public string Mark { get; private set; } = "";

    /// <summary>The latest moment the floor has heard of.</summary>
    public Instant Now => now;
    public bool IsOpen => Name.Length > 0;
    public bool SwitchIsThere => switchIsThere;

    /// <summary>What of the law can't be read, as a code of the lexicon; null while all can. Nobody is dialled meanwhile.</summary>
    public string? LawFault { get; private set; }
    public IReadOnlyDictionary<AgentId, Desk> Desks => desks;
    public IReadOnlyDictionary<CampaignId, Room> Rooms => rooms;
    public IReadOnlyDictionary<AttemptId, Attempt> Attempts => attempts;
    public IReadOnlyDictionary<ProspectId, Callback> Callbacks => callbacks;
    public IReadOnlyDictionary<TrunkId, Trunk> Trunks => trunks;

    /// <summary>Recordings that the switch has not yet reported as closed.</summary>
    public int RecordingsOpen => recordings.Count;

    /// <summary>Takes one signal. A signal that says what the floor already knows, or what can't be any more, changes nothing.</summary>
    /// <returns>Facts to write, then instructions to carry out; both hold until the next call.</returns>
    public Reaction Handle(Signal signal)
    {
        reaction.Clear();
        // A late signal is about the past, but what follows from it becomes true now: facts never run backwards.
        var at = Instant.FromUnixTimeMilliseconds(signal.At.ToUnixTimeMilliseconds());
        if (at > now) now = at;
        NoteLag(signal, at);
        switch (signal)
        {
            case TimePassed: PassTime(); break;
            case CallRang rang: Hear(rang); break;
            case CallAnswered answered: Hear(answered); break;
            case CallFailed failed: Hear(failed); break;
            case CallEnded ended: Hear(ended); break;
            case CallJoined joined: Hear(joined); break;
            case NoticeFailed failed: Hear(failed); break;
            case SilenceBroken broken: Hear(broken); break;
            case DeskAnswered answered: Hear(answered); break;
            case DeskMissed missed: Hear(missed); break;
            case DeskReleased released: Hear(released); break;
            case DeskDisposed disposed: Hear(disposed); break;
            case DeskBecameReady ready: Hear(ready); break;
            case DeskWentAway away: Hear(away); break;
            case DeskLoggedIn login: Hear(login); break;
            case DeskLoggedOut logout: Hear(logout); break;
            case DeskDialled dialled: Hear(dialled); break;
            case DeskSkipped skipped: Hear(skipped); break;
            case DeskHeld held: Hear(held); break;
            case DeskRecorded recorded: Hear(recorded); break;
            case DeskKeyed keyed: Hear(keyed); break;
            case DeskConsulted consulted: Hear(consulted); break;
            case DeskTookBack tookBack: Hear(tookBack); break;
            case DeskTransferred transferred: Hear(transferred); break;
            case TelephoneWasLost gone: Hear(gone); break;
            case TelephoneCameBack back: Hear(back); break;
            case MonitorWasAsked asked: Hear(asked); break;
            case MonitorWasLeft left: Hear(left); break;
            case MonitorFellAway fell: Hear(fell); break;
            case AgentWasMoved moved: Hear(moved); break;
            case CertificationsEnded ended: Hear(ended); break;
            case AgentWasSignedOut signedOut: Hear(signedOut); break;
            case MessageWasSent sent: Hear(sent); break;
            case AppointmentWasBooked booked: Hear(booked); break;
            case AppointmentWasSettled settled: Hear(settled); break;
            case RecordingBegan: break;
            case RecordingEnded ended: Hear(ended); break;
            case ProspectsBrought brought: Hear(brought); break;
            case PermitWasLost lost: Hear(lost); break;
            case QuotaWasLost lost: Hear(lost); break;
            case HabitsWereRead read: Hear(read); break;
            case PersonOpposed opposed: Hear(opposed); break;
            case ConsentWithdrawn withdrawn: Hear(withdrawn); break;
            case SwitchConnected connected: Hear(connected); break;
            case SwitchLost lost: Hear(lost); break;
            case LawWasRead read: Hear(read); break;
            case CampaignWasSwitched switched: Hear(switched); break;
            case CampaignWasSet set: Set(set.Campaign); break;
            case ClientWasSet set: if (clients.GetValueOrDefault(set.Client.Id)?.SaysAs(set.Client) != true) Hold(new ClientSet(now, set.Client)); break;
            case ClientWasRetired retired: Hear(retired); break;
            case TrunkWasSet set: if (trunks.GetValueOrDefault(set.Trunk.Id)?.Limits.SaysAs(set.Trunk) != true) Hold(new TrunkSet(now, set.Trunk)); break;
            case FloorWasOpened opened: if (!IsOpen) Hold(new FloorOpened(now, opened.Floor, opened.Mark)); break;
            default: throw new InvalidOperationException($"the floor has no ear for {signal.GetType().Name}: give it one in {nameof(Handle)}");
        }
        return reaction;
    }

    /// <summary>Folds a fact of the journal, when a floor is built again from what was written.</summary>
    public void Fold(Fact fact)
    {
        if (fact.At > now) now = fact.At;
        Apply(fact);
    }

    /// <summary>Makes a fact true: written down and folded at once, so that the rest of the same decision sees it.</summary>
    private void Hold(Fact fact)
    {
        if (LinksDecisions && fact is IDecision) fact = ((IDecision)fact).Linked(DecisionChain.Next(chain, fact));
        reaction.Add(fact);
        Teach(fact);
        Apply(fact);
    }

    private void Instruct(Instruction instruction) => reaction.Add(instruction);

    private void Refuse(string place, string reason, string remedy) => reaction.Add(new Flaw(place, reason, remedy));

    private void Set(CampaignSettings campaign)
    {
        if (rooms.TryGetValue(campaign.Id, out var room) && room.Settings.Version >= campaign.Version) return;
        var shownBefore = room?.Settings.Mode == DialMode.Preview && campaign.Mode != DialMode.Preview
            ? desks.Values.Where(desk => desk.PreviewCampaign == campaign.Id && desk.Attempt is null).OrderBy(desk => desk.Agent).ToList()
            : [];
        Hold(new CampaignSet(now, campaign));
        // What stands before an agent can't be dialled by a click any more: they go back into the line.
        foreach (var desk in shownBefore) TakeBack(desk, "mode-changed", "mode-changed");
        StopRecordingsWithoutRight(rooms[campaign.Id]);
        if (room is not null) Pace(room);
    }

    private void Hear(CampaignWasSwitched signal)
    {
        if (!rooms.TryGetValue(signal.Campaign, out var room))
        {
            Refuse($"campaign {signal.Campaign}", "campaign-unknown", "enter the campaign first");
            return;
        }
        if (room.State == signal.State) return;
        if (signal.State == CampaignState.Running)
        {
            var flaws = room.Settings.Flaws(clients.GetValueOrDefault(room.Settings.Client), trunks.GetValueOrDefault(room.Settings.Trunk)?.Limits).ToList();
            if (flaws.Count == 0 && WithoutRight(room) is { } missing) flaws.Add(missing);
            foreach (var flaw in flaws) Instruct(flaw);
            if (flaws.Count > 0) return;
        }
        Hold(new CampaignSwitched(now, signal.Campaign, signal.State));
        if (signal.State == CampaignState.Running) Pace(room);
    }
}
