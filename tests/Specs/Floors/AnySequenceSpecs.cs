using System.Collections.Concurrent;
using System.Text.Json;
using CsCheck;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using static Plateau.Specs.Floors.FloorScript;

namespace Plateau.Specs.Floors;

/// <summary>Whatever the world says, in whatever order and however often, the floor stays sound and lawful.</summary>
/// <remarks>The script asks the auditor, the invariants and the permits after each signal.</remarks>
public sealed class AnySequenceSpecs
{
    private static readonly Gen<Step[]> Sequences = Step.Any.Array[1, 150];

    [Fact]
    public void Any_sequence_of_signals_leaves_a_sound_floor_that_its_journal_can_rebuild()
    {
        var met = new ConcurrentDictionary<Type, bool>();
        Sequences.Sample(steps =>
        {
            var script = Play(steps, twice: false);
            Written(Folded(new Floor(), script.Journal)).Should().Be(Written(script.Floor));
            foreach (var fact in script.Journal) met.TryAdd(fact.GetType(), true);
        }, iter: 1000);
        FactJson.Names.Values.Except(met.Keys).Should().BeEmpty("the sequences are worth something only if they reach far");
    }

    [Fact]
    public void Every_signal_may_come_twice() =>
        Sequences.Sample(steps => Play(steps, twice: true), iter: 250);

    [Fact]
    public void A_floor_restored_from_a_photograph_decides_like_the_one_that_lived_on() =>
        Gen.Select(Sequences, Sequences).Sample((before, after) =>
        {
            var script = Play(before, twice: false);
            var restored = Floor.Restore(JsonSerializer.Deserialize<Snapshot>(JsonSerializer.SerializeToUtf8Bytes(script.Floor.Photograph(), FactJson.Options), FactJson.Options)!);
            var at = script.Journal.Count;
            foreach (var step in after) script.Send(step.On(script.Floor));
            Written(Folded(restored, script.Journal.Skip(at))).Should().Be(Written(script.Floor));
        }, iter: 200);

    [Fact]
    public void Signals_survive_their_way_to_the_grain() =>
        Sequences.Sample(steps =>
        {
            var (told, heard) = (Play(steps, twice: false), Play(steps, twice: false, signal => SignalJson.Read(SignalJson.Write([signal]))[0]));
            heard.Journal.Select(fact => (FactJson.NameOf(fact), Convert.ToHexString(FactJson.Write(fact))))
                .Should().Equal(told.Journal.Select(fact => (FactJson.NameOf(fact), Convert.ToHexString(FactJson.Write(fact)))));
        }, iter: 60);

    private static FloorScript Play(Step[] steps, bool twice, Func<Signal, Signal>? way = null)
    {
        var script = new FloorScript(settings => settings with { RecordingPurpose = "quality", Appointments = new(), Dispositions = [.. settings.Dispositions, StandardDispositions.Appointment] }, mostCalls: 2);
        script.Start(Settings() with { Id = new("preview"), Mode = DialMode.Preview });
        script.Start(Settings() with { Id = new("by-hand"), Mode = DialMode.Manual });
        script.Ready("ann", "bob", "eve");
        foreach (var step in steps)
        {
            var signal = step.On(script.Floor);
            if (way is not null) signal = way(signal);
            script.Send(signal);
            if (twice) script.Send(signal);
        }
        return script;
    }

    private static Floor Folded(Floor floor, IEnumerable<Fact> journal)
    {
        foreach (var fact in journal) floor.Fold(FactJson.Read(FactJson.NameOf(fact), FactJson.Write(fact)));
        return floor;
    }
}
