using Microsoft.Data.Sqlite;
using Plateau.Contracts.Api;
using Plateau.Storage.Audit;
using static Microsoft.Playwright.Assertions;

namespace Plateau.Contracts.Web;

/// <summary>A sample centre comes by one act and goes by one: nothing of it stays in books, lists and floor, and it can come again.</summary>
public sealed class SampleCentreContract(PagesRoom room)
{

    private static readonly string[] Things = ["clients/exemple", "programmes/exemple", "lists/exemple", "campaigns/exemple", "campaigns/exemple/standing", "agents/exemple-1", "agents/exemple-2"];

    [Fact]
    public async Task A_sample_centre_is_explored_and_goes_as_it_came()
    {
        await room.ReadyAsync();
        await using var visit = await room.VisitAsync(room.Everyone);
        using var centre = room.Plateau.With(room.Plateau.FirstKey);
        var before = await RowsAsync();
        for (var twice = 0; twice < 2; twice++)
        {
            await visit.OpenAsync("/first-steps");
            await visit.Page.Locator("[data-act=add-sample]").ClickAsync();
            await Expect(visit.Page.Locator("[data-act=remove-sample]")).ToBeVisibleAsync();
            foreach (var thing in Things) await centre.DoneAsync("GET", $"api/v1/{thing}");
            (await centre.DoneAsync("GET", "api/v1/lists/exemple")).Text("prospects").Should().Contain("\"fresh\":24");
            (await visit.OpenAsync("/campaigns/exemple")).Should().Be(200);
            await Expect(visit.Page.Locator("#start")).ToBeEnabledAsync();

            await visit.OpenAsync("/first-steps");
            await visit.Page.Locator("[data-act=remove-sample]").ClickAsync();
            await Expect(visit.Page.Locator("[data-act=add-sample]")).ToBeVisibleAsync();
            foreach (var thing in Things) (await centre.AskAsync("GET", $"api/v1/{thing}")).Status.Should().BeOneOf([404, 409], thing);
            (await centre.DoneAsync("GET", "api/v1/floor")).ToString().Should().NotContain("exemple", "the floor let go of it");
        }
        (await RowsAsync()).Should().Equal(before, "no table of the books has a row more than before");
        (await new AuditLog(room.Store).LatestAsync(200, cancellation: TestContext.Current.CancellationToken)).Count(entry => entry.Subject == "client:exemple" && entry.Outcome == "done").Should().Be(4);
        visit.Complaints.Should().BeEmpty();
    }

    /// <summary>Rows of every table of the books that are the sample's or could be.</summary>
    private async Task<Dictionary<string, long>> RowsAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(room.Plateau.Folder, "plateau.db")}");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var rows = new Dictionary<string, long>();
        foreach (var (table, where) in new[]
        {
            ("client", "id = 'exemple'"), ("programme", "client_id = 'exemple'"), ("campaign", "client_id = 'exemple'"), ("campaign_version", "campaign_id = 'exemple'"), ("campaign_list", "campaign_id = 'exemple'"),
            ("list", "client_id = 'exemple'"), ("prospect", "list_id = 'exemple'"), ("customer", "client_id = 'exemple'"), ("ground", "reference LIKE 'EXEMPLE-%'"), ("import_batch", "client_id = 'exemple'"), ("agent", "id LIKE 'exemple%'"), ("document", "client_id = 'exemple'"),
        })
        {
            await using var count = connection.CreateCommand();
            count.CommandText = $"SELECT count(*) FROM {table} WHERE {where}";
            rows[table] = (long)(await count.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
        }
        return rows;
    }
}
