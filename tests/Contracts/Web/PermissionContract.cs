using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Plateau.Core.Interactions;
using Plateau.Server.People;
using Plateau.Server.Web;
using Plateau.Storage.Audit;
using Plateau.Storage.People;

namespace Plateau.Contracts.Web;

/// <summary>Every page asks who it is for; whoever it is not for is refused by the server, and the refusal is written down.</summary>
public sealed class PermissionContract(PagesRoom room)
{
    [Fact]
    public void Every_page_says_whose_it_is()
    {
        var silent = from type in typeof(HousePages).Assembly.GetTypes()
                     where type.GetCustomAttributes<RouteAttribute>().Any() && type.GetCustomAttribute<AllowAnonymousAttribute>() is null
                     where type.GetCustomAttribute<RequiresAttribute>() is not { } requires || !Operation.Table.ContainsKey(requires.Operation)
                     select type.Name;
        silent.Should().BeEmpty("a page without [Requires], or with an operation that no table has, is everybody's or nobody's");
    }

    [Theory, InlineData(Role.Agent), InlineData(Role.Client), InlineData(Role.Quality), InlineData(Role.Supervisor), InlineData(Role.AccountManager)]
    public async Task A_page_of_others_is_refused_and_the_refusal_is_written_down(Role role)
    {
        await room.ReadyAsync();
        var user = await room.EnterPersonAsync($"essai-{role.Code()}", "Essai", [role], [PagesRoom.Mine], role == Role.Agent ? "essai" : null);
        await using var visit = await room.VisitAsync(user);
        var log = new AuditLog(room.Store);
        foreach (var page in HousePages.All)
        {
            var mine = Operation.Table[page.Operation].Roles.Contains(role);
            (await visit.OpenAsync(room.AddressOf(page))).Should().Be(mine ? 200 : 403, $"{page.Path} as {role}");
            var refused = (await log.LatestAsync(1_000, outcome: Audited.Refused, cancellation: TestContext.Current.CancellationToken)).Any(entry => entry.Who == $"user:{user.Id}" && entry.Act == page.Operation);
            refused.Should().Be(!mine, $"a refusal of {page.Path} is in the log, and nothing else is");
        }
        (await visit.OpenAsync("/audit/export")).Should().Be(403);
    }

    [Theory, InlineData(Role.Director), InlineData(Role.AccountManager), InlineData(Role.Supervisor), InlineData(Role.Quality), InlineData(Role.Client)]
    public async Task A_page_shows_nothing_of_another_clients_row_and_the_refusal_is_written_down(Role role)
    {
        await room.ReadyAsync();
        var user = await room.EnterPersonAsync($"ailleurs-{role.Code()}", "Essai", [role], [PagesRoom.Other]);
        using var reader = await room.ReaderAsync(user);
        foreach (var page in HousePages.All.Where(page => Operation.Table[page.Operation].OfClient && Operation.Table[page.Operation].Roles.Contains(role)))
        {
            var before = await RefusalsAsync(user);
            using var answer = await reader.GetAsync(room.AddressOf(page).TrimStart('/'), TestContext.Current.CancellationToken);
            var text = System.Net.WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            foreach (var theirs in new[] { "Ferrand & Lys Conseil", "CIR 2026", "Liste d’été", "+33 1 99 00", "alert(1)" }) text.Contains(theirs, StringComparison.Ordinal).Should().BeFalse($"{page.Path} as {role} of another client shows {theirs}");
            if (!page.Path.Contains('{', StringComparison.Ordinal)) continue;
            (await RefusalsAsync(user)).Skip(before.Count).Should().Contain(entry => entry.Act == page.Operation && entry.Client == PagesRoom.Mine, $"{page.Path} as {role} of another client is refused");
        }
    }

    [Fact]
    public void An_operation_of_a_client_is_refused_for_another_clients_rows()
    {
        foreach (var (operation, allowed) in Operation.Table)
            foreach (var role in Roles.All)
            {
                var person = new Person(new UserId("1"), "Essai", new HashSet<Role> { role }, new HashSet<ClientId> { new(PagesRoom.Mine) }, null, "");
                person.May(operation, new ClientId(PagesRoom.Mine)).Should().Be(allowed.Roles.Contains(role), $"{operation} as {role}");
                person.May(operation, new ClientId(PagesRoom.Other)).Should().BeFalse($"{operation} as {role} on another client's rows");
            }
    }

    [Fact]
    public void What_no_table_has_is_nobodys() =>
        new Person(new UserId("1"), "Essai", Roles.All.ToHashSet(), null, null, "").May("world.end").Should().BeFalse();

    [Fact]
    public async Task A_socket_of_another_origin_is_refused()
    {
        await room.ReadyAsync();
        using var client = room.Plateau.With(null);
        foreach (var (origin, status) in new[] { ("http://evil.example", 403), ($"http://localhost:{room.Plateau.Port + 1}", 403), ("null", 403) })
        {
            using var asked = new HttpRequestMessage(HttpMethod.Post, "_blazor/negotiate?negotiateVersion=1");
            asked.Headers.Add("Origin", origin);
            ((int)(await client.SendAsync(asked, TestContext.Current.CancellationToken)).StatusCode).Should().Be(status, origin);
        }
        using var own = new HttpRequestMessage(HttpMethod.Post, "_blazor/negotiate?negotiateVersion=1");
        own.Headers.Add("Origin", $"http://127.0.0.1:{room.Plateau.Port}");
        ((int)(await client.SendAsync(own, TestContext.Current.CancellationToken)).StatusCode).Should().Be(200);
    }

    [Fact]
    public async Task A_page_runs_no_script_that_is_not_ours()
    {
        await room.ReadyAsync();
        await using var visit = await room.VisitAsync(room.Everyone);
        await visit.Page.EvaluateAsync("document.body.insertAdjacentHTML('beforeend', '<img src=\"/nowhere.png\" onerror=\"window.spoilt=true\">'); const s = document.createElement('script'); s.textContent = 'window.spoilt=true'; document.body.append(s);");
        (await visit.Page.EvaluateAsync<bool>("window.spoilt === true")).Should().BeFalse();
        visit.Complaints.Should().Contain(said => said.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    /// <summary>What somebody was refused, oldest first.</summary>
    private async Task<List<AuditEntry>> RefusalsAsync(UserCard user) =>
        [.. (await new AuditLog(room.Store).LatestAsync(1_000, outcome: Audited.Refused, cancellation: TestContext.Current.CancellationToken)).Where(entry => entry.Who == $"user:{user.Id}").OrderBy(entry => entry.Sequence)];
}
