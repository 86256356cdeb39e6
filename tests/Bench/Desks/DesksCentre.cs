using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Core.Prospecting;
using Plateau.Server.Demo;
using Plateau.Server.Desks.Softphone;
using Plateau.Server.Floors;
using Plateau.Server.People;
using Plateau.Server.Verbs;
using Plateau.Server.Web.Pieces;
using Plateau.Storage;
using Plateau.Storage.People;

namespace Plateau.Bench.Desks;

/// <summary>The server that is measured, in a process of its own: a demonstration whose every invented agent has an account, so that their desks can be open while they work.</summary>
internal static class DesksCentre
{
    /// <summary>The word by which the bench asks its own program to be the server.</summary>
    public const string Verb = "--serve";

    /// <summary>Said when the centre is at work; the password of everybody follows.</summary>
    public const string Up = "up ";

    public static string SignInOf(int agent) => string.Create(CultureInfo.InvariantCulture, $"agent-{agent}");

    public static async Task<int> ServeAsync(string folder, int port, int agents, int speed)
    {
        var data = DataFolder.Open(new DirectoryInfo(folder));
        await using var store = await Store.OpenAsync(StoreAddress.AtFile(Path.Combine(data.Path, "plateau.db")));
        var starts = DemoClock.NextMorning(SystemClock.Instance.GetCurrentInstant());
        var centre = new DemoCentre(agents, 1, starts);
        await centre.PrepareAsync(store, _ => { }, CancellationToken.None);
        var password = await DemoPeople.EnterAsync(store, CancellationToken.None);
        await SeatAsync(store, agents, password);
        var clock = new DemoClock(starts, speed);
        await using var app = DemoHost.Build(store, centre, clock, data, port, services => services.AddSoftphone());
        app.MapSoftphone();
        app.MapGet("/bench/memory", Memory);
        app.MapGet("/bench/changes", (HttpContext context, FactFeed feed, CentreNames names) => ChangesAsync(context, feed, names, clock));
        await app.StartAsync();
        await DemoHost.OpenAsync(app.Services.GetRequiredService<FloorLine>(), clock, CancellationToken.None);
        Console.WriteLine(Up + password);
        // Until whoever started it closes its input; reading blocks a thread, which must be none that the server works with.
        await Task.Factory.StartNew(Console.In.ReadToEnd, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        return 0;
    }

    private static async Task SeatAsync(Store store, int agents, string password)
    {
        var users = new UserBook(store);
        string? hash = null;
        for (var agent = 1; agent <= agents; agent++)
        {
            var card = new UserCard(UserId.New(), SignInOf(agent), SignInOf(agent), [Role.Agent.Code()], null, new AgentId(SignInOf(agent)));
            await users.AddAsync(card, SystemClock.Instance.GetCurrentInstant());
            await users.SetPasswordAsync(card.Id, hash ??= new PasswordHasher<UserCard>().HashPassword(card, password), mustReplace: false);
        }
    }

    /// <summary>What is held after everything that can be freed was freed: bytes of objects, and of the process.</summary>
    private static string Memory()
    {
        for (var round = 0; round < 2; round++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }
        using var self = Process.GetCurrentProcess();
        return string.Create(CultureInfo.InvariantCulture, $"{GC.GetTotalMemory(forceFullCollection: true)} {self.WorkingSet64}");
    }

    /// <summary>A line for each change of an agent's state: the moment as both processes count it, the look that the board must show, and the name.</summary>
    private static async Task ChangesAsync(HttpContext context, FactFeed feed, CentreNames names, DemoClock clock)
    {
        await foreach (var fact in feed.ReadAsync(context.RequestAborted))
        {
            if (BecomeOf(fact) is not var (agent, state)) continue;
            // The fact's own moment lies before the journal's: what is measured takes in the deciding and the writing.
            var age = (clock.GetCurrentInstant() - fact.At).TotalSeconds / clock.Speed;
            var moment = Stopwatch.GetTimestamp() - (long)(age * Stopwatch.Frequency);
            var name = (await names.ReadAsync()).Of(agent);
            await context.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{moment} {StateLook.Of(state).Class} {name}\n"));
            await context.Response.Body.FlushAsync();
        }
    }

    private static (AgentId Agent, AgentState State)? BecomeOf(Fact fact) => fact switch
    {
        AgentReady ready => (ready.Agent, AgentState.Ready),
        AgentAway { Reason: not ("training" or "meeting" or "coaching") } away => (away.Agent, AgentState.Away),
        PreviewShown shown => (shown.Agent, AgentState.Offered),
        Offered offered => (offered.Agent, AgentState.Offered),
        OfferAccepted accepted => (accepted.Agent, AgentState.Engaged),
        Released released => (released.Agent, AgentState.WrapUp),
        _ => null,
    };
}
