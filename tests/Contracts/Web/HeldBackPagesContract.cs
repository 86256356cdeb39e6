using NodaTime;
using Plateau.Contracts.Storage;
using Plateau.Core.Clients;
using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Core.Prospecting;
using Plateau.Server.Desks.Work;
using Plateau.Server.Floors;
using Plateau.Server.People;
using Plateau.Server.Setup.Campaigns;
using Plateau.Server.Web.Words;
using Plateau.Storage;
using Plateau.Storage.Centre;
using Plateau.Storage.Journals;
using static Microsoft.Playwright.Assertions;

namespace Plateau.Contracts.Web;

/// <summary>What the floor holds back of itself is said where it is looked for: recordings by a plan that does not hold, calls ahead after a notice that nobody heard, somebody taken from before an agent.</summary>
public sealed class HeldBackPagesContract(PagesRoom room)
{
    private static readonly CampaignId Ahead = new("loire"), Preview = new("loire-choix");
    private static readonly AgentId Nadia = new("nadia");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>The facts are written while it is down: it takes a switch that loses a sound to bring them about, and another contract does.</summary>
    [Fact]
    public async Task Board_campaign_and_compliance_desk_say_what_is_held_back_and_the_desk_why_somebody_was_taken_back()
    {
        await room.ReadyAsync();
        await using var own = await OwnCentre.StartAsync();
        await OwnCentre.EnterPersonAsync(own.Store, "salma", "Salma Idrissi", [Role.Director, Role.AccountManager, Role.Supervisor, Role.Agent, Role.Quality], agent: Nadia.Value);
        await own.Plateau.RestartAsync(() => EnterAsync(own.Store));
        foreach (var (language, theme) in new[] { ("fr", "light"), ("fr", "dark"), ("ar", "light") })
        {
            await using var visit = await room.VisitAsync(own.Plateau.Port, null, language, theme);
            await visit.SignInAsync("salma", PagesRoom.Password);
            var (page, said) = (visit.Page, Enum.Parse<Language>(language, ignoreCase: true));
            var unrecorded = GateWords.RecordingHeldBack.In(said).Split("{0}")[0];
            foreach (var (address, sentences) in new (string, string[])[]
            {
                ("/board", [PaceReason.Unheard.In(said), unrecorded]), ($"/campaigns/{Ahead}", [PaceReason.Unheard.In(said), unrecorded]),
                ("/compliance", [PaceReason.Unheard.In(said)]), ("/desk/work", [DeskWords.TakenBack.In(said)]),
            })
            {
                await visit.OpenAsync(address);
                foreach (var sentence in sentences) await Expect(page.Locator("main")).ToContainTextAsync(sentence);
            }
            visit.Complaints.Should().BeEmpty();
        }
    }

    private static async Task EnterAsync(Store store)
    {
        var (book, now) = (new CentreBook(store), SystemClock.Instance.GetCurrentInstant());
        var ahead = Racer.Campaign(Ahead) with { Name = "Loire, printemps", Mode = DialMode.Predictive, Notice = "who-called", Recording = RecordingChoice.FromStart, RecordingPurpose = "quality", RecordingSample = 1 };
        var preview = Racer.Campaign(Preview) with { Name = "Loire, au choix", Mode = DialMode.Preview };
        await book.SetAsync(Racer.Client, now);
        await book.SetAsync(new Programme(ahead.Programme, ahead.Client, "Sun"));
        foreach (var campaign in new[] { ahead, preview })
        {
            await book.SetListAsync(campaign.Lists[0], campaign.Client, campaign.Name, now);
            await book.SetAsync(campaign, now);
        }
        await using var journal = new Journal(store);
        await journal.AppendAsync("floor", await journal.LastSequenceAsync("floor", Cancelled),
        [
            new CampaignSet(now, ahead), new CampaignSwitched(now, Ahead, CampaignState.Running), new NoticeUnheard(now, new("a1"), Ahead, "who-called"),
            new CampaignSet(now, preview), new CampaignSwitched(now, Preview, CampaignState.Running), new AgentLoggedIn(now, Nadia, [Preview]), new AgentReady(now, Nadia),
            new PreviewShown(now, Preview, new(1), new(1), Nadia), new PreviewSkipped(now, Preview, new(1), Nadia, "refused", Verdict.Close("opposed")) { TakenBack = "opposed" },
        ]);
    }
}
