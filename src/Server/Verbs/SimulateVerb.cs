using System.CommandLine;
using Plateau.Simulation;

namespace Plateau.Server.Verbs;

/// <summary>Lives through an invented day: the same floor machine in virtual time.</summary>
internal static class SimulateVerb
{
    public static Command Make()
    {
        var scenario = new Option<FileInfo?>("--scenario") { Description = "The day to live through, as JSON (samples/scenarios/); without it, a morning with 10 agents", HelpName = "FILE" };
        var seed = CommonOptions.Seed();
        var json = CommonOptions.Json("the figures, the same as practice and replay print");
        var faults = new Option<bool>("--faults") { Description = "Signals come twice, late or never, the link breaks and the switch dies, now and then" };
        var command = new Command("simulate", """
            Run the floor in virtual time with invented customers, workforce and carrier.

            The same seed gives the same day, fact for fact, on any machine. Invariants are checked after each step;
            what breaks one is listed under violations, and the exit code is then 1.
            """)
        { scenario, seed, json, faults };
        command.SetAction(parsed => Run(parsed.GetValue(scenario), parsed.GetValue(seed), parsed.GetValue(faults), parsed.GetValue(json)));
        return command;
    }

    private static int Run(FileInfo? file, long seed, bool faults, bool json)
    {
        var scenario = Read(file);
        var world = new World(scenario, seed, faults ? new Faults() : null);
        Core.Floors.Figures figures;
        using (var line = new ProgressLine())
            figures = world.Run(share => line.Say($"{scenario.Name}: {share:P0} of the day lived through"));
        if (json) Console.WriteLine(FiguresShown.Line(figures));
        else FiguresShown.Print($"{scenario.Name}, seed {seed}{(faults ? ", with faults" : "")}", figures);
        return figures.Violations.Count == 0 ? (int)Exit.Done : (int)Exit.Flawed;
    }

    private static Scenario Read(FileInfo? file)
    {
        if (file is null) return new Scenario { Name = "a morning" };
        try
        {
            return Scenario.Parse(File.ReadAllText(file.FullName));
        }
        catch (FormatException wrong)
        {
            throw new Complaint(Exit.Misasked, $"{file}: {wrong.Message}");
        }
    }
}
