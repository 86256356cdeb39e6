using System.CommandLine;
using NodaTime;
using Plateau.Server.Api;
using Plateau.Server.Demo;
using Plateau.Server.Floors;
using Plateau.Storage;

namespace Plateau.Server.Verbs;

/// <summary>A centre at work without a telephone: the real server, with simulated switch, customers and agents behind it.</summary>
internal static class DemoVerb
{
    public static Command Make()
    {
        var port = new Option<int>("--port") { Description = "Where pages and API answer, on this machine", DefaultValueFactory = _ => 5080, HelpName = "N" };
        var speed = new Option<int>("--speed") { Description = "How much faster than the wall's the demonstration's clock runs, from 1 to 60", DefaultValueFactory = _ => 10, HelpName = "N" };
        var agents = new Option<int>("--agents") { Description = "How many invented agents call", DefaultValueFactory = _ => 24, HelpName = "N" };
        var seed = new Option<long>("--seed") { Description = "Which people are invented; the same seed invents the same", DefaultValueFactory = _ => 1, HelpName = "N" };
        var data = CommonOptions.Data();
        var command = new Command("demo", """
            A centre at work, without a telephone and without anybody being called.

            Floor, journal, rules, API and pages are the real ones; switch, customers and agents are invented, as in
            ./run simulate. Its clock starts on the next lawful morning, runs --speed times as fast as the wall's and
            leaves the nights out. Each start invents the centre anew, in the folder "demo" of the data folder.
            Stop it with Ctrl+C.
            """)
        { port, speed, agents, seed, data };
        command.SetAction((parsed, cancel) => RunAsync(
            parsed.GetValue(port), parsed.GetValue(speed), parsed.GetValue(agents), parsed.GetValue(seed), DataFolder.Open(parsed.GetValue(data)), cancel));
        return command;
    }

    private static async Task<int> RunAsync(int port, int speed, int agents, long seed, DataFolder whole, CancellationToken cancel)
    {
        if (speed is < 1 or > 60) throw new Complaint(Exit.Misasked, $"--speed {speed}: give from 1 to 60");
        if (agents is < 0 or > 500) throw new Complaint(Exit.Misasked, $"--agents {agents}: give from 0 to 500");
        ServeVerb.RequireFree(port, "--port");
        var folder = Anew(whole);
        await using var store = await Store.OpenAsync(StoreAddress.AtFile(Path.Combine(folder.Path, "plateau.db")), cancel);
        var starts = DemoClock.NextMorning(SystemClock.Instance.GetCurrentInstant());
        var centre = new DemoCentre(agents, seed, starts);
        using (var progress = new ProgressLine()) await centre.PrepareAsync(store, said => progress.Say(said), cancel);
        var password = await DemoPeople.EnterAsync(store, cancel);
        var clock = new DemoClock(starts, speed);
        await using var app = DemoHost.Build(store, centre, clock, folder, port);
        // There is no telephone in a demonstration: the desk stands alone, and calls are taken by themselves.
        app.MapGet("/desk", () => Results.LocalRedirect("/desk/work")).ExcludeFromDescription();
        await app.StartAsync(cancel);
        await DemoHost.OpenAsync(app.Services.GetRequiredService<FloorLine>(), clock, cancel);
        Console.WriteLine($"A demonstration runs at http://localhost:{port}, {speed} times as fast as the wall's clock; nobody is called. Stop it with Ctrl+C.");
        if (await FirstKey.MakeAsync(store, cancel) is { } key) Console.WriteLine($"  API and its documentation: http://localhost:{port}/scalar   API key: {key}");
        Console.WriteLine($"  Sign in as {DemoPeople.SignIns} with the password of this start: {password}");
        await app.WaitForShutdownAsync(cancel);
        return (int)Exit.Done;
    }

    /// <summary>The folder of the demonstration, empty: what an earlier one left is invented again.</summary>
    private static DataFolder Anew(DataFolder whole)
    {
        var path = Path.Combine(whole.Path, "demo");
        if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
        return DataFolder.Open(new DirectoryInfo(path));
    }
}
