using CsCheck;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Specs.Floors;
using static Plateau.Specs.Floors.FloorScript;

namespace Plateau.Specs.Prospecting;

public sealed class ListMixSpecs
{
    private static readonly Gen<int[]> Weights = Gen.Int[1, ListShare.MostWeight].Array[1, 9];

    private static List<ListShare> Lists(params IEnumerable<int> weights) => [.. weights.Select((weight, place) => new ListShare(new($"l{place}"), Weight: weight))];

    private static List<ListId> Serve(ListTurns turns, List<ListShare> lists, int calls) => [.. Enumerable.Range(0, calls).Select(_ =>
    {
        var next = turns.Next(lists)!.Value;
        turns.Served(next, lists);
        return next;
    })];

    [Fact]
    public void From_the_beginning_every_list_is_within_one_call_of_its_part_at_any_moment() => Weights.Sample(weights =>
    {
        var (turns, lists, had) = (new ListTurns(), Lists(weights), new Dictionary<ListId, int>());
        double whole = weights.Sum();
        for (var calls = 1; calls <= 700; calls++)
        {
            var next = turns.Next(lists)!.Value;
            turns.Served(next, lists);
            had[next] = had.GetValueOrDefault(next) + 1;
            if (lists.Exists(list => Math.Abs(had.GetValueOrDefault(list.List) - calls * list.Weight / whole) >= 1 + 1e-6)) return false;
        }
        return true;
    }, iter: 400);

    [Fact]
    public void Over_any_stretch_every_list_is_within_two_calls_of_its_part() => Gen.Select(Weights, Gen.Int[0, 300], Gen.Int[1, 300]).Sample((weights, from, length) =>
    {
        var lists = Lists(weights);
        var stretch = Serve(new ListTurns(), lists, from + length).Skip(from).ToList();
        return lists.TrueForAll(list => Math.Abs(stretch.Count(each => each == list.List) - length * list.Weight / (double)weights.Sum()) < 2 + 1e-6);
    }, iter: 300);

    [Fact]
    public void A_list_waits_at_most_two_rounds_for_its_turn_while_others_come_and_go() => Gen.Select(Weights, Gen.Int[0, int.MaxValue].Array[400]).Sample((weights, dice) =>
    {
        // The first list always has somebody; every other one is dry half of the time.
        var (turns, lists, waited, most) = (new ListTurns(), Lists(weights), 0.0, 0.0);
        for (var call = 0; call < dice.Length; call++)
        {
            var ready = lists.Where((_, place) => place == 0 || (dice[call] >> place & 1) == 0).ToList();
            var next = turns.Next(ready)!.Value;
            turns.Served(next, ready);
            waited = next == lists[0].List ? 0 : waited + (double)weights[0] / ready.Sum(share => share.Weight);
            most = Math.Max(most, waited);
        }
        // Measured in what it was owed meanwhile.
        return most <= weights.Length + 1;
    }, iter: 300);

    [Fact]
    public void The_order_is_the_same_each_time() => Weights.Sample(weights =>
        Serve(new ListTurns(), Lists(weights), 200).SequenceEqual(Serve(new ListTurns(), [.. Lists(weights).AsEnumerable().Reverse()], 200)), iter: 100);

    [Fact]
    public void A_list_that_was_dry_is_given_nothing_back()
    {
        var (turns, lists) = (new ListTurns(), Lists(1, 1));
        Serve(turns, [lists[0]], 500);
        Serve(turns, lists, 10).Count(each => each == lists[1].List).Should().Be(5);
    }

    [Fact]
    public void A_later_tier_is_served_while_the_first_has_nobody()
    {
        List<ListShare> lists = [new(new("a"), Tier: 2, Weight: 100), new(new("b"), Tier: 1), new(new("c"), Tier: 1)];
        Serve(new ListTurns(), lists, 4).Select(each => each.Value).Should().Equal("b", "c", "b", "c");
        new ListTurns().Next([lists[0]]).Should().Be(new ListId("a"));
        new ListTurns().Next([]).Should().BeNull();
    }

    [Theory]
    [InlineData(0, 1, "list-tier")]
    [InlineData(1, 1, null)]
    [InlineData(9, 100, null)]
    [InlineData(10, 1, "list-tier")]
    [InlineData(1, 0, "list-weight")]
    [InlineData(1, 101, "list-weight")]
    public void A_share_has_bounds(int tier, int weight, string? fault)
    {
        var settings = Settings() with { Mix = [new(new("list"), tier, weight)] };
        settings.Flaws(Client(), new TrunkLimits(Line, 1, 1)).Select(flaw => flaw.Reason).Should().Equal(fault is null ? [] : [fault]);
    }

    [Fact]
    public void A_share_of_a_list_that_is_not_called_is_named() =>
        (Settings() with { Mix = [new(new("other"))] }).Flaws(Client(), new TrunkLimits(Line, 1, 1)).Should().ContainSingle().Which.Reason.Should().Be("list-not-called");

    [Fact]
    public void The_floor_calls_lists_as_their_weights_say_and_takes_up_a_change_at_once()
    {
        ListId cold = new("cold"), warm = new("warm");
        var script = new FloorScript(settings => settings with { Lists = [cold, warm], Mix = [new(cold, Weight: 1), new(warm, Weight: 3)] });
        for (var agent = 1; agent <= 8; agent++) script.Ready($"a{agent}");
        script.Bring([.. Enumerable.Range(1, 40).Select(id => Prospect(id) with { List = id <= 20 ? cold : warm })]);
        Called(script.Journal).Should().Equal(21, 22, 23, 1, 24, 25, 26, 2);
        var before = script.Journal.Count;
        script.Send(new CampaignWasSet(script.Now, script.Floor.Rooms[Spring].Settings with { Version = 2, Mix = [new(cold, Tier: 1), new(warm, Tier: 2)] })).Told<BringProspects>();
        script.Bring([.. Enumerable.Range(1, 40).Select(id => Prospect(id) with { List = id <= 20 ? cold : warm })]);
        for (var agent = 9; agent <= 12; agent++) script.Ready($"a{agent}");
        Called(script.Journal.Skip(before)).Should().Equal(3, 4, 5, 6);
    }

    [Fact]
    public void Whoever_is_refused_takes_no_turn_of_their_list()
    {
        ListId cold = new("cold"), warm = new("warm");
        var script = new FloorScript(settings => settings with { Lists = [cold, warm] });
        for (var agent = 1; agent <= 4; agent++) script.Ready($"a{agent}");
        script.Bring([.. Enumerable.Range(1, 10).Select(id => Prospect(id) with { List = id <= 6 ? cold : warm, Consents = id <= 3 ? [] : Prospect(id).Consents })]);
        Called(script.Journal).Should().BeEquivalentTo([4L, 5, 7, 8]);
    }

    private static IEnumerable<long> Called(IEnumerable<Fact> facts) => facts.OfType<AttemptPlaced>().Select(placed => placed.Prospect.Value);
}
