using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Plateau.Contracts.Telephony;

namespace Plateau.Contracts.Web;

/// <summary>How long the tests wait for a browser, and how they wait for an address.</summary>
internal static class Waiting
{
    /// <summary>In milliseconds, as a browser counts them.</summary>
    private const float Patience = (float)Eventually.Patience * 1000;

    [ModuleInitializer]
    internal static void BePatient() => Assertions.SetDefaultExpectTimeout(Patience);

    /// <summary>A browser's window that waits as long as everything else here: for what is to be pressed, and for its pages.</summary>
    public static async Task<IBrowserContext> PatientContextAsync(this IBrowser browser, BrowserNewContextOptions options)
    {
        var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        return context;
    }

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
