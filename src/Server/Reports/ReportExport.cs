using NodaTime;
using NodaTime.Text;
using Plateau.Core.Floors;
using Plateau.Core.Prospecting;
using Plateau.Server.Floors;
using Plateau.Storage.Centre;

namespace Plateau.Server.Reports;

/// <summary>A report of some days, or the calls behind it, as tables to take along: the figures of the page, with formula and denominator.</summary>
internal static class ReportExport
{
    /// <summary>Calls written to one file at most; more is a matter for the API.</summary>
    public const int MostCalls = 100_000;

    private static readonly LocalDateTimePattern Second = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss");

    public static IReadOnlyList<Sheet> Of(CampaignSettings campaign, ReportReading reading, IReadOnlyList<Plateau.Storage.Journals.StreamEnd> ends) =>
    [
        new("report", ["what", "value"],
        [
            ["campaign", campaign.Id.Value], ["name", campaign.Name], ["client", campaign.Client.Value],
            ["from", Period.Text(reading.Period.From)], ["to", Period.Text(reading.Period.To)], ["zone", CentreTime.Zone.Id],
            .. ends.Select(end => (IReadOnlyList<object>)[$"counted to fact of {end.Stream}", end.Sequence]),
        ]),
        new("figures", ["figure", "value", "over", "before", "overBefore", "formula"], [.. Figures(reading.Total, reading.Before)]),
        .. ReportSheets.Of(reading.Detail),
    ];

    /// <param name="people">Whether whoever asks may know whom the centre called.</param>
    public static async Task<Sheet> CallsAsync(CallSearch search, WantedCalls wanted, ReportNames names, bool people, CancellationToken cancel)
    {
        var rows = new List<IReadOnlyList<object>>();
        for (string? after = null; ;)
        {
            var page = await search.FindAsync(wanted, Page<FoundCall>.Most, after, cancel);
            rows.AddRange(page.Items.Select(call => Row(call, names, people)));
            if ((after = page.Next) is null || rows.Count >= MostCalls) break;
        }
        return new Sheet("calls",
            ["time", .. people ? (string[])["firstName", "name", "company", "number"] : [], "list", "agent", "mode", "outcome", "disposition", "talkSeconds", "tried", "ground", "callerId", "call", "journal", "permit"], rows);
    }

    private static IReadOnlyList<object> Row(FoundCall call, ReportNames names, bool people)
    {
        var attempt = call.Attempt;
        return
        [
            Second.Format(CentreTime.Of(attempt.PermittedAt)), .. people ? (object[])[call.FirstName ?? "", call.Name ?? "", call.Company ?? "", call.Number ?? ""] : [],
            call.List is { } list ? names.Of(list) : "", attempt.Agent is { } agent ? names.Of(agent) : "", attempt.Mode ?? "", attempt.Outcome ?? "", attempt.Disposition ?? "",
            attempt.Talk is { } talk ? Math.Round(talk.TotalSeconds, 1) : "", attempt.Tried, attempt.Ground, attempt.CallerId, attempt.Id.Value, attempt.Stream, attempt.PermitSequence,
        ];
    }

    private static IEnumerable<IReadOnlyList<object>> Figures(CallCounts now, CallCounts before)
    {
        yield return ["attempts", now.Attempts, "", before.Attempts, "", ReportWords.AttemptsFormula.ToString()];
        yield return ["reached", now.Reached, now.Attempts, before.Reached, before.Attempts, ReportWords.ReachedFormula.ToString()];
        yield return ["talkSeconds", Seconds(now.Talk), now.Reached, Seconds(before.Talk), before.Reached, ReportWords.TalkFormula.ToString()];
        yield return ["successes", now.Successes, now.Reached, before.Successes, before.Reached, ReportWords.SuccessesFormula.ToString()];
        if (now.Agreed.Booked + before.Agreed.Booked > 0)
        {
            yield return ["appointments", now.Agreed.Booked, "", before.Agreed.Booked, "", ReportWords.AppointmentsFormula.ToString()];
            yield return ["appointmentsInCalls", now.Appointments.Booked, now.Successes, before.Appointments.Booked, before.Successes, ReportWords.AppointmentsFormula.ToString()];
            yield return ["appointmentsHeld", now.Agreed.Held, now.Agreed.Held + now.Agreed.NoShow, before.Agreed.Held, before.Agreed.Held + before.Agreed.NoShow, ReportWords.AppointmentsFormula.ToString()];
            yield return ["appointmentsNoShow", now.Agreed.NoShow, now.Agreed.Held + now.Agreed.NoShow, before.Agreed.NoShow, before.Agreed.Held + before.Agreed.NoShow, ReportWords.AppointmentsFormula.ToString()];
            yield return ["appointmentsCancelled", now.Agreed.Cancelled, now.Agreed.Booked, before.Agreed.Cancelled, before.Agreed.Booked, ReportWords.AppointmentsFormula.ToString()];
        }
        yield return ["abandoned", now.Abandoned, now.AnsweredByPerson, before.Abandoned, before.AnsweredByPerson, ReportWords.AbandonedFormula.ToString()];
        yield return ["refused", now.Refused, now.Attempts + now.Refused, before.Refused, before.Attempts + before.Refused, ReportWords.RefusedFormula.ToString()];
    }

    private static double Seconds(Duration talk) => Math.Round(talk.TotalSeconds, 1);
}
