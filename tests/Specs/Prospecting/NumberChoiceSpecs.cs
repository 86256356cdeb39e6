using CsCheck;
using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Specs.Floors;
using static Plateau.Specs.Floors.FloorScript;

namespace Plateau.Specs.Prospecting;

/// <summary>Somebody has several telephones: which of them rings next, and why.</summary>
public sealed class NumberChoiceSpecs
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 23, 11, 0), Evening = Instant.FromUtc(2026, 11, 23, 18, 0);
    private static readonly PersonsNumber Home = new(1, NumberKind.Fixed), Pocket = new(2, NumberKind.Mobile), Old = new(3, NumberKind.Fixed), Desk = new(4, NumberKind.Office), Reception = new(5, NumberKind.Switchboard);

    private static PersonsNumber Rang(PersonsNumber number, int hoursAgo, Outcome outcome) => number with { Tried = 1, Last = outcome, LastAt = Noon - Duration.FromHours(hoursAgo) };

    public static TheoryData<string, PersonsNumber[], Audience, Instant, int?, int?, string?> Cases => new()
    {
        { "by day a consumer has their mobile with them", [Home, Pocket], Audience.Consumer, Noon, null, 2, NumberChoice.Untried },
        { "in the evening they are rather at home", [Home, Pocket], Audience.Consumer, Evening, null, 1, NumberChoice.Untried },
        { "at work there is a desk", [Home, Pocket], Audience.Professional, Noon, null, 1, NumberChoice.Untried },
        { "and their own line there before any other", [Home, Pocket, Desk, Reception], Audience.Professional, Noon, null, 4, NumberChoice.Untried },
        { "at a switchboard somebody else answers", [Reception with { Rank = 1 }, Pocket], Audience.Professional, Noon, null, 2, NumberChoice.Untried },
        { "a switchboard is better than none", [Home with { Dead = true }, Rang(Pocket, 3, Outcome.NoAnswer), Reception], Audience.Professional, Noon, null, 5, NumberChoice.Untried },
        { "in the evening nobody is at work", [Desk with { Rank = 1 }, Pocket], Audience.Consumer, Evening, null, 2, NumberChoice.Untried },
        { "of the same sort the first given comes first", [Home, Old], Audience.Consumer, Noon, null, 1, NumberChoice.Untried },
        { "a number never called comes before one that rang in vain", [Home, Rang(Pocket, 3, Outcome.NoAnswer)], Audience.Consumer, Noon, null, 1, NumberChoice.Untried },
        { "then they take turns", [Rang(Home, 5, Outcome.NoAnswer), Rang(Pocket, 3, Outcome.Busy)], Audience.Consumer, Noon, null, 1, NumberChoice.Turn },
        { "where they were spoken with they are called again", [Rang(Home, 5, Outcome.Reached), Pocket], Audience.Consumer, Noon, null, 1, NumberChoice.Reached },
        { "a dead one is passed over", [Home with { Dead = true }, Rang(Pocket, 1, Outcome.NoAnswer)], Audience.Consumer, Evening, null, 2, NumberChoice.Only },
        { "the agent's choice counts", [Home, Pocket, Old], Audience.Consumer, Noon, 3, 3, NumberChoice.Chosen },
        { "but not for a dead one", [Home, Pocket, Old with { Dead = true }], Audience.Consumer, Noon, 3, 2, NumberChoice.Untried },
        { "without any in service nobody is called", [Home with { Dead = true }, Pocket with { Dead = true }], Audience.Consumer, Noon, null, null, null },
    };

    [Theory, MemberData(nameof(Cases))]
    public void The_next_number_is(string because, PersonsNumber[] numbers, Audience audience, Instant at, int? wished, int? rank, string? why)
    {
        var chosen = NumberChoice.Of(numbers, audience, Zones.Paris, at, wished);
        (chosen?.Rank, chosen?.Why).Should().Be((rank, why), because);
        if (chosen is not null) chosen.Others.Should().Be(numbers.Count(number => !number.Dead) - 1);
    }

    [Fact]
    public void A_dead_number_is_never_chosen_and_the_order_of_reading_does_not_matter() =>
        Gen.Select(Gen.Int[0, 3], Gen.Bool, Gen.Int[0, 50]).Array[1, 6].Sample(drawn =>
        {
            var numbers = drawn.Select((each, place) => new PersonsNumber(place + 1, (NumberKind)(each.Item1 % 5), each.Item1, each.Item2, each.Item1 == 0 ? null : Outcome.NoAnswer, each.Item1 == 0 ? null : Noon - Duration.FromHours(each.Item3))).ToList();
            var chosen = NumberChoice.Of(numbers, Audience.Consumer, Zones.Paris, Noon);
            numbers.Reverse();
            NumberChoice.Of(numbers, Audience.Consumer, Zones.Paris, Noon).Should().Be(chosen);
            (chosen is null).Should().Be(numbers.TrueForAll(number => number.Dead));
            if (chosen is not null) numbers.Single(number => number.Rank == chosen.Rank).Dead.Should().BeFalse();
        });

    [Fact]
    public void After_a_dead_number_the_next_is_called_at_once_as_an_attempt_of_its_own()
    {
        var script = new FloorScript().Ready("ann").Bring(Prospect(1) with { Numbers = [Home, Pocket] });
        script.The<AttemptPermitted>().Number.Should().Be(new ChosenNumber(2, NumberChoice.Untried, 1));
        script.Told<Dial>().Rank.Should().Be(2);
        var ended = script.Failed(1, Outcome.Unallocated).The<AttemptEnded>();
        (ended.Number, ended.Verdict).Should().Be((2, Verdict.Again(script.Now, "other-number")));
        script.Wait(1).Bring(Prospect(1, tried: 1) with { Numbers = [Home, Pocket with { Dead = true, Tried = 1 }], Attempts = [script.Now - Duration.FromSeconds(1)] });
        script.Told<Dial>().Rank.Should().Be(1);
        script.Failed(2, Outcome.Unallocated).The<AttemptEnded>().Verdict.Should().Be(Verdict.Close("number-invalid"), "no number is left");
    }

    [Fact]
    public void The_law_counts_the_person_and_not_their_telephones()
    {
        var script = new FloorScript().Ready("ann");
        var four = Enumerable.Range(1, 4).Select(day => new PastCall(script.Now - Duration.FromDays(day))).ToArray();
        script.Bring(Prospect(1) with { Numbers = [Home, Pocket], Attempts = four }).The<DialRefused>().Refusal.Rule.Should().Be("FR-B2C-FREQ-4-30");
    }

    [Fact]
    public void The_agent_who_looked_chooses_the_number_and_the_permit_says_so()
    {
        var script = new FloorScript(settings => settings with { Mode = DialMode.Preview }).Ready("ann");
        var person = Prospect(1) with { Numbers = [Home, Pocket] };
        script.Bring(person).The<PreviewShown>();
        script.Wait(2).Send(new DeskDialled(script.Now, new("ann"), Spring, person) { Rank = 1 });
        script.The<AttemptPermitted>().Number.Should().Be(new ChosenNumber(1, NumberChoice.Chosen, 1));
        script.Told<Dial>().Rank.Should().Be(1);
    }

    [Fact]
    public void A_floor_that_was_started_again_still_knows_that_another_number_is_left()
    {
        var script = new FloorScript().Ready("ann").Bring(Prospect(1) with { Numbers = [Home, Pocket] }).Restart();
        script.Connect([Attempt(1)]);
        script.Failed(1, Outcome.Unallocated).The<AttemptEnded>().Verdict!.Reason.Should().Be("other-number");
    }

    [Fact]
    public void Whoever_has_no_number_in_service_is_refused_and_not_dialled() =>
        new FloorScript().Ready("ann").Bring(Prospect(1) with { Numbers = [Home with { Dead = true }] }).The<DialRefused>().Refusal.Reason.Should().Be("number-invalid");
}
