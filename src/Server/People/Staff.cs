using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Server.Floors;
using Plateau.Server.People.Door;
using Plateau.Storage.Centre;
using Plateau.Storage.People;

namespace Plateau.Server.People;

/// <summary>Invites people, changes what they are, and shuts them out at once: each act asks, acts and is written down.</summary>
internal sealed class Staff(Permissions permissions, UserBook users, StaffBook agents, Doorman doorman, Sessions sessions, FloorLine line, IClock clock)
{
    /// <summary>Enters somebody and makes the link that lets them in.</summary>
    public async Task<(UserCard User, string Link)> InviteAsync(PersonWish wish, CancellationToken cancel)
    {
        var card = wish.Card(UserId.New());
        return await permissions.ActAsync(Operation.PeopleChange, $"user:{card.Id}", null, new { invited = Told(card) }, async _ =>
        {
            await users.AddAsync(card, clock.GetCurrentInstant(), cancel);
            await SeatAsync(card, cancel);
            return (card, await doorman.LinkAsync(card.Id, cancel));
        });
    }

    /// <summary>Changes somebody; null when that would leave the house without a director.</summary>
    public async Task<UserCard?> ChangeAsync(UserCard before, PersonWish wish, CancellationToken cancel)
    {
        var card = wish.Card(before.Id) with { Disabled = before.Disabled };
        if (!card.Roles.Contains(Role.Director.Code()) && await IsLastDirectorAsync(before, cancel)) return null;
        return await permissions.ActAsync(Operation.PeopleChange, $"user:{card.Id}", null, new { before = Told(before), after = Told(card) }, async _ =>
        {
            if (OpensTheSame(before, wish)) await users.CertifyAsync(card.Id, card.Competences, cancel);
            else
            {
                await users.ChangeAsync(card, cancel);
                await SeatAsync(card, cancel);
                sessions.End(card.Id);
            }
            return (await users.FindAsync(card.Id, cancel))?.User;
        });
    }

    /// <summary>Enters what somebody is certified for and nothing else of them: whoever leads or teaches may, and nobody is cut off from a call by it.</summary>
    public Task<UserCard?> CertifyAsync(UserCard user, IReadOnlyList<CertificationWish> rows, CancellationToken cancel)
    {
        var held = CertificationWish.Kept(rows);
        return permissions.ActAsync(Operation.PeopleCertify, $"user:{user.Id}", null, new { certified = held.Select(each => new { what = each.Key, each.Value.Level, each.Value.From, each.Value.Until }) }, async _ =>
        {
            await users.CertifyAsync(user.Id, held, cancel);
            return (await users.FindAsync(user.Id, cancel))?.User;
        });
    }

    /// <summary>Whether at most their certifications change: nobody is cut off from a call because a course was passed.</summary>
    public static bool OpensTheSame(UserCard before, PersonWish wish)
    {
        var after = wish.Card(before.Id);
        return (before.SignIn, before.Name, before.Agent) == (after.SignIn, after.Name, after.Agent)
            && before.Roles.Order(StringComparer.Ordinal).SequenceEqual(after.Roles.Order(StringComparer.Ordinal))
            && (before.Clients is null) == (after.Clients is null) && (before.Clients ?? []).Select(client => client.Value).Order(StringComparer.Ordinal).SequenceEqual((after.Clients ?? []).Select(client => client.Value).Order(StringComparer.Ordinal));
    }

    /// <summary>Shuts somebody out at once, or lets them in again; false when they are the last director.</summary>
    public async Task<bool> SetDisabledAsync(UserCard user, bool disabled, CancellationToken cancel)
    {
        if (disabled && await IsLastDirectorAsync(user, cancel)) return false;
        await permissions.ActAsync(Operation.PeopleChange, $"user:{user.Id}", null, new { disabled }, async person =>
        {
            await users.ChangeAsync(user with { Disabled = disabled }, cancel);
            try
            {
                if (user.Agent is { } agent) await SeatAsync(agent, disabled, person, cancel);
            }
            finally
            {
                // Whatever the floor could be told: no page and no telephone outlives it.
                sessions.End(user.Id);
            }
        });
        return true;
    }

    /// <summary>The customer of the present call stays on the line and goes to a colleague; then the telephone may go.</summary>
    private async Task SeatAsync(AgentId agent, bool disabled, Person by, CancellationToken cancel)
    {
        if (await agents.AgentAsync(agent, cancel) is not { } seat) return;
        await agents.SetAsync(seat with { Active = !disabled }, cancel);
        if (disabled && (await line.LookAsync()).Desks.Any(desk => desk.Agent == agent && desk.State != AgentState.LoggedOut)) await line.AskAsync(new AgentWasSignedOut(clock.GetCurrentInstant(), agent, by.Telephone));
    }

    /// <summary>A link to choose a new password.</summary>
    public Task<string> ResetAsync(UserCard user, CancellationToken cancel) =>
        permissions.ActAsync(Operation.PeopleChange, $"user:{user.Id}", null, new { reset = "password" }, _ => doorman.LinkAsync(user.Id, cancel));

    public Task DropSecondFactorAsync(UserCard user, CancellationToken cancel) =>
        permissions.ActAsync(Operation.PeopleChange, $"user:{user.Id}", null, new { reset = "second-factor" }, _ => users.SetSecondFactorAsync(user.Id, null, cancel));

    private async Task<bool> IsLastDirectorAsync(UserCard user, CancellationToken cancel) =>
        user.Roles.Contains(Role.Director.Code()) && !(await users.AllAsync(cancel)).Any(other => other.Id != user.Id && !other.Disabled && other.Roles.Contains(Role.Director.Code()));

    /// <summary>Whoever takes calls has a seat on the floor; campaigns are given to it where campaigns are staffed.</summary>
    private async Task SeatAsync(UserCard card, CancellationToken cancel)
    {
        if (card.Agent is not { } agent) return;
        var seat = await agents.AgentAsync(agent, cancel);
        await agents.SetAsync(seat is null ? new AgentCard(agent, card.Name, []) : seat with { Name = card.Name, Active = !card.Disabled }, cancel);
    }

    private static object Told(UserCard card) => new { card.Roles, Clients = card.Clients?.Select(client => client.Value), Agent = card.Agent?.Value };
}
