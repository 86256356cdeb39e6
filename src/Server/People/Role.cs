using Plateau.Server.Web.Words;

namespace Plateau.Server.People;

/// <summary>What somebody is here for; it decides which pages and operations are theirs.</summary>
public enum Role { Director, AccountManager, Supervisor, Agent, Quality, Client }

/// <summary>The roles as they are kept and as they are shown.</summary>
public static class Roles
{
    public static IReadOnlyList<Role> All { get; } = Enum.GetValues<Role>();

    public static string Code(this Role role) => role == Role.AccountManager ? "account-manager" : role.ToString().ToLowerInvariant();

    public static Role? Of(string code) => All.Cast<Role?>().FirstOrDefault(role => role!.Value.Code() == code);

    public static Word Word(this Role role) => role switch
    {
        Role.Director => PeopleWords.Director,
        Role.AccountManager => PeopleWords.AccountManager,
        Role.Supervisor => PeopleWords.Supervisor,
        Role.Agent => PeopleWords.Agent,
        Role.Quality => PeopleWords.Quality,
        _ => PeopleWords.Client,
    };
}
