using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using NodaTime;
using Plateau.Contracts.Api;
using Plateau.Contracts.House;
using Plateau.Core.Interactions;
using Plateau.Server.Desks.Work;
using Plateau.Storage.Centre;

namespace Plateau.Contracts.Web;

/// <summary>What nobody should be able to write into a page: each line of hostile.txt, put wherever people and files can put text.</summary>
internal static class HostileContent
{
    /// <summary>The longest name that is taken.</summary>
    private const int LongestName = 200;

    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<string> Lines { get; } = [.. File.ReadLines(Checkout.At("tests", "Contracts", "Web", "hostile.txt")).Where(line => line.Length > 0)];

    /// <summary>All lines, as few names as hold them.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Packed()];

    /// <summary>What must not have come to be in a page, whatever was written: an element, an attribute, a script that ran.</summary>
    public const string Spoilt = """
        () => [window.spoilt ?? '', ...[...document.querySelectorAll('x-hostile, [onerror], [onload], [onfocus], [onmouseover], [ontoggle], iframe[srcdoc], base[href^="http://example"], a[href^="javascript:"], meta[content*="nowhere"], form[action="/sign-out"] > button:only-child:not([class])')].map(one => one.outerHTML.slice(0, 120))].filter(one => one)
        """;

    /// <summary>In so many rounds every name has stood somewhere, and most in several places.</summary>
    public const int Rounds = 3;

    /// <summary>Names of clients, programmes, lists, campaigns, agents, script and results; each round gives each another one.</summary>
    /// <returns>What stands in the lists of clients, lists and campaigns now.</returns>
    public static async Task<(string Client, string List, string Campaign)> EnterNamesAsync(HttpClient centre, int round)
    {
        var (mine, next) = (PagesRoom.Mine, round * Names.Count / Rounds);
        string Name() => Names[next++ % Names.Count];
        var (client, list, campaign) = (Name(), Name(), Name());
        var steps = new[] { new { id = "un", title = Name(), text = string.Join('\n', Lines.Select(Braceless)), answers = new[] { new { says = Name(), then = "deux" } } }, new { id = "deux", title = client, text = Braceless(list), answers = new[] { new { says = campaign, then = "un" } } } };
        var labels = Name() is var label ? new { fr = label, en = label, ar = label } : null;
        var dispositions = new object[] { new { code = "sale", label = labels, effect = "success" }, new { code = "no", label = labels, under = new[] { new { code = "refusal", label = labels, effect = "refusal" }, new { code = "undisposed", label = labels, effect = "notReached" } } } };
        await PutAsync(centre, $"clients/{mine}", new { name = client, callerIds = new[] { new { number = "+33162000001", mandate = Name(), from = "2026-01-01" } } });
        await PutAsync(centre, $"programmes/{mine}-prospection", new { client = mine, name = Name() });
        foreach (var each in (string[])[$"{mine}-liste", Reports.SimulatedMorning.List]) await PutAsync(centre, $"lists/{each}", new { client = mine, name = list });
        foreach (var (id, mode, called) in new[] { ("aurore-printemps", "preview", $"{mine}-liste"), (Reports.SimulatedMorning.Campaign, "progressive", Reports.SimulatedMorning.List) })
            await PutAsync(centre, $"campaigns/{id}", new { name = campaign, client = mine, programme = $"{mine}-prospection", mode, trunk = "practice", callerId = "+33162000001", product = Name(), lists = new[] { called }, script = new { steps }, dispositions });
        await PutAsync(centre, "agents/salma", new { name = Name(), campaigns = (string[])["aurore-printemps"] });
        return (client, list, campaign);
    }

    /// <summary>Every person gets lines of the list for everything that a file could say of them; the columns too have such names.</summary>
    public static async Task EnterPeopleAsync(string database)
    {
        await using var connection = new SqliteConnection($"Data Source={database}");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var write = connection.CreateCommand();
        write.CommandText = """
            UPDATE customer SET name = (SELECT value FROM json_each($lines) WHERE key = customer.id % $count), first_name = (SELECT value FROM json_each($lines) WHERE key = (customer.id + 7) % $count), company = (SELECT value FROM json_each($lines) WHERE key = (customer.id + 13) % $count),
                email = (SELECT value FROM json_each($lines) WHERE key = (customer.id + 19) % $count), city = (SELECT value FROM json_each($lines) WHERE key = (customer.id + 23) % $count), reference = (SELECT value FROM json_each($lines) WHERE key = (customer.id + 29) % $count);
            UPDATE prospect SET extra = $extra;
            """;
        write.Parameters.AddWithValue("$lines", JsonSerializer.Serialize(Lines, Plain));
        write.Parameters.AddWithValue("$count", Lines.Count);
        write.Parameters.AddWithValue("$extra", JsonSerializer.Serialize(Lines.ToDictionary(line => line, line => line), Plain));
        (await write.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)).Should().BeGreaterThan(0);
    }

    /// <summary>One person's every text, from a line of the list on; and all lines as the columns of their client's file.</summary>
    public static async Task EnterPersonAsync(string database, CustomerId customer, int from)
    {
        await using var connection = new SqliteConnection($"Data Source={database}");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var write = connection.CreateCommand();
        write.CommandText = "UPDATE customer SET name = $0, first_name = $1, company = $2, email = $3, city = $4, postcode = $5, reference = $6 WHERE id = $id; UPDATE prospect SET extra = $extra WHERE customer_id = $id;";
        for (var place = 0; place < TextsOfOne; place++) write.Parameters.AddWithValue($"${place}", Lines[(from + place) % Lines.Count]);
        write.Parameters.AddWithValue("$id", customer.Value);
        write.Parameters.AddWithValue("$extra", JsonSerializer.Serialize(Lines.ToDictionary(line => line, line => line), Plain));
        (await write.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)).Should().BeGreaterThan(1);
    }

    /// <summary>What a file can say of one person: so many texts.</summary>
    public const int TextsOfOne = 7;

    /// <summary>Agents wrote it about everybody.</summary>
    public static async Task EnterNotesAsync(DocumentBook documents, IEnumerable<CustomerId> customers, ClientId client)
    {
        foreach (var customer in customers)
            await new CustomerNotes(documents).KeepAsync(customer, client, new Note(Instant.FromUtc(2026, 11, 2, 10, 0), new AgentId("salma"), new AttemptId("a-1"), string.Join('\n', Lines)));
    }

    private static Task<JsonElement> PutAsync(HttpClient centre, string path, object body) => centre.DoneAsync("PUT", $"api/v1/{path}", JsonSerializer.Serialize(body, Plain));

    /// <summary>Braces name variables in a script; unknown ones are refused at the door.</summary>
    internal static string Braceless(string text) => text.Replace('{', '(').Replace('}', ')');

    private static IEnumerable<string> Packed()
    {
        var name = "";
        foreach (var line in Lines.Select(line => line.Replace('\t', ' ')))
        {
            if (name.Length + line.Length + 1 > LongestName)
            {
                yield return name;
                name = "";
            }
            name = name.Length == 0 ? line : $"{name} {line}";
        }
        yield return name;
    }
}
