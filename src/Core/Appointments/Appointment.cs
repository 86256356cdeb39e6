using NodaTime;
using Plateau.Core.Interactions;

namespace Plateau.Core.Appointments;

/// <summary>How customer and consultant meet.</summary>
public enum MeetingKind { OnSite, Telephone, Video }

/// <summary>What came of an appointment. The numbers are kept in the database and never change.</summary>
public enum AppointmentState
{
    /// <summary>Agreed, and still to come or not yet reported.</summary>
    Booked = 0,
    /// <summary>They met.</summary>
    Held = 1,
    /// <summary>The customer was not there.</summary>
    NoShow = 2,
    /// <summary>Called off, by whichever side.</summary>
    Cancelled = 3,
}

/// <summary>What the invited customer's calendar or mail answered (RFC 5545, 3.2.12). The numbers are kept in the database and never change.</summary>
public enum InvitationReply { None = 0, Accepted = 1, Tentative = 2, Declined = 3 }

/// <summary>A time agreed with a customer for a consultant of the client. It names people by ids alone.</summary>
/// <param name="Start">With <paramref name="End"/> half-open: the next may begin when this one ends.</param>
/// <param name="Gap">Way between this one and any other of the same consultant, on both sides.</param>
/// <param name="Sequence">Of the invitation (RFC 5545, 3.8.7.4): it grows with each change that people must hear of, and whoever changes must name it.</param>
/// <param name="Attempt">The call in which it was agreed; null when it was entered by hand.</param>
/// <param name="Agent">Who agreed it.</param>
public sealed record Appointment(
    AppointmentId Id, ClientId Client, CampaignId Campaign, ConsultantId Consultant, ProspectId Prospect, CustomerId Customer,
    Instant Start, Instant End, Duration Gap, MeetingKind Kind, AppointmentState State, int Sequence, AttemptId? Attempt, AgentId? Agent, Instant BookedAt)
{
    /// <summary>What keeps the consultant from other appointments: those called off keep nobody.</summary>
    public bool Holds => State != AppointmentState.Cancelled;

    /// <summary>The name of the invitation for every calendar, the same through all changes (RFC 5545, 3.8.4.7).</summary>
    public string Uid => $"{Id}@plateau.invalid";

    /// <summary>An appointment takes so long at least, and at most.</summary>
    public static Duration Shortest { get; } = Duration.FromMinutes(5);
    public static Duration Longest { get; } = Duration.FromHours(8);

    /// <summary>Longest way between two appointments, and so how far around one others are asked for.</summary>
    public static Duration MostGap { get; } = Duration.FromHours(12);
}
