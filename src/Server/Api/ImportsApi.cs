using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Server.Api.Door;
using Plateau.Server.Setup.Changes;
using Plateau.Storage.Centre;
using Plateau.Storage.Importing;

namespace Plateau.Server.Api;

/// <summary>A client's file comes over HTTP, is followed to its end, answers for each refused row, and can be taken back as a whole.</summary>
internal static class ImportsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/lists/{list}/imports", SendAsync).WithTags("Imports").Says("ImportList", Scope.ListsWrite, "Import a file into a list",
                "The body is the file itself (CSV or XLSX), or a form with one file. map may come several times: map=phone:Tel bureau reads the phone from that column. The answer comes at once; follow its Location. The same file twice changes nothing. With scoresOnly=true, those who are on the list already are given their new scores, and nobody is put on it.")
            .Accepts<IFormFile>("application/octet-stream", "text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "multipart/form-data", "*/*")
            .Produces<ImportCard>(202).WithMetadata(new TakesFile());
        var imports = api.MapGroup("/imports").WithTags("Imports");
        imports.MapGet("/", ListAll).Says("ListImports", Scope.ListsWrite, "Imports sent over HTTP in the last thirty days, page by page").Produces<Page<ImportCard>>();
        imports.MapGet("/{import}", Get).Says("GetImport", Scope.ListsWrite, "How far an import is, or what came of it").Produces<ImportCard>();
        imports.MapGet("/{import}/errors", Errors).Says("GetImportErrors", Scope.ListsWrite, "The error file: row, column, value, reason and remedy", "Mended there, it can be imported as it is.").Produces<string>(200, "text/csv");
        imports.MapPost("/{import}/revert", RevertAsync).Says("RevertImport", Scope.ListsWrite, "Take an import back as a whole", "Prospects who were called are kept and closed.").Produces<ImportCard>();
    }

    private static async Task<IResult> SendAsync(
        string list, HttpRequest request, Caller caller, Reach reach, ImportShelf shelf, ImportDesk desk, IClock clock, CancellationToken cancel,
        string fileName = "list.csv", string region = "FR", [FromQuery] string[]? map = null, string audience = "consumer", [FromQuery] string[]? product = null, bool dryRun = false, bool scoresOnly = false)
    {
        if (await reach.ListAsync(caller, new ListId(list), cancel) is not { } found) return Problem.Unknown("list", list);
        if (!Enum.TryParse<Audience>(audience, ignoreCase: true, out var people) || people == Audience.Unknown || int.TryParse(audience, out _))
            return Problem.Of(400, "audience-unknown", $"There is no audience {audience}.", "parameter audience", "Write consumer or professional.");
        if (region.Length != 2 || !region.All(char.IsAsciiLetter)) return Problem.Of(400, "region-unknown", $"There is no region {region}.", "parameter region", "Write two letters, such as FR or MA.");
        var mapping = new List<KeyValuePair<string, string>>();
        foreach (var pair in map ?? [])
        {
            var cut = pair.IndexOf(':', StringComparison.Ordinal);
            if (cut < 1) return Problem.Of(400, "map", $"{pair} maps nothing.", "parameter map", "Write field:column, such as phone:Tel.");
            mapping.Add(new(pair[..cut], pair[(cut + 1)..]));
        }
        var at = clock.GetCurrentInstant();
        var id = shelf.NewId(at);
        var taken = false;
        try
        {
            var (name, bytes) = await SaveAsync(request, fileName, shelf.FileOf(id), cancel);
            if (name is null) return Problem.Of(400, "file-missing", "The form holds no file.", "body", "Send one part with a file, as curl -F file=@list.csv does.");
            shelf.Keep(new ImportCard(id, found.Client, found.Id, name, dryRun, at, ImportState.Waiting, 0, bytes, 0));
            taken = desk.Take(id, new ImportOrder(found.Client, found.Id, name, at) { Region = region.ToUpperInvariant(), Audience = people, Products = product ?? [], DryRun = dryRun, ScoresOnly = scoresOnly, ErrorFile = shelf.ErrorFileOf(id) }.Mapped(mapping));
            if (taken) return Results.Accepted($"/api/v1/imports/{id}", shelf.Find(id));
            request.HttpContext.Response.Headers.RetryAfter = "30";
            return Problem.Of(503, "imports-full", "Too many files wait to be imported.", $"list {list}", "Send the file again in a while.");
        }
        finally
        {
            if (!taken) shelf.Drop(id);
        }
    }

    /// <summary>Streams the file to disk, whatever its wrapping; memory stays the same for any size.</summary>
    private static async Task<(string? Name, long Bytes)> SaveAsync(HttpRequest request, string fileName, string path, CancellationToken cancel)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            return (Path.GetFileName(fileName), await CopyAsync(request.Body, path, cancel));
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value ?? throw new BadHttpRequestException("the form's body has no boundary");
        var reader = new MultipartReader(boundary, request.Body);
        while (await reader.ReadNextSectionAsync(cancel) is { } section)
            if (ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var what) && what.IsFileDisposition())
                return (Path.GetFileName(what.FileNameStar.Value ?? HeaderUtilities.RemoveQuotes(what.FileName).Value ?? fileName), await CopyAsync(section.Body, path, cancel));
        return (null, 0);
    }

    private static async Task<long> CopyAsync(Stream from, string path, CancellationToken cancel)
    {
        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true);
        await from.CopyToAsync(file, cancel);
        return file.Length;
    }

    private static IResult ListAll(Caller caller, ImportShelf shelf, string? after = null, int count = Asked.Count)
    {
        var most = Math.Clamp(count, 1, Page<ImportCard>.Most);
        var found = shelf.All.Where(card => caller.Sees(card.Client) && (after is null || string.CompareOrdinal(card.Id, after) > 0)).Take(most + 1).ToList();
        return Results.Ok(new Page<ImportCard>([.. found.Take(most)], found.Count > most ? found[most - 1].Id : null));
    }

    private static ImportCard? Seen(Caller caller, ImportShelf shelf, string import) => shelf.Find(import) is { } card && caller.Sees(card.Client) ? card : null;

    private static IResult Get(string import, Caller caller, ImportShelf shelf) => Seen(caller, shelf, import) is { } card ? Results.Ok(card) : Problem.Unknown("import", import);

    private static IResult Errors(string import, Caller caller, ImportShelf shelf)
    {
        if (Seen(caller, shelf, import) is not { } card) return Problem.Unknown("import", import);
        return card.HasErrorFile
            ? Results.File(shelf.ErrorFileOf(card.Id), "text/csv; charset=utf-8", $"{Path.GetFileNameWithoutExtension(card.FileName)}.errors.csv")
            : Problem.Of(404, "errors-none", "This import has no error file.", $"import {import}", "Nothing was refused, it is not over yet, or it was reverted.");
    }

    private static async Task<IResult> RevertAsync(string import, Caller caller, ImportShelf shelf, ImportReverting reverting, CancellationToken cancel)
    {
        if (Seen(caller, shelf, import) is not { } card) return Problem.Unknown("import", import);
        return Problem.Answer(await reverting.RevertAsync(card, cancel), $"/api/v1/imports/{import}");
    }
}
