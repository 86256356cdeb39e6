using System.CommandLine;
using System.Globalization;
using NodaTime;
using Plateau.Core.Floors;
using Plateau.Core.Prospecting;
using Plateau.Server.Practice;
using Plateau.Storage;

namespace Plateau.Server.Verbs;

/// <summary>A whole campaign on the practice line: real calls through the real switch, and nobody disturbed.</summary>
internal static class PracticeVerb
{
    private const int MostProspects = 20_000;
    private const int MostAgents = 100;

    public static Command Make()
    {
        var prospects = new Option<int>("--prospects") { Description = "How many people stand on the practice list", DefaultValueFactory = _ => 30, HelpName = "N" };
        var agents = new Option<int>("--agents") { Description = "How many practice agents call them", DefaultValueFactory = _ => 3, HelpName = "N" };
        var seed = CommonOptions.Seed();
        var at = new Option<string?>("--at") { Description = "When the practice's own clock starts: 2026-11-24T10:30 (Paris). Default: the next lawful moment at which it is past noon in Réunion", HelpName = "TIME" };
        var detect = new Option<bool>("--no-amd") { Description = "Without answering-machine detection: every machine gets an agent" };
        var mode = new Option<string>("--mode") { Description = "How the campaign calls: progressive (one call for each free agent), power (more, by --ratio) or predictive (ahead of agents, by the pacer)", DefaultValueFactory = _ => Word(DialMode.Progressive), HelpName = "MODE" };
        var ratio = new Option<double>("--ratio") { Description = "In power mode: calls for each free agent, from 1 to 5", DefaultValueFactory = _ => 1.5, HelpName = "X" };
        var anew = new Option<bool>("--new") { Description = "Begin a new practice even if the last one was cut short" };
        var json = CommonOptions.Json("prospects, attempts, permits, refusals, outcomes, dispositions, talkSeconds, idleShare, abandoned, recordings, facts, fingerprint, violations");
        var data = CommonOptions.Data();
        var command = new Command("practice", """
            Run a campaign on the practice line.

            Invented people stand on a list; some may be called and some may not. The floor asks the law for each of them and
            dials through a real Asterisk over real SIP and RTP; the last two digits of a number decide what happens (see
            docs/practice-line.md). Practice agents talk, write up and dispose by a plan that follows from the seed. Nothing
            leaves this machine. A practice that was cut short is taken up where it stopped.
            """)
        { prospects, agents, mode, ratio, seed, at, detect, anew, json, data };
        command.SetAction((parsed, cancel) => RunAsync(
            Bounded("--prospects", parsed.GetValue(prospects), 1, MostProspects), Bounded("--agents", parsed.GetValue(agents), 1, MostAgents),
            ModeOf(parsed.GetValue(mode)!), Bounded(parsed.GetValue(ratio)), parsed.GetValue(seed), parsed.GetValue(at), !parsed.GetValue(detect), parsed.GetValue(anew), parsed.GetValue(json), DataFolder.Open(parsed.GetValue(data)), cancel));
        return command;
    }

    private static async Task<int> RunAsync(int prospects, int agents, DialMode mode, double ratio, long seed, string? at, bool detect, bool anew, bool json, DataFolder folder, CancellationToken cancel)
    {
        var prefix = Environment.GetEnvironmentVariable("PLATEAU_ASTERISK") is { Length: > 0 } path
            ? path
            : throw new Complaint(Exit.Missing, "PLATEAU_ASTERISK is not set: start by ./run practice, which sets up a switch, or name the folder of an Asterisk 20 or later");
        await using var store = await Store.OpenAsync(folder.Database(folder.ReadSettings()), cancel);
        using var line = new ProgressLine();
        var last = PracticeRecord.Read(folder.Path);
        var resumed = last is { Finished: false } && !anew;
        var record = resumed ? last! : new PracticeRecord((last?.Number ?? 0) + 1, prospects, agents, seed, detect,
            PracticeRecord.Text(at is null ? PracticeStart.Next(SystemClock.Instance.GetCurrentInstant()) : PracticeStart.Parse(at)),
            PracticeRecord.Text(SystemClock.Instance.GetCurrentInstant()), Port: 0, Finished: false) { Mode = mode, Ratio = ratio };
        record = record with { Port = record.FreePort() };
        var run = new PracticeRun(record, store, folder);
        if (resumed) line.Say($"practice {record.Number} was cut short and goes on ({record.Prospects} prospects, {record.Agents} agents, {Word(record.Mode)}, seed {record.Seed}); --new begins another", force: true);
        else
        {
            line.Say($"practice {record.Number}: inventing {prospects} prospects, seed {seed}", force: true);
            await run.PrepareAsync(cancel);
            record.Write(folder.Path);
        }
        Figures figures;
        try
        {
            figures = await run.RunAsync(resumed, prefix, text => line.Say(text), cancel);
        }
        catch (OperationCanceledException)
        {
            throw new Complaint(Exit.Stopped, $"practice {record.Number} is cut short; the same command goes on with it");
        }
        (record with { Finished = true }).Write(folder.Path);
        line.Dispose();
        if (json) Console.WriteLine(FiguresShown.Line(figures));
        else
        {
            FiguresShown.Print($"Practice {record.Number}, seed {record.Seed}", figures);
            Console.WriteLine($"Counted again from the journal: ./run replay    As a report: ./run report --campaign {record.Campaign}");
        }
        return figures.Violations.Count == 0 ? (int)Exit.Done : (int)Exit.Flawed;
    }

    private static readonly DialMode[] Modes = [DialMode.Progressive, DialMode.Power, DialMode.Predictive];

    private static string Word(DialMode mode) => mode.ToString().ToLowerInvariant();

    /// <summary>Practice agents choose nobody by themselves: manual and preview are not among the modes of a practice.</summary>
    private static DialMode ModeOf(string word) => Modes.Any(mode => Word(mode) == word)
        ? Modes.First(mode => Word(mode) == word)
        : throw new Complaint(Exit.Misasked, $"--mode {word}: give {string.Join(", ", Modes.Select(Word))}");

    private static double Bounded(double ratio) =>
        ratio is >= 1 and <= 5 ? ratio : throw new Complaint(Exit.Misasked, string.Create(CultureInfo.InvariantCulture, $"--ratio {ratio}: give from 1 to 5"));

    private static int Bounded(string name, int value, int least, int most) =>
        value >= least && value <= most ? value : throw new Complaint(Exit.Misasked, $"{name} {value}: give from {least} to {most}");
}
