using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Specs.Floors;
using static Plateau.Specs.Floors.FloorScript;

namespace Plateau.Specs.Prospecting;

public sealed class QuotaSpecs
{
    private const string Cell = "Région=BRETAGNE";

    [Theory]
    [InlineData(null, "Bretagne", Cell)]
    [InlineData(null, " bretagne ", Cell)]
    [InlineData(null, "", null)]
    [InlineData("Bretagne", "BRETAGNE", "Région==BRETAGNE")]
    [InlineData("Bretagne", "Corse", null)]
    public void Whom_a_quota_counts_together(string? value, string told, string? cell) => new Quota("Région", value, 5).CellOf(told).Should().Be(cell);

    [Theory]
    [InlineData("", null, 1, "quota-column")]
    [InlineData("Région", " ", 1, "quota-column")]
    [InlineData("Région", null, -1, "quota-limit")]
    [InlineData("Région", null, 0, null)]
    [InlineData("Région", "Corse", 1_000_001, "quota-limit")]
    public void A_quota_has_bounds(string column, string? value, int limit, string? fault)
    {
        var settings = Settings() with { Quotas = [new(column, value, limit)] };
        settings.Flaws(Client(), new TrunkLimits(Line, 1, 1)).Select(flaw => flaw.Reason).Should().Equal(fault is null ? [] : [fault]);
    }

    [Fact]
    public void Two_quotas_on_the_same_are_one_too_many() =>
        (Settings() with { Quotas = [new("Région", "Corse", 1), new("Région", "corse", 2)] }).Flaws(Client(), new TrunkLimits(Line, 1, 1)).Should().ContainSingle().Which.Reason.Should().Be("quota-twice");

    [Fact]
    public void No_more_are_on_the_line_than_the_quota_has_left_and_others_come_forward()
    {
        var script = new FloorScript();
        for (var agent = 1; agent <= 6; agent++) script.Ready($"a{agent}");
        Bring(script, 2, [.. Enumerable.Range(1, 5).Select(InBretagne), .. Enumerable.Range(11, 3).Select(id => Prospect(id))]);
        Called(script).Should().Equal(1, 2, 11, 12, 13);
    }

    [Fact]
    public void What_the_store_has_not_seen_yet_is_not_called_twice()
    {
        var script = new FloorScript();
        script.Ready("a1");
        Bring(script, 2, [InBretagne(1), InBretagne(2), InBretagne(3)]);
        var asked = script.Wait(6).Told<BringProspects>().Asked;
        script.Ready("a2").Ready("a3");
        Called(script).Should().Equal(1, 2);
        // The store was read before the second call: it tells of one left, and it is on the line.
        script.Send(new ProspectsBrought(script.Now, Spring, [InBretagne(3), InBretagne(4)], null, true) { Asked = asked, Left = new Dictionary<string, int> { [Cell] = 1 } });
        Called(script).Should().Equal(1, 2);
    }

    [Fact]
    public void A_store_that_answers_when_it_was_asked_again_already_opens_what_it_counted_and_no_more()
    {
        var script = new FloorScript();
        for (var agent = 1; agent <= 9; agent++) script.Ready($"a{agent}");
        var first = script.Wait(6).Told<BringProspects>().Asked;
        var second = script.Wait(6).Told<BringProspects>().Asked;
        Answer(first, 3, InBretagne(1), InBretagne(2), InBretagne(3), InBretagne(4));
        Called(script).Should().Equal([1, 2, 3], "it is slower than we ask, and says what is left all the same");
        // The store was read before those three calls.
        Answer(second, 4, InBretagne(4), InBretagne(5));
        Called(script).Should().Equal(1, 2, 3, 4);
        Answer(first, 3, InBretagne(5));
        Called(script).Should().Equal([1, 2, 3, 4], "an answer that comes behind a later one is void");

        void Answer(int asked, int left, params Dossier[] dossiers) =>
            script.Send(new ProspectsBrought(script.Now, Spring, dossiers, null, true) { Asked = asked, Left = new Dictionary<string, int> { [Cell] = left } });
    }

    [Fact]
    public void When_a_call_came_to_nothing_its_place_is_free_again()
    {
        var script = new FloorScript();
        script.Ready("a1").Ready("a2");
        Bring(script, 1, [InBretagne(1), InBretagne(2)]);
        Called(script).Should().Equal(1);
        script.Send(new CallFailed(script.Now, Attempt(1), Outcome.NoAnswer, "480"));
        Bring(script, 1, [InBretagne(2)]);
        Called(script).Should().Equal(1, 2);
    }

    private static Dossier InBretagne(int id) => Prospect(id) with { Cells = [Cell] };

    private static void Bring(FloorScript script, int left, Dossier[] dossiers)
    {
        var asked = script.Instructions.OfType<BringProspects>().LastOrDefault() ?? script.Wait(6).Told<BringProspects>();
        script.Send(new ProspectsBrought(script.Now, Spring, dossiers, null, true) { Asked = asked.Asked, Left = new Dictionary<string, int> { [Cell] = left } });
    }

    private static IEnumerable<long> Called(FloorScript script) => script.Journal.OfType<AttemptPlaced>().Select(placed => placed.Prospect.Value);
}
