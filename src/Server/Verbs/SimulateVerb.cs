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
        var seeds = new Option<int?>("--seeds") { Description = "Only ask: live through the day so many times, each with other luck, and show what may be expected; nothing is written or examined on the way, which is several times as fast", HelpName = "N" };
        var instead = new Option<string[]>("--instead") { Description = "Beside it the same day with this changed: agents=15, mode=progressive, customers.count=500 (may be given several times)", HelpName = "NAME=VALUE" };
        var command = new Command("simulate", """
            Run the floor in virtual time with invented customers, workforce and carrier.

            The same seed gives the same day, fact for fact, on any machine. Invariants are checked after each step;
            what breaks one is listed under violations, and the exit code is then 1.
            """)
        { scenario, seed, json, faults, seeds, instead };
        command.SetAction(parsed => parsed.GetValue(seeds) is null && parsed.GetValue(instead) is null or []
            ? Run(parsed.GetValue(scenario), parsed.GetValue(seed), parsed.GetValue(faults), parsed.GetValue(json))
            : parsed.GetValue(faults) ? throw new Complaint(Exit.Misasked, "--faults: a day that is asked about has none; leave out --seeds and --instead, or --faults")
            : Ask(parsed.GetValue(scenario), parsed.GetValue(seed), parsed.GetValue(seeds) ?? 1, parsed.GetValue(instead) ?? [], parsed.GetValue(json)));
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

    /// <summary>What may be expected of the day, and of the same day with something changed.</summary>
    private static int Ask(FileInfo? file, long seed, int lives, string[] changes, bool json)
    {
        if (lives is < 1 or > 1000) throw new Complaint(Exit.Misasked, $"--seeds {lives}: give from 1 to 1000");
        var day = Read(file);
        var changed = day;
        try
        {
            foreach (var change in changes) changed = WhatIf.Changed(changed, change);
        }
        catch (FormatException wrong)
        {
            throw new Complaint(Exit.Misasked, $"--instead {wrong.Message}");
        }
        var seeds = Enumerable.Range(0, lives).Select(each => seed + each).ToList();
        Expectation asItIs, instead;
        using (var line = new ProgressLine())
        {
            asItIs = WhatIf.Live(day, seeds, share => line.Say($"{day.Name}: {share:P0} of {Days(lives)} lived through"));
            instead = changes.Length == 0 ? asItIs : WhatIf.Live(changed, seeds, share => line.Say($"{string.Join(", ", changes)}: {share:P0} of {Days(lives)} lived through"));
        }
        if (json) Console.WriteLine(ExpectationShown.Line(asItIs, changes.Length == 0 ? null : instead));
        else ExpectationShown.Print($"{day.Name}, {Days(lives)}", asItIs, changes.Length == 0 ? null : instead, string.Join(", ", changes));
        return (int)Exit.Done;
    }

    private static string Days(int lives) => lives == 1 ? "1 day" : $"{lives} days";

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
