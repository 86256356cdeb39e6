using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Storage.Journals;
using Plateau.Storage.Prospecting;
using static Plateau.Contracts.Storage.Centres;

namespace Plateau.Contracts.Storage;

/// <summary>When people answer is counted from what the journal says of calls, by the clock of those who were called.</summary>
public abstract class HabitContract(IDatabase database)
{
    [Fact]
    public async Task Calls_are_counted_by_list_weekday_and_part_of_the_persons_own_day()
    {
        await using var store = await OpenWithCentreAsync(database);
        await ImportAsync(store, "telephone;nom;fuseau;territoire;date consentement;preuve\n0600000001;A;Europe/Paris;;2026-09-01;f1\n0600000002;B;Indian/Reunion;FR-974;2026-09-01;f2\n");
        await using var journal = new Journal(store);
        var facts = new List<Fact>();
        var dossiers = (await new HopperFeed(store).BringAsync(Solar, 2, Noon, cancellation: Cancelled)).Dossiers;
        // Tuesday 24 November at noon in Paris, and three in the afternoon in Réunion; and an hour at which it is evening in both.
        Call("p-1", dossiers[0], Noon, Outcome.NoAnswer);
        Call("p-2", dossiers[0], Noon + Duration.FromHours(6), Outcome.Reached);
        Call("p-3", dossiers[0], Noon + Duration.FromHours(7), Outcome.Machine);
        Call("r-1", dossiers[1], Noon, Outcome.HungUpEarly);
        Call("r-2", dossiers[1], Noon + Duration.FromHours(1), Outcome.Unallocated);
        await journal.AppendAsync("floor", 0, facts, Cancelled);

        var counts = await new HabitBook(store).ReadAsync(Acme, Noon + Duration.FromDays(1), cancellation: Cancelled);
        counts.Should().BeEquivalentTo([
            new HabitCount(Audience.Consumer, Spring, IsoDayOfWeek.Tuesday, DayPart.Midday, 1, 0),
            new HabitCount(Audience.Consumer, Spring, IsoDayOfWeek.Tuesday, DayPart.Afternoon, 1, 1),
            new HabitCount(Audience.Consumer, Spring, IsoDayOfWeek.Tuesday, DayPart.Evening, 2, 1),
        ]);
        (await new HabitBook(store).ReadAsync(Acme, Noon + Duration.FromDays(1), new CampaignId("other"), Cancelled)).Should().BeEmpty();
        (await new HabitBook(store).ReadAsync(Acme, Noon + HabitBook.LookBack + Duration.FromDays(1), cancellation: Cancelled)).Should().BeEmpty("a quarter has its own habits");

        void Call(string id, Dossier dossier, Instant at, Outcome outcome)
        {
            facts.Add(new AttemptPermitted(at, new(id), Solar, Acme, dossier.Prospect, dossier.Customer, 1, new Permit("b", "t", "consent", "f", [], 0, "+33199001234", "m1"), null, null));
            facts.Add(new AttemptPlaced(at, new(id), Solar, dossier.Prospect, null, new TrunkId("t"), DialMode.Predictive));
            if (outcome is Outcome.Reached or Outcome.Machine or Outcome.HungUpEarly) facts.Add(new AttemptAnswered(at, new(id), AnsweredBy.Unknown));
            facts.Add(new AttemptEnded(at, new(id), Solar, dossier.Prospect, outcome, "1", null));
        }
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;
}

public sealed class HabitOnSqlite(SqliteDatabase database) : HabitContract(database), IClassFixture<SqliteDatabase>;

public sealed class HabitOnPostgres(PostgresOfTheTests postgres) : HabitContract(new PostgresDatabase(postgres));
