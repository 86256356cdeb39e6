using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using Plateau.Server.Demo;
using Plateau.Server.Practice;
using Plateau.Server.Verbs;
using Plateau.Server.Web;
using Plateau.Storage;

namespace Plateau.Contracts.House;

/// <summary>Each way of running a Plateau can make everything that it was told of: what lacks something is found here, and not at the first start.</summary>
public sealed class HostContract
{
    /// <summary>Put together as the verbs put them together, and not started.</summary>
    private delegate WebApplication Host(Store store, DataFolder folder, Action<IServiceCollection> more);

    private static readonly Dictionary<string, Host> Hosts = new()
    {
        ["serve"] = (store, folder, more) => ServeVerb.Build(store, folder, new Server.Settings(), 0, 0, more),
        ["demo"] = (store, folder, more) => DemoHost.Build(store, new DemoCentre(2, 1, Morning), new DemoClock(Morning, 10), folder, 0, more),
        ["practice"] = (store, folder, more) =>
            new PracticeRun(new PracticeRecord(1, 1, 1, 1, true, PracticeRecord.Text(Morning), PracticeRecord.Text(Morning), 0, false), store, folder).Build(new PracticeClock(Morning), "/nowhere", more),
    };

    private static readonly Instant Morning = Instant.FromUtc(2026, 11, 24, 9, 0);

    public static TheoryData<string> Names => [.. Hosts.Keys];

    [Theory, MemberData(nameof(Names))]
    public async Task Every_host_can_make_everything_that_it_registers(string host) => (await LacksAsync(host)).Should().BeEmpty();

    [Fact]
    public async Task What_needs_something_that_a_host_lacks_is_found_whether_it_begins_with_the_host_or_is_asked_for_later()
    {
        (await LacksAsync("practice", services => services.AddHostedService<Orphan>())).Should().ContainSingle().Which.Should().Contain(nameof(Orphan)).And.Contain(nameof(IAbsent));
        (await LacksAsync("practice", services => services.AddScoped(provider => new Orphan(provider.GetRequiredService<IAbsent>())))).Should().ContainSingle().Which.Should().Contain(nameof(IAbsent));
    }

    /// <summary>What the host can't make, each with the reason.</summary>
    private static async Task<IReadOnlyList<string>> LacksAsync(string host, Action<IServiceCollection>? more = null)
    {
        var place = Directory.CreateTempSubdirectory("plateau-host-");
        try
        {
            var folder = DataFolder.Open(place);
            await using var store = await Store.OpenAsync(StoreAddress.AtFile(Path.Combine(folder.Path, "plateau.db")));
            IServiceCollection registered = new ServiceCollection();
            await using var app = Hosts[host](store, folder, services =>
            {
                registered = services;
                more?.Invoke(services);
            });
            await using var scope = app.Services.CreateAsyncScope();
            return [.. Types(registered).Select(type => Lack(type, () => _ = scope.ServiceProvider.GetServices(type).Count())).OfType<string>(), .. Lacks(app)];
        }
        catch (AggregateException lacking)
        {
            return [.. lacking.InnerExceptions.Select(each => each.Message)];
        }
        finally
        {
            place.Delete(recursive: true);
        }
    }

    /// <summary>Whatever begins with the host, and everything of our own.</summary>
    private static IEnumerable<Type> Types(IServiceCollection registered) =>
        registered.Where(each => !each.IsKeyedService).Select(each => each.ServiceType).Where(type => !type.ContainsGenericParameters && (type == typeof(IHostedService) || IsOurs(type))).Distinct();

    /// <summary>What pages and pieces ask for, where pages are served: they are made by hand of the framework when somebody opens them.</summary>
    private static IEnumerable<string> Lacks(WebApplication app) =>
        ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).Any(endpoint => endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
            ? from component in typeof(HousePages).Assembly.GetTypes()
              where component.IsAssignableTo(typeof(IComponent))
              from asked in component.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
              where asked.GetCustomAttribute<InjectAttribute>() is not null && !app.Services.GetRequiredService<IServiceProviderIsService>().IsService(asked.PropertyType)
              select $"{component.Name} asks for {asked.PropertyType}"
            : [];

    private static bool IsOurs(Type type) => type.Assembly.GetName().Name!.StartsWith("Plateau", StringComparison.Ordinal) || type.GenericTypeArguments.Any(IsOurs);

    private static string? Lack(Type type, Action make)
    {
        try
        {
            make();
            return null;
        }
        catch (Exception lacking) when (lacking is InvalidOperationException or AggregateException)
        {
            return $"{type}: {lacking.Message}";
        }
    }

    /// <summary>What nobody registers.</summary>
    private interface IAbsent;

    private sealed class Orphan(IAbsent absent) : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.FromResult(absent);
    }
}
