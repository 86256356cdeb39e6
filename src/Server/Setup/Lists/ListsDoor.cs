using Plateau.Server.Api;
using Plateau.Server.People;

namespace Plateau.Server.Setup.Lists;

/// <summary>The error file of an import, for whoever may import for that client; each copy is written in the audit log.</summary>
internal static class ListsDoor
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/lists/imports/{import}/errors", ErrorsAsync).ExcludeFromDescription();

    private static async Task<IResult> ErrorsAsync(string import, HttpContext context, Permissions permissions, Audited audited, ImportShelf shelf)
    {
        if (await permissions.PersonAsync() is null || shelf.Find(import) is not { HasErrorFile: true } card) return Results.NotFound();
        try
        {
            var person = await permissions.RequireAsync(Operation.ListsImport, $"import:{import}", card.Client);
            await audited.DoneAsync(person.Who, Operation.ListsImport, $"import:{import}", card.Client, new { errors = true });
        }
        catch (ForbiddenException)
        {
            // Whoever may not is told no more than that there is nothing; the refusal is written down.
            return Results.NotFound();
        }
        context.Response.Headers.CacheControl = "no-store, private";
        return Results.File(shelf.ErrorFileOf(import), "text/csv; charset=utf-8", $"{Path.GetFileNameWithoutExtension(card.FileName)}.errors.csv");
    }
}
