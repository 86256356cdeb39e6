using System.Text.RegularExpressions;
using Plateau.Core.Interactions;
using Plateau.Server.Practice;
using Plateau.Storage.Centre;

namespace Plateau.Server.Api.Door;

/// <summary>What many operations ask in the same way: pages of a long list, ids chosen by people, texts that may not be empty.</summary>
internal static partial class Asked
{
    /// <summary>Rows of a page when nothing is said.</summary>
    public const int Count = 100;

    /// <summary>Answers with a page, or says that the cursor is none of ours.</summary>
    public static async Task<IResult> PageAsync<T>(Task<Page<T>> page)
    {
        try
        {
            return Results.Ok(await page);
        }
        catch (FormatException)
        {
            return Problem.Of(StatusCodes.Status400BadRequest, "cursor-unknown", "This cursor was not given by this list.", "parameter after", "Begin without after, then hand back next as it came.");
        }
    }

    /// <summary>An id that people choose stands in addresses, files and journals for ever.</summary>
    public static IEnumerable<Flaw> FlawsOfId(string kind, string id)
    {
        if (!GoodId().IsMatch(id)) yield return new Flaw($"{kind} {id}", "id", "choose an id of 1 to 64 letters, digits, points, hyphens and underscores that begins with a letter or digit");
        else if (id.StartsWith(PracticeRecord.Prefix, StringComparison.Ordinal)) yield return new Flaw($"{kind} {id}", "id-of-practice", $"choose an id that does not begin with {PracticeRecord.Prefix}: those belong to practices");
    }

    public static IEnumerable<Flaw> FlawsOfText(string place, string? text, int longest = 200)
    {
        if (string.IsNullOrWhiteSpace(text)) yield return new Flaw(place, "text-missing", "write something here");
        else if (text.Length > longest) yield return new Flaw(place, "text-long", $"write at most {longest} characters");
        else if (text.Any(char.IsControl)) yield return new Flaw(place, "text-control", "leave out control characters");
    }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}\z")]
    private static partial Regex GoodId();
}
