using System.Net;
using Plateau.Telephony.Trunks;

namespace Plateau.Contracts.Telephony;

/// <summary>One Asterisk for all tests of the room, with foreign carriers on a loopback address of their own.</summary>
public sealed class SwitchRoom : IAsyncLifetime
{
    /// <summary>Where SIPp plays the foreign carriers.</summary>
    public const string CarrierHost = "127.0.0.5";

    private readonly string folder = Directory.CreateTempSubdirectory("plateau-switch-").FullName;
    private readonly Dictionary<string, int> ports = new(StringComparer.Ordinal);

    internal Exchange Exchange { get; private set; } = null!;

    internal static string[] Carriers { get; } = ["refusing", "ringing", "dead", "late", "vanishing", "asking", "humming"];

    internal int PortOf(string carrier) => ports[carrier];

    public async ValueTask InitializeAsync()
    {
        foreach (var carrier in Carriers) ports[carrier] = FreePorts.Udp(IPAddress.Parse(CarrierHost));
        Exchange = await Exchange.OpenAsync(folder, [.. Carriers.Select(carrier => new TrunkSettings
        {
            Name = carrier,
            Host = CarrierHost,
            Port = ports[carrier],
            User = carrier == "asking" ? "plateau-account" : null,
            Password = carrier == "asking" ? "a-password" : null,
            SpeechLimit = TimeSpan.FromSeconds(2),
        })]);
    }

    public async ValueTask DisposeAsync()
    {
        await Exchange.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}

[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class SwitchRoomUsers : ICollectionFixture<SwitchRoom>
{
    public const string Name = "the switch";
}
