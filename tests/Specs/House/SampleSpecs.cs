using System.Text.Json;
using Plateau.Core.Clients;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;

namespace Plateau.Specs.House;

/// <summary>The sample centre is one that could open: its files are read by Core's own words and have no flaw.</summary>
public sealed class SampleSpecs
{
    private static readonly Client[] Clients = Read<Client>("clients");
    private static readonly Programme[] Programmes = Read<Programme>("programmes");
    private static readonly CampaignSettings[] Campaigns = Read<CampaignSettings>("campaigns");

    public static TheoryData<string> CampaignIds => [.. Campaigns.Select(campaign => campaign.Id.Value)];

    [Theory, MemberData(nameof(CampaignIds))]
    public void A_sample_campaign_has_no_flaw(string id)
    {
        var campaign = Campaigns.Single(one => one.Id.Value == id);
        campaign.Flaws(Clients.Single(client => client.Id == campaign.Client), new TrunkLimits(campaign.Trunk, 1, 1)).Should().BeEmpty();
    }

    [Theory, MemberData(nameof(CampaignIds))]
    public void A_sample_campaign_belongs_to_a_programme_of_its_client(string id)
    {
        var campaign = Campaigns.Single(one => one.Id.Value == id);
        Programmes.Single(programme => programme.Id == campaign.Programme).Client.Should().Be(campaign.Client);
    }

    [Fact]
    public void A_sample_agent_serves_campaigns_that_exist() =>
        Read<SampleAgent>("agents").SelectMany(agent => agent.Campaigns).Should().BeSubsetOf(Campaigns.Select(campaign => campaign.Id));

    [Fact]
    public void Every_word_of_a_sample_campaign_is_known_to_Core() =>
        JsonSerializer.Deserialize<CampaignSettings[]>(Text("campaigns"), Strict).Should().HaveCount(Campaigns.Length);

    private static readonly JsonSerializerOptions Strict =
        new(FactJson.Options) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };

    private static T[] Read<T>(string name) => JsonSerializer.Deserialize<T[]>(Text(name), FactJson.Options)!;

    private static string Text(string name) => File.ReadAllText(Path.Combine(Tree.Root, "samples", "centre", $"{name}.json"));

    private sealed record SampleAgent(AgentId Id, string Name, CampaignId[] Campaigns);
}
