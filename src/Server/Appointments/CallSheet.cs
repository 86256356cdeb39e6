using NodaTime;
using Plateau.Core.Appointments;
using Plateau.Core.Interactions;
using Plateau.Server.Desks.Work;
using Plateau.Server.Floors;
using Plateau.Server.Web.Words;
using Plateau.Storage.Appointments;
using Plateau.Storage.Centre;

namespace Plateau.Server.Appointments;

/// <summary>A consultant's appointments of a day, as they take them along: in the consultant's language, by their clock.</summary>
internal sealed record CallSheet(Consultant Consultant, LocalDate Day, string Date, DateTimeZone Zone, IReadOnlyList<CallSheetLine> Lines)
{
    public Language Language => Languages.Of(Consultant.Language);
}

/// <summary>One appointment with what was learnt in the calls that led to it.</summary>
/// <param name="Answers">The latest answer to each question of a script, in the order in which they were asked.</param>
/// <param name="Said">Notes of agents, the latest first.</param>
internal sealed record CallSheetLine(AppointmentCard Card, string Meeting, string State, string Reply, string MadeBy, IReadOnlyList<AnswerKept> Answers, IReadOnlyList<string> Said);

/// <summary>Writes call sheets: who, where, on which number, what was answered and what was said.</summary>
internal sealed class CallSheets(ConsultantBook consultants, AppointmentLists lists, AnswerBook answers, CustomerNotes notes, CentreNames centre)
{
    /// <summary>Notes of one customer at most.</summary>
    private const int MostNotes = 5;

    /// <summary>Null when there is no such consultant.</summary>
    public async Task<CallSheet?> OfAsync(ConsultantId id, LocalDate day, CancellationToken cancel = default)
    {
        if (await consultants.FindAsync(id, cancel) is not { } consultant) return null;
        Languages.Speak(Languages.Of(consultant.Language));
        var zone = Core.Compliance.Zones.Named(consultant.Zone) ?? Core.Compliance.Zones.Paris;
        var names = await centre.ReadAsync(cancel);
        var lines = new List<CallSheetLine>();
        foreach (var card in await lists.BetweenAsync([consultant.Client], null, id, zone.AtStartOfDay(day).ToInstant(), zone.AtStartOfDay(day.PlusDays(1)).ToInstant(), cancel))
        {
            var made = card.Appointment;
            if (!made.Holds) continue;
            lines.Add(new(card, AppointmentWords.Of(made.Kind), AppointmentWords.Of(made.State), AppointmentWords.Of(card.Reply), made.Agent is { } agent ? names.Of(agent) : "",
                AnswerKept.Latest(await answers.OfCustomerAsync(made.Customer, cancel)), [.. (await notes.OfAsync(made.Customer, cancel)).OrderByDescending(note => note.At).Take(MostNotes).Select(note => note.Text)]));
        }
        return new(consultant, day, Shown.DayOf(day), zone, lines);
    }
}
