using NodaTime;
using Plateau.Core.Appointments;
using Plateau.Core.Interactions;
using Plateau.Server.Desks.Work;
using Plateau.Server.Floors;
using Plateau.Storage.Appointments;

namespace Plateau.Server.Appointments;

/// <summary>A consultant's appointments of a day, as they take them along.</summary>
internal sealed record CallSheet(Consultant Consultant, LocalDate Day, DateTimeZone Zone, IReadOnlyList<CallSheetLine> Lines);

/// <summary>One appointment with what was said in the calls that led to it.</summary>
/// <param name="Said">Notes of agents, the latest first.</param>
internal sealed record CallSheetLine(AppointmentCard Card, string MadeBy, IReadOnlyList<string> Said);

/// <summary>Writes call sheets: who, where, on which number, and what was said.</summary>
internal sealed class CallSheets(ConsultantBook consultants, AppointmentLists lists, CustomerNotes notes, CentreNames centre)
{
    /// <summary>Notes of one customer at most.</summary>
    private const int MostNotes = 5;

    /// <summary>Null when there is no such consultant.</summary>
    public async Task<CallSheet?> OfAsync(ConsultantId id, LocalDate day, CancellationToken cancel = default)
    {
        if (await consultants.FindAsync(id, cancel) is not { } consultant) return null;
        var zone = Core.Compliance.Zones.Named(consultant.Zone) ?? Core.Compliance.Zones.Paris;
        var names = await centre.ReadAsync(cancel);
        var lines = new List<CallSheetLine>();
        foreach (var card in await lists.BetweenAsync([consultant.Client], null, id, zone.AtStartOfDay(day).ToInstant(), zone.AtStartOfDay(day.PlusDays(1)).ToInstant(), cancel))
            if (card.Appointment.Holds)
                lines.Add(new(card, card.Appointment.Agent is { } agent ? names.Of(agent) : "", [.. (await notes.OfAsync(card.Appointment.Customer, cancel)).OrderByDescending(note => note.At).Take(MostNotes).Select(note => note.Text)]));
        return new(consultant, day, zone, lines);
    }
}
