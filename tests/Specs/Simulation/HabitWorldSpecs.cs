using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Simulation;

namespace Plateau.Specs.Simulation;

/// <summary>People who answer in the evening are learnt from some days and called then: the same days, lived with and without.</summary>
public sealed class HabitWorldSpecs
{
    private const int DayInMinutes = 24 * 60;

    /// <summary>Three in ten answer by day and five in ten in the evening.</summary>
    private static readonly Scenario Days = new() { Name = "evenings", Minutes = 2 * DayInMinutes, Agents = 6, Customers = new() { Count = 500, EveningMore = 200_000, InReunion = 0 }, Record = false };

    [Fact]
    public void What_was_learnt_from_some_days_reaches_more_people_in_others()
    {
        var teacher = new World(Days, 1, keep: true);
        teacher.Run();
        var learnt = Counted(teacher.Journal.Select(entry => FactJson.Read(entry.Name, entry.Data)));
        var (without, with) = (0.0, 0.0);
        for (var seed = 2; seed <= 3; seed++)
        {
            without += ReachedShare(new World(Days, seed, asks: true).Run());
            with += ReachedShare(new World(Days, seed, asks: true, habits: learnt).Run());
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"reached of attempts: {without / 2:P1} without, {with / 2:P1} with what was learnt");
        (with / without).Should().BeGreaterThan(1.05, "calls are made when people answer");
    }

    /// <summary>Half of the list is in La Réunion, where it is evening while it is afternoon in Paris; nobody is called twice, so that only the order of those never called can differ.</summary>
    private static readonly Scenario TwoClocks = Days with { Name = "two clocks", Minutes = DayInMinutes, Agents = 8, Customers = Days.Customers with { Count = 4_000, InReunion = 500_000 } };

    [Fact]
    public void Those_never_called_are_reached_more_often_when_their_good_hour_decides_who_comes_first()
    {
        var teacher = new World(Days, 1, keep: true);
        teacher.Run();
        var learnt = Counted(teacher.Journal.Select(entry => FactJson.Read(entry.Name, entry.Data)));
        var (without, with) = (0.0, 0.0);
        for (var seed = 2; seed <= 4; seed++)
        {
            without += FirstCallsReached(new World(TwoClocks, seed, keep: true));
            with += FirstCallsReached(new World(TwoClocks, seed, keep: true, habits: learnt));
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"reached of first calls: {without / 3:P1} without, {with / 3:P1} with their good hour");
        (with / without).Should().BeGreaterThan(1.02, "whoever is at home now is called now");
    }

    /// <summary>Of the first calls to each person, how many were answered; and every call was lawful.</summary>
    private static double FirstCallsReached(World world)
    {
        world.Run().Violations.Should().BeEmpty();
        var (first, seen) = (new HashSet<AttemptId>(), new HashSet<ProspectId>());
        var reached = 0;
        foreach (var fact in world.Journal.Select(entry => FactJson.Read(entry.Name, entry.Data)))
            switch (fact)
            {
                case AttemptPlaced call when seen.Add(call.Prospect): first.Add(call.Attempt); break;
                case AttemptEnded { Outcome: Outcome.Reached } ended when first.Contains(ended.Attempt): reached++; break;
            }
        return (double)reached / first.Count;
    }

    private static double ReachedShare(Figures figures)
    {
        figures.Violations.Should().BeEmpty();
        return (double)figures.Outcomes.GetValueOrDefault("reached") / figures.Attempts;
    }

    private static List<HabitCount> Counted(IEnumerable<Fact> facts)
    {
        var placed = new Dictionary<AttemptId, Instant>();
        var counts = new Dictionary<(IsoDayOfWeek, DayPart), (int Calls, int Answers)>();
        foreach (var fact in facts)
            switch (fact)
            {
                case AttemptPlaced call: placed[call.Attempt] = call.At; break;
                case AttemptEnded { Outcome: Outcome.Reached or Outcome.Machine or Outcome.NoAnswer or Outcome.Busy or Outcome.Declined or Outcome.HungUpEarly } ended:
                    var local = placed[ended.Attempt].InZone(Zones.Paris);
                    var (calls, answers) = counts.GetValueOrDefault((local.DayOfWeek, DayParts.Of(local.TimeOfDay)));
                    counts[(local.DayOfWeek, DayParts.Of(local.TimeOfDay))] = (calls + 1, answers + (ended.Outcome is Outcome.Reached or Outcome.HungUpEarly ? 1 : 0));
                    break;
            }
        return [.. counts.Select(count => new HabitCount(Audience.Consumer, default, count.Key.Item1, count.Key.Item2, count.Value.Calls, count.Value.Answers))];
    }
}
