using Plateau.Core.Interactions;
using Plateau.Server.Floors;
using Plateau.Server.Hosting;
using Plateau.Server.Telephony;
using Plateau.Server.Verbs;
using Plateau.Storage;

namespace Plateau.Server.Demo;

/// <summary>The real server with an invented world behind it in the place of the switch.</summary>
internal static class DemoHost
{
    public static WebApplication Build(Store store, DemoCentre centre, DemoClock clock, DataFolder folder, int port, Action<IServiceCollection>? more = null)
    {
        var app = PlateauHost.Build(new Installation(folder.Switch, null, [DemoCentre.Line]), store, new FloorName(ServeVerb.MainFloor), clock, folder.Logs, port, null, quiet: true, services =>
        {
            services.AddSingleton(centre).AddSingleton(clock)
                .AddSingleton<DemoWorld>().AddHostedService(provider => provider.GetRequiredService<DemoWorld>()).AddSingleton<ISwitch>(provider => provider.GetRequiredService<DemoWorld>())
                .AddCentre(folder).AddHostedService<DemoAppointments>().AddHostedService(provider => new DemoRecordings(folder.Recordings, provider.GetRequiredService<FactFeed>()));
            more?.Invoke(services);
        });
        app.MapCentre();
        return app;
    }

    /// <summary>The campaigns start as soon as the floor has heard of them.</summary>
    public static async Task OpenAsync(FloorLine line, DemoClock clock, CancellationToken cancel)
    {
        while ((await line.LookAsync()) is not { SwitchIsThere: true } view || view.Campaigns.Count < DemoCentre.Campaigns) await Task.Delay(50, cancel);
        IReadOnlyList<Signal> morning = [.. DemoCentre.Morning(clock.GetCurrentInstant())];
        if (await line.AskAsync(morning) is [var flaw, ..]) throw new InvalidOperationException($"{flaw.Place}: {flaw.Reason}: {flaw.Remedy}");
    }
}
