using System.Text.RegularExpressions;
using Plateau.Core.Interactions;
using Plateau.Server.People.Door;
using Plateau.Storage.People;

namespace Plateau.Server.People;

/// <summary>Somebody as a form enters them, and what is missing before they can be kept.</summary>
public sealed partial class PersonWish
{
    public string Name { get; set; } = "";
    public string SignIn { get; set; } = "";
    public HashSet<Role> Roles { get; } = [];
    public bool EveryClient { get; set; } = true;
    public HashSet<string> Clients { get; } = [];
    public string Agent { get; set; } = "";
    public List<CertificationWish> Certifications { get; } = [];

    internal static PersonWish Of(UserCard user)
    {
        var wish = new PersonWish
        {
            Name = user.Name, SignIn = user.SignIn, EveryClient = user.Clients is null, Agent = user.Agent?.Value ?? "",
        };
        wish.Certifications.AddRange(CertificationWish.Of(user.Competences));
        wish.Roles.UnionWith(user.Roles.Select(People.Roles.Of).OfType<Role>());
        wish.Clients.UnionWith(user.Clients?.Select(client => client.Value) ?? []);
        return wish;
    }

    /// <summary>The first thing that is missing or wrong, in words; null when it can be kept.</summary>
    public string? Flaw() =>
        string.IsNullOrWhiteSpace(Name) || Name.Length > 100 ? PeopleWords.NameMissing
        : !SignInForm().IsMatch(Doorman.Normal(SignIn)) ? PeopleWords.SignInUnfit
        : Roles.Count == 0 ? PeopleWords.RoleMissing
        : Roles.Contains(Role.Client) && (EveryClient || Clients.Count == 0) ? PeopleWords.ClientMissing
        : Roles.Contains(Role.Agent) && !AgentForm().IsMatch(Agent.Trim()) ? PeopleWords.AgentIdUnfit
        : CertificationWish.Flaw(Certifications);

    internal UserCard Card(UserId id) => new(id, Doorman.Normal(SignIn), Name.Trim(), [.. People.Roles.All.Where(Roles.Contains).Select(role => role.Code())],
        EveryClient ? null : [.. Clients.Order(StringComparer.Ordinal).Select(client => new ClientId(client))],
        Roles.Contains(Role.Agent) ? new AgentId(Agent.Trim()) : null, CertificationWish.Kept(Certifications));

    [GeneratedRegex(@"^[\p{Ll}\p{Lo}\p{Nd}._@-]{3,100}$")]
    private static partial Regex SignInForm();

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,62}$")]
    private static partial Regex AgentForm();
}
