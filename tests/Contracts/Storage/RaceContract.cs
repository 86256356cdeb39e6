using System.Collections.Concurrent;
using NodaTime;
using Plateau.Core.Clients;
using Plateau.Core.Compliance;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Core.Prospecting;
using Plateau.Server.Floors;
using Plateau.Storage;
using Plateau.Storage.Centre;
using Plateau.Storage.Journals;
using Plateau.Storage.Prospecting;
using static Plateau.Contracts.Storage.Centres;

namespace Plateau.Contracts.Storage;

/// <summary>What two floors could both grant at one moment, only one of them gets: each has its own journal door to one database.</summary>
public abstract class RaceContract(IDatabase database)
{
    private const int People = 60;
    private static readonly TrunkId Line = new("line");
    private static readonly Instant Ten = Instant.FromUtc(2026, 11, 24, 9, 0);

    [Fact]
    public async Task Two_floors_that_ask_for_the_same_people_at_one_moment_never_call_anybody_more_than_the_law_lets_nor_twice_at_once()
    {
        var address = await database.NewAsync();
        await using var first = await OpenAsync(address);
        await using var second = await Store.OpenAsync(address, Cancelled);
        var (ringing, meeting) = (new ConcurrentDictionary<CustomerId, string>(), new Meeting(2));
        await using var north = new Racer(first, "north", new CampaignId("north"), ringing) { BeforeItDials = meeting.ComeAsync };
        await using var south = new Racer(second, "south", new CampaignId("south"), ringing) { BeforeItDials = meeting.ComeAsync };
        await Task.WhenAll(Task.Run(north.RunAsync, Cancelled), Task.Run(south.RunAsync, Cancelled));

        var calls = await Probe.TextsAsync(address, "SELECT customer_id || ':' || count(*) FROM attempt GROUP BY customer_id ORDER BY customer_id");
        calls.Should().HaveCount(People).And.OnlyContain(each => each.EndsWith(":4"), "everybody is called four times in all, by whichever floor, and no attempt is lost");
        (north.Dialled + south.Dialled).Should().Be(4 * People);
        (north.RacesLost + south.RacesLost).Should().BePositive("floors that never met prove nothing");
        north.TwiceAtOnce.Concat(south.TwiceAtOnce).Should().BeEmpty();
        var facts = await first.AllFactsAsync("north").ToListAsync(Cancelled);
        facts.AddRange(await first.AllFactsAsync("south").ToListAsync(Cancelled));
        facts.OfType<AttemptPermitted>().Should().HaveCount(4 * People);
        facts.OfType<DialRefused>().Select(refused => refused.Refusal.Rule).Should().NotContain(rule => rule != "FR-B2C-FREQ-4-30" && rule != Floor.BeingCalled);
        foreach (var stream in (string[])["north", "south"])
        {
            var proof = new ChainProof();
            await foreach (var entry in new Journal(first).ReadAsync(stream, 1, Cancelled)) proof.See(entry.Sequence, entry.Fact);
            proof.BrokenAt.Should().BeNull("decisions hang together also where a race was lost");
        }
    }

    [Fact]
    public async Task A_floor_that_brought_people_before_another_called_them_as_often_as_the_law_lets_is_refused_each_of_them_by_that_rule()
    {
        var address = await database.NewAsync();
        await using var first = await OpenAsync(address);
        await using var second = await Store.OpenAsync(address, Cancelled);
        var ringing = new ConcurrentDictionary<CustomerId, string>();
        await using var north = new Racer(first, "north", new CampaignId("north"), ringing);
        await using var south = new Racer(second, "south", new CampaignId("south"), ringing) { BeforeItDials = north.RunAsync };
        await south.RunAsync();

        (north.Dialled, south.Dialled).Should().Be((4 * People, 0));
        south.RacesLost.Should().BePositive("it held people whose four calls it did not know of");
        var refused = (await first.AllFactsAsync("south").ToListAsync(Cancelled)).OfType<DialRefused>().ToList();
        refused.Should().NotBeEmpty().And.OnlyContain(each => each.Refusal.Rule == "FR-B2C-FREQ-4-30");
    }

    [Fact]
    public async Task Two_floors_of_one_campaign_never_have_more_on_the_line_than_its_quota_lets_and_still_call_everybody()
    {
        const int Limit = 3;
        var address = await database.NewAsync();
        var campaign = Racer.Campaign(new CampaignId("north")) with { Quotas = [new("region", null, Limit)] };
        await using var first = await OpenAsync(address, campaign);
        await using var second = await Store.OpenAsync(address, Cancelled);
        var (ringing, meeting) = (new ConcurrentDictionary<CustomerId, string>(), new Meeting(2));
        await using var north = new Racer(first, "north", campaign.Id, ringing, campaign) { BeforeItDials = meeting.ComeAsync };
        await using var south = new Racer(second, "south", campaign.Id, ringing, campaign) { BeforeItDials = meeting.ComeAsync };
        await Task.WhenAll(Task.Run(north.RunAsync, Cancelled), Task.Run(south.RunAsync, Cancelled));

        (north.MostAtOnce, south.MostAtOnce).Should().Match<(int North, int South)>(most => most.North <= Limit && most.South <= Limit, "a call on the line may become a success");
        Math.Max(north.MostAtOnce, south.MostAtOnce).Should().Be(Limit, "a quota that is never used up proves nothing");
        (north.RacesLost + south.RacesLost).Should().BePositive("floors that never met prove nothing");
        (await Probe.TextsAsync(address, "SELECT customer_id || ':' || count(*) FROM attempt GROUP BY customer_id ORDER BY customer_id")).Should().HaveCount(People).And.OnlyContain(each => each.EndsWith(":4"), "nobody is lost to a race");
    }

    [Fact]
    public async Task A_call_that_a_quota_counts_is_written_only_while_there_is_room_and_one_by_hand_all_the_same()
    {
        await using var store = await OpenAsync(await database.NewAsync(), Racer.Campaign(new CampaignId("north")) with { Quotas = [new("region", null, 1)] });
        await using var journal = new Journal(store);
        AttemptPermitted Counted(string id, long customer, bool? counted = true) => Permitted(id, customer, 0) with { Counted = counted };
        await journal.AppendAsync("north", 0, [Counted("n-1", 1)], Cancelled);
        var late = () => journal.AppendAsync("south", 0, [Counted("s-2", 2)], Cancelled);
        var lost = (await late.Should().ThrowAsync<PermitLost>()).Which;
        (lost.Customers.Count, lost.Quotas[new("north")]["region=BRETAGNE"]).Should().Be((0, 0));
        var preview = () => journal.AppendAsync("south", 0, [new PreviewShown(Ten, new("north"), new(2), new(2), new("ann")) { Counted = true }], Cancelled);
        await preview.Should().ThrowAsync<PermitLost>("a prospect before an agent holds a place too");
        (await journal.LastSequenceAsync("south", Cancelled)).Should().Be(0);
        await journal.AppendAsync("south", 0, [Counted("s-3", 3, null)], Cancelled);
        await journal.AppendAsync("south", 1, [new AttemptEnded(Ten, new("s-3"), new("north"), new(3), Outcome.Busy, "17", Verdict.Again(Ten, "recycled"))], Cancelled);
        await journal.AppendAsync("north", 1, [new AttemptEnded(Ten, new("n-1"), new("north"), new(1), Outcome.Busy, "17", Verdict.Again(Ten, "recycled"))], Cancelled);
        (await journal.AppendAsync("south", 2, [Counted("s-2", 2)], Cancelled)).Should().Be(3, "the call came to nothing");
    }

    [Fact]
    public async Task Whoever_another_floor_has_on_the_line_stays_there_whatever_this_one_refuses()
    {
        var address = await database.NewAsync();
        await using var store = await OpenAsync(address);
        await using var journal = new Journal(store);
        DialRefused Refused(string campaign) => new(Ten, new(campaign), new(1), new(1), new Refusal(Floor.BeingCalled, "being-called", Ten + Duration.FromMinutes(5), []));
        Task<IReadOnlyList<string>> StandsAsync() => Probe.TextsAsync(address, "SELECT CAST(state AS text) FROM prospect WHERE id = 1");
        await journal.AppendAsync("north", 0, [Permitted("n-1", 1, known: 0), new AttemptPlaced(Ten, new("n-1"), new("north"), new(1), null, Line, DialMode.Predictive)], Cancelled);
        await journal.AppendAsync("south", 0, [Refused("south")], Cancelled);
        (await StandsAsync()).Should().Equal(["3"], "a call on the line may still become a success, and a quota counts it");
        await journal.AppendAsync("north", 2, [new AttemptEnded(Ten, new("n-1"), new("north"), new(1), Outcome.Busy, "17", Verdict.Again(Ten, "recycled")), new PreviewShown(Ten, new("north"), new(1), new(1), new("ann"))], Cancelled);
        (await StandsAsync()).Should().Equal("3");
        await journal.AppendAsync("north", 4, [Refused("north")], Cancelled);
        (await StandsAsync()).Should().Equal(["1"], "a floor lets go whom it showed an agent and then refused");
    }

    [Fact]
    public async Task A_permit_that_rests_on_an_old_count_is_not_written_and_the_journal_says_whose_it_was()
    {
        await using var store = await OpenAsync(await database.NewAsync());
        await using var journal = new Journal(store);
        await journal.AppendAsync("north", 0, [Permitted("n-1", 1, known: 0)], Cancelled);
        var late = () => journal.AppendAsync("south", 0, [Permitted("s-1", 1, known: 0), Permitted("s-2", 2, known: 0)], Cancelled);
        (await late.Should().ThrowAsync<PermitLost>()).Which.Customers.Should().Equal(new CustomerId(1));
        (await journal.LastSequenceAsync("south", Cancelled)).Should().Be(0, "nothing of a page is written whose permits do not all hold");
        await journal.AppendAsync("south", 0, [Permitted("s-1", 1, known: 1), Permitted("s-2", 2, known: 0)], Cancelled);
        var own = () => journal.AppendAsync("south", 0, [Permitted("s-1", 1, known: 1), Permitted("s-2", 2, known: 0)], Cancelled);
        (await own.Should().NotThrowAsync("our own facts told again are no race")).Subject.Should().Be(2);
    }

    [Fact]
    public async Task Nobody_is_dialled_while_another_floor_speaks_with_them_however_many_calls_are_left()
    {
        await using var store = await OpenAsync(await database.NewAsync());
        await using var journal = new Journal(store);
        var placed = new AttemptPlaced(Ten, new("n-1"), new("north"), new(1), null, Line, DialMode.Predictive);
        await journal.AppendAsync("north", 0, [Permitted("n-1", 1, known: 0), placed], Cancelled);
        var known = (await new CallHistory(store).ReadAsync([new CustomerId(1)], Ten, Cancelled)).Single();
        (known.Calls.Count, known.UnderWay).Should().Be((1, new AttemptId("n-1")));
        var meanwhile = () => journal.AppendAsync("south", 0, [Permitted("s-1", 1, known: 1)], Cancelled);
        await meanwhile.Should().ThrowAsync<PermitLost>();
        await journal.AppendAsync("north", 2, [new AttemptEnded(Ten, new("n-1"), new("north"), new(1), Outcome.Busy, "17", null)], Cancelled);
        await journal.AppendAsync("south", 0, [Permitted("s-1", 1, known: 1)], Cancelled);
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static AttemptPermitted Permitted(string id, long customer, int known) => new(
        Ten, new(id), new("north"), Acme, new(customer), new(customer), 1, new Permit("b", "t", "consent", "f", [], known, "+33199001234", "m1"), null, null) { Known = known };

    /// <summary>One client, the same people on a list for each of two campaigns.</summary>
    private static async Task<Store> OpenAsync(StoreAddress address, CampaignSettings? quotas = null)
    {
        var store = await Store.OpenAsync(address, Cancelled);
        var centre = new CentreBook(store);
        await centre.SetAsync(Racer.Client, Ten);
        await centre.SetAsync(new Programme(new ProgrammeId("sun"), Acme, "Sun"));
        foreach (var floor in (string[])["north", "south"])
        {
            await centre.SetListAsync(new ListId(floor), Acme, floor, Ten);
            await centre.SetAsync(Racer.Campaign(new CampaignId(floor)), Ten);
            await ImportAsync(store, Centres.People(People).Replace("telephone;", "region;telephone;", StringComparison.Ordinal).Replace("\n06", "\nBretagne;06", StringComparison.Ordinal), Order() with { List = new ListId(floor), At = Ten });
        }

        if (quotas is not null)
        {
            await new SegmentColumns(store).KeepUpAsync(quotas, null, Cancelled);
            await centre.SetAsync(quotas, Ten);
        }

        return store;
    }
}

/// <summary>A floor that calls whom it may as fast as it can, over a line on which everybody is busy.</summary>
internal sealed class Racer(Store store, string name, CampaignId campaign, ConcurrentDictionary<CustomerId, string> ringing, CampaignSettings? settings = null) : IAsyncDisposable
{
    private readonly HandClock clock = new();
    private readonly Queue<Signal> news = new();
    private readonly Dictionary<AttemptId, CustomerId> lines = [];
    private readonly HopperFeed feed = new(store);
    private readonly Journal journal = new(store);
    private OwnedFloor? owned;
    private bool hasBrought;

    public static readonly Client Client = new(Acme, "Acme", [new CallerId("+33162000001", "m1", new LocalDate(2026, 1, 1))])
    {
        Papers = [.. Enum.GetValues<PaperKind>().Select(kind => new Paper(kind, "P-1", new LocalDate(2026, 1, 1)))],
    };

    public static CampaignSettings Campaign(CampaignId id) =>
        new(id, 1, id.Value, Acme, new ProgrammeId("sun"), DialMode.Progressive, new TrunkId("line"), "+33162000001", "solar", [new ListId(id.Value)])
        {
            AttemptLimit = 50,
            Recycling = new Dictionary<Outcome, RecyclingRule> { [Outcome.Busy] = new(Duration.FromMinutes(1), 50) },
        };

    /// <summary>Waited for once, between the first people that the floor is brought and what it does with them.</summary>
    public Func<Task> BeforeItDials { get; init; } = () => Task.CompletedTask;

    public int Dialled { get; private set; }
    public int RacesLost => owned!.RacesLost;
    public int MostAtOnce { get; private set; }
    public List<string> TwiceAtOnce { get; } = [];

    /// <summary>Rounds of ten seconds, until nobody is left whom the law lets be called.</summary>
    public async Task RunAsync()
    {
        owned = new OwnedFloor(name, journal, new CallHistory(store), clock);
        await TellAsync(new ClientWasSet(Now, Client), new TrunkWasSet(Now, new TrunkLimits(new("line"), 100, 100)), new CampaignWasSet(Now, settings ?? Campaign(campaign)), new CampaignWasSwitched(Now, campaign, CampaignState.Running));
        await TellAsync(new SwitchConnected(Now, [], [], [], [], []));
        foreach (var agent in Enumerable.Range(1, 8)) await TellAsync(new DeskLoggedIn(Now, new($"a{agent}"), [campaign]), new DeskBecameReady(Now, new($"a{agent}")));
        while (Now < Instant.FromUtc(2026, 11, 24, 11, 0) && await IsAnybodyLeftAsync())
        {
            clock.Now += Duration.FromSeconds(10);
            await TellAsync(new TimePassed(Now));
        }
    }

    public ValueTask DisposeAsync() => journal.DisposeAsync();

    private Instant Now => clock.Now;

    private async Task<bool> IsAnybodyLeftAsync() => (await Probe.TextsAsync(store.Address, "SELECT 'left' FROM attempt GROUP BY 1 HAVING count(*) >= 240")).Count == 0;

    private async Task TellAsync(params IReadOnlyList<Signal> signals)
    {
        await HearAsync(signals);
        while (news.TryDequeue(out var next)) await HearAsync([next]);
    }

    private async Task HearAsync(IReadOnlyList<Signal> signals)
    {
        // The line is free a moment before the journal says so, never after.
        foreach (var failed in signals.OfType<CallFailed>()) ringing.TryRemove(lines[failed.Attempt], out _);
        await owned!.TakeAsync(signals);
        var permits = owned.Facts.OfType<AttemptPermitted>().ToDictionary(permit => permit.Attempt);
        foreach (var instruction in owned.Instructions)
            switch (instruction)
            {
                case BringProspects wish:
                    var brought = await feed.BringAsync(wish.Campaign, wish.Count, Now, wish.Closed);
                    if (!hasBrought) await BeforeItDials();
                    hasBrought = true;
                    news.Enqueue(new ProspectsBrought(Now, wish.Campaign, brought.Dossiers, brought.NextDue, brought.Exhausted) { Asked = wish.Asked, Left = brought.Left });
                    break;
                case Dial dial:
                    Dialled++;
                    var customer = permits[dial.Attempt].Customer;
                    if (!ringing.TryAdd(customer, name)) TwiceAtOnce.Add($"{dial.Attempt} rings {customer} while {ringing.GetValueOrDefault(customer)} does");
                    MostAtOnce = Math.Max(MostAtOnce, ringing.Count);
                    await Task.Yield();
                    lines[dial.Attempt] = customer;
                    news.Enqueue(new CallFailed(Now, dial.Attempt, Outcome.Busy, "17"));
                    break;
            }
    }

    private sealed class HandClock : IClock
    {
        public Instant Now { get; set; } = Instant.FromUtc(2026, 11, 24, 9, 0);

        public Instant GetCurrentInstant() => Now;
    }
}

/// <summary>Lets nobody go on before all have come.</summary>
internal sealed class Meeting(int floors)
{
    private readonly TaskCompletionSource everybody = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int here;

    public Task ComeAsync()
    {
        if (Interlocked.Increment(ref here) == floors) everybody.SetResult();
        return everybody.Task;
    }
}

internal static class RaceReading
{
    public static async IAsyncEnumerable<Fact> AllFactsAsync(this Store store, string stream)
    {
        await using var journal = new Journal(store);
        await foreach (var entry in journal.ReadAsync(stream)) yield return entry.Fact;
    }
}

public sealed class RaceOnSqlite(SqliteDatabase database) : RaceContract(database), IClassFixture<SqliteDatabase>;

public sealed class RaceOnPostgres(PostgresOfTheTests postgres) : RaceContract(new PostgresDatabase(postgres));
