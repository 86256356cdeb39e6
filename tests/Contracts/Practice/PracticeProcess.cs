using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Plateau.Contracts.Telephony;
using Plateau.Core.Interactions;
using Plateau.Storage;
using Plateau.Storage.Journals;
using Plateau.Storage.Prospecting;

namespace Plateau.Contracts.Practice;

/// <summary>A practice as its user runs it: the program itself, in a data folder of its own.</summary>
internal sealed partial class PracticeProcess : IAsyncDisposable
{
    private readonly StringBuilder said = new();
    private readonly string? database;
    private readonly List<Fact> facts = [];
    private Process? process;
    private Store? store;
    private Journal? journal;

    /// <param name="database">A PostgreSQL address; null for SQLite in the folder.</param>
    public PracticeProcess(string? database = null)
    {
        this.database = database;
        Folder = Directory.CreateTempSubdirectory("plateau-practice-").FullName;
    }

    public string Folder { get; }
    public bool IsRunning => process is { HasExited: false };

    /// <summary>The practice line's own account: one line an INVITE, its last word the attempt.</summary>
    public string[] Invites
    {
        get
        {
            var file = Path.Combine(Folder, "practice-switch", "log", "practice.log");
            return File.Exists(file) ? [.. File.ReadAllLines(file).Select(line => line.Split(' ')[^1])] : [];
        }
    }

    /// <summary>Whom our hand at the switch told who called, because the floor said nothing: what its log says of it.</summary>
    public string[] SilencesBroken => Directory.Exists(Path.Combine(Folder, "logs"))
        ? [.. Directory.GetFiles(Path.Combine(Folder, "logs")).SelectMany(Shared).Select(line => Broken().Match(line)).Where(found => found.Success).Select(found => found.Groups[1].Value).Distinct()]
        : [];

    private static IEnumerable<string> Shared(string file)
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        while (reader.ReadLine() is { } line) yield return line;
    }

    [GeneratedRegex("""The floor said nothing of whoever answered .* they are told .*"Attempt":"([^"]+)",""")]
    private static partial Regex Broken();

    public int SwitchProcessId => int.Parse(File.ReadAllText(Path.Combine(Folder, "practice-switch", "asterisk.pid")), CultureInfo.InvariantCulture);

    public void Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "plateau")) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.ArgumentList.Add("--data");
        start.ArgumentList.Add(Folder);
        start.ArgumentList.Add("--json");
        start.Environment["PLATEAU_ASTERISK"] = Provisioned.Asterisk;
        if (database is not null) start.Environment["PLATEAU_DATABASE"] = database;
        process = Process.Start(start)!;
        process.ErrorDataReceived += (_, line) => said.AppendLine(line.Data);
        process.BeginErrorReadLine();
    }

    /// <summary>Waits for the end and reads the line it closes with.</summary>
    public async Task<JsonElement> ClosingLineAsync(double seconds)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(seconds));
        try
        {
            var output = await process!.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            var last = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault()
                ?? throw new InvalidOperationException($"It printed nothing and ended with {process.ExitCode}. It said: {said}");
            return JsonDocument.Parse(last).RootElement;
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"It did not close within {seconds} s. It said: {said}");
        }
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The journal of the first practice, read beside the process; what was read before is not read again.</summary>
    public async Task<List<Fact>> FactsAsync()
    {
        store ??= await OpenAsync();
        journal ??= new Journal(store);
        await foreach (var entry in journal.ReadAsync("practice-1", facts.Count + 1, TestContext.Current.CancellationToken)) facts.Add(entry.Fact);
        return facts;
    }

    /// <summary>The journal as far as it can be read: its database may not be there yet, or be away.</summary>
    public async Task<List<Fact>> FactsSafelyAsync()
    {
        if (database is null && !File.Exists(Path.Combine(Folder, "practice.json"))) return [];
        try
        {
            return await FactsAsync();
        }
        catch (System.Data.Common.DbException)
        {
            return facts;
        }
    }

    public async Task<Dictionary<ProspectId, string>> NumbersAsync(IEnumerable<ProspectId> prospects)
    {
        var feed = new HopperFeed(store ??= await OpenAsync());
        var numbers = new Dictionary<ProspectId, string>();
        foreach (var prospect in prospects) numbers[prospect] = (await feed.NumberOfAsync(prospect))!;
        return numbers;
    }

    public async ValueTask DisposeAsync()
    {
        if (IsRunning) process!.Kill();
        process?.Dispose();
        if (File.Exists(Path.Combine(Folder, "practice-switch", "asterisk.pid")))
            try
            {
                Process.GetProcessById(SwitchProcessId).Kill();
            }
            catch (ArgumentException)
            {
                // It ended by itself, as it should.
            }
        if (journal is not null) await journal.DisposeAsync();
        if (store is not null) await store.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private Task<Store> OpenAsync() => Store.OpenAsync(database is null ? StoreAddress.AtFile(Path.Combine(Folder, "plateau.db")) : StoreAddress.Parse(database), TestContext.Current.CancellationToken);
}
