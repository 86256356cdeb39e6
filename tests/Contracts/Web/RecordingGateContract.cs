using Plateau.Core.Prospecting;
using Plateau.Server.Setup.Campaigns;

namespace Plateau.Contracts.Web;

/// <summary>No campaign starts that would record every call, or without telling so.</summary>
public sealed class RecordingGateContract
{
    private static readonly TrunkLimits Carrier = new(new("carrier"), 10, 5), Practice = Carrier with { ReachesNobody = true };

    [Theory]
    [InlineData("on request", true)]
    [InlineData("on request without purpose", true)]
    [InlineData("from the start without purpose", false)]
    [InlineData("all calls", false)]
    [InlineData("all calls in insurance", true)]
    [InlineData("all calls in practice", true)]
    [InlineData("a share", true)]
    [InlineData("a share untold", false)]
    [InlineData("a share without script", false)]
    [InlineData("proof from the start", false)]
    public void A_plan_of_recordings_is_judged_before_the_start(string plan, bool green) =>
        StartGate.Recording(Planned(plan), plan.EndsWith("practice", StringComparison.Ordinal) ? Practice : Carrier).Met.Should().Be(green, plan);

    private static CampaignSettings Planned(string plan)
    {
        var settings = new CampaignSettings(new("c"), 1, "C", new("acme"), new("acme"), DialMode.Manual, new("carrier"), "+33162000001", "plan", [])
        {
            Recording = RecordingChoice.FromStart, RecordingPurpose = "quality", RecordingSample = 0.1, Script = new([new("s1", "Opening", "Hello.") { Tells = [OpeningDuty.Recording] }]),
        };
        return plan switch
        {
            "on request" => settings with { Recording = RecordingChoice.OnRequest, Script = null },
            "on request without purpose" => settings with { Recording = RecordingChoice.OnRequest, RecordingPurpose = null },
            "from the start without purpose" => settings with { RecordingPurpose = " " },
            "all calls" or "all calls in practice" => settings with { RecordingSample = 1 },
            "all calls in insurance" => settings with { RecordingSample = 1, Sector = "insurance" },
            "a share untold" => settings with { Script = new([new("s1", "Opening", "Hello."), new("s2", "Later", "By the way.") { Tells = [OpeningDuty.Recording] }]) },
            "a share without script" => settings with { Script = null },
            "proof from the start" => settings with { RecordingPurpose = "proof-of-contract" },
            _ => settings,
        };
    }
}
