using CsCheck;
using Plateau.Core.Compliance;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using static Plateau.Specs.Floors.FloorScript;

namespace Plateau.Specs.Floors;

/// <summary>Decisions hang together: nothing can be changed, taken out, added or put elsewhere without being seen.</summary>
public sealed class DecisionChainSpecs
{
    private static readonly List<Fact> Day = ADay();

    [Fact]
    public void The_decisions_of_a_day_are_proven_and_so_is_what_was_read_back()
    {
        var proof = Prove(Day);
        proof.BrokenAt.Should().BeNull();
        proof.Decisions.Should().Be(Day.OfType<IDecision>().Count()).And.BeGreaterThan(8);
        proof.Last.Should().HaveLength(64);
        Prove([.. Day.Select(fact => FactJson.Read(FactJson.NameOf(fact), FactJson.Write(fact)))]).Last.Should().Be(proof.Last);
    }

    [Fact]
    public void Decisions_of_every_kind_hang_in_it() =>
        Day.OfType<IDecision>().Select(decision => decision.GetType()).Distinct().Should().BeEquivalentTo([typeof(AttemptPermitted), typeof(DialRefused), typeof(AttemptExamined)]);

    [Fact]
    public void Whatever_is_done_to_a_decision_breaks_the_chain_there_or_right_after() =>
        Gen.Select(Gen.Int[0, 200], Gen.Int[0, 4]).Sample((which, how) =>
        {
            var places = Day.Select((fact, place) => (fact, place)).Where(pair => pair.fact is IDecision).Select(pair => pair.place).ToList();
            // What is cut off at the end can't be missed by the rest.
            var place = places[which % (places.Count - 1)];
            var next = places[which % (places.Count - 1) + 1];
            List<Fact> forged = [.. Day];
            switch (how)
            {
                case 0: forged[place] = Altered(Day[place]); break;
                case 1: forged.RemoveAt(place); break;
                case 2: forged.Insert(place, Day[place]); break;
                case 3: (forged[place], forged[next]) = (Day[next], Day[place]); break;
                case 4: forged[place] = ((IDecision)Day[place]).Linked(null); break;
            }
            Prove(forged).BrokenAt.Should().NotBeNull().And.BeInRange(place + 1, next + 2);
        }, iter: 500);

    [Fact]
    public void A_forger_who_mends_a_decision_breaks_the_next_one()
    {
        var place = Day.FindIndex(fact => fact is AttemptPermitted);
        var before = Day.Take(place).OfType<IDecision>().LastOrDefault()?.Chain ?? DecisionChain.Beginning;
        List<Fact> forged = [.. Day];
        var altered = Altered(Day[place]);
        forged[place] = ((IDecision)altered).Linked(DecisionChain.Next(before, altered));
        Prove(forged).BrokenAt.Should().BeGreaterThan(place + 1);
    }

    [Fact]
    public void A_floor_that_starts_again_goes_on_with_the_chain()
    {
        var script = new FloorScript().Ready("ann").Bring(Prospect(1)).Failed(1, Outcome.Busy).Restart().Connect();
        script.Bring(Prospect(2) with { Consents = [] }, Prospect(3));
        Prove(script.Journal).Should().Match<ChainProof>(proof => proof.BrokenAt == null && proof.Decisions >= 2);
        var folded = new Floor();
        foreach (var fact in script.Journal) folded.Fold(fact);
        Written(folded).Should().Contain(Prove(script.Journal).Last);
    }

    private static ChainProof Prove(List<Fact> facts)
    {
        var proof = new ChainProof();
        for (var i = 0; i < facts.Count; i++) proof.See(i + 1, facts[i]);
        return proof;
    }

    private static Fact Altered(Fact fact) => fact switch
    {
        AttemptPermitted permitted => permitted with { Permit = permitted.Permit with { Reference = "another" } },
        DialRefused refused => refused with { Refusal = refused.Refusal with { Reason = "opposed-not" } },
        AttemptExamined examined => examined with { Phase = Phase.Transfer },
        _ => throw new InvalidOperationException(),
    };

    private static List<Fact> ADay()
    {
        var script = new FloorScript().Ready("ann");
        for (var each = 1; each <= 4; each++)
        {
            script.Bring(Prospect(10 * each) with { Consents = [] }, Prospect(10 * each + 1));
            script.Talk(each).Ended(each).Disposed(each, "refusal").Ready("ann");
        }
        return script.Journal;
    }
}
