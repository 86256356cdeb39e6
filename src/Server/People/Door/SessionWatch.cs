using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Plateau.Storage.People;

namespace Plateau.Server.People.Door;

/// <summary>An open page asks again and again whether its session still holds, and hears at once when it was ended.</summary>
internal sealed class SessionWatch : RevalidatingServerAuthenticationStateProvider
{
    private readonly UserBook users;
    private readonly Sessions sessions;
    private UserId? mine;
    private string? entry;

    public SessionWatch(ILoggerFactory logs, UserBook users, Sessions sessions) : base(logs)
    {
        (this.users, this.sessions) = (users, sessions);
        sessions.Ended += Hear;
        sessions.Left += Hear;
        AuthenticationStateChanged += Keep;
    }

    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(10);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        !sessions.HasLeft(Person.EntryOf(authenticationState.User)) && Person.Of(authenticationState.User) is { } person && await users.FindAsync(person.Id, cancellationToken) is { User.Disabled: false } known && known.Stamp == person.Stamp;

    protected override void Dispose(bool disposing)
    {
        sessions.Ended -= Hear;
        sessions.Left -= Hear;
        base.Dispose(disposing);
    }

    private async void Keep(Task<AuthenticationState> state)
    {
        var user = (await state).User;
        (mine, entry) = (Person.Of(user)?.Id, Person.EntryOf(user));
    }

    private void Hear(UserId ended)
    {
        if (ended == mine) End();
    }

    private void Hear(string left)
    {
        if (left == entry) End();
    }

    private void End() => SetAuthenticationState(Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity()))));
}
