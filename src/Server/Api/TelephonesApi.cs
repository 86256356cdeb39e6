using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Server.Api.Door;
using Plateau.Server.Floors;
using Plateau.Server.Telephony;

namespace Plateau.Server.Api;

/// <summary>An agent's telephone for one shift: a SIP account that the switch has made for it and forgets at log-out.</summary>
internal static class TelephonesApi
{
    /// <summary>What a SIP telephone is told, once.</summary>
    /// <param name="Registrar">Host and port at which it registers, over UDP.</param>
    internal sealed record TelephoneMade(AgentId Agent, string User, string Password, string Registrar, string Transport);

    public static void Map(RouteGroupBuilder api)
    {
        var telephone = api.MapGroup("/agents/{agent}/telephone").WithTags("Desk");
        telephone.MapPost("/", MakeAsync).Says("MakeTelephone", Scope.FloorAct, "Get an account for this shift's telephone", "A new account ends the one before. It ends with the shift.")
            .Produces<TelephoneMade>(201).WithMetadata(new AnswersWithSecret());
        telephone.MapDelete("/", EndAsync).Says("EndTelephone", Scope.FloorAct, "End the telephone's account").Produces(204);
    }

    private static async Task<IResult> MakeAsync(string agent, Caller caller, Reach reach, FloorLine line, SwitchService telephony, CancellationToken cancel)
    {
        if (await reach.AgentAsync(caller, new AgentId(agent), cancel) is not { } card) return Problem.Unknown("agent", agent);
        if ((await line.LookAsync()).Desks.FirstOrDefault(desk => desk.Agent == card.Id) is not { State: not AgentState.LoggedOut })
            return Problem.Conflict(new Flaw($"agent {agent}", "not-logged-in", "log in first"));
        if (await telephony.ServeRegisteringAsync(card.Id, cancel) is not { } made)
            return Problem.Of(503, "switch-away", "There is no switch to register at.", "switch", telephony.Trouble ?? "Try again when /ready says that the switch is there.");
        var telephone = new TelephoneMade(card.Id, made.Telephone.Name, made.Telephone.Password, made.Registrar.ToString(), "udp");
        return Results.Json(telephone, statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> EndAsync(string agent, Caller caller, Reach reach, SwitchService telephony, CancellationToken cancel)
    {
        if (await reach.AgentAsync(caller, new AgentId(agent), cancel) is not { } card) return Problem.Unknown("agent", agent);
        await telephony.DismissAsync(card.Id, cancel);
        return Results.NoContent();
    }
}

/// <summary>Takes the telephone away when the shift ends, by whatever way it ends.</summary>
internal sealed class TelephonesEnd(FactFeed feed, SwitchService telephony, ILogger<TelephonesEnd> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var fact in feed.ReadAsync(stoppingToken))
                if (fact is AgentLoggedOut ended) await EndAsync(ended.Agent, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }

    private async Task EndAsync(AgentId agent, CancellationToken stopping)
    {
        try
        {
            await telephony.DismissAsync(agent, stopping);
        }
        catch (Exception away) when (away is not OperationCanceledException)
        {
            log.LogWarning(away, "The telephone of agent {Agent} stays at the switch until it starts anew", agent);
        }
    }
}
