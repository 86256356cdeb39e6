using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;

namespace Plateau.Core.Floors;

/// <summary>Answering-machine detection is measured, not believed: some of those whom it takes for machines are heard by an agent, who says what answered.</summary>
public sealed partial class Floor
{
    private static bool IsMachine(Room room, AnsweredBy by) => by == AnsweredBy.Machine && room.Settings.DetectMachines;

    /// <summary>Takes the answer into the sample when it wants one more, and an agent is there to hear it.</summary>
    private bool IsHeardForTruth(Attempt attempt)
    {
        var room = rooms[attempt.Campaign];
        // Where no result says "a machine", only persons would be heard of; and the answer itself is among those of which the share is taken.
        if (!room.Settings.TellsMachines || !room.Detection.HangUp().Wants(room.Settings.MachineSample) || (attempt.Agent is null && room.Free.Count == 0)) return false;
        Hold(new MachineSampled(now, attempt.Id, attempt.Campaign));
        return true;
    }

    private DayCount BudgetOf(Room room)
    {
        var today = TodayOf(room);
        return today == room.Today && room.Budget is { } budget ? budget : today;
    }

    // Folds.

    private void Sample(MachineSampled sampled)
    {
        var room = rooms[sampled.Campaign];
        room.Detection = room.Detection.Sample();
        attempts[sampled.Attempt].TakenForMachine = true;
    }

    private void CountMachine(Room room)
    {
        room.Detection = room.Detection.HangUp();
        var today = TodayOf(room);
        room.Today = today with { HungUpOn = today.HungUpOn + 1 };
    }

    private static void TellTruth(Room room, bool takenForMachine, DispositionEffect effect) => room.Detection = room.Detection.Tell(takenForMachine, effect);
}
