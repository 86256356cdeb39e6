using System.Net;
using NodaTime;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using Plateau.Server.Floors;
using Plateau.Server.Telephony;
using Plateau.Storage;
using Plateau.Telephony;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace Plateau.Server.Hosting;

/// <summary>Puts a whole Plateau together: journal, floor, switch, pages and API in one process.</summary>
internal static class PlateauHost
{
    /// <param name="port">0 takes any free port.</param>
    /// <param name="metricsPort">The port of the metrics alone; null for none.</param>
    /// <param name="quiet">Logs to the file only: somebody reads the console.</param>
    /// <param name="more">What this Plateau has besides: a switch, and what it is for.</param>
    public static WebApplication Build(
        Installation installation, Store store, FloorName floor, IClock clock, string logFolder, int port, int? metricsPort, bool quiet, Action<IServiceCollection> more)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "plateau", ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port);
            if (metricsPort is { } metrics) kestrel.Listen(IPAddress.Loopback, metrics);
            kestrel.Limits.MaxRequestBodySize = 4L << 30;
            kestrel.AddServerHeader = false;
        });
        builder.WebHost.UseStaticWebAssets();
        // Behind the framework's own factory, which makes one logger for each name: Serilog's would make new ones for every page that is open.
        builder.Logging.ClearProviders().AddSerilog(Log(new LoggerConfiguration(), logFolder, quiet).CreateLogger(), dispose: true);
        // What lacks something, or would keep for ever what belongs to one request, stops the start and not the day.
        builder.Host.UseDefaultServiceProvider(options => options.ValidateOnBuild = options.ValidateScopes = true);
        builder.Host.UseOrleans(silo => silo.UseLocalhostClustering(FreePorts.Tcp(), FreePorts.Tcp(), serviceId: "plateau", clusterId: floor.Value));
        var services = builder.Services;
        services.AddSingleton(installation).AddSingleton(floor).AddSingleton(clock).AddPlateauStorage(store);
        services.AddSingleton<FloorMeters>().AddSingleton<FactFeed>().AddSingleton<FloorWatch>().AddSingleton<CentreNames>().AddSingleton<IOutlet, Outlet>();
        services.AddSingleton<FloorLine>().AddHostedService(provider => provider.GetRequiredService<FloorLine>());
        services.AddHostedService<LawWatch>();
        services.AddHostedService<HabitWatch>();
        services.AddSingleton<SwitchService>();
        services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService("plateau")).WithMetrics(metrics => metrics
            .AddMeter(FloorMeters.Name).AddAspNetCoreInstrumentation().AddRuntimeInstrumentation().AddPrometheusExporter());
        more(services);
        var app = builder.Build();
        // Each port has its own: no key opens the API at the metrics' port, and nobody reads metrics at the API's.
        if (metricsPort is { } apart)
            app.Use((context, next) =>
            {
                if (context.Connection.LocalPort == apart == (context.Request.Path == "/metrics")) return next(context);
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            });
        app.UseWebSockets();
        app.Map(SwitchService.EventsPath, (HttpContext context, SwitchService keeper) => keeper.AcceptAsync(context)).ExcludeFromDescription();
        if (metricsPort is { } only) app.UseOpenTelemetryPrometheusScrapingEndpoint(context => context.Connection.LocalPort == only && context.Request.Path == "/metrics");
        return app;
    }

    /// <summary>The real switch carries the floor's calls.</summary>
    public static IServiceCollection AddSwitch(this IServiceCollection services) => services
        .AddSingleton<ISwitch>(provider => provider.GetRequiredService<SwitchService>()).AddHostedService(provider => provider.GetRequiredService<SwitchService>());

    /// <summary>Structured, one JSON object a line; ids only, never a name or a number of a person.</summary>
    private static LoggerConfiguration Log(LoggerConfiguration log, string folder, bool quiet)
    {
        log.MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Orleans", LogEventLevel.Warning)
            // They warn of settings that we chose, and of the time before the start.
            .MinimumLevel.Override("Orleans.Runtime.Silo", LogEventLevel.Error)
            .MinimumLevel.Override("Orleans.Runtime.Watchdog", LogEventLevel.Error)
            .MinimumLevel.Override("Polly", LogEventLevel.Warning)
            // It warns that it forbids keeping a page that we forbid to keep already.
            .MinimumLevel.Override("Microsoft.AspNetCore.Antiforgery", LogEventLevel.Error)
            // It warns that keys lie in a file of ours; the folder is for this account alone.
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
            .MinimumLevel.Override("System", LogEventLevel.Warning)
            .Enrich.FromLogContext().Enrich.With<WithoutAddress>()
            .WriteTo.File(new CompactJsonFormatter(), Path.Combine(folder, "plateau-.log"), rollingInterval: RollingInterval.Day, retainedFileCountLimit: 14, fileSizeLimitBytes: 200 << 20);
        return quiet ? log : log.WriteTo.Console(outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}", standardErrorFromLevel: LogEventLevel.Verbose, formatProvider: System.Globalization.CultureInfo.InvariantCulture);
    }
    /// <summary>The web host adds the address of its request to every line, and somebody's number may stand in it.</summary>
    private sealed class WithoutAddress : Serilog.Core.ILogEventEnricher
    {
        public void Enrich(LogEvent logEvent, Serilog.Core.ILogEventPropertyFactory propertyFactory) => logEvent.RemovePropertyIfPresent("RequestPath");
    }
}
