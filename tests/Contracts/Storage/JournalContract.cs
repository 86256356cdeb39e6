using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Core.Prospecting;
using Plateau.Storage.Centre;
using Plateau.Storage.Journals;
using Plateau.Storage.Prospecting;
using static Plateau.Contracts.Storage.Centres;

namespace Plateau.Contracts.Storage;

/// <summary>What holds of the journal and of what is drawn from it, on either database.</summary>
public abstract class JournalContract(IDatabase database)
{
    private const string Floor = "floor";

    [Fact]
    public async Task Facts_come_back_in_order_from_any_place()
    {
        await using var store = await OpenWithCentreAsync(database);
        await using var journal = new Journal(store);
        (await journal.AppendAsync(Floor, 0, [Ready(1), Ready(2)], Cancelled)).Should().Be(2);
        (await journal.AppendAsync(Floor, 2, [Ready(3)], Cancelled)).Should().Be(3);
        (await journal.AppendAsync("other", 0, [Ready(9)], Cancelled)).Should().Be(1);
        (await journal.ReadAsync(Floor, 2, Cancelled).ToListAsync(Cancelled)).Should().Equal(new Recorded(2, Ready(2)), new Recorded(3, Ready(3)));
        (await journal.LastSequenceAsync(Floor, Cancelled)).Should().Be(3);
        (await journal.StreamsAsync(Cancelled)).Should().Equal(new StreamEnd(Floor, 3), new StreamEnd("other", 1));
    }

    [Fact]
    public async Task A_stale_owner_can_not_append_and_neither_can_one_who_skips()
    {
        await using var store = await OpenWithCentreAsync(database);
        await using var journal = new Journal(store);
        await journal.AppendAsync(Floor, 0, [Ready(1), Ready(2)], Cancelled);
        foreach (var expected in (long[])[0, 1, 5])
        {
            var append = () => journal.AppendAsync(Floor, expected, [Ready(7)], Cancelled);
            await append.Should().ThrowAsync<StaleAppend>();
        }

        (await journal.LastSequenceAsync(Floor, Cancelled)).Should().Be(2);
    }

    [Fact]
    public async Task Of_many_owners_at_once_one_writes()
    {
        await using var store = await OpenWithCentreAsync(database);
        await using var journal = new Journal(store);
        var owners = Enumerable.Range(1, 8).Select(async owner =>
        {
            try
            {
                await journal.AppendAsync(Floor, 0, [Ready(owner)], Cancelled);
                return 1;
            }
            catch (StaleAppend)
            {
                return 0;
            }
        });
        (await Task.WhenAll(owners)).Sum().Should().Be(1);
    }

    [Fact]
    public async Task The_same_append_again_is_recognised_as_written()
    {
        await using var store = await OpenWithCentreAsync(database);
        await using var journal = new Journal(store);
        await journal.AppendAsync(Floor, 0, [Ready(1), Ready(2)], Cancelled);
        (await journal.AppendAsync(Floor, 0, [Ready(1), Ready(2)], Cancelled)).Should().Be(2);
        (await journal.LastSequenceAsync(Floor, Cancelled)).Should().Be(2);
    }

    [Fact]
    public async Task An_attempt_is_placed_once_whatever_stream_asks()
    {
        await using var store = await OpenWithCentreAsync(database);
        await using var journal = new Journal(store);
        await journal.AppendAsync(Floor, 0, [Permitted("a-1", 1, 1, Noon)], Cancelled);
        var twice = () => journal.AppendAsync("zombie", 0, [Permitted("a-1", 1, 1, Noon)], Cancelled);
        await twice.Should().ThrowAsync<AttemptOnRecord>();
        (await journal.LastSequenceAsync("zombie", Cancelled)).Should().Be(0);
    }

    [Fact]
    public async Task A_snapshot_gives_way_only_to_a_later_one()
    {
        await using var store = await OpenWithCentreAsync(database);
        await using var journal = new Journal(store);
        (await journal.LoadSnapshotAsync(Floor, Cancelled)).Should().BeNull();
        await journal.SaveSnapshotAsync(Floor, new StoredSnapshot(7, new byte[] { 7 }), Noon, Cancelled);
        await journal.SaveSnapshotAsync(Floor, new StoredSnapshot(5, new byte[] { 5 }), Noon, Cancelled);
        var kept = await journal.LoadSnapshotAsync(Floor, Cancelled);
        kept!.Sequence.Should().Be(7);
        kept.Payload.ToArray().Should().Equal(7);
    }

    [Fact]
    public async Task Whoever_is_where_no_hour_is_lawful_is_passed_over_and_those_behind_come_forward()
    {
        await using var store = await OpenWithCentreAsync(database);
        const string heads = "telephone;nom;fuseau;territoire;date consentement;preuve\n";
        await ImportAsync(store, heads + "0600000001;A;Indian/Reunion;FR-974;2026-09-01;f1\n0600000002;B;Europe/Paris;;2026-09-01;f2\n0600000003;C;Indian/Reunion;;2026-09-01;f3\n0600000004;D;Europe/Paris;;2026-09-01;f4\n");
        var hopper = new HopperFeed(store);
        (await hopper.BringAsync(Solar, 2, Noon, cancellation: Cancelled)).Dossiers.Select(each => each.Zones[0]).Should().Equal("Indian/Reunion", "Europe/Paris");
        Whereabouts known = new(Audience.Consumer, "FR", "Indian/Reunion", "FR-974"), unsaid = known with { Territory = null };
        (await hopper.BringAsync(Solar, 2, Noon, [known], null, Cancelled)).Dossiers.Select(each => each.Zones[0]).Should().Equal("Europe/Paris", "Indian/Reunion");
        var brought = await hopper.BringAsync(Solar, 3, Noon, [known, unsaid], null, Cancelled);
        brought.Dossiers.Select(each => each.Zones[0]).Should().Equal("Europe/Paris", "Europe/Paris");
        brought.Exhausted.Should().BeTrue();
    }

    [Fact]
    public async Task A_call_from_permit_to_disposition_is_one_row_and_moves_its_prospect()
    {
        await using var store = await OpenWithCentreAsync(database);
        await using var journal = new Journal(store);
        await ImportAsync(store, People(3));
        var hopper = new HopperFeed(store);
        var brought = await hopper.BringAsync(Solar, 2, Noon, cancellation: Cancelled);
        brought.Exhausted.Should().BeFalse();
        var dossier = brought.Dossiers[0];
        dossier.Should().BeEquivalentTo(new { Client = Acme, Audience = Audience.Consumer, Country = "FR", Tried = 0 });
        dossier.Zones.Should().Equal("Europe/Paris");
        dossier.Consents.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Reference = "form-0", Professional = Acme });
        (await hopper.NumberOfAsync(dossier.Prospect, cancellation: Cancelled)).Should().Be("+33600000000");

        var (prospect, customer) = (dossier.Prospect.Value, dossier.Customer.Value);
        AttemptId id = new("a-1");
        AgentId zoe = new("zoe");
        await journal.AppendAsync(Floor, 0, [Permitted("a-1", prospect, customer, Noon), new AttemptPlaced(Noon, id, Solar, dossier.Prospect, zoe, new TrunkId("t"), DialMode.Progressive)], Cancelled);
        (await hopper.BringAsync(Solar, 10, Noon, cancellation: Cancelled)).Dossiers.Should().HaveCount(2, "a prospect who is being called is not brought");
        var due = Noon + Duration.FromHours(5);
        await journal.AppendAsync(Floor, 2, [
            new AttemptRang(At(1), id), new AttemptAnswered(At(5), id, AnsweredBy.Human), new Connected(At(6), id, zoe),
            new Released(At(66), id, zoe, ReleasedBy.Customer, Duration.FromSeconds(60)), new AttemptEnded(At(66), id, Solar, dossier.Prospect, Outcome.Reached, "200", null),
            new Disposed(At(70), id, Solar, dossier.Prospect, zoe, zoe, "callback", DispositionEffect.Callback, Verdict.Again(due, "callback")),
            new CallbackKept(At(70), Solar, dossier.Prospect, dossier.Customer, due, null)], Cancelled);

        (await new AttemptLog(store).FindAsync(id, Cancelled)).Should().BeEquivalentTo(new
        {
            Id = id, Tried = 1, PermitSequence = 1L, RangAt = (Instant?)At(1), ConnectedAt = (Instant?)At(6), Talk = (Duration?)Duration.FromSeconds(60),
            Outcome = "reached", Disposition = "callback", Effect = "callback", AnsweredBy = "human", Agent = (AgentId?)zoe,
        });
        var card = await new ProspectBook(store).FindAsync(dossier.Prospect, Cancelled);
        card.Should().BeEquivalentTo(new { State = ProspectState.Promised, Attempts = 1, LastOutcome = "reached", DueAt = (Instant?)due });
        (await hopper.BringAsync(Solar, 10, due + Duration.FromHours(1), cancellation: Cancelled)).Dossiers.Should().HaveCount(2, "a promised prospect is asked for by name");
        (await hopper.BringOneAsync(dossier.Prospect, due, Cancelled))!.Attempts.Should().Equal(new PastCall(Noon, null, "reached"));
    }

    [Theory]
    [InlineData(60, "refused_offer")]
    [InlineData(61, "refused_offer")]
    [InlineData(63, null)]
    public async Task A_refusal_is_remembered_for_the_sixty_days_of_its_rest(int days, string? outcome)
    {
        await using var store = await OpenWithCentreAsync(database);
        await using var journal = new Journal(store);
        await ImportAsync(store, People(1));
        var hopper = new HopperFeed(store);
        var dossier = (await hopper.BringAsync(Solar, 1, Noon, cancellation: Cancelled)).Dossiers[0];
        AgentId zoe = new("zoe");
        await journal.AppendAsync(Floor, 0, [
            Permitted("a-1", dossier.Prospect.Value, dossier.Customer.Value, Noon), new AttemptPlaced(Noon, new("a-1"), Solar, dossier.Prospect, zoe, new TrunkId("t"), DialMode.Progressive),
            new AttemptEnded(At(66), new("a-1"), Solar, dossier.Prospect, Outcome.Reached, "200", null),
            new Disposed(At(70), new("a-1"), Solar, dossier.Prospect, zoe, zoe, "refusal", DispositionEffect.Refusal, Verdict.Close("refused"))], Cancelled);
        var later = (await hopper.BringOneAsync(dossier.Prospect, Noon + Duration.FromDays(days), Cancelled))!.Attempts;
        later.Should().Equal(outcome is null ? [] : [new PastCall(Noon, null, outcome)]);
    }

    [Fact]
    public async Task The_due_come_before_the_fresh_and_the_next_due_is_told()
    {
        await using var store = await OpenWithCentreAsync(database);
        await using var journal = new Journal(store);
        await ImportAsync(store, People(3));
        var hopper = new HopperFeed(store);
        var all = (await hopper.BringAsync(Solar, 3, Noon, cancellation: Cancelled)).Dossiers;
        var later = Noon + Duration.FromHours(3);
        await journal.AppendAsync(Floor, 0, [
            Permitted("a-1", all[1].Prospect.Value, all[1].Customer.Value, Noon), Ended("a-1", all[1].Prospect, Outcome.NoAnswer, Verdict.Again(later, "recycled")),
            new DialRefused(Noon, Solar, all[2].Prospect, all[2].Customer, new Refusal("FR-B2C-CONSENT", "no-legal-ground", null, []))], Cancelled);
        var now = await hopper.BringAsync(Solar, 3, Noon, cancellation: Cancelled);
        now.Should().BeEquivalentTo(new { Exhausted = true, NextDue = (Instant?)later });
        now.Dossiers.Select(each => each.Prospect).Should().Equal(all[0].Prospect);
        (await hopper.BringAsync(Solar, 3, later, cancellation: Cancelled)).Dossiers.Select(each => each.Prospect).Should().Equal(all[1].Prospect, all[0].Prospect);
        await journal.AppendAsync(Floor, 3, [new CampaignSet(later, Campaign(2))], Cancelled);
        (await hopper.BringAsync(Solar, 3, later, cancellation: Cancelled)).Dossiers.Should().HaveCount(3, "a changed campaign asks anew about those it was refused");
    }

    [Fact]
    public async Task An_opposition_said_to_an_agent_holds_on_every_list_and_for_the_next_file()
    {
        await using var store = await OpenWithCentreAsync(database);
        await using var journal = new Journal(store);
        await ImportAsync(store, People(2));
        var hopper = new HopperFeed(store);
        var first = (await hopper.BringAsync(Solar, 1, Noon, cancellation: Cancelled)).Dossiers[0];
        await journal.AppendAsync(Floor, 0, [new OppositionRecorded(Noon, Acme, first.Customer, "said to zoe")], Cancelled);
        (await hopper.BringAsync(Solar, 5, Noon, cancellation: Cancelled)).Dossiers.Should().NotContain(each => each.Prospect == first.Prospect);
        (await hopper.BringOneAsync(first.Prospect, Noon, Cancelled))!.Oppositions.Should().Equal(new Opposition(Noon, "said to zoe"));
        await new CentreBook(store).SetListAsync(new ListId("autumn"), Acme, "Autumn", Noon, Cancelled);
        var report = await ImportAsync(store, People(2), Order() with { List = new ListId("autumn") });
        report.Should().BeEquivalentTo(new { Accepted = 1L, Opposed = 1L });
    }

    [Fact]
    public async Task A_withdrawal_ends_the_consents_given_until_then()
    {
        await using var store = await OpenWithCentreAsync(database);
        await using var journal = new Journal(store);
        await ImportAsync(store, People(2));
        var hopper = new HopperFeed(store);
        var both = (await hopper.BringAsync(Solar, 2, Noon, cancellation: Cancelled)).Dossiers;
        var later = Noon + Duration.FromHours(1);
        await journal.AppendAsync(Floor, 0, [new ConsentWithdrawalRecorded(both[0].Consents[0].CollectedAt!.Value - Duration.FromDays(1), Acme, both[1].Customer, "too early"),
            new ConsentWithdrawalRecorded(later, Acme, both[0].Customer, "mail")], Cancelled);
        (await hopper.BringOneAsync(both[0].Prospect, later, Cancelled))!.Consents.Should().ContainSingle().Which.WithdrawnAt.Should().Be(later);
        (await hopper.BringOneAsync(both[1].Prospect, later, Cancelled))!.Consents.Should().ContainSingle().Which.WithdrawnAt.Should().BeNull();
    }

    [Fact]
    public async Task Attempts_are_paged_without_gap_or_repetition()
    {
        await using var store = await OpenWithCentreAsync(database);
        await using var journal = new Journal(store);
        await journal.AppendAsync(Floor, 0, [.. Enumerable.Range(1, 25).Select(each => Permitted($"a-{each}", each, each, Noon + Duration.FromSeconds(each / 4)))], Cancelled);
        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await new AttemptLog(store).OfCampaignAsync(Solar, 7, cursor, Cancelled);
            seen.AddRange(page.Items.Select(item => item.Id.Value));
            cursor = page.Next;
        }
        while (cursor is not null);
        seen.Should().HaveCount(25).And.OnlyHaveUniqueItems();
    }

    internal static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    internal static AgentReady Ready(int second) => new(At(second), new AgentId($"agent-{second}"));

    internal static Instant At(int second) => Noon + Duration.FromSeconds(second);

    private static AttemptEnded Ended(string id, ProspectId prospect, Outcome outcome, Verdict verdict) => new(Noon, new AttemptId(id), Solar, prospect, outcome, "480", verdict);

    private static AttemptPermitted Permitted(string id, long prospect, long customer, Instant at) => new(
        at, new AttemptId(id), Solar, Acme, new ProspectId(prospect), new CustomerId(customer), 1,
        new Permit("book", "2026f", "consent", "form", ["2026-11-24T12:00:00 Europe/Paris"], 0, "+33199001234", "m1"), null, null);
}

public sealed class JournalOnSqlite(SqliteDatabase database) : JournalContract(database), IClassFixture<SqliteDatabase>;

public sealed class JournalOnPostgres(PostgresOfTheTests postgres) : JournalContract(new PostgresDatabase(postgres));
