using System.CommandLine;
using System.Net.Sockets;
using NodaTime;
using Plateau.Server.Api;
using Plateau.Server.Floors;
using Plateau.Server.Desks.Softphone;
using Plateau.Server.Hosting;
using Plateau.Server.People.Door;
using Plateau.Storage;
using Plateau.Storage.Centre;
using Plateau.Telephony.Trunks;

namespace Plateau.Server.Verbs;

/// <summary>Serves: floor, switch, pages and API.</summary>
internal static class ServeVerb
{
    public const string MainFloor = "floor";

    public static Command Make()
    {
        var port = new Option<int>("--port") { Description = "Where pages and API answer, on this machine", DefaultValueFactory = _ => 5080, HelpName = "N" };
        var metrics = new Option<int?>("--metrics-port") { Description = "Where Prometheus finds the metrics; default: from the settings, else 9464; 0 for none", HelpName = "N" };
        var data = CommonOptions.Data();
        var command = new Command("serve", """
            Serve the floor, the switch, the pages and the API (what ./run does without a verb).

            Settings are read from settings.json in the data folder: database, switch, carriers. Stop it with Ctrl+C;
            conversations go on and are taken up again at the next start.
            """)
        { port, metrics, data };
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(port), parsed.GetValue(metrics), DataFolder.Open(parsed.GetValue(data)), cancel));
        return command;
    }

    private static async Task<int> RunAsync(int port, int? metricsPort, DataFolder folder, CancellationToken cancel)
    {
        var settings = folder.ReadSettings();
        foreach (var flaw in settings.Trunks.SelectMany(trunk => trunk.Flaws()))
            throw new Complaint(Exit.Misasked, $"{folder.SettingsFile}, {flaw.Place}: {flaw.Remedy}");
        var metrics = metricsPort ?? settings.MetricsPort;
        RequireFree(port, "--port");
        if (metrics != 0) RequireFree(metrics, "--metrics-port");
        await using var store = await Store.OpenAsync(folder.Database(settings), cancel);
        await CentreTime.ReadAsync(new DocumentBook(store), cancel);
        await using var app = Build(store, folder, settings, port, metrics == 0 ? null : metrics);
        await app.StartAsync(cancel);
        Console.WriteLine($"Plateau serves at http://localhost:{port}   data: {folder.Path}   database: {store.Address}");
        Console.WriteLine($"  API and its documentation: http://localhost:{port}/scalar   health: /healthz /ready{(metrics == 0 ? "" : $"   metrics: http://localhost:{metrics}/metrics")}");
        if (await FirstKey.MakeAsync(store, cancel) is { } key) Console.WriteLine($"  Your first API key, shown this once: {key}");
        if (await FirstDirector.MakeAsync(app.Services, cancel) is { } password) Console.WriteLine($"  Sign in as {FirstDirector.SignIn} with this one-time password; you choose your own at once: {password}");
        await app.WaitForShutdownAsync(cancel);
        return (int)Exit.Done;
    }

    /// <summary>The whole centre with its switch, as it is served.</summary>
    /// <param name="more">Is asked last, when everything else is there.</param>
    public static WebApplication Build(Store store, DataFolder folder, Settings settings, int port, int? metricsPort, Action<IServiceCollection>? more = null)
    {
        var installation = new Installation(folder.Switch, Environment.GetEnvironmentVariable("PLATEAU_ASTERISK") is { Length: > 0 } prefix ? prefix : null,
            [TrunkSettings.Practice, .. settings.Trunks], settings.Switch);
        var app = PlateauHost.Build(installation, store, new FloorName(MainFloor), SystemClock.Instance, folder.Logs, port, metricsPort, quiet: false, services =>
        {
            services.AddSwitch().AddSoftphone().AddCentre(folder, settings.SignIn, settings.CalendarHosts, settings.Switch?.Recordings ?? Path.Combine(folder.Switch, "spool", "recording"));
            more?.Invoke(services);
        });
        app.MapCentre();
        app.MapSoftphone();
        return app;
    }

    public static void RequireFree(int port, string option)
    {
        try
        {
            using var listener = new TcpListener(System.Net.IPAddress.Loopback, port);
            listener.Start();
        }
        catch (Exception taken) when (taken is SocketException or ArgumentOutOfRangeException)
        {
            throw new Complaint(Exit.Missing, $"{option} {port}: {taken.Message}. Another program has it; choose another with {option}");
        }
    }
}
