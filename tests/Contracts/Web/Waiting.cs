using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Plateau.Contracts.Web;

/// <summary>How long the tests wait for a browser on a busy machine, and how they wait for an address.</summary>
internal static class Waiting
{
    /// <summary>What nobody is shown within half a minute won't come.</summary>
    private const float Patience = 30_000;

    [ModuleInitializer]
    internal static void BePatient() => Assertions.SetDefaultExpectTimeout(Patience);

    /// <summary>Waits until the page stands at a path, with whatever query; with a query, at just that one.</summary>
    /// <remarks>The address is asked for again and again: the event of a navigation, or of a load, can come before anybody listens for it. What stands on the page is waited for by itself.</remarks>
    public static Task ReachesAsync(this IPage page, string path, float patience = Patience)
    {
        var query = path.Contains('?', StringComparison.Ordinal) ? "" : @"(\?.*)?";
        return Assertions.Expect(page).ToHaveURLAsync(new Regex($"^https?://[^/]+{Regex.Escape(path)}{query}$"), new() { Timeout = patience });
    }

    /// <summary>Waits until the page has left everything that begins with a path.</summary>
    public static Task LeavesAsync(this IPage page, string path) =>
        Assertions.Expect(page).Not.ToHaveURLAsync(new Regex($"^https?://[^/]+{Regex.Escape(path)}"));
}
