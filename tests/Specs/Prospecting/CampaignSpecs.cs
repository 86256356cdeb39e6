using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Specs.Floors;
using static Plateau.Specs.Floors.FloorScript;

namespace Plateau.Specs.Prospecting;

public sealed class CampaignSpecs
{
    public static TheoryData<string, Func<CampaignSettings, CampaignSettings>> Mistakes => new()
    {
        { "caller-id-missing", settings => settings with { CallerId = null } },
        { "caller-id-missing", settings => settings with { CallerId = " " } },
        { "caller-id-not-the-clients", settings => settings with { CallerId = "+33162000002" } },
        { "client-unknown", settings => settings with { Client = new("globex") } },
        { "trunk-unknown", settings => settings with { Trunk = new("other") } },
        { "lists-missing", settings => settings with { Lists = [] } },
        { "product-missing", settings => settings with { Product = "" } },
        { "sector-unknown", settings => settings with { Sector = "" } },
        { "sector-unknown", settings => settings with { Sector = "CPF" } },
        { "attempt-limit", settings => settings with { AttemptLimit = 0 } },
        { "ring-timeout", settings => settings with { RingTimeout = Duration.FromMilliseconds(999) } },
        { "recording-purpose-missing", settings => settings with { Recording = RecordingChoice.FromStart } },
        { "recording-sample", settings => settings with { RecordingSample = 0 } },
        { "recording-sample", settings => settings with { RecordingSample = 1.01 } },
        { "recording-sample", settings => settings with { RecordingSample = double.NaN } },
        { "disposition-twice", settings => settings with { Dispositions = [.. settings.Dispositions, settings.Dispositions[0]] } },
        { "disposition-without-effect", settings => settings with { Dispositions = [.. settings.Dispositions, new("extra", new Dictionary<string, string>())] } },
        { "disposition-undisposed-missing", settings => settings with { Dispositions = [settings.Dispositions[0]] } },
    };

    [Theory, MemberData(nameof(Mistakes))]
    public void A_campaign_with_a_flaw_cannot_start_and_is_told_the_remedy(string reason, Func<CampaignSettings, CampaignSettings> mistake)
    {
        var script = new FloorScript();
        script.Start(mistake(Settings() with { Id = new("summer") }));
        script.Facts.Should().BeEmpty();
        script.Instructions.OfType<Flaw>().Should().Contain(flaw => flaw.Reason == reason && flaw.Place == "campaign summer" && flaw.Remedy.Length > 10);
        script.Floor.Rooms[new("summer")].State.Should().Be(CampaignState.Stopped);
    }

    [Fact]
    public void A_sound_campaign_has_no_flaw_and_a_manual_one_needs_no_list()
    {
        Settings().Flaws(Client(), Trunk()).Should().BeEmpty();
        (Settings() with { Mode = DialMode.Manual, Lists = [] }).Flaws(Client(), Trunk()).Should().BeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(true, "+33162000009", "+33162000001")]
    [InlineData(false, "+33162000009")]
    public void A_carrier_that_lists_its_numbers_must_list_the_campaigns(bool shown, params string[] numbers)
    {
        var flaws = Settings().Flaws(Client(), Trunk(numbers)).Select(flaw => flaw.Reason);
        flaws.Should().BeEquivalentTo(shown ? [] : ["caller-id-not-the-trunks"]);
    }

    private static TrunkLimits Trunk(params string[] numbers) => new(Line, 10, 5, numbers);

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void Only_a_newer_version_of_a_campaign_is_taken(int version, bool taken)
    {
        var script = new FloorScript();
        script.Send(new CampaignWasSet(script.Now, Settings() with { Version = version, Name = "Changed" })).Facts.Should().HaveCount(taken ? 1 : 0);
    }

    [Theory]
    [InlineData(CampaignState.Paused)]
    [InlineData(CampaignState.Stopped)]
    public void A_campaign_that_does_not_run_dials_nobody_and_lets_calls_end(CampaignState state)
    {
        var script = new FloorScript().Ready("ann", "bob").Bring(Prospect(1)).Talk(1);
        script.Send(new CampaignWasSwitched(script.Now, Spring, state)).Bring(Prospect(2)).Wait(1).Dialled().Should().BeEmpty();
        script.Ended(1).Disposed(1, "sale").Dialled().Should().BeEmpty();
        script.Send(new CampaignWasSwitched(script.Now, Spring, CampaignState.Running)).Dialled().Should().Equal(new ProspectId(2));
    }

    [Fact]
    public void A_campaign_whose_mandate_has_ended_pauses_and_keeps_its_list()
    {
        var script = new FloorScript().Ready("ann", "bob");
        script.Send(new ClientWasSet(script.Now, Client(until: new LocalDate(2026, 11, 22)))).Bring(Prospect(1), Prospect(2));
        script.Facts.Should().Equal(new CampaignSwitched(script.Now, Spring, CampaignState.Paused));
        script.Told<Flaw>().Should().Match<Flaw>(flaw => flaw.Reason == "caller-id-mandate-ended" && flaw.Place == "campaign spring");
        script.Wait(60).Facts.Should().BeEmpty("nobody was refused for a fault that isn't theirs");
        script.Send(new ClientWasSet(script.Now, Client())).Send(new CampaignWasSwitched(script.Now, Spring, CampaignState.Running)).Bring(Prospect(1)).Dialled().Should().Contain(new ProspectId(1));
    }

    [Fact]
    public void A_campaign_that_loses_its_number_keeps_its_callbacks()
    {
        var script = new FloorScript().Ready("ann").Bring(Prospect(1)).Talk(1).Ended(1);
        var due = script.Now + Duration.FromHours(1);
        script.Disposed(1, "callback", due).Send(new CampaignWasSet(script.Now, Settings() with { Version = 2, CallerId = null })).Now = due;
        var attempts = script.Journal.OfType<AttemptPlaced>().Select(placed => new Core.Compliance.PastCall(placed.At)).ToList();
        script.Wait(0).Bring(Prospect(1, 1) with { Attempts = attempts }).The<CampaignSwitched>().State.Should().Be(CampaignState.Paused);
        script.Floor.Callbacks.Should().ContainKey(new ProspectId(1));
        script.Start(Settings() with { Version = 3 }).Wait(5).Told<BringProspect>();
        script.Bring(Prospect(1, 1) with { Attempts = attempts }).Dialled().Should().HaveCount(1);
    }

    [Fact]
    public void A_client_told_again_unchanged_is_no_news()
    {
        var script = new FloorScript();
        script.Send(new ClientWasSet(script.Now, Client())).Facts.Should().BeEmpty();
        script.Send(new ClientWasSet(script.Now, Client() with { Name = "ACME France" })).Facts.OfType<ClientSet>().Should().ContainSingle();
        script.Send(new TrunkWasSet(script.Now, new TrunkLimits(Line, 100, 100))).Facts.Should().BeEmpty();
        script.Send(new FloorWasOpened(script.Now, "another", "u")).Facts.Should().BeEmpty("a floor is opened once");
    }
}
