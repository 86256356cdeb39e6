using System.IO.Compression;
using System.Xml.Linq;
using Microsoft.Playwright;
using NodaTime;
using Plateau.Contracts.Api;
using Plateau.Contracts.Telephony;
using Plateau.Contracts.Web;
using Plateau.Server.Floors;
using Plateau.Server.People;
using Plateau.Server.Reports;
using Plateau.Storage.Audit;
using Plateau.Storage.People;
using static Microsoft.Playwright.Assertions;

namespace Plateau.Contracts.Reports;

/// <summary>An export that the clock makes is set on a page, written when its hour strikes, listed, taken along only by who may, and tried again when it failed.</summary>
public sealed class ScheduledExportContract(PagesRoom room)
{
    private const string Campaign = SimulatedMorning.Campaign, Plus = "+212 5 22 00 00 01", File = "ete-2026-11-24-2026-11-24-0700.csv", NextFile = "ete-2026-11-25-2026-11-25-0700.csv";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_export_is_written_by_the_clock_kept_for_who_may_and_tried_again()
    {
        await using var centre = await TimedCentre.StartAsync(Wall(24, 20));
        using var program = centre.Program();
        var morning = await EnterAsync(centre, program);
        var (mine, others) = (await PersonAsync(centre, "salma", Role.AccountManager, "ferrand"), await PersonAsync(centre, "atlas", Role.AccountManager, "atlas"));
        var agent = await PersonAsync(centre, "nadia", Role.Agent, null);
        await using var visit = await room.VisitAsync(centre.Port, mine);

        // From the report's page: a name, an hour, a format.
        await ScheduleAsync(visit, Campaign, "csv");
        await ScheduleAsync(visit, "plus", "xlsx");
        (await new WrittenExports(centre.Folder.Exports, new(centre.Store)).ListAsync(Cancelled)).Should().BeEmpty("its hour has not come");

        // The hour strikes: the file is there, whole, with the figures of the day.
        centre.Clock.To(Wall(25, 7, 1));
        await WrittenAsync(centre, File);
        await WrittenAsync(centre, "plus-2026-11-24-2026-11-24-0700.xlsx");
        var csv = await System.IO.File.ReadAllTextAsync(Path.Combine(centre.Folder.Exports, File), Cancelled);
        csv.Split("\r\n").Should().Contain([$"figures,attempts,value,{morning.Live.Attempts}", $"figures,successes,value,{morning.Live.Successes}", "report,from,value,2026-11-24", "report,to,value,2026-11-24"])
            .And.Contain($"report,name,value,\"'{SimulatedMorning.Formula.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", "no spreadsheet runs it");
        var name = CellBeside("name", Path.Combine(centre.Folder.Exports, "plus-2026-11-24-2026-11-24-0700.xlsx"));
        name.Should().Be((Plus, true), "it is a text as it stands, not a sum");

        // Listed on the page, and taken along from there.
        await visit.OpenAsync("/reports/exports");
        var taken = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.GetByRole(AriaRole.Link, new() { Name = File }).ClickAsync());
        (await System.IO.File.ReadAllTextAsync(await taken.PathAsync(), Cancelled)).TrimStart('\uFEFF').Should().Be(csv.TrimStart('\uFEFF'));
        var address = await visit.Page.GetByRole(AriaRole.Link, new() { Name = File }).GetAttributeAsync("href");
        await RefusedAsync(centre, others, address!);
        await RefusedAsync(centre, agent, address!);
        using var nobody = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri($"http://127.0.0.1:{centre.Port}/") };
        ((int)(await nobody.GetAsync(address, Cancelled)).StatusCode).Should().BeOneOf(302, 401, 404);

        // A folder that takes no file: the page says so, and a minute later the file is there after all.
        Directory.Move(centre.Folder.Exports, centre.Folder.Exports + ".away");
        await System.IO.File.WriteAllTextAsync(centre.Folder.Exports, "", Cancelled);
        centre.Clock.To(Wall(26, 7, 1));
        await ShownAsync(visit, says: true);
        System.IO.File.Delete(centre.Folder.Exports);
        Directory.Move(centre.Folder.Exports + ".away", centre.Folder.Exports);
        centre.Clock.To(Wall(26, 7, 3));
        await WrittenAsync(centre, NextFile);
        await ShownAsync(visit, says: false);
        await Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = NextFile })).ToBeVisibleAsync();
        visit.Complaints.Should().BeEmpty();
    }

    /// <summary>By the clock on the centre's wall, in November 2026.</summary>
    private static Instant Wall(int day, int hour, int minute = 0) => CentreTime.From(new LocalDateTime(2026, 11, day, hour, minute));

    /// <summary>Two clients; the morning's campaign is named like a formula, another like a number.</summary>
    private static async Task<SimulatedMorning> EnterAsync(TimedCentre centre, HttpClient program)
    {
        foreach (var client in (string[])["ferrand", "atlas"])
            await program.DoneAsync("PUT", $"api/v1/clients/{client}", $$"""{"name":"{{client}}","callerIds":[{"number":"+33162000001","mandate":"M-1","from":"2026-01-01"}]}""");
        await program.DoneAsync("PUT", "api/v1/programmes/ferrand", """{"client":"ferrand","name":"Prospection"}""");
        var morning = await SimulatedMorning.EnterAsync(program, centre.Folder.Path, centre.Store, "ferrand", "ferrand");
        foreach (var (campaign, name) in new[] { (Campaign, SimulatedMorning.Formula), ("plus", Plus) })
            await program.DoneAsync("PUT", $"api/v1/campaigns/{campaign}", System.Text.Json.JsonSerializer.Serialize(new { name, client = "ferrand", programme = "ferrand", mode = "progressive", trunk = "practice", callerId = "+33162000001", product = "mutuelle", lists = new[] { SimulatedMorning.List } }));
        return morning;
    }

    private static Task<UserCard> PersonAsync(TimedCentre centre, string name, Role role, string? client) =>
        OwnCentre.EnterPersonAsync(centre.Store, name, name, [role], client is null ? null : [client]);

    private static async Task ScheduleAsync(Visit visit, string campaign, string format)
    {
        var page = visit.Page;
        await visit.OpenAsync($"/reports/{campaign}");
        await page.Locator("summary[data-key=e]").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Programmer un export" }).ClickAsync();
        await page.ReachesAsync($"/reports/exports?campaign={campaign}");
        await Expect(page.Locator("form.form select").First).ToHaveValueAsync(campaign);
        await page.Locator("form.form input").First.FillAsync($"chaque matin {campaign}");
        await page.GetByLabel("Format").SelectOptionAsync(format);
        await page.Locator("form.form .btn.main").ClickAsync();
        await Expect(page.Locator("tr", new() { HasText = $"chaque matin {campaign}" })).ToContainTextAsync("07:00");
    }

    private static Task WrittenAsync(TimedCentre centre, string file) => Eventually.HoldsAsync(() => System.IO.File.Exists(Path.Combine(centre.Folder.Exports, file)), $"{file} is written");

    /// <summary>Whether the page says of a schedule that its last try failed, looked at anew until it is so.</summary>
    private static Task ShownAsync(Visit visit, bool says) => Eventually.HoldsAsync(async () =>
    {
        await visit.OpenAsync("/reports/exports");
        await Expect(visit.Page.Locator("tr", new() { HasText = $"chaque matin {Campaign}" })).ToBeVisibleAsync();
        return await visit.Page.Locator("tr", new() { HasText = $"chaque matin {Campaign}" }).Locator(".wrong").CountAsync() > 0 == says;
    }, says ? "the page says that the export failed" : "the page says so no more", 90);

    /// <summary>Somebody who may not is told no more than that nothing is there; the audit log knows that they asked.</summary>
    private async Task RefusedAsync(TimedCentre centre, UserCard person, string address)
    {
        await using var visit = await room.VisitAsync(centre.Port, person);
        (await visit.Page.APIRequest.GetAsync(address)).Status.Should().Be(404);
        (await new AuditLog(centre.Store).LatestAsync(50, outcome: Audited.Refused, cancellation: Cancelled)).Should().Contain(entry => entry.Who == $"user:{person.Id}" && entry.Subject.StartsWith("export:", StringComparison.Ordinal));
    }

    /// <summary>The cell that follows one of this text, and whether the workbook holds it as a text.</summary>
    private static (string Value, bool IsText) CellBeside(string text, string workbook)
    {
        using var parts = ZipFile.OpenRead(workbook);
        using var sheet = parts.Entries.First(part => part.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)).Open();
        var cells = XDocument.Load(sheet).Descendants().Where(cell => cell.Name.LocalName == "c").ToList();
        cells.SelectMany(cell => cell.Elements()).Should().NotContain(part => part.Name.LocalName == "f", "a workbook of ours holds no formula");
        var beside = cells[cells.FindIndex(cell => cell.Value == text) + 1];
        return (beside.Value, beside.Attribute("t")?.Value is "str" or "inlineStr" or "s");
    }
}
