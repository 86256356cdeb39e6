using Microsoft.Playwright;
using Plateau.Contracts.Api;
using Plateau.Contracts.Reports;
using Plateau.Server.People;
using Plateau.Server.Web;
using Plateau.Storage;
using Plateau.Storage.People;

[assembly: AssemblyFixture(typeof(Plateau.Contracts.Web.PagesRoom))]

namespace Plateau.Contracts.Web;

/// <summary>A running Plateau with a small centre in it, and people of every role who can be signed in.</summary>
public sealed class PagesRoom : IAsyncDisposable
{
    private readonly Browser browser = new();

    public const string Password = "une phrase pour les essais";

    /// <summary>The two clients of the centre; tests go for the second with people of the first.</summary>
    public const string Mine = "ferrand", Other = "atlas";

    private readonly SemaphoreSlim starting = new(1, 1);
    private RunningPlateau? running;
    private Store? store;

    public RunningPlateau Plateau => running!;
    public Store Store => store!;

    /// <summary>Somebody in every role that can be held together, for whom every page opens.</summary>
    public UserCard Everyone { get; private set; } = null!;

    public async Task<PagesRoom> ReadyAsync()
    {
        await starting.WaitAsync();
        try
        {
            if (running is null) await EnterAsync();
        }
        finally
        {
            starting.Release();
        }
        return this;
    }

    /// <summary>A morning of the first client's campaign, in the journal.</summary>
    public SimulatedMorning Morning { get; private set; } = null!;

    /// <summary>Enters somebody with the password of the tests.</summary>
    public Task<UserCard> EnterPersonAsync(string signIn, string name, Role[] roles, string[]? clients = null, string? agent = null) => OwnCentre.EnterPersonAsync(Store, signIn, name, roles, clients, agent);

    /// <summary>A browser of somebody's own, at the door or signed in.</summary>
    public Task<Visit> VisitAsync(UserCard? user, string language = "fr", string theme = "light", int width = 1440, int height = 900, string? password = null) =>
        VisitAsync(Plateau.Port, user, language, theme, width, height, password);

    /// <summary>The same browser before another Plateau.</summary>
    public async Task<Visit> VisitAsync(int port, UserCard? user, string language = "fr", string theme = "light", int width = 1440, int height = 900, string? password = null)
    {
        var context = await browser.ContextAsync(new BrowserNewContextOptions { BaseURL = $"http://localhost:{port}", ViewportSize = new ViewportSize { Width = width, Height = height } });
        var visit = new Visit(context, await context.NewPageAsync());
        await visit.LookAsync(language, theme);
        if (user is not null) await visit.SignInAsync(user.SignIn, password ?? Password);
        return visit;
    }

    /// <summary>Somebody's own way to the pages without a browser.</summary>
    public async Task<HttpClient> ReaderAsync(UserCard user)
    {
        await using var visit = await VisitAsync(user);
        var client = Plateau.With(null);
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        client.DefaultRequestHeaders.Add("Cookie", string.Join("; ", (await visit.Page.Context.CookiesAsync()).Where(cookie => cookie.Name.StartsWith("plateau", StringComparison.Ordinal)).Select(cookie => $"{cookie.Name}={cookie.Value}")));
        return client;
    }

    /// <summary>The address of a page as tests and pictures see it.</summary>
    public string AddressOf(HousePage page) => page.Sample switch
    {
        "/people/sample" => $"/people/{Everyone.Id}",
        "/reports/sample" => $"/reports/{SimulatedMorning.Campaign}?{SimulatedMorning.Days}&call={Morning.Call}",
        "/calls/sample" => $"/calls/{Morning.Call}",
        "/refusals/sample/1" => $"/refusals/{SimulatedMorning.Stream}/{Morning.Refusal}",
        var address => address,
    };

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        if (store is not null) await store.DisposeAsync();
        if (running is not null) await running.DisposeAsync();
        starting.Dispose();
    }

    private async Task EnterAsync()
    {
        var plateau = await RunningPlateau.StartAsync();
        using var centre = plateau.With(plateau.FirstKey);
        foreach (var (client, name) in new[] { (Mine, "Ferrand & Lys Conseil"), (Other, "Énergie Atlas") })
        {
            await centre.DoneAsync("PUT", $"api/v1/clients/{client}", $$"""{"name":"{{name}}","callerIds":[{"number":"+33162000001","mandate":"M-118","from":"2026-01-01"}]}""");
            await centre.DoneAsync("PUT", $"api/v1/programmes/{client}-prospection", $$"""{"client":"{{client}}","name":"Prospection"}""");
            await centre.DoneAsync("PUT", $"api/v1/lists/{client}-liste", $$"""{"client":"{{client}}","name":"PME Grand Est"}""");
        }
        await centre.DoneAsync("PUT", "api/v1/campaigns/aurore-printemps", $$"""{"name":"CIR 2026, PME industrielles","client":"{{Mine}}","programme":"{{Mine}}-prospection","mode":"preview","trunk":"practice","callerId":"+33162000001","product":"conseil","lists":["{{Mine}}-liste"],"appointments":{},"dispositions":{{AgreedDays.Results}}}""");
        store = await Store.OpenAsync(StoreAddress.AtFile(Path.Combine(plateau.Folder, "plateau.db")));
        Morning = await SimulatedMorning.EnterAsync(centre, plateau.Folder, store, Mine, $"{Mine}-prospection");
        await AgreedDays.EnterAsync(store, Mine, Other);
        running = plateau;
        Everyone = await EnterPersonAsync("salma", "Salma Idrissi", [Role.Director, Role.AccountManager, Role.Supervisor, Role.Agent, Role.Quality], agent: "salma");
        await EnterPersonAsync("nadia", "Nadia El Amrani", [Role.Agent], agent: "nadia");
        await EnterPersonAsync("yves", "Yves Ferrand", [Role.Client], [Mine]);
    }
}

/// <summary>Somebody before a page, with everything the browser complained of.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext context;

    public Visit(IBrowserContext context, IPage page)
    {
        (this.context, Page) = (context, page);
        page.Console += (_, said) =>
        {
            if (said.Type == "error") Complaints.Add($"{said.Text} {said.Location}".TrimEnd());
        };
        page.PageError += (_, wrong) => Complaints.Add(wrong);
    }

    public IPage Page { get; }

    /// <summary>Errors of the console: a script that was not allowed, a file that is not there.</summary>
    public List<string> Complaints { get; } = [];

    public async Task LookAsync(string language, string theme) => await context.AddCookiesAsync(
    [
        Cookie(".AspNetCore.Culture", Uri.EscapeDataString($"c={language}|uic={language}")),
        Cookie("plateau.theme", theme),
    ]);

    public async Task SignInAsync(string signIn, string password)
    {
        await Page.GotoAsync("/sign-in");
        await GiveAsync(signIn, password);
        await Page.LeavesAsync("/sign-in");
        await LiveAsync();
    }

    /// <summary>Types name and password and sends them.</summary>
    public async Task GiveAsync(string signIn, string password)
    {
        await Page.FillAsync("[name='Given.SignIn']", signIn);
        await Page.FillAsync("[name='Given.Password']", password);
        await Page.ClickAsync("button[type=submit]");
    }

    /// <summary>Puts a file into a field. The field hears of files a moment after the page answers: Blazor counts the files of each field that it listens to.</summary>
    public async Task ChooseAsync(string field, FilePayload file)
    {
        await Page.WaitForFunctionAsync("field => document.querySelector(field)?._blazorInputFileNextFileId !== undefined", field);
        await Page.Locator(field).SetInputFilesAsync(file);
    }

    /// <summary>Opens a page and waits until it answers.</summary>
    public async Task<int> OpenAsync(string address)
    {
        var answer = await Page.GotoAsync(address);
        if (answer!.Ok && !Page.Url.Contains("/sign-in", StringComparison.Ordinal) && !Page.Url.Contains("/join", StringComparison.Ordinal)) await LiveAsync();
        return answer.Status;
    }

    public async Task LiveAsync() => await Page.Locator("main[data-live=true]").WaitForAsync();

    public async ValueTask DisposeAsync() => await context.CloseAsync();

    private static Cookie Cookie(string name, string value) => new() { Name = name, Value = value, Domain = "localhost", Path = "/" };
}
