using System.CommandLine;
using Plateau.Core.Floors;
using Plateau.Storage;
using Plateau.Storage.Journals;

namespace Plateau.Server.Verbs;

/// <summary>Folds a journal again and prints what comes of it: the figures that were shown live, or a reason to look closer.</summary>
internal static class ReplayVerb
{
    public static Command Make()
    {
        var floor = new Option<string?>("--floor") { Description = "Which floor's journal; default: the last practice, else the only floor", HelpName = "NAME" };
        var json = CommonOptions.Json("the same figures as practice and simulate print");
        var data = CommonOptions.Data();
        var command = new Command("replay", """
            Fold the journal again, fact by fact, and print the figures.

            They are the figures that practice printed: live equals replay. The fingerprint covers every fact in its order.
            """)
        { floor, json, data };
        command.SetAction(async (parsed, cancel) =>
        {
            var folder = DataFolder.Open(parsed.GetValue(data));
            await using var store = await Store.OpenAsync(folder.Database(folder.ReadSettings()), cancel);
            await using var journal = new Journal(store);
            var name = await ChooseAsync(journal, folder, parsed.GetValue(floor), cancel);
            var tally = new Tally();
            var total = await journal.LastSequenceAsync(name, cancel);
            using (var line = new ProgressLine())
                await foreach (var entry in journal.ReadAsync(name, 1, cancel))
                {
                    tally.Count(entry.Fact);
                    if (entry.Sequence % 1000 == 0) line.Say($"{name}: {entry.Sequence:N0} of {total:N0} facts folded");
                }
            var figures = tally.Figures;
            if (parsed.GetValue(json)) Console.WriteLine(FiguresShown.Line(figures));
            else FiguresShown.Print($"{name}, replayed", figures);
            return figures.Violations.Count == 0 ? (int)Exit.Done : (int)Exit.Flawed;
        });
        return command;
    }

    private static async Task<string> ChooseAsync(Journal journal, DataFolder folder, string? asked, CancellationToken cancel)
    {
        var streams = (await journal.StreamsAsync(cancel)).Select(stream => stream.Stream).ToList();
        if (streams.Count == 0) throw new Complaint(Exit.Misasked, $"no floor has ever been open in {folder.Path}: try ./run practice first, or name another folder with --data");
        var wanted = asked ?? Practice.PracticeRecord.Read(folder.Path)?.Floor ?? (streams.Count == 1 ? streams[0] : "floor");
        return streams.Contains(wanted) ? wanted : throw new Complaint(Exit.Misasked, $"--floor {wanted}: there is no such journal; there are {string.Join(", ", streams)}");
    }
}
