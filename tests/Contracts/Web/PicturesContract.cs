using Microsoft.Playwright;
using Plateau.Contracts.House;
using Plateau.Server.Web;

namespace Plateau.Contracts.Web;

/// <summary>A picture of every page in light, dark and Arabic: deploy/pictures keeps them in docs/pictures.</summary>
public sealed class PicturesContract(PagesRoom room)
{
    internal static readonly (string Language, string Theme, string Name)[] Looks = [("fr", "light", "light"), ("fr", "dark", "dark"), ("ar", "light", "arabic")];

    [Fact]
    public async Task Every_page_is_pictured()
    {
        await room.ReadyAsync();
        var keep = Environment.GetEnvironmentVariable("PLATEAU_DRAW") is { Length: > 0 };
        foreach (var (language, theme, name) in Looks)
        {
            await using var visit = await room.VisitAsync(room.Everyone, language, theme);
            // The desk is pictured where a customer is on the line.
            foreach (var (address, title) in HousePages.All.Where(page => page.Path != "/desk/work").Select(page => (room.AddressOf(page), NameOf(page.Path))).Concat(StepPages.All.Select(path => (path, NameOf(path)))))
            {
                await visit.OpenAsync(address);
                await visit.Page.EvaluateAsync("document.fonts.ready");
                var picture = await visit.Page.ScreenshotAsync(new PageScreenshotOptions { Path = keep ? Checkout.At("docs", "pictures", $"{title}-{name}.png") : null, Animations = ScreenshotAnimations.Disabled });
                (await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth")).Should().BeLessThanOrEqualTo(0, $"{address} in {language} does not run out of the window sideways");
                picture.Length.Should().BeGreaterThan(5_000, $"{address} shows something");
            }
            await using var door = await room.VisitAsync(null, language, theme, width: 800, height: 600);
            await door.OpenAsync("/sign-in");
            await door.Page.ScreenshotAsync(new PageScreenshotOptions { Path = keep ? Checkout.At("docs", "pictures", $"sign-in-{name}.png") : null });
        }
    }

    /// <summary>people-id for /people/{Id}; home for the first page.</summary>
    private static string NameOf(string path) =>
        path == "/" ? "home" : string.Join('-', path.Split('/', '{', '}').Select(part => part.Split(':')[0].ToLowerInvariant()).Where(part => part.Length > 0));
}
