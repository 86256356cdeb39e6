using System.Net;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Telephony.Desks;

namespace Plateau.Contracts.Telephony;

/// <summary>An agent's telephone is made for one session, under a password of that session.</summary>
[Collection(SwitchRoomUsers.Name)]
public sealed class AgentTelephoneContract(SwitchRoom room)
{
    private const string PhoneHost = "127.0.0.6";
    private readonly Exchange exchange = room.Exchange;

    [Fact]
    public async Task A_telephone_registers_with_its_password_and_is_rung()
    {
        var phone = AgentEndpoint.Registering(new AgentId("emil"));
        await exchange.Switch.ServeAsync(phone, CancellationToken.None);
        var port = FreePorts.Udp(IPAddress.Parse(PhoneHost));
        (await RegisterAsync(phone.Name, phone.Password, 200, port)).Should().BeTrue();

        using var answering = await Sipp.AnswerAsync(PhoneHost, port, CarrierScenarios.PickUp);
        var attempt = exchange.Dial("+33100000002");
        await exchange.Ear.NextAsync<CallAnswered>(attempt);
        exchange.Switch.Carry(new OfferTo(attempt, phone.Agent, 1, new CampaignId("test"), new ProspectId(1)));
        await exchange.Ear.NextAsync<DeskAnswered>(attempt);
        exchange.Switch.Carry(new HangUp(attempt));
        (await answering.SucceededAsync()).Should().BeTrue();
    }

    [Fact]
    public async Task A_wrong_password_is_refused()
    {
        var phone = AgentEndpoint.Registering(new AgentId("fanny"));
        await exchange.Switch.ServeAsync(phone, CancellationToken.None);
        (await RegisterAsync(phone.Name, "guessed", 401)).Should().BeTrue();
    }

    [Fact]
    public async Task After_logout_the_password_opens_nothing()
    {
        var phone = AgentEndpoint.Registering(new AgentId("gustav"));
        await exchange.Switch.ServeAsync(phone, CancellationToken.None);
        (await RegisterAsync(phone.Name, phone.Password, 200)).Should().BeTrue();
        await exchange.Switch.DismissAsync(phone.Agent, CancellationToken.None);
        (await RegisterAsync(phone.Name, phone.Password, 401)).Should().BeTrue();
    }

    [Fact]
    public async Task An_offer_to_a_telephone_that_is_not_registered_is_missed()
    {
        var phone = AgentEndpoint.Registering(new AgentId("hugo"));
        await exchange.Switch.ServeAsync(phone, CancellationToken.None);
        var attempt = exchange.Dial("+33100000003");
        await exchange.Ear.NextAsync<CallAnswered>(attempt);
        exchange.Switch.Carry(new OfferTo(attempt, phone.Agent, 1, new CampaignId("test"), new ProspectId(1)));
        (await exchange.Ear.NextAsync<DeskMissed>(attempt)).Reason.Should().Be("unreachable");
        exchange.Switch.Carry(new HangUp(attempt));
    }

    private async Task<bool> RegisterAsync(string user, string password, int expected, int? port = null)
    {
        using var phone = Sipp.Call(exchange.Host.House.ToString(), PhoneHost, port ?? FreePorts.Udp(IPAddress.Parse(PhoneHost)),
            CarrierScenarios.Register(user, expected), "-au", user, "-ap", password);
        return await phone.SucceededAsync();
    }
}
