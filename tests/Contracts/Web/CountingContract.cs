using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Plateau.Contracts.Storage;
using Plateau.Contracts.Telephony;
using Plateau.Server.Compliance.Watch;
using Plateau.Server.People;
using Plateau.Server.Reports;
using Plateau.Server.Web.Words;
using Plateau.Storage.Audit;
using Plateau.Storage.Centre;
using Plateau.Storage.Journals;
using Plateau.Storage.People;

namespace Plateau.Contracts.Web;

/// <summary>While the journal is still being counted after a start, the compliance desk says so, and then shows the day.</summary>
public sealed class CountingContract(SqliteDatabase database) : IClassFixture<SqliteDatabase>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Refusals_that_are_not_counted_yet_are_announced_and_come_when_they_are()
    {
        await using var store = await Centres.OpenWithCentreAsync(database);
        var officer = await OwnCentre.EnterPersonAsync(store, "loi", "Houda Naciri", [Role.Director]);
        var known = (await new UserBook(store).FindAsync(officer.Id, Cancelled))!;
        await using var journal = new Journal(store);
        using var counted = new CountedCalls(journal, new ProspectBook(store), SystemClock.Instance, NullLogger<CountedCalls>.Instance);
        await using var services = new ServiceCollection().AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance).AddSingleton(store).AddSingleton(counted).AddSingleton<IClock>(SystemClock.Instance)
            .AddSingleton<CentreBook>().AddSingleton<UserBook>().AddSingleton<AuditLog>().AddSingleton<Audited>().AddSingleton<IHttpContextAccessor, HttpContextAccessor>()
            .AddSingleton<AuthenticationStateProvider>(new Signed(Person.Of(known).Principal())).AddSingleton<Permissions>().BuildServiceProvider();
        await using var pages = new HtmlRenderer(services, NullLoggerFactory.Instance);

        (await LookAsync()).Should().Contain(WatchWords.RefusedSoon.In(Language.Fr)).And.Contain("progress-row").And.NotContain(WatchWords.RefusedNone.In(Language.Fr));
        await counted.StartAsync(Cancelled);
        await Eventually.HoldsAsync(() => Task.FromResult(counted.IsCaughtUp), "the journal is counted");
        (await LookAsync()).Should().Contain(WatchWords.RefusedNone.In(Language.Fr)).And.NotContain(WatchWords.RefusedSoon.In(Language.Fr));
        await counted.StopAsync(Cancelled);

        Task<string> LookAsync() => pages.Dispatcher.InvokeAsync(async () => System.Net.WebUtility.HtmlDecode((await pages.RenderComponentAsync<WatchPanels>()).ToHtmlString()));
    }

    private sealed class Signed(ClaimsPrincipal who) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(who));
    }
}
