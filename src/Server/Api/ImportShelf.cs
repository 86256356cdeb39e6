using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Server.Api.Door;
using Plateau.Storage.Importing;

namespace Plateau.Server.Api;

/// <summary>How far an import is, or what came of it.</summary>
public enum ImportState
{
    Waiting,
    Running,
    /// <summary>Somebody stopped it; what it is writing just now is still written.</summary>
    Stopping,
    Complete,
    /// <summary>The file as a whole can't be imported; its flaw says why.</summary>
    Refused,
    /// <summary>The process or the database stopped in the middle: the same file again goes on from there.</summary>
    Interrupted,
    /// <summary>It is being taken back, slice by slice; its revert report grows.</summary>
    Reverting,
    Reverted,
}

/// <summary>An import as its sender follows it.</summary>
/// <param name="HasErrorFile">Whether rows were refused or stood twice, each with its remedy.</param>
public sealed record ImportCard(
    string Id, ClientId Client, ListId List, string FileName, bool DryRun, Instant At, ImportState State,
    long Bytes, long TotalBytes, long Rows, Duration? Left = null, ImportReport? Report = null, RevertReport? Revert = null, bool HasErrorFile = false)
{
    /// <summary>Whether something is still to come of it without anybody asking again.</summary>
    [JsonIgnore]
    public bool IsUnderWay => State is ImportState.Waiting or ImportState.Running or ImportState.Stopping or ImportState.Reverting;
}

/// <summary>Imports that came over HTTP, each in a folder of its own: the file while it is needed, the error file, and a card that outlives a restart.</summary>
/// <remarks>Error files hold personal data; a folder is thrown away after thirty days, and its error file as soon as the import is reverted.</remarks>
internal sealed class ImportShelf
{
    private static readonly Duration Kept = Duration.FromDays(30);
    private readonly ConcurrentDictionary<string, ImportCard> cards = new(StringComparer.Ordinal);
    private readonly JsonSerializerOptions json = new();
    private readonly string folder;

    public ImportShelf(string folder, Instant now)
    {
        this.folder = Directory.CreateDirectory(folder).FullName;
        ApiJson.Shape(json);
        foreach (var each in Directory.EnumerateDirectories(folder)) TakeUp(each, now);
    }

    /// <summary>Every card, the latest last.</summary>
    public IEnumerable<ImportCard> All => cards.Values.OrderBy(card => card.Id, StringComparer.Ordinal);

    public ImportCard? Find(string id) => cards.GetValueOrDefault(id);

    public string FileOf(string id) => Path.Combine(folder, id, "file");

    public string ErrorFileOf(string id) => Path.Combine(folder, id, "errors.csv");

    /// <summary>An id that sorts by time and can't be guessed.</summary>
    public string NewId(Instant at)
    {
        var id = $"{at.ToUnixTimeMilliseconds():x12}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6))}";
        var place = Path.Combine(folder, id);
        // What is inside names people: nobody but this program's own user may look.
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(place);
        else Directory.CreateDirectory(place, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return id;
    }

    /// <summary>Keeps a card where a restart finds it.</summary>
    public void Keep(ImportCard card)
    {
        cards[card.Id] = card;
        var path = Path.Combine(folder, card.Id, "card.json");
        File.WriteAllText(path + ".new", JsonSerializer.Serialize(card, json));
        File.Move(path + ".new", path, overwrite: true);
    }

    /// <summary>Those whose time is over.</summary>
    public IReadOnlyList<ImportCard> Old(Instant now) => [.. All.Where(card => card.At < now - Kept && !card.IsUnderWay)];

    /// <summary>Shows progress, which nobody needs after a restart.</summary>
    public void Show(ImportCard card) => cards[card.Id] = card;

    /// <summary>Shows a card in the place of another, unless that one has changed meanwhile: what came of an import is never hidden behind its progress.</summary>
    /// <returns>Whether it stood there still.</returns>
    public bool Replace(ImportCard shown, ImportCard by) => cards.TryUpdate(shown.Id, by, shown);

    public void Drop(string id)
    {
        cards.TryRemove(id, out _);
        if (Directory.Exists(Path.Combine(folder, id))) Directory.Delete(Path.Combine(folder, id), recursive: true);
    }

    private void TakeUp(string each, Instant now)
    {
        try
        {
            var card = JsonSerializer.Deserialize<ImportCard>(File.ReadAllText(Path.Combine(each, "card.json")), json)!;
            if (card.At < now - Kept) throw new FileNotFoundException("its time is over");
            File.Delete(FileOf(card.Id));
            cards[card.Id] = card.IsUnderWay ? card with { State = ImportState.Interrupted } : card;
        }
        catch (Exception unusable) when (unusable is IOException or JsonException)
        {
            // An upload that was cut off has no card, and an old one is not kept: nobody can ask for either.
            Directory.Delete(each, recursive: true);
        }
    }
}
