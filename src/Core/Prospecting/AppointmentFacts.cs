using NodaTime;
using Plateau.Core.Appointments;
using Plateau.Core.Interactions;

namespace Plateau.Core.Prospecting;

/// <summary>A time was booked for a consultant while the agent spoke, or wrote the call up.</summary>
public sealed record AppointmentWasBooked(
    Instant At, AttemptId Attempt, CampaignId Campaign, ProspectId Prospect, CustomerId Customer, AgentId Agent, AppointmentId Appointment) : Signal(At);

/// <summary>It is known what came of an appointment, or what was said of it is taken back.</summary>
/// <param name="From">As the floor heard of it last.</param>
public sealed record AppointmentWasSettled(
    Instant At, AppointmentId Appointment, CampaignId Campaign, ProspectId Prospect, CustomerId Customer, AppointmentState From, AppointmentState To) : Signal(At)
{
    /// <summary>When the calendar made it, told with the first word of it; null otherwise.</summary>
    public Instant? Made { get; init; }
}

/// <summary>A call made an appointment. When and with whom stands in the book of appointments, where it can be moved.</summary>
public sealed record AppointmentBooked(
    Instant At, AttemptId Attempt, CampaignId Campaign, ProspectId Prospect, CustomerId Customer, AgentId Agent, AppointmentId Appointment) : Fact(At), IOfCampaign, IOfAttempt;

/// <summary>What came of an appointment, and what follows for the prospect.</summary>
/// <param name="From">What was held true of it before.</param>
public sealed record AppointmentSettled(
    Instant At, AppointmentId Appointment, CampaignId Campaign, ProspectId Prospect, CustomerId Customer, AppointmentState From, AppointmentState To, Verdict Verdict) : Fact(At), IOfCampaign
{
    /// <summary>When the calendar made it, of one that no call made; null otherwise, and in journals from before it was kept.</summary>
    public Instant? Made { get; init; }
}
