using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Server.Api.Door;
using Plateau.Storage;
using Plateau.Storage.Centre;
using Plateau.Storage.Importing;
using Spectre.Console;

namespace Plateau.Server.Verbs;

/// <summary>A client's file becomes prospects on a list, or says row by row why not; and can be taken back as a whole.</summary>
internal static class ImportVerb
{
    public static Command Make()
    {
        var file = new Argument<FileInfo?>("FILE") { Description = "CSV (any delimiter, UTF-8, UTF-16 or Windows-1252) or XLSX", Arity = ArgumentArity.ZeroOrOne };
        var client = new Option<string?>("--client") { Description = "Whose list it is; made when new", HelpName = "CLIENT" };
        var list = new Option<string?>("--list") { Description = "The list to fill; made when new", HelpName = "LIST" };
        var region = new Option<string>("--region") { Description = "Country in which numbers without a country code are dialled", DefaultValueFactory = _ => "FR", HelpName = "CC" };
        var map = new Option<string[]>("--map") { Description = "Reads a field from a column of another name: --map phone=\"Tél. bureau\"; field=- leaves it unread. Numbers may stand in several columns, the best first: --map mobile=GSM --map office=Bureau --map switchboard=Standard", HelpName = "FIELD=COLUMN", AllowMultipleArgumentsPerToken = true };
        var audience = new Option<Audience>("--audience") { Description = "Who the people are unless a column says it: consumer or professional", DefaultValueFactory = _ => Audience.Consumer };
        var product = new Option<string[]>("--product") { Description = "What the consents and contracts of this file are about, unless a column says it", HelpName = "PRODUCT", AllowMultipleArgumentsPerToken = true };
        var errors = new Option<FileInfo?>("--errors") { Description = "Where refused rows go; default: FILE.errors.csv beside the file", HelpName = "FILE" };
        var scores = new Option<bool>("--scores-only") { Description = "Only give those who are on the list already the scores of the file; nobody is put on it" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Read and check everything, change nothing" };
        var revert = new Option<long?>("--revert") { Description = "Take the import of that number back as a whole", HelpName = "BATCH" };
        var json = CommonOptions.Json("what came of the import");
        var data = CommonOptions.Data();
        var command = new Command("import", """
            Import a client's list of prospects.

            The delimiter, the encoding and the columns are recognised; numbers are written in E.164; duplicates and people who
            objected are found. Refused rows are written to an error file with their row, column, value and remedy. The same
            file twice changes nothing, and an import can be taken back as a whole.

              ./run import --client acme --list spring prospects.csv
              ./run import --revert 3
            """)
        { file, client, list, region, map, audience, product, errors, scores, dryRun, revert, json, data };
        command.SetAction(async (parsed, cancel) =>
        {
            var folder = DataFolder.Open(parsed.GetValue(data));
            await using var store = await Store.OpenAsync(folder.Database(folder.ReadSettings()), cancel);
            if (parsed.GetValue(revert) is { } batch) return await RevertAsync(store, batch, parsed.GetValue(json), cancel);
            if (parsed.GetValue(file) is not { } source) throw new Complaint(Exit.Misasked, "name the file: ./run import --client C --list L FILE");
            if (parsed.GetValue(client) is not { Length: > 0 } whose) throw new Complaint(Exit.Misasked, "--client is missing: say whose list it is");
            if (parsed.GetValue(list) is not { Length: > 0 } name) throw new Complaint(Exit.Misasked, "--list is missing: say which list to fill");
            foreach (var flaw in Asked.FlawsOfId("client", whose).Concat(Asked.FlawsOfId("list", name))) throw new Complaint(Exit.Misasked, $"{flaw.Place}: {flaw.Remedy}");
            if (!source.Exists) throw new Complaint(Exit.Misasked, $"{source}: no such file");
            var order = new ImportOrder(new ClientId(whose), new ListId(name), source.Name, SystemClock.Instance.GetCurrentInstant())
            {
                Region = parsed.GetValue(region)!,
                Audience = parsed.GetValue(audience),
                Products = parsed.GetValue(product) ?? [],
                ErrorFile = parsed.GetValue(errors)?.FullName ?? source.FullName + ".errors.csv",
                DryRun = parsed.GetValue(dryRun),
                ScoresOnly = parsed.GetValue(scores),
            }.Mapped(Mapping(parsed.GetValue(map) ?? []));
            return await RunAsync(store, order, source, parsed.GetValue(json), cancel);
        });
        return command;
    }

    private static List<KeyValuePair<string, string>> Mapping(string[] pairs)
    {
        var mapping = new List<KeyValuePair<string, string>>();
        foreach (var pair in pairs)
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            if (at < 1) throw new Complaint(Exit.Misasked, $"--map {pair}: write FIELD=COLUMN, such as phone=Tel");
            mapping.Add(new(pair[..at], pair[(at + 1)..]));
        }
        return mapping;
    }

    private static async Task<int> RunAsync(Store store, ImportOrder order, FileInfo source, bool json, CancellationToken cancel)
    {
        if (!order.DryRun) await PrepareAsync(new CentreBook(store), order, cancel);
        ImportReport report;
        await using (var content = source.OpenRead())
        using (var line = new ProgressLine())
            report = await new ListImport(store).RunAsync(order, content, new Told<ImportProgress>(progress => line.Say(Shown(progress))), cancel);
        if (json) Console.WriteLine(JsonSerializer.Serialize(report, JsonOptions));
        else Print(report, source);
        return report.Result switch
        {
            ImportResult.Refused => (int)Exit.Misasked,
            _ => report.Refused > 0 ? (int)Exit.Flawed : (int)Exit.Done,
        };
    }

    /// <summary>A client or list that is named for the first time is made: a newcomer has no pages yet to make it with.</summary>
    private static async Task PrepareAsync(CentreBook book, ImportOrder order, CancellationToken cancel)
    {
        if (await book.ClientAsync(order.Client, cancel) is null) await book.SetAsync(new Core.Clients.Client(order.Client, order.Client.Value, []), order.At, cancel);
        await book.SetListAsync(order.List, order.Client, order.List.Value, order.At, cancel);
    }

    private static async Task<int> RevertAsync(Store store, long batch, bool json, CancellationToken cancel)
    {
        RevertReport report;
        using (var line = new ProgressLine())
            report = await new ImportBatches(store).RevertAsync(batch, new Told<RevertReport>(back => line.Say(string.Create(CultureInfo.InvariantCulture, $"{back.Removed + back.Kept:N0} prospects taken back"))), cancel);
        if (!report.Found) throw new Complaint(Exit.Misasked, $"--revert {batch}: there is no such import, or it was taken back before");
        if (json) Console.WriteLine(JsonSerializer.Serialize(report, JsonOptions));
        else AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"Import {batch} is taken back: {report.Removed:N0} prospects removed, {report.Kept:N0} kept and closed because they were called, {report.Customers:N0} people forgotten, {report.Restored:N0} grounds as they were before{(report.Completed == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"; {report.Completed:N0} stay as this file completed them, because a later one told more"))}.");
        return (int)Exit.Done;
    }

    private static string Shown(ImportProgress progress) => string.Create(CultureInfo.InvariantCulture,
        $"{progress.Rows:N0} rows, {(progress.TotalBytes > 0 ? 100.0 * progress.Bytes / progress.TotalBytes : 100):N0} %{(progress.Left is { } left ? $", about {Math.Ceiling(left.TotalSeconds):N0} s left" : "")}");

    private static void Print(ImportReport report, FileInfo source)
    {
        if (report.Flaw is { } flaw)
        {
            AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[red]{flaw.Place}[/]: {flaw.Message} {flaw.Remedy}");
            return;
        }
        var table = new Table().Border(TableBorder.Rounded).HideHeaders().AddColumn("").AddColumn(new TableColumn("").RightAligned());
        table.Title(Markup.Escape(report.Result switch
        {
            ImportResult.AlreadyImported => $"{source.Name}: imported before, nothing changed",
            ImportResult.DryRun => $"{source.Name}: checked, nothing changed",
            _ when report.Batch == 0 => $"{source.Name}: scores",
            _ => $"{source.Name}: import {report.Batch}",
        }));
        foreach (var (name, value) in new (string, long)[] { ("Rows", report.Rows), ("New prospects", report.Accepted), ("Refused", report.Refused), ("Duplicates", report.Duplicates), ("Objected to calls", report.Opposed), ("New scores", report.Rescored), ("Taken in part", report.Noted) })
            table.AddRow(name, value.ToString("N0", CultureInfo.InvariantCulture));
        table.AddRow("Read as", Markup.Escape($"{report.Encoding}{(report.Delimiter is { } delimiter ? $", separated by {(delimiter == '\t' ? "tab" : delimiter.ToString())}" : "")}"));
        table.AddRow("Columns", Markup.Escape(string.Join(", ", report.Columns.Select(pair => $"{pair.Key}={pair.Value}"))));
        AnsiConsole.Write(table);
        if ((report is { Refused: > 0 } or { Duplicates: > 0 } or { Noted: > 0 }) && report.ErrorFile is { } errors)
            AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"What was refused or left out, why, and what to do: {errors}");
        if (report is { Result: ImportResult.Complete, Batch: > 0 }) AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"To take it back: ./run import --revert {report.Batch}");
    }

    private static readonly JsonSerializerOptions JsonOptions = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>Reports at once, in the thread that has something to say.</summary>
    private sealed class Told<T>(Action<T> tell) : IProgress<T>
    {
        public void Report(T value) => tell(value);
    }
}
