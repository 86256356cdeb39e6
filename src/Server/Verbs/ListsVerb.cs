using System.CommandLine;
using System.Text.Json;
using Plateau.Storage;
using Plateau.Storage.Prospecting;

namespace Plateau.Server.Verbs;

/// <summary>Looks after lists: finds prospects that nothing will ever release, and releases those whom a word of ours is enough for.</summary>
internal static class ListsVerb
{
    public static Command Make()
    {
        var json = CommonOptions.Json("an array of list, why, count, first (a prospect's id)");
        var data = CommonOptions.Data();
        var release = new Option<bool>("--release") { Description = "Let those be called again whom a program can release: held by a call that is over, kept for a callback that nobody owes, barred without a reason, in no segment" };
        var check = new Command("check", "Find prospects that wait for something which can not come. Exit code 1 when there are any; it says how many, on which list, why and what to do.") { release, json, data };
        check.SetAction((parsed, cancel) => CheckAsync(parsed.GetValue(json), parsed.GetValue(release), DataFolder.Open(parsed.GetValue(data)), cancel));
        return new Command("lists", "Look after lists.") { check };
    }

    private static async Task<int> CheckAsync(bool json, bool release, DataFolder folder, CancellationToken cancel)
    {
        await using var store = await Store.OpenAsync(folder.Database(folder.ReadSettings()), cancel);
        var stuck = new StuckProspects(store);
        var found = await stuck.FindAsync(null, cancel);
        if (release)
        {
            foreach (var each in found.Where(each => StuckProspects.CanBeReleased(each.Why)))
            {
                var count = await stuck.ReleaseAsync(each.List, each.Why, cancel);
                if (!json) Console.WriteLine($"List {each.List}: {count} released ({each.Why})");
            }
            found = await stuck.FindAsync(null, cancel);
        }
        if (json) Console.WriteLine(JsonSerializer.Serialize(found.Select(each => new { list = each.List.Value, each.Why, each.Count, first = each.First.Value }), JsonSerializerOptions.Web));
        else if (found.Count == 0) Console.WriteLine("No prospect is stuck.");
        else foreach (var each in found) Console.WriteLine($"List {each.List}: {each.Count} stuck ({Sentence(each.Why)}); the first is prospect {each.First}");
        return (int)(found.Count == 0 ? Exit.Done : Exit.Flawed);
    }

    private static string Sentence(string why) => why switch
    {
        StuckProspects.NoCampaign => "no campaign calls this list: give it to one",
        StuckProspects.NoCall => "held by a call that is over: lists check --release",
        StuckProspects.NoCallback => "kept for a callback that nobody owes: lists check --release",
        StuckProspects.NoSegment => "in no segment of their list: lists check --release",
        StuckProspects.QuotaFull => "their quota is full on every campaign: raise it, or leave it so",
        _ => "barred without a reason: lists check --release",
    };
}
