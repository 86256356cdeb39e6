using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using NodaTime;
using Plateau.Contracts.Api;
using Plateau.Contracts.Telephony;
using Plateau.Contracts.Web;
using Plateau.Core.Appointments;
using Plateau.Core.Interactions;
using Plateau.Server.People;
using Plateau.Storage.Appointments;
using Plateau.Storage.Audit;
using Plateau.Storage.Centre;

namespace Plateau.Contracts.Reports;

/// <summary>What the report of appointments shows is what stands in the book, made in calls or in the calendar, down to each of them.</summary>
public sealed class AppointmentReportContract(PagesRoom room)
{
    private const string Thursday = "from=2026-11-26&to=2026-11-26&by=met", Report = $"reports/appointments?{Thursday}";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_row_of_every_table_leads_to_as_many_appointments_as_it_counts_and_each_table_adds_up()
    {
        using var reader = await ReaderAsync();
        var page = await reader.GetStringAsync(Report, Cancelled);
        var book = await BookAsync();
        book.Should().HaveCount(3);
        ShownReport.TileOf(page, "Pris").Figure.Should().Be("3");
        ShownReport.TileOf(page, "Absents").Figure.Should().Be("1");
        ShownReport.TileOf(page, "Sans suite connue").Figure.Should().Be("2");
        foreach (var (table, rows) in ((string, int)[])[("campaigns", 1), ("makers", 1), ("consultants", 2), ("days", 1)])
        {
            var parts = RowsOf(page, table);
            parts.Should().HaveCount(rows, table);
            parts.Sum(part => part.Counts[0]).Should().Be(3, table);
            foreach (var (address, counts) in parts)
            {
                var (made, open, held, missed, off) = (counts[0], counts[1], counts[2], counts[3], counts[4]);
                (open + held + missed + off).Should().Be(made, "every appointment stands in one state");
                AgreedOn(await reader.GetStringAsync(address, Cancelled)).Should().HaveCount(made, address);
            }
        }
        var missing = await reader.GetStringAsync($"{Report}&state=no-show", Cancelled);
        AgreedOn(missing).Should().Equal(book.Single(card => card.Appointment.State == AppointmentState.NoShow).Id.Value);
        missing.Should().Contain("/appointments?day=2026-11-26&amp;open=", "each leads to its place in the calendar");
    }

    [Fact]
    public async Task A_client_sees_its_own_another_client_none_and_whoever_may_takes_the_same_figures_along()
    {
        using var mine = await ReaderAsync(Role.Client, PagesRoom.Mine);
        using var other = await ReaderAsync(Role.Client, PagesRoom.Other);
        using var supervisor = await ReaderAsync(Role.Supervisor);
        AgreedOn(await mine.GetStringAsync(Report, Cancelled)).Should().HaveCount(3);
        AgreedOn(await other.GetStringAsync($"{Report}&campaign={Agreeing}", Cancelled)).Should().BeEmpty();
        (await supervisor.GetAsync($"reports/appointments.csv?{Thursday}", Cancelled)).StatusCode.Should().Be(HttpStatusCode.NotFound, "supervisors take no report along");
        (await mine.GetAsync($"reports/appointments.pdf?{Thursday}", Cancelled)).StatusCode.Should().Be(HttpStatusCode.NotFound);
        var file = await mine.GetStringAsync($"reports/appointments.csv?{Thursday}", Cancelled);
        foreach (var line in (string[])["figures,made,value,3", "figures,noShow,value,1", "figures,noShow,over,1", "figures,inCalls,value,0", "consultants,Anna Ferrand,made,2", "days,2026-11-26,noShow,1"]) file.Should().Contain(line);
        file.Should().NotContain($",{SimulatedMorning.Formula}", "no cell runs as a formula");
        var none = await other.GetStringAsync($"reports/appointments.csv?{Thursday}", Cancelled);
        none.Should().Contain("figures,made,value,0").And.NotContain("Anna");
        (await new AuditLog(room.Store).LatestAsync(200, cancellation: Cancelled)).Should().Contain(entry => entry.Act == Operation.ReportsExport && entry.Subject == "appointments" && entry.Client == PagesRoom.Mine);
    }

    [Fact]
    public async Task One_made_in_the_calendar_counts_for_its_campaign_there_and_in_the_journal_with_what_comes_of_it()
    {
        using var reader = await ReaderAsync();
        using var centre = room.Plateau.With(room.Plateau.FirstKey);
        await SameAsync();
        var who = (await new ProspectBook(room.Store).OfListAsync(new ListId(SimulatedMorning.List), 40, cancellation: Cancelled)).Items[17];
        var book = new AppointmentBook(room.Store);
        var start = await AgreedDays.FreeAsync(room.Store, AgreedDays.Bruno, 24);
        (await book.BookAsync(AgreedDays.Wish(who, AgreedDays.Bruno, start), SystemClock.Instance.GetCurrentInstant(), $"user:{room.Everyone.Id}", Cancelled)).Card.Should().NotBeNull();
        await SameAsync();
        RowsOf(await reader.GetStringAsync($"reports/appointments?{All}", Cancelled), "makers").Should().Contain(row => row.Address.EndsWith($"maker=user%3A{room.Everyone.Id}", StringComparison.Ordinal) && row.Counts[0] > 0);
        await book.CancelAsync(AgreedDays.IdOf(who), null, SystemClock.Instance.GetCurrentInstant(), "user:essai", cancellation: Cancelled);
        await SameAsync();

        // The journal and the book are counted apart and by different code: made, held, missed and called off must be the same.
        Task SameAsync() => Eventually.HoldsAsync(async () =>
        {
            var days = (await centre.DoneAsync("GET", $"api/v1/campaigns/{Agreeing}/report")).GetProperty("days").EnumerateArray().ToList();
            var counted = ((string[])["appointments", "appointmentsHeld", "appointmentsNoShow", "appointmentsCancelled"]).Select(name => days.Sum(day => day.GetProperty(name).GetInt32()));
            var row = RowsOf(await reader.GetStringAsync($"reports/appointments?{All}", Cancelled), "campaigns").Single(part => part.Address.EndsWith($"campaign={Agreeing}", StringComparison.Ordinal)).Counts;
            return counted.SequenceEqual([row[0], row[2], row[3], row[4]]);
        }, "journal and book count the same");
    }

    private const string All = "from=2026-01-01&to=2030-12-31", Agreeing = "aurore-printemps";

    private async Task<IReadOnlyList<AppointmentCard>> BookAsync()
    {
        var from = Instant.FromUtc(2026, 11, 26, 0, 0);
        return await new AppointmentLists(room.Store).BetweenAsync([new(PagesRoom.Mine), new(PagesRoom.Other)], null, null, from, from + Duration.FromDays(1), Cancelled);
    }

    private async Task<HttpClient> ReaderAsync(Role role = Role.Director, string? client = null)
    {
        await room.ReadyAsync();
        return await room.ReaderAsync(await room.EnterPersonAsync($"agreed-{Guid.NewGuid():N}"[..24], "Essai", [role], client is null ? null : [client]));
    }

    /// <summary>The rows of a table: where each leads, and made, open, held, no-show, called off.</summary>
    private static List<(string Address, IReadOnlyList<int> Counts)> RowsOf(string page, string table) =>
        [.. Regex.Matches(Regex.Match(page, $"data-counts=\"{table}\".*?</table>", RegexOptions.Singleline).Value, "<th scope=\"row\"><a href=\"/([^\"]+)\".*?</tr>", RegexOptions.Singleline)
            .Select(row => (WebUtility.HtmlDecode(row.Groups[1].Value), (IReadOnlyList<int>)[.. Regex.Matches(row.Value, "<td class=\"end\">.*?(\\d+).*?</td>", RegexOptions.Singleline).Select(cell => int.Parse(cell.Groups[1].Value, CultureInfo.InvariantCulture))]))];

    private static List<string> AgreedOn(string page) => [.. Regex.Matches(page, "data-agreed=\"([^\"]+)\"").Select(match => WebUtility.HtmlDecode(match.Groups[1].Value))];
}
