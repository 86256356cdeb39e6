using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Plateau.Server.Api;
using Plateau.Server.Desks.Softphone;
using Plateau.Server.Floors;
using Plateau.Server.Hosting;
using Plateau.Server.Verbs;
using Plateau.Storage;
using Plateau.Telephony.Trunks;

namespace Plateau.Contracts.Reports;

/// <summary>A clock that goes as any other, and can be put forward.</summary>
internal sealed class PutForward(Instant starts) : IClock
{
    private Duration ahead = starts - SystemClock.Instance.GetCurrentInstant();

    public Instant GetCurrentInstant() => SystemClock.Instance.GetCurrentInstant() + ahead;

    public void To(Instant moment) => ahead = moment - SystemClock.Instance.GetCurrentInstant();
}

/// <summary>The whole of a Plateau in this process, so that a test can put its clock forward.</summary>
internal sealed class TimedCentre : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly string key;

    private TimedCentre(WebApplication app, Store store, DataFolder folder, PutForward clock, string key) => (this.app, Store, Folder, Clock, this.key) = (app, store, folder, clock, key);

    public Store Store { get; }
    public DataFolder Folder { get; }
    public PutForward Clock { get; }
    public int Port => new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;

    public static async Task<TimedCentre> StartAsync(Instant starts)
    {
        var folder = DataFolder.Open(Directory.CreateTempSubdirectory("plateau-timed-"));
        var store = await Store.OpenAsync(folder.Database(new Server.Settings()));
        var clock = new PutForward(starts);
        var app = PlateauHost.Build(new Installation(folder.Switch, null, [TrunkSettings.Practice]), store, new FloorName(ServeVerb.MainFloor), clock, folder.Logs, 0, null, quiet: true, services => services.AddSwitch().AddSoftphone().AddCentre(folder));
        app.MapCentre();
        await app.StartAsync();
        return new TimedCentre(app, store, folder, clock, (await FirstKey.MakeAsync(store, default))!);
    }

    /// <summary>A program with a key for everything.</summary>
    public HttpClient Program()
    {
        var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{Port}/"), Timeout = TimeSpan.FromSeconds(60) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await Store.DisposeAsync();
        Directory.Delete(Folder.Path, recursive: true);
    }
}
