using System.Text;
using NodaTime;
using Plateau.Core.Clients;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Storage;
using Plateau.Storage.Centre;
using Plateau.Storage.Importing;

namespace Plateau.Contracts.Storage;

/// <summary>The small centre that the storage contracts speak of: one client, one campaign, one list.</summary>
internal static class Centres
{
    public static readonly Instant Noon = Instant.FromUtc(2026, 11, 24, 11, 0);
    public static readonly ClientId Acme = new("acme");
    public static readonly ListId Spring = new("spring");
    public static readonly CampaignId Solar = new("solar");

    public static async Task<Store> OpenWithCentreAsync(IDatabase database)
    {
        var store = await Store.OpenAsync(await database.NewAsync(), TestContext.Current.CancellationToken);
        var centre = new CentreBook(store);
        await centre.SetAsync(new Client(Acme, "Acme", [new CallerId("+33199001234", "m1", new LocalDate(2026, 1, 1))]), Noon);
        await centre.SetAsync(new Programme(new ProgrammeId("sun"), Acme, "Sun"));
        await centre.SetListAsync(Spring, Acme, "Spring", Noon);
        await centre.SetAsync(Campaign(1), Noon);
        return store;
    }

    public static CampaignSettings Campaign(int version) =>
        new(Solar, version, "Solar", Acme, new ProgrammeId("sun"), DialMode.Progressive, new TrunkId("practice"), "+33199001234", "solar", [Spring]);

    public static ImportOrder Order(string name = "list.csv") => new(Acme, Spring, name, Noon) { Products = ["solar"] };

    public static Task<ImportReport> ImportAsync(Store store, string text, ImportOrder? order = null) =>
        new ListImport(store).RunAsync(order ?? Order(), new MemoryStream(Encoding.UTF8.GetBytes(text)), null, TestContext.Current.CancellationToken);

    /// <summary>A list of so many people with consent, from 06 00 00 00 00 on.</summary>
    public static string People(int count, int from = 0)
    {
        var text = new StringBuilder("telephone;nom;prenom;date consentement;preuve\n");
        for (var each = from; each < from + count; each++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"06{each:D8};Nom{each};Prénom;2026-09-01;form-{each}\n");
        return text.ToString();
    }
}
