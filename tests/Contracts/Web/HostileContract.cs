using System.Text.RegularExpressions;
using Plateau.Contracts.Api;
using Plateau.Contracts.Reports;
using Plateau.Contracts.Telephony;
using Plateau.Core.Interactions;
using Plateau.Server.Web;
using Plateau.Storage.Centre;

namespace Plateau.Contracts.Web;

/// <summary>Whatever is written into names, notes, scripts and files is shown as text on every page, and runs nowhere: not in a browser, not in a spreadsheet.</summary>
public sealed partial class HostileContract(PagesRoom shared)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_page_shows_hostile_text_as_text_and_every_export_is_free_of_formulas()
    {
        await using var room = new PagesRoom();
        await room.ReadyAsync();
        using var centre = room.Plateau.With(room.Plateau.FirstKey);
        await HostileContent.EnterPeopleAsync(Path.Combine(room.Plateau.Folder, "plateau.db"));
        await HostileContent.EnterNotesAsync(new DocumentBook(room.Store), Enumerable.Range(1, 3).Select(id => new CustomerId(id)), new ClientId(PagesRoom.Mine));
        await room.EnterPersonAsync("hostile", HostileContent.Lines[0], [Plateau.Server.People.Role.Agent], agent: "salma");
        await using var visit = await room.VisitAsync(room.Everyone);
        visit.Page.Dialog += (_, dialog) =>
        {
            visit.Complaints.Add($"a dialogue opened: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        var found = new List<string>();
        for (var round = 0; round < HostileContent.Rounds; round++)
        {
            var (client, list, campaign) = await HostileContent.EnterNamesAsync(centre, round);
            foreach (var address in Addresses(room))
            {
                (await visit.OpenAsync(address)).Should().Be(200, address);
                found.AddRange((await visit.Page.EvaluateAsync<string[]>(HostileContent.Spoilt)).Concat(visit.Complaints).Select(flaw => $"{address}: {flaw}"));
                visit.Complaints.Clear();
            }
            foreach (var (address, name) in new[] { ("/clients", client), ("/lists", list), ("/campaigns", campaign) }) await ShownAsTextAsync(visit, address, name);
        }
        string.Join('\n', found.Distinct()).Should().BeEmpty();
        await NoFormulasAsync(room);
    }

    [Fact]
    public async Task A_page_in_which_text_became_markup_is_found_out()
    {
        await shared.ReadyAsync();
        await using var visit = await shared.VisitAsync(null);
        await visit.OpenAsync("/sign-in");
        // One line would lead the browser away, so that the look is taken at once.
        var found = await visit.Page.EvaluateAsync<string[]>($"lines => {{ for (const line of lines) document.querySelector('main').appendChild(document.createElement('div')).innerHTML = line; return ({HostileContent.Spoilt.Trim()})(); }}", HostileContent.Lines);
        found.Should().HaveCountGreaterThan(5);
    }

    /// <summary>Every page, and every step of a campaign.</summary>
    private static IEnumerable<string> Addresses(PagesRoom room) =>
        HousePages.All.Select(room.AddressOf).Concat(Plateau.Server.Setup.Campaigns.CampaignSteps.All.Select(step => $"/campaigns/aurore-printemps/{step.Code}"));

    private static async Task ShownAsTextAsync(Visit visit, string address, string name)
    {
        await visit.OpenAsync(address);
        var shown = Spaces().Replace(name, " ");
        await Eventually.HoldsAsync(async () => Spaces().Replace(await visit.Page.Locator("main").TextContentAsync() ?? "", " ").Contains(shown, StringComparison.Ordinal), $"{address} shows {name}");
    }

    /// <summary>No cell of a file that people take along begins as a formula does.</summary>
    private static async Task NoFormulasAsync(PagesRoom room)
    {
        using var reader = await room.ReaderAsync(room.Everyone);
        using var centre = room.Plateau.With(room.Plateau.FirstKey);
        using var file = new StringContent(TwoClients.List([.. HostileContent.Lines.Select(line => $"\"{line.Replace("\"", "\"\"", StringComparison.Ordinal)}\";\"{line.Replace("\"", "\"\"", StringComparison.Ordinal)}\";75001;;;")]), System.Text.Encoding.UTF8, "text/csv");
        using var sent = await centre.PostAsync($"api/v1/lists/{PagesRoom.Mine}-liste/imports", file, Cancelled);
        var import = System.Text.Json.JsonDocument.Parse(await sent.Content.ReadAsStringAsync(Cancelled)).RootElement.Text("id");
        (await centre.ImportedAsync(import)).GetProperty("hasErrorFile").GetBoolean().Should().BeTrue();
        foreach (var (address, separator) in new[] { ($"reports/{SimulatedMorning.Campaign}/export/calls.csv?{SimulatedMorning.Days}", ';'), ($"reports/{SimulatedMorning.Campaign}/export/report.csv?{SimulatedMorning.Days}", ','), ($"lists/imports/{import}/errors", ';') })
        {
            var cells = Cells(await reader.GetStringAsync(address, Cancelled), separator).ToList();
            cells.Should().HaveCountGreaterThan(HostileContent.Lines.Count, address);
            cells.Where(cell => cell is ['=' or '+' or '-' or '@' or '\t' or '\r', ..]).Should().BeEmpty(address);
            if (!address.Contains("report.csv", StringComparison.Ordinal)) cells.Should().Contain(cell => cell.StartsWith("'=HYPERLINK", StringComparison.Ordinal), "a formula is there as text");
        }
    }

    private static IEnumerable<string> Cells(string csv, char separator) =>
        Regex.Matches(csv.TrimStart('﻿'), $"(?<=^|{separator}|\n)(?:\"((?:[^\"]|\"\")*)\"|([^{separator}\r\n\"]*))(?={separator}|\r?\n|$)").Select(cell => cell.Groups[1].Success ? cell.Groups[1].Value : cell.Groups[2].Value);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
