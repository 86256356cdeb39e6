using System.CommandLine;
using NodaTime;
using Plateau.Server.WhatIfs;
using Plateau.Simulation;
using Plateau.Storage;
using Plateau.Storage.Centre;
using Plateau.Storage.Prospecting;

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
        var campaign = new Option<string?>("--campaign") { Description = "A real campaign's next working day instead: its settings, experience and agents, and people as they stand on its lists; id or name. Only asks, as --seeds does", HelpName = "C" };
        var data = CommonOptions.Data();
        var command = new Command("simulate", """
            Run the floor in virtual time with invented customers, workforce and carrier.

            The same seed gives the same day, fact for fact, on any machine. Invariants are checked after each step;
            what breaks one is listed under violations, and the exit code is then 1.
            """)
        { scenario, campaign, seed, json, faults, seeds, instead, data };
        command.SetAction(async (parsed, cancel) =>
        {
            var (asked, lives, changes) = (parsed.GetValue(campaign), parsed.GetValue(seeds), parsed.GetValue(instead) ?? []);
            if (asked is null && lives is null && changes.Length == 0) return Run(parsed.GetValue(scenario), parsed.GetValue(seed), parsed.GetValue(faults), parsed.GetValue(json));
            if (parsed.GetValue(faults)) throw new Complaint(Exit.Misasked, "--faults: a day that is asked about has none; leave out --campaign, --seeds and --instead, or --faults");
            if (asked is null) return Ask(Read(parsed.GetValue(scenario)), null, parsed.GetValue(seed), lives ?? 1, changes, parsed.GetValue(json));
            if (parsed.GetValue(scenario) is not null) throw new Complaint(Exit.Misasked, "--campaign and --scenario: give the one or the other; --instead changes either");
            var (day, rehearsal) = await TomorrowAsync(asked, DataFolder.Open(parsed.GetValue(data)), cancel);
            return Ask(day, rehearsal, parsed.GetValue(seed), lives ?? 5, changes, parsed.GetValue(json));
        });
        return command;
    }

    /// <summary>A campaign's next working day, as its page would ask about it.</summary>
    private static async Task<(Scenario Day, Rehearsal? Rehearsal)> TomorrowAsync(string asked, DataFolder folder, CancellationToken cancel)
    {
        await using var store = await Store.OpenAsync(folder.Database(folder.ReadSettings()), cancel);
        var (book, now) = (new CentreBook(store), SystemClock.Instance.GetCurrentInstant());
        var campaign = (await book.CampaignAsync(await NamedCampaign.FindAsync(book, asked, cancel), cancel))!;
        var agents = (await new StaffBook(store).ActiveAsync(cancel)).Count(agent => agent.Campaigns.Contains(campaign.Id));
        var (rehearsal, left) = await new RehearsalReading(book, new ListSample(store)).OfAsync(campaign, now, cancel);
        var question = new WhatIfQuestion { Date = WhatIfQuestion.NextWorkingDay(now.InZone(Core.Compliance.Zones.Paris).Date) };
        question.Take(campaign, await new ExperienceBook(store).OfAsync(campaign.Id, now - WhatIfQuestion.LearnsFrom, cancel), agents, (int)Math.Min(left, 1_000_000));
        Console.Error.WriteLine(rehearsal is null
            ? $"{campaign.Name}: nobody is left to be called on its lists; these people are invented."
            : $"{campaign.Name}, {question.Date:yyyy-MM-dd} from {question.From:HH:mm} to {question.Until:HH:mm} in Paris, {question.Agents} agents: lived with {rehearsal.People.Count:N0} of the {left:N0} people left, as they stand on the lists.");
        return (question.Planned() with { Name = campaign.Name }, rehearsal);
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
    private static int Ask(Scenario day, Rehearsal? rehearsal, long seed, int lives, string[] changes, bool json)
    {
        if (lives is < 1 or > 1000) throw new Complaint(Exit.Misasked, $"--seeds {lives}: give from 1 to 1000");
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
            asItIs = WhatIf.Live(day, seeds, share => line.Say($"{day.Name}: {share:P0} of {Days(lives)} lived through"), rehearsal);
            instead = changes.Length == 0 ? asItIs : WhatIf.Live(changed, seeds, share => line.Say($"{string.Join(", ", changes)}: {share:P0} of {Days(lives)} lived through"), rehearsal);
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
