using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Storage.Centre;

namespace Plateau.Server.Reports;

/// <summary>Where exports go that the clock makes, and the list of what was written there.</summary>
/// <param name="folder">In the data folder, for this account alone.</param>
internal sealed class WrittenExports(string folder, DocumentBook documents)
{
    /// <summary>Lines of the list; the oldest file leaves with its line.</summary>
    private const int Most = 500;

    private const string Kind = "report-export";

    /// <summary>Writes a file whole or not at all, and then its line.</summary>
    public async Task WriteAsync(string name, byte[] content, CampaignId campaign, ClientId client, string schedule, Instant at, CancellationToken cancel)
    {
        var made = Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows()) made.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        var (path, beside) = (Path.Combine(folder, name), Path.Combine(folder, name + ".new"));
        await File.WriteAllBytesAsync(beside, content, cancel);
        File.Move(beside, path, overwrite: true);
        foreach (var (id, _) in (await ListAsync(cancel)).Where(line => line.Export.File == name)) await documents.RemoveAsync(Kind, id, cancel);
        await documents.SetAsync(Kind, Guid.NewGuid().ToString("N"), new WrittenExport(name, campaign, client, schedule, at, content.Length), at, client: client, cancellation: cancel);
        foreach (var (id, old) in (await ListAsync(cancel)).Skip(Most))
        {
            File.Delete(Path.Combine(folder, old.File));
            await documents.RemoveAsync(Kind, id, cancel);
        }
    }

    /// <summary>Latest first.</summary>
    public async Task<IReadOnlyList<(string Id, WrittenExport Export)>> ListAsync(CancellationToken cancel) =>
        [.. (await documents.AllAsync<WrittenExport>(Kind, cancellation: cancel)).OrderByDescending(document => document.At).ThenBy(document => document.Id, StringComparer.Ordinal).Select(document => (document.Id, document.Content))];

    public async Task<WrittenExport?> FindAsync(string id, CancellationToken cancel) => (await documents.FindAsync<WrittenExport>(Kind, id, cancel))?.Content;

    /// <summary>Where the file lies; null when it was taken away.</summary>
    public string? PathOf(WrittenExport export) => Path.Combine(folder, Path.GetFileName(export.File)) is var path && File.Exists(path) ? path : null;
}
