using System.Text;
using NodaTime;
using Plateau.Contracts.Api;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Server.People;
using Plateau.Storage.Importing;
using Plateau.Storage.Journals;
using static Microsoft.Playwright.Assertions;

namespace Plateau.Contracts.Web;

/// <summary>Pages of a person with several telephones, and of a campaign that learnt when people answer.</summary>
public sealed class NumbersPageContract(PagesRoom room)
{

    [Fact]
    public async Task A_person_shows_all_their_numbers_and_a_campaign_when_people_answer()
    {
        await room.ReadyAsync();
        await using var own = await OwnCentre.StartAsync();
        using var centre = own.Plateau.With(own.Plateau.FirstKey);
        await centre.DoneAsync("PUT", "api/v1/clients/loire", """{"name":"Loire Énergie","callerIds":[{"number":"+33162000001","mandate":"M-1","from":"2026-01-01"}]}""");
        await centre.DoneAsync("PUT", "api/v1/programmes/loire", """{"client":"loire","name":"Prospection"}""");
        await centre.DoneAsync("PUT", "api/v1/lists/loire-liste", """{"client":"loire","name":"Clients de la Loire"}""");
        await centre.DoneAsync("PUT", "api/v1/campaigns/loire", """{"name":"Loire printemps","client":"loire","programme":"loire","mode":"preview","trunk":"practice","callerId":"+33162000001","product":"conseil","lists":["loire-liste"]}""");
        await new ListImport(own.Store).RunAsync(new ImportOrder(new("loire"), new("loire-liste"), "loire.csv", Now) { Products = ["conseil"] },
            new MemoryStream(Encoding.UTF8.GetBytes("Téléphone;Tél. 2;Nom;Prénom;Ville;Consentement;Preuve\n0199007001;0261910001;Moreau;Camille;Nantes;2026-10-01;FORM-1\n")), null, TestContext.Current.CancellationToken);
        var person = (await new Plateau.Storage.Centre.CustomerBook(own.Store).SearchAsync("Moreau", null, 1, TestContext.Current.CancellationToken))[0];
        await LearnAsync(own.Store, person.Id);

        await OwnCentre.EnterPersonAsync(own.Store, "nadia", "Nadia Berrada", [Role.Director]);
        await using var visit = await room.VisitAsync(own.Plateau.Port, null);
        await visit.SignInAsync("nadia", PagesRoom.Password);
        var page = visit.Page;
        await visit.OpenAsync($"/customers/{person.Id}");
        await Expect(page.Locator("[data-number]")).ToHaveCountAsync(2);
        await Expect(page.Locator("[data-number='1']")).ToContainTextAsync("hors service");
        await Expect(page.Locator("#usually")).ToContainTextAsync("de 17 h à 20 h");
        await PictureAsync(visit, "person", $"/customers/{person.Id}");

        // A program chooses by rank as an agent does, and is told which there are.
        await centre.DoneAsync("PUT", "api/v1/agents/ann", """{"name":"Ann","campaigns":["loire"]}""");
        using (var dead = await centre.PostAsync("api/v1/agents/ann/desk/dial", new StringContent("""{"campaign":"loire","prospect":"1","rank":1}""", Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken))
        {
            ((int)dead.StatusCode).Should().Be(422);
            (await dead.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().Contain("number-unknown").And.Contain("choose among 2");
        }

        await visit.OpenAsync("/campaigns/loire/pace");
        await Expect(page.Locator("#habits td")).ToHaveCountAsync(20);
        await Expect(page.Locator("#habits tbody tr").Nth(1)).ToContainTextAsync("%");
        await page.GetByLabel("À un autre moment de la journée: Sans réponse").CheckAsync();
        await page.Locator("[data-key='ctrl-enter']").ClickAsync();
        await Telephony.Eventually.HoldsAsync(async () => (await centre.DoneAsync("GET", "api/v1/campaigns/loire")).Text("recycling").Contains("\"otherDayPart\":true", StringComparison.Ordinal), "the table is kept");
        await PictureAsync(visit, "pace", "/campaigns/loire/pace");
        visit.Complaints.Should().BeEmpty();
    }

    private static Instant Now => SystemClock.Instance.GetCurrentInstant();

    /// <summary>A week of calls: the fixed line is dead, and in the evening somebody answers.</summary>
    private static async Task LearnAsync(Plateau.Storage.Store store, CustomerId customer)
    {
        var prospect = new ProspectId(1);
        await using var journal = new Journal(store);
        var monday = Now.InUtc().Date.Previous(IsoDayOfWeek.Monday).PlusWeeks(-1);
        var facts = new List<Fact>();
        for (var call = 0; call < 200; call++)
        {
            var (id, hour) = (new AttemptId($"w-{call}"), new[] { 9, 11, 14, 17 }[call % 4]);
            var at = Zones.Paris.AtLeniently(monday.PlusDays(call / 4 % 5) + new LocalTime(hour == 11 ? 12 : hour + 1, 10)).ToInstant() + Duration.FromSeconds(call);
            var (first, answered) = (call == 0, call % 4 == 3 ? call % 3 > 0 : call % 9 == 0);
            facts.Add(new AttemptPermitted(at, id, new("loire"), new("loire"), prospect, customer, 1, new Permit("b", "t", "consent", "FORM-1", [], 0, "+33162000001", "M-1"), null, null) { Number = new(first ? 1 : 2, NumberChoice.Turn, 1) });
            facts.Add(new AttemptPlaced(at, id, new("loire"), prospect, null, new("practice"), DialMode.Preview));
            if (!first && answered) facts.Add(new AttemptAnswered(at, id, AnsweredBy.Unknown));
            facts.Add(new AttemptEnded(at, id, new("loire"), prospect, first ? Outcome.Unallocated : answered ? Outcome.HungUpEarly : Outcome.NoAnswer, "1", Verdict.Again(at, "recycled")) { Number = first ? 1 : 2 });
        }
        await journal.AppendAsync("elsewhere", 0, facts, TestContext.Current.CancellationToken);
    }

    /// <summary>Pictures are drawn when somebody asks for them, to be looked at.</summary>
    private static async Task PictureAsync(Visit visit, string name, string address)
    {
        if (Environment.GetEnvironmentVariable("PLATEAU_DRAW") is null) return;
        foreach (var (language, theme) in ((string, string)[])[("fr", "light"), ("fr", "dark"), ("ar", "light")])
        {
            await visit.LookAsync(language, theme);
            await visit.OpenAsync(address);
            await Expect(visit.Page.Locator(name == "pace" ? "#habits" : "#usually")).ToBeVisibleAsync();
            await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(Path.GetTempPath(), $"numbers-{name}-{language}-{theme}.png"), FullPage = true });
        }
        await visit.LookAsync("fr", "light");
    }
}
