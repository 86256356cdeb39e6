using Plateau.Server.People;
using Plateau.Storage.Centre;

namespace Plateau.Server.Reports.Proofs;

/// <summary>Gives out the sound of a recording, in pieces as a player asks for them, to whoever may hear it; each play is written down.</summary>
internal static class RecordingDoor
{
    public const string Path = "/recordings";

    public static void Map(IEndpointRouteBuilder app) => app.MapGet(Path + "/{pass}", PlayAsync).ExcludeFromDescription();

    private static async Task<IResult> PlayAsync(
        string pass, HttpContext context, Permissions permissions, Audited audited, RecordingPasses passes, RecordingFiles files, RecordingLog recordings, AttemptLog attempts, CancellationToken cancel)
    {
        if (await permissions.PersonAsync() is not { } claimed || passes.Read(pass, claimed) is not { } id) return Results.NotFound();
        if (await recordings.FindAsync(id, cancel) is not { } card || await attempts.FindAsync(card.Attempt, cancel) is not { } attempt) return Results.NotFound();
        Person person;
        try
        {
            person = await permissions.RequireAsync(Operation.RecordingsPlay, $"recording:{id}", attempt.Client);
        }
        catch (ForbiddenException)
        {
            return Results.NotFound();
        }
        if (files.Find(id) is not { } file) return Results.NotFound();
        if (IsBeginning(context.Request)) await audited.DoneAsync(person.Who, Operation.RecordingsPlay, $"recording:{id}", attempt.Client, new { attempt = card.Attempt.Value, purpose = card.Purpose });
        context.Response.Headers.CacheControl = "no-store, private";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.File(file, "audio/wav", enableRangeProcessing: true);
    }

    /// <summary>A player that goes on from further in the sound asks for a later piece of the same play.</summary>
    private static bool IsBeginning(HttpRequest request) =>
        request.GetTypedHeaders().Range is not { } range || range.Ranges.Any(piece => piece.From is null or 0);
}
