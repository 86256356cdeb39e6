using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Server.Api;
using Plateau.Server.Compliance.Retention;
using Plateau.Server.People;
using Plateau.Server.Reports.Proofs;
using Plateau.Storage;
using Plateau.Storage.Audit;
using Plateau.Storage.Centre;
using Plateau.Storage.Journals;
using Plateau.Storage.Prospecting;
using static Plateau.Contracts.Storage.Centres;

namespace Plateau.Contracts.Storage;

/// <summary>What has been kept long enough goes, on either database, and says what it was; what may still be kept stays.</summary>
public abstract class RetentionContract(IDatabase database) : IDisposable
{
    private static readonly Instant LongAgo = Noon - Duration.FromDays(4 * 366);
    private readonly string folder = Directory.CreateTempSubdirectory("plateau-retention-").FullName;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task People_of_whom_there_was_no_sign_for_three_years_go_and_all_others_stay()
    {
        await using var store = await OpenWithCentreAsync(database);
        // 0 heard of no more; 1 consented again a year ago; 2 has a contract that runs; 3 is on a file of last month; 4 came with last month's file alone.
        await ImportAsync(store, Old(0, 4), Order("old.csv") with { At = LongAgo });
        var (customers, retention) = (new CustomerBook(store), new RetentionBook(store));
        await customers.GroundAsync(await IdAsync(customers, 1), GroundKind.Consent, "again", ["solar"], Noon - Duration.FromDays(365), null, null, Cancelled);
        await Probe.TextsAsync(store.Address, $"INSERT INTO ground (customer_id, kind, reference, products, at) VALUES ({await IdAsync(customers, 2)}, 2, 'contract', 'solar', 0) RETURNING CAST(customer_id AS text)");
        await ImportAsync(store, People(2, from: 3), Order("new.csv") with { At = Noon - Duration.FromDays(30) });

        var gone = await IdAsync(customers, 0);
        (await retention.PeopleAsync(Noon - Duration.FromDays(3 * 365), 100, Cancelled)).Should().Equal((gone, Acme));

        using var desk = Desk(store);
        (await desk.PlanAsync(Cancelled)).Should().Contain(new Removal(KeptThing.People, "FR-RETENTION-PROSPECT", 1));
        (await customers.FindAsync(gone, Cancelled)).Should().NotBeNull("a plan touches nothing");
        (await desk.CarryOutAsync(Audited.Program, Cancelled)).Removed.Should().Contain(new Removal(KeptThing.People, "FR-RETENTION-PROSPECT", 1));
        (await customers.FindAsync(gone, Cancelled)).Should().BeNull();
        foreach (var stays in new[] { 1, 2, 3, 4 }) (await customers.SearchAsync(NumberOf(stays), null, 5, Cancelled)).Should().ContainSingle();
        (await desk.CarryOutAsync(Audited.Program, Cancelled)).Removed.Should().OnlyContain(each => each.Count == 0, "what is gone does not go twice");
        (await desk.NightsAsync(Cancelled)).Should().NotBeEmpty();
        (await new AuditLog(store).LatestAsync(10, cancellation: Cancelled)).Should().Contain(entry => entry.Act == RetentionDesk.Act && entry.Detail.Contains($"{Acme}/{gone}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_falls_while_it_goes_has_named_it_before()
    {
        await using var store = await OpenWithCentreAsync(database);
        await ImportAsync(store, Old(0, 1), Order("old.csv") with { At = LongAgo });
        var customers = new CustomerBook(store);
        var who = await IdAsync(customers, 0);
        using var falls = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        // The second time that anybody asks the clock is when the log is written.
        using var desk = Desk(store, new StandingClock(times => { if (times == 2) falls.Cancel(); }));
        await FluentActions.Awaiting(() => desk.CarryOutAsync(Audited.Program, falls.Token)).Should().ThrowAsync<OperationCanceledException>();
        (await customers.FindAsync(who, Cancelled)).Should().NotBeNull("the program fell before");
        (await new AuditLog(store).LatestAsync(10, cancellation: Cancelled)).Should().ContainSingle(entry => entry.Act == RetentionDesk.Act && entry.Detail.Contains($"{Acme}/{who}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_somebody_answered_is_kept_call_by_call_and_goes_with_them()
    {
        await using var store = await OpenWithCentreAsync(database);
        await ImportAsync(store, Old(0, 1), Order("old.csv") with { At = LongAgo });
        var (customers, answers) = (new CustomerBook(store), new AnswerBook(store));
        var who = await IdAsync(customers, 0);
        await answers.KeepAsync(who, new("call-1"), [Answer("call-1", 0, "Roof", "Tiles"), Answer("call-1", 1, "Owner", "Yes")], Cancelled);
        await answers.KeepAsync(who, new("call-1"), [Answer("call-1", 0, "Roof", "Tiles"), Answer("call-1", 2, "Owner", "No")], Cancelled);
        await answers.KeepAsync(who, new("call-2"), [Answer("call-2", 9, "Roof", "Slate")], Cancelled);

        (await answers.OfAttemptAsync(new("call-1"), Cancelled)).Should().Equal(Answer("call-1", 0, "Roof", "Tiles"), Answer("call-1", 2, "Owner", "No"));
        AnswerKept.Latest(await answers.OfCustomerAsync(who, Cancelled)).Select(answer => (answer.Question, answer.Answer)).Should().Equal(("Owner", "No"), ("Roof", "Slate"));
        await answers.KeepAsync(who, new("call-1"), [], Cancelled);
        (await answers.OfCustomerAsync(who, Cancelled)).Should().ContainSingle("what was taken back is gone");

        using var desk = Desk(store);
        await desk.CarryOutAsync(Audited.Program, Cancelled);
        (await customers.FindAsync(who, Cancelled)).Should().BeNull();
        (await answers.OfCustomerAsync(who, Cancelled)).Should().BeEmpty();
        (await answers.OfAttemptAsync(new("call-2"), Cancelled)).Should().BeEmpty();

        static AnswerKept Answer(string call, int minutes, string question, string said) => new(new(call), Solar, 1, new("zoe"), LongAgo + Duration.FromMinutes(minutes), question.ToLowerInvariant(), question, said);
    }

    [Fact]
    public async Task The_sound_of_a_recording_goes_when_its_purpose_is_served()
    {
        await using var store = await OpenWithCentreAsync(database);
        (string Id, string Purpose, Period Age, bool Stays)[] recordings =
        [
            ("q-old", "quality", Period.FromMonths(6) + Period.FromDays(1), false), ("q-new", "quality", Period.FromMonths(6) + Period.FromDays(-1), true),
            ("a-old", "analysis", Period.FromMonths(12) + Period.FromDays(1), false), ("a-new", "analysis", Period.FromMonths(7), true),
            ("p-old", "proof-of-contract", Period.FromMonths(60) + Period.FromDays(1), false), ("p-new", "proof-of-contract", Period.FromMonths(59), true), ("gone", "quality", Period.FromMonths(9), true),
        ];
        var journal = new Journal(store);
        var facts = recordings.Select(each => (Fact)new RecordingKept((Noon.InUtc().LocalDateTime - each.Age).InUtc().ToInstant(), new(each.Id), new($"call-{each.Id}"), each.Purpose, Duration.FromSeconds(3), true)).OrderBy(fact => fact.At).ToList();
        await journal.AppendAsync("main", 0, facts, Cancelled);
        foreach (var (id, _, _, _) in recordings)
            if (id != "gone") await File.WriteAllTextAsync(Path.Combine(folder, $"{id}.wav"), "sound", Cancelled);

        using var desk = Desk(store);
        (await desk.PlanAsync(Cancelled)).Should().Contain(new Removal(KeptThing.Recordings, "FR-REC-RETENTION", 3));
        Directory.GetFiles(folder, "*.wav").Should().HaveCount(6, "a plan touches nothing");
        (await desk.CarryOutAsync("user:dana", Cancelled)).Removed.Should().Contain(new Removal(KeptThing.Recordings, "FR-REC-RETENTION", 3));
        Directory.GetFiles(folder, "*.wav").Select(Path.GetFileNameWithoutExtension).Should().BeEquivalentTo(recordings.Where(each => each.Stays && each.Id != "gone").Select(each => each.Id));
        (await new RecordingLog(store).FindAsync(new("q-old"), Cancelled)).Should().NotBeNull("facts stay");
    }

    private RetentionDesk Desk(Store store, StandingClock? asked = null)
    {
        var clock = asked ?? new StandingClock();
        return new RetentionDesk(new RetentionBook(store), new CustomerBook(store), new RecordingFiles(folder), new ImportShelf(Path.Combine(folder, "imports"), Noon), new DocumentBook(store), new Audited(new AuditLog(store), clock), clock);
    }

    private static string NumberOf(int person) => $"+336{person:D8}";

    private static async Task<CustomerId> IdAsync(CustomerBook customers, int person) => (await customers.SearchAsync(NumberOf(person), null, 5, Cancelled)).Single().Id;

    /// <summary>The same people as others, with consents of five years ago.</summary>
    private static string Old(int from, int count) => People(count, from).Replace("2026-09-01", "2021-09-01", StringComparison.Ordinal);

    /// <param name="told">Hears each time how often the clock was asked.</param>
    private sealed class StandingClock(Action<int>? told = null) : IClock
    {
        private Instant now = Noon;
        private int times;

        public Instant GetCurrentInstant()
        {
            told?.Invoke(++times);
            return now += Duration.FromMilliseconds(1);
        }
    }
}

public sealed class RetentionOnSqlite(SqliteDatabase database) : RetentionContract(database), IClassFixture<SqliteDatabase>;

public sealed class RetentionOnPostgres(PostgresOfTheTests postgres) : RetentionContract(new PostgresDatabase(postgres));
