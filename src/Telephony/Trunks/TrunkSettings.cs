using System.Text.RegularExpressions;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;

namespace Plateau.Telephony.Trunks;

/// <summary>How SIP travels to a carrier.</summary>
public enum TrunkTransport { Udp, Tcp }

/// <summary>A named line to a carrier, as the settings give it. Settings alone make a carrier usable.</summary>
public sealed partial record TrunkSettings
{
    /// <summary>The trunk's name: two to forty small letters, digits and hyphens.</summary>
    public required string Name { get; init; }

    /// <summary>The carrier's host name or address; null for the practice line, which is built in.</summary>
    public string? Host { get; init; }

    public int Port { get; init; } = 5060;
    public TrunkTransport Transport { get; init; }

    /// <summary>The account at the carrier; null when it knows us by address.</summary>
    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>True for a carrier that wants to be told every few minutes where its customer is; false when it knows our address.</summary>
    public bool Registers { get; init; }

    /// <summary>Numbers that the carrier lets us show, in E.164.</summary>
    public IReadOnlyList<string> CallerIds { get; init; } = [];

    public int MostCalls { get; init; } = 30;
    public int CallsPerSecond { get; init; } = 5;

    /// <summary>False for carriers that want numbers without their plus sign.</summary>
    public bool KeepsPlus { get; init; } = true;

    /// <summary>After so long without a packet of speech the far side is taken for dead, and the call is ended: some carriers lose their BYE.</summary>
    public TimeSpan SpeechLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The built-in trunk to the practice line.</summary>
    public static TrunkSettings Practice { get; } = new() { Name = "practice", MostCalls = 500, CallsPerSecond = 200 };

    public bool IsPractice => Name == Practice.Name;

    public TrunkId Id => new(Name);

    /// <summary>The limits as the floor keeps them.</summary>
    public TrunkLimits Limits => new(Id, MostCalls, CallsPerSecond, CallerIds) { ReachesNobody = IsPractice };

    /// <summary>What must be mended before this trunk can be used, each with its place and remedy.</summary>
    public IEnumerable<Flaw> Flaws()
    {
        var place = $"trunk {Name}";
        if (!GoodName().IsMatch(Name) || Name is "callees" || Name.StartsWith("agent-", StringComparison.Ordinal))
            yield return new(place, "trunk-name", "choose a name of 2 to 40 small letters, digits and hyphens that is not callees and does not begin with agent-");
        if (!IsPractice && (Host is null || Uri.CheckHostName(Host) == UriHostNameType.Unknown))
            yield return new(place, "trunk-host", "give the carrier's host name or address, without sip: and without a port");
        if (Port is < 1 or > 65535) yield return new(place, "trunk-port", "give a port from 1 to 65535; carriers mostly use 5060");
        if (User is not null && !GoodUser().IsMatch(User)) yield return new(place, "trunk-user", "give the account's name as the carrier wrote it, without spaces");
        if (User is null != Password is null) yield return new(place, "trunk-password", "give both user and password, or neither");
        if (Registers && User is null) yield return new(place, "trunk-registers", "give the user and password with which to register, or set registers to false");
        if (MostCalls < 1) yield return new(place, "trunk-calls", "allow one call at least");
        if (CallsPerSecond < 1) yield return new(place, "trunk-rate", "allow one new call a second at least");
        foreach (var number in CallerIds.Where(number => !DialableNumber.IsE164(number)))
            yield return new(place, "trunk-caller-id", $"write caller ID {number} in E.164, such as +33123456789");
    }

    [GeneratedRegex(@"^[a-z0-9][a-z0-9-]{1,39}\z")]
    private static partial Regex GoodName();

    [GeneratedRegex(@"^[A-Za-z0-9._~!*'()+@-]{1,80}\z")]
    private static partial Regex GoodUser();
}

/// <summary>
/// The only form in which a number reaches the switch: E.164 with its plus. Anything else could be a dialplan's
/// variable, another host, or a short code that costs money.
/// </summary>
public static partial class DialableNumber
{
    public static bool IsE164(string number) => E164().IsMatch(number);

    [GeneratedRegex(@"^\+[1-9][0-9]{6,14}\z")]
    private static partial Regex E164();
}
