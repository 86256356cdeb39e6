using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Plateau.Core.Clients;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Server.Api;
using Plateau.Server.People;
using Plateau.Server.Setup.Changes;
using Plateau.Server.Web.Words;
using Plateau.Storage.Centre;
using Plateau.Storage.Importing;

namespace Plateau.Server.Setup.Lists;

/// <summary>What happens on the import's page: a file is received, looked at, tried and handed over. It stays on the shelf while it is under somebody's hands.</summary>
public sealed partial class ImportPage
{
    private const long Largest = 1L << 30;

    private IReadOnlyList<Client>? clients;
    private IReadOnlyList<ListCard> lists = [];
    private Client? client;
    private string into = "", listName = "", product = "", fileName = "";
    private Audience audience = Audience.Consumer;
    private bool scoresOnly;
    private IReadOnlyList<Flaw> flaws = [];
    private string? complaint, id;
    private ListPreview? looked;
    private ImportReport? tried;
    private ImportProgress? trying;
    private List<KeyValuePair<string, string>> map = [];
    private bool receiving, busy, handedOver;
    private long received, size;
    private CancellationTokenSource stop = new();

    [SupplyParameterFromQuery(Name = "client")] public string? OfClient { get; set; }
    [SupplyParameterFromQuery(Name = "list")] public string? OfList { get; set; }
    [SupplyParameterFromQuery(Name = "campaign")] public string? OfCampaign { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var sees = await Asker.SeesAsync(Operation.ListsImport);
        clients = [.. (await Book.EveryClientAsync()).Where(each => sees(each.Id))];
        await ChooseClientAsync(OfClient);
        if (lists.Any(list => list.Id.Value == OfList)) into = OfList!;
        if (OfCampaign is { } campaign && await Book.CampaignAsync(new CampaignId(campaign)) is { } settings && settings.Client == client?.Id) product = settings.Product;
    }

    private async Task ChooseClientAsync(string? wanted)
    {
        client = clients!.FirstOrDefault(each => each.Id.Value == wanted) ?? (clients is [var first, ..] ? first : null);
        lists = client is null ? [] : await Prospects.EveryListAsync(client.Id);
        into = "";
        Changed();
    }

    /// <summary>What was tried is no longer what would be imported.</summary>
    private void Changed() => tried = null;

    private async Task ReceiveAsync(InputFileChangeEventArgs dropped)
    {
        if (client is null || receiving) return;
        complaint = null;
        if (dropped.File.Size > Largest)
        {
            complaint = ListWords.TooLarge;
            return;
        }
        (receiving, received, size, fileName) = (true, 0, dropped.File.Size, Path.GetFileName(dropped.File.Name));
        stop = new CancellationTokenSource();
        id = Shelf.NewId(Clock.GetCurrentInstant());
        try
        {
            await using (var from = dropped.File.OpenReadStream(Largest, stop.Token))
            await using (var file = new FileStream(Shelf.FileOf(id), FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true))
            {
                var chunk = new byte[1 << 16];
                for (int read; (read = await from.ReadAsync(chunk, stop.Token)) > 0; received += read)
                {
                    await file.WriteAsync(chunk.AsMemory(0, read), stop.Token);
                    if (received >> 20 != (received + read) >> 20) StateHasChanged();
                }
            }
            if (listName.Length == 0) listName = Path.GetFileNameWithoutExtension(fileName);
            map = [];
            await LookAsync();
        }
        catch (Exception broken) when (broken is OperationCanceledException or IOException or Microsoft.JSInterop.JSException)
        {
            Forget();
        }
        finally
        {
            receiving = false;
        }
    }

    private void StopReceiving() => stop.Cancel();

    private void Forget()
    {
        if (id is not null && !handedOver) Shelf.Drop(id);
        (id, looked, tried, trying, map) = (null, null, null, null, []);
    }

    private ImportOrder Order(ListId list, bool dry) => new ImportOrder(client!.Id, list, fileName, Clock.GetCurrentInstant())
    {
        Audience = audience, Products = product.Trim().Length == 0 ? [] : [product.Trim()], DryRun = dry, ScoresOnly = scoresOnly && into.Length > 0, ErrorFile = Shelf.ErrorFileOf(id!),
    }.Mapped(map);

    private async Task LookAsync()
    {
        tried = null;
        if (id is null) return;
        var said = map;
        await using var content = File.OpenRead(Shelf.FileOf(id));
        var read = await ListPreview.ReadAsync(Order(new ListId("-"), true), content);
        if (ReferenceEquals(said, map)) looked = read;
    }

    /// <summary>What a column means is said for all columns at once, so that no word of the header decides behind somebody's back. Several may hold numbers, each with its rank.</summary>
    /// <param name="rank">Where among a person's numbers this one stands; 0 leaves it where it is, or last.</param>
    private async Task MapAsync(PreviewColumn column, string field, int rank = 0)
    {
        var wanted = looked!.Columns.ToDictionary(each => each.Name, each => each.Name == column.Name ? field : each.Field ?? "", StringComparer.Ordinal);
        var phones = looked.Columns.Where(each => ListPreview.IsPhone(wanted[each.Name])).OrderBy(each => each.Rank == 0 ? int.MaxValue : each.Rank).Select(each => each.Name).ToList();
        if (rank > 0 && phones.Remove(column.Name)) phones.Insert(Math.Min(rank - 1, phones.Count), column.Name);
        var single = ListPreview.Fields.Where(each => phones.Count == 0 || !ListPreview.IsPhone(each)).ToDictionary(each => each, _ => "-", StringComparer.Ordinal);
        foreach (var (name, meaning) in wanted.Where(pair => single.ContainsKey(pair.Value)))
            if (single[meaning] == "-" || name == column.Name) single[meaning] = name;
        map = [.. single, .. phones.Select(name => KeyValuePair.Create(wanted[name], name))];
        // The next choice may come before this one is read back: it builds on what was said, not on what was seen.
        looked = looked with { Columns = [.. looked.Columns.Select(each => each with { Field = wanted[each.Name] is { Length: > 0 } said ? said : null, Rank = phones.IndexOf(each.Name) + 1 })] };
        await LookAsync();
    }

    /// <summary>The list is made before the dry run, so that oppositions and duplicates are those of this very list.</summary>
    private async Task<ListId?> ListAsync()
    {
        if (into.Length > 0) return new ListId(into);
        var fresh = await FreshId.OfAsync(listName, async each => await Prospects.ListAsync(new ListId(each)) is not null);
        var made = await Asker.ActAsync(Operation.ListsImport, $"list:{fresh}", client!.Id, sees => Changes.SetAsync(fresh, new ListWish(client.Id, listName.Trim()), sees, CancellationToken.None));
        flaws = made.Flaws;
        if (made.Kept is null) return null;
        lists = await Prospects.EveryListAsync(client.Id);
        into = fresh;
        return new ListId(fresh);
    }

    private async Task TryAsync()
    {
        if (trying is not null || looked is not { Flaw: null } || await ListAsync() is not { } list) return;
        stop = new CancellationTokenSource();
        trying = new ImportProgress(0, looked.Bytes, 0, null);
        try
        {
            await using var content = File.OpenRead(Shelf.FileOf(id!));
            // A look on the way may come late; what is shown at the end is the report.
            var progress = new Progress<ImportProgress>(at => InvokeAsync(() =>
            {
                if (trying is not null) trying = at;
                StateHasChanged();
            }));
            var report = await Import.RunAsync(Order(list, true), content, progress, stop.Token);
            if (report.Flaw is { } flaw) complaint = ListWords.Of(flaw);
            else if (report.Result == ImportResult.AlreadyImported) complaint = ListWords.Already;
            else tried = report;
        }
        catch (OperationCanceledException)
        {
            tried = null;
        }
        finally
        {
            trying = null;
        }
        // The error file of a dry run belongs to whoever tried it: a card says whose it is.
        Shelf.Keep(new ImportCard(id!, client!.Id, list, fileName, true, Clock.GetCurrentInstant(), ImportState.Complete, looked.Bytes, looked.Bytes, tried?.Rows ?? 0, HasErrorFile: tried is not null));
    }

    private void StopTrying() => stop.Cancel();

    private async Task ImportAsync()
    {
        if (busy || tried is null || id is null) return;
        busy = true;
        var list = new ListId(into);
        var taken = await Asker.ActAsync(Operation.ListsImport, $"list:{into}", client!.Id, _ =>
        {
            Shelf.Keep(new ImportCard(id, client.Id, list, fileName, false, Clock.GetCurrentInstant(), ImportState.Waiting, 0, looked!.Bytes, 0));
            return Task.FromResult(handedOver = Desk.Take(id, Order(list, false)));
        }, new { import = id });
        busy = false;
        if (!taken)
        {
            complaint = ListWords.Full;
            return;
        }
        if (OfCampaign is { } campaign && await AttachAsync(new CampaignId(campaign), list)) Navigation.NavigateTo($"/campaigns/{campaign}/lists");
        else Navigation.NavigateTo($"/lists/{into}");
    }

    private async Task<bool> AttachAsync(CampaignId campaign, ListId list)
    {
        if (await Book.CampaignAsync(campaign) is not { } settings || settings.Client != client!.Id || !await Asker.MayAsync(Operation.CampaignsChange, settings.Client)) return false;
        if (settings.Lists.Contains(list)) return true;
        var wish = CampaignWish.Of(settings) with { Lists = [.. settings.Lists, list] };
        return (await Asker.ActAsync(Operation.CampaignsChange, $"campaign:{campaign}", settings.Client, sees => Campaigns.SetAsync(campaign.Value, wish, sees, asDraft: true, CancellationToken.None))).Kept is not null;
    }

    private static IEnumerable<(Word Word, long Count, string Colour)> Parts(ImportReport report) =>
    [
        (ListWords.Rescored, report.Rescored, "good-mark"), (ListWords.ToImport, report.Accepted, "good-mark"), (ListWords.Duplicates, report.Duplicates, "series-5"), (ListWords.Refused, report.Refused, "series-4"), (ListWords.Opposed, report.Opposed, "bad-mark"),
    ];

    public void Dispose()
    {
        stop.Cancel();
        if (id is not null && !handedOver && !receiving) Shelf.Drop(id);
    }
}
