using System.CommandLine;
using System.Text.Json;
using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Server.Api;
using Plateau.Server.Api.Door;
using Plateau.Storage;
using Plateau.Storage.Centre;
using Spectre.Console;

namespace Plateau.Server.Verbs;

/// <summary>Keys for programs that use the API: whoever may read the data folder may make them.</summary>
internal static class KeyVerb
{
    public static Command Make() => new("key", """
        Make, list and revoke keys for programs that use the API.

          ./run key make --name reporting --scope reports:read --client acme
          ./run key list
          ./run key revoke 3f2a91c0d4e5
        """)
    { MakeKey(), ListKeys(), Revoke() };

    private static Command MakeKey()
    {
        var name = new Option<string>("--name") { Description = "What the key is for, so that it can be found again", Required = true, HelpName = "N" };
        var scope = new Option<string[]>("--scope") { Description = $"What it may do, several times if need be: {string.Join(", ", Scope.Meanings.Keys)}", Required = true, HelpName = "S", AllowMultipleArgumentsPerToken = true };
        var client = new Option<string?>("--client") { Description = "The one client whose rows it may see; without it, the whole centre", HelpName = "C" };
        var json = CommonOptions.Json("the key with its secret");
        var data = CommonOptions.Data();
        var command = new Command("make", "Make a key; its secret is shown this once") { name, scope, client, json, data };
        command.SetAction(async (parsed, cancel) =>
        {
            var (named, scopes) = (parsed.GetValue(name)!, parsed.GetValue(scope) ?? []);
            if (KeysApi.Flaws(named, scopes).FirstOrDefault() is { } flaw) throw new Complaint(Exit.Misasked, $"{flaw.Place}: {flaw.Remedy}");
            await using var store = await OpenAsync(parsed.GetValue(data), cancel);
            ClientId? bound = parsed.GetValue(client) is { } whose ? new ClientId(whose) : null;
            if (bound is { } one && await new CentreBook(store).ClientAsync(one, cancel) is null) throw new Complaint(Exit.Misasked, $"--client {one}: there is no such client; enter it first");
            var (key, secret) = await new ApiKeys(store).IssueAsync(named, scopes, bound, SystemClock.Instance.GetCurrentInstant(), cancel);
            if (parsed.GetValue(json)) Console.WriteLine(JsonSerializer.Serialize(new KeysApi.KeyMade(key, secret), JsonOptions));
            else Console.WriteLine($"{secret}\n\nThis is shown once and can't be read again. Send it as: Authorization: Bearer {secret[..20]}…\nTo end it: ./run key revoke {key.Id}");
            return (int)Exit.Done;
        });
        return command;
    }

    private static Command ListKeys()
    {
        var json = CommonOptions.Json("every key, without its secret");
        var data = CommonOptions.Data();
        var command = new Command("list", "List keys, revoked ones too") { json, data };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var store = await OpenAsync(parsed.GetValue(data), cancel);
            var keys = await new ApiKeys(store).AllAsync(cancel);
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(keys, JsonOptions));
                return (int)Exit.Done;
            }
            var table = new Table().Border(TableBorder.Rounded).AddColumns("Id", "Name", "Scopes", "Client", "Made", "Revoked");
            foreach (var key in keys)
                table.AddRow([.. new[] { key.Id, key.Name, string.Join(' ', key.Scopes), key.Client?.Value ?? "(the centre)", key.At.ToString(), key.RevokedAt?.ToString() ?? "" }.Select(Markup.Escape)]);
            AnsiConsole.Write(table);
            return (int)Exit.Done;
        });
        return command;
    }

    private static Command Revoke()
    {
        var id = new Argument<string>("ID") { Description = "The key's id, as the list has it" };
        var json = CommonOptions.Json("the key");
        var data = CommonOptions.Data();
        var command = new Command("revoke", "Revoke a key; its next request is refused") { id, json, data };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var store = await OpenAsync(parsed.GetValue(data), cancel);
            var (keys, asked) = (new ApiKeys(store), parsed.GetValue(id)!);
            if ((await keys.AllAsync(cancel)).All(key => key.Id != asked)) throw new Complaint(Exit.Misasked, $"{asked}: there is no such key; ./run key list shows them");
            await keys.RevokeAsync(asked, SystemClock.Instance.GetCurrentInstant(), cancel);
            if (parsed.GetValue(json)) Console.WriteLine(JsonSerializer.Serialize((await keys.AllAsync(cancel)).First(key => key.Id == asked), JsonOptions));
            else Console.WriteLine($"Key {asked} is revoked; its next request is refused.");
            return (int)Exit.Done;
        });
        return command;
    }

    private static JsonSerializerOptions JsonOptions { get; } = Shaped();

    private static JsonSerializerOptions Shaped()
    {
        var options = new JsonSerializerOptions();
        ApiJson.Shape(options);
        return options;
    }

    private static async Task<Store> OpenAsync(DirectoryInfo? data, CancellationToken cancel)
    {
        var folder = DataFolder.Open(data);
        return await Store.OpenAsync(folder.Database(folder.ReadSettings()), cancel);
    }
}
