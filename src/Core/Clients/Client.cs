using NodaTime;
using Plateau.Core.Interactions;

namespace Plateau.Core.Clients;

/// <summary>A <em>donneur d'ordre</em>: for whom the centre calls, who owns the numbers shown, and who answers for the calls.</summary>
/// <param name="Name">As customers are told at the beginning of a call.</param>
/// <param name="CallerIds">The numbers that this client lets us show, each with its mandate.</param>
public sealed record Client(ClientId Id, string Name, IReadOnlyList<CallerId> CallerIds)
{
    public CallerId? CallerId(string number) => CallerIds.FirstOrDefault(owned => owned.Number == number);
}

/// <summary>A number that may be shown to the person called (Code de la consommation, L221-17: assigned to whom the call is made for).</summary>
/// <param name="Number">E.164 with its plus sign.</param>
/// <param name="Mandate">Reference of the written mandate from the client.</param>
/// <param name="From">First day of the mandate.</param>
/// <param name="Until">Last day of the mandate, that day included; null while it runs.</param>
public sealed record CallerId(string Number, string Mandate, LocalDate From, LocalDate? Until = null)
{
    public bool RunsOn(LocalDate day) => From <= day && (Until is null || day <= Until);
}

/// <summary>One of a client's services, with the price at which its work is billed.</summary>
public sealed record Programme(ProgrammeId Id, ClientId Client, string Name, Tariff? Tariff = null);

/// <summary>What is billed: the unit and the price of one.</summary>
public sealed record Tariff(TariffUnit Unit, Money Price);

/// <summary>The units by which centres bill.</summary>
public enum TariffUnit { AgentHour, TalkMinute, ReachedCall, Success }
