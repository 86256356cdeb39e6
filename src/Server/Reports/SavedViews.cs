using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Storage.Centre;
using Plateau.Storage.People;

namespace Plateau.Server.Reports;

/// <summary>A report as somebody likes to see it: the address of its page, under a name.</summary>
/// <param name="Query">The part of the address behind its question mark.</param>
public sealed record SavedView(string Name, CampaignId Campaign, string Query)
{
    public string Address => $"/reports/{Uri.EscapeDataString(Campaign.Value)}{(Query.Length == 0 ? "" : $"?{Query}")}";
}

/// <summary>The views that each person keeps for themselves.</summary>
internal sealed class SavedViews(DocumentBook documents, IClock clock)
{
    public const int Most = 50, LongestName = 80;
    private const string Kind = "report-view";

    public async Task<IReadOnlyList<(string Id, SavedView View)>> OfAsync(UserId user) =>
        [.. (await documents.AllAsync<SavedView>(Kind, user: user)).Select(document => (document.Id, document.Content)).OrderBy(pair => pair.Content.Name, StringComparer.CurrentCultureIgnoreCase)];

    /// <returns>Why it is not kept, in words; null when it is.</returns>
    public async Task<string?> KeepAsync(UserId user, ClientId client, SavedView view)
    {
        if (view.Name.Trim().Length is 0 or > LongestName) return ExportWords.ViewNamed;
        if ((await OfAsync(user)).Count >= Most) return ExportWords.TooManyViews;
        await documents.SetAsync(Kind, Guid.NewGuid().ToString("N"), view with { Name = view.Name.Trim() }, clock.GetCurrentInstant(), client: client, user: user);
        return null;
    }

    /// <summary>Only their own: whoever names somebody else's view removes nothing.</summary>
    public async Task RemoveAsync(UserId user, string id)
    {
        if (await documents.FindAsync<SavedView>(Kind, id) is { } found && found.User == user) await documents.RemoveAsync(Kind, id);
    }
}
