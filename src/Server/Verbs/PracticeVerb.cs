using System.CommandLine;
using NodaTime;
using Plateau.Core.Floors;
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
        { prospects, agents, seed, at, detect, anew, json, data };
        command.SetAction((parsed, cancel) => RunAsync(
            Bounded("--prospects", parsed.GetValue(prospects), 1, MostProspects), Bounded("--agents", parsed.GetValue(agents), 1, MostAgents),
            parsed.GetValue(seed), parsed.GetValue(at), !parsed.GetValue(detect), parsed.GetValue(anew), parsed.GetValue(json), DataFolder.Open(parsed.GetValue(data)), cancel));
        return command;
    }

    private static async Task<int> RunAsync(int prospects, int agents, long seed, string? at, bool detect, bool anew, bool json, DataFolder folder, CancellationToken cancel)
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
            PracticeRecord.Text(SystemClock.Instance.GetCurrentInstant()), Port: 0, Finished: false);
        record = record with { Port = record.FreePort() };
        var run = new PracticeRun(record, store, folder);
        if (resumed) line.Say($"practice {record.Number} was cut short and goes on ({record.Prospects} prospects, {record.Agents} agents, seed {record.Seed}); --new begins another", force: true);
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

    private static int Bounded(string name, int value, int least, int most) =>
        value >= least && value <= most ? value : throw new Complaint(Exit.Misasked, $"{name} {value}: give from {least} to {most}");
}
