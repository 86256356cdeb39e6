using System.Text.Json;
using System.Text.Json.Serialization;
using Plateau.Server.People;
using Plateau.Telephony.Trunks;

namespace Plateau.Server;

/// <summary>What an installation is told in settings.json, beside what people enter through the pages and the API.</summary>
internal sealed record Settings
{
    /// <summary>postgresql://user:password@host:port/name; empty uses a SQLite file in the data folder.</summary>
    public string? Database { get; init; }

    /// <summary>A switch that somebody else runs; without it, Plateau runs its own.</summary>
    public SwitchAddress? Switch { get; init; }

    /// <summary>The lines to carriers, by name.</summary>
    public IReadOnlyList<TrunkSettings> Trunks { get; init; } = [];

    /// <summary>The house's provider of identities (OpenID Connect); people then sign in there, and their roles stay ours.</summary>
    public SignInSettings? SignIn { get; init; }

    /// <summary>Hosts in the house's own network on which consultants' calendars may live, by name or address; they may be spoken to without TLS. Others there are never asked.</summary>
    public IReadOnlyList<string> CalendarHosts { get; init; } = [];

    /// <summary>Address of the metrics alone, for Prometheus.</summary>
    public int MetricsPort { get; init; } = 9464;

    internal static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };
}

/// <summary>Where a switch that runs elsewhere answers.</summary>
/// <param name="Url">Its REST address, such as http://10.0.0.5:8088/ari.</param>
/// <param name="User">Our user in its ari.conf.</param>
/// <param name="EventsPassword">The password in its websocket_client.conf, under which it opens its socket to us.</param>
/// <param name="Recordings">The folder in which its recordings appear here; without one they are known but not kept.</param>
/// <param name="Keeper">Address and port of this machine at which a process of ours holds its socket while the server comes and goes; without it the socket comes to the server itself.</param>
internal sealed record SwitchAddress(string Url, string User, string Password, string EventsPassword, string? Recordings = null, string? Keeper = null);
