using System.Globalization;
using System.Text.Json;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;
using Plateau.Server.Desks.Work;
using Plateau.Server.People;
using Plateau.Storage.Appointments;
using Plateau.Storage.Centre;

namespace Plateau.Server.Setup.Customers;

/// <summary>Everything held about one person as a file, for when they ask for it (Règlement (UE) 2016/679, 15 et 20): to whoever may see them, and written in the audit log.</summary>
internal sealed class CustomerDataDoor(AttemptLog attempts, AnswerBook answers, CustomerNotes notes, AppointmentLists appointments)
{
    /// <summary>Calls of one file: a person is called four times in thirty days and kept three years.</summary>
    private const int MostCalls = 10_000;

    private static readonly JsonSerializerOptions Written = new(FactJson.Options) { WriteIndented = true };

    public static string AddressOf(CustomerId id) => $"/customers/{id}/data.json";

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/customers/{id:long}/data.json", TakeAsync).ExcludeFromDescription();

    private static async Task<IResult> TakeAsync(long id, HttpContext context, Permissions permissions, Audited audited, CustomerBook customers, CustomerDataDoor door, CancellationToken cancel)
    {
        if (await permissions.PersonAsync() is null || await customers.FindAsync(new(id), cancel) is not { } file) return Results.NotFound();
        try
        {
            var person = await permissions.RequireAsync(Operation.CustomersSee, $"customer:{id}", file.Card.Client);
            await audited.DoneAsync(person.Who, Operation.CustomersSee, $"customer:{id}", file.Card.Client, new { data = "json" });
        }
        catch (ForbiddenException)
        {
            // Whoever may not is told no more than that there is nothing; the refusal is written down.
            return Results.NotFound();
        }
        context.Response.Headers.CacheControl = "no-store, private";
        return Results.File(await door.OfAsync(file, cancel), "application/json", string.Create(CultureInfo.InvariantCulture, $"customer-{id}.json"));
    }

    private async Task<byte[]> OfAsync(CustomerFile file, CancellationToken cancel)
    {
        var id = file.Card.Id;
        return JsonSerializer.SerializeToUtf8Bytes(new
        {
            person = file.Card,
            numbers = file.Numbers.Select(each => new { each.Number, each.Known }),
            grounds = file.Grounds,
            oppositions = file.Oppositions,
            lists = file.Places.Select(place => new { place.List, name = place.ListName, place.State, place.Attempts, columns = place.Extra is { } json ? JsonDocument.Parse(json).RootElement : (JsonElement?)null }),
            calls = (await attempts.OfCustomerAsync(id, MostCalls, cancel)).Select(call => new { call.Id, call.Campaign, at = call.PermittedAt, call.Ground, call.CallerId, call.Talk, call.Outcome, call.Disposition }),
            answers = await answers.OfCustomerAsync(id, cancel),
            notes = await notes.OfAsync(id, cancel),
            appointments = (await appointments.OfCustomerAsync(id, cancel)).Select(card => new { card.Appointment.Start, card.Appointment.End, consultant = card.ConsultantName, card.Appointment.Kind, card.Appointment.State, card.Reply, card.Details }),
        }, Written);
    }
}
