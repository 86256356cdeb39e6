using NodaTime;
using Plateau.Core.Clients;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Specs.Floors;
using static Plateau.Specs.Floors.FloorScript;

namespace Plateau.Specs.Prospecting;

/// <summary>A client's data are touched only while its papers are on file; the practice line reaches nobody and asks for none.</summary>
public sealed class PapersSpecs
{
    private static readonly LocalDate Start = new(2026, 1, 1), Today = new(2026, 11, 23);

    [Theory]
    [InlineData(PaperKind.ProcessorContract, true, "processor-contract-missing")]
    [InlineData(PaperKind.ProcessorContract, false, "processor-contract-missing")]
    [InlineData(PaperKind.TransferClauses, true, "transfer-papers-missing")]
    [InlineData(PaperKind.TransferClauses, false, null)]
    [InlineData(PaperKind.TransferAssessment, true, "transfer-papers-missing")]
    [InlineData(PaperKind.TransferAssessment, false, null)]
    [InlineData(PaperKind.MoroccanReceipt, true, "cndp-receipt-missing")]
    [InlineData(PaperKind.MoroccanReceipt, false, null)]
    public void A_campaign_starts_only_with_the_papers_that_its_client_needs(PaperKind missing, bool seenFromMorocco, string? reason)
    {
        var script = Stopped();
        var client = Client() with { Papers = [.. Client().Papers.Where(paper => paper.Kind != missing)], SeenFromMorocco = seenFromMorocco };
        script.Send(new ClientWasSet(script.Now, client)).Send(new CampaignWasSwitched(script.Now, Spring, CampaignState.Running));
        script.Facts.OfType<CampaignSwitched>().Should().HaveCount(reason is null ? 1 : 0);
        script.Instructions.OfType<Flaw>().Select(flaw => flaw.Reason).Should().Equal(reason is null ? [] : [reason]);
    }

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(0, 1, true)]
    [InlineData(-1, null, true)]
    [InlineData(1, null, false)]
    [InlineData(-9, -1, false)]
    public void A_paper_holds_from_its_first_day_to_its_last(int from, int? until, bool holds)
    {
        var paper = new Paper(PaperKind.ProcessorContract, "DPA-2", Today.PlusDays(from), until is { } last ? Today.PlusDays(last) : null);
        var script = Stopped();
        script.Send(new ClientWasSet(script.Now, Client() with { Papers = [.. Client().Papers.Where(other => other.Kind != paper.Kind), paper] }));
        script.Send(new CampaignWasSwitched(script.Now, Spring, CampaignState.Running)).Facts.OfType<CampaignSwitched>().Should().HaveCount(holds ? 1 : 0);
    }

    [Fact]
    public void A_campaign_whose_contract_ends_pauses_at_its_next_call_and_keeps_its_list()
    {
        var script = new FloorScript().Ready("ann", "bob");
        script.Send(new ClientWasSet(script.Now, Client() with { Papers = [.. Client().Papers.Select(paper => paper with { Until = Today.PlusDays(-1) })] })).Bring(Prospect(1), Prospect(2));
        script.Facts.Should().Equal(new CampaignSwitched(script.Now, Spring, CampaignState.Paused));
        script.Instructions.OfType<Flaw>().Should().ContainSingle().Which.Reason.Should().Be("processor-contract-missing");
        script.Send(new ClientWasSet(script.Now, Client())).Send(new CampaignWasSwitched(script.Now, Spring, CampaignState.Running)).Bring(Prospect(1)).Dialled().Should().Contain(new ProspectId(1));
    }

    [Fact]
    public void On_the_practice_line_no_paper_is_asked_for()
    {
        var script = Stopped();
        script.Send(new TrunkWasSet(script.Now, new TrunkLimits(Line, 100, 100) { ReachesNobody = true })).Send(new ClientWasSet(script.Now, Client() with { Papers = [] }));
        script.Send(new CampaignWasSwitched(script.Now, Spring, CampaignState.Running)).Ready("ann").Bring(Prospect(1)).Dialled().Should().Equal(new ProspectId(1));
    }

    private static FloorScript Stopped()
    {
        var script = new FloorScript();
        return script.Send(new CampaignWasSwitched(script.Now, Spring, CampaignState.Stopped));
    }
}
