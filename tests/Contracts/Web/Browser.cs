using Microsoft.Playwright;
using Plateau.Contracts.Telephony;

namespace Plateau.Contracts.Web;

/// <summary>A browser without a window, one for all tests; each test has its own context, as each person has their own machine.</summary>
public sealed class Browser : IAsyncDisposable
{
    public static IReadOnlyList<string> Flags { get; } = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

    private readonly Lazy<Task<(IPlaywright Driver, IBrowser Chromium)>> started = new(StartAsync);

    public async Task<IBrowserContext> ContextAsync(BrowserNewContextOptions options) => await (await started.Value).Chromium.PatientContextAsync(options);

    public async ValueTask DisposeAsync()
    {
        if (!started.IsValueCreated || !started.Value.IsCompletedSuccessfully) return;
        await started.Value.Result.Chromium.CloseAsync();
        started.Value.Result.Driver.Dispose();
    }

    private static async Task<(IPlaywright, IBrowser)> StartAsync()
    {
        var driver = await Playwright.CreateAsync();
        return (driver, await driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Provisioned.Chromium, Headless = true, Args = Flags }));
    }
}
