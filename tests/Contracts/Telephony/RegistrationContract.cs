using System.Net;
using Plateau.Telephony.Trunks;

namespace Plateau.Contracts.Telephony;

/// <summary>A carrier at which one registers is told where we are, by the trunk's settings alone.</summary>
public sealed class RegistrationContract : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("plateau-registration-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_trunk_that_registers_is_registered_when_the_switch_was_counted()
    {
        var port = FreePorts.Udp(IPAddress.Parse(SwitchRoom.CarrierHost));
        using var carrier = await Sipp.AnswerAsync(SwitchRoom.CarrierHost, port, CarrierScenarios.TakeRegistration("plateau-account", "a-password"));
        await using var exchange = await Exchange.OpenAsync(folder, new TrunkSettings { Name = "registering", Host = SwitchRoom.CarrierHost, Port = port, User = "plateau-account", Password = "a-password", Registers = true });
        (await carrier.SucceededAsync()).Should().BeTrue();
        carrier.Messages.Should().Contain("SIP/2.0 200 OK").And.Contain("Contact: <sip:plateau-account@");
    }
}
