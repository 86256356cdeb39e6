using NodaTime;
using Plateau.Core.Interactions;

namespace Plateau.Core.Appointments;

/// <summary>Which of the consultants who could take a time gets it.</summary>
public enum Assignment
{
    /// <summary>Whoever has fewest appointments to come.</summary>
    FewestBooked,
    /// <summary>Whoever was given one longest ago.</summary>
    InTurn,
}

/// <summary>How a campaign makes appointments: how long, how far ahead, with whom, and what follows when nobody was there.</summary>
public sealed record AppointmentRules
{
    /// <summary>From five minutes to eight hours.</summary>
    public Duration Length { get; init; } = Duration.FromHours(1);

    /// <summary>Offered times lie so far apart, counted from the beginning of working hours; from five minutes to four hours.</summary>
    public Duration Grid { get; init; } = Duration.FromMinutes(30);

    /// <summary>Way between two appointments of one consultant; none for meetings by telephone or picture, twelve hours at most.</summary>
    public Duration Gap { get; init; } = Duration.FromMinutes(30);

    /// <summary>From now to the first time offered at least.</summary>
    public Duration Notice { get; init; } = Duration.FromHours(24);

    /// <summary>Days ahead in which times are offered, from 1 to 90.</summary>
    public int HorizonDays { get; init; } = 21;

    public MeetingKind Kind { get; init; }
    public Assignment WhoGets { get; init; }

    /// <summary>Whether a customer is given the consultant whom they have met before, where that one has time.</summary>
    public bool SameAsBefore { get; init; } = true;

    /// <summary>Those who take this campaign's appointments; none named for all of the client's.</summary>
    public IReadOnlyList<ConsultantId> Consultants { get; init; } = [];

    /// <summary>How long before it the customer is reminded; zero for no reminder, two weeks at most.</summary>
    public Duration Reminder { get; init; } = Duration.FromHours(24);

    /// <summary>In which customers are written to who told no language of theirs: fr, en or ar.</summary>
    public string Language { get; init; } = "fr";

    /// <summary>After this rest somebody who was not there may be called again; null closes them.</summary>
    public Duration? RestAfterNoShow { get; init; } = Duration.FromHours(24);

    /// <summary>Whether this one takes the campaign's appointments.</summary>
    public bool Admits(Consultant consultant) => consultant.Active && (Consultants.Count == 0 || Consultants.Contains(consultant.Id));

    /// <summary>What follows for the prospect when an appointment has come to that.</summary>
    public Verdict VerdictOf(AppointmentState state, Instant at) => state switch
    {
        AppointmentState.Cancelled => Verdict.Again(at, "appointment-cancelled"),
        AppointmentState.NoShow => RestAfterNoShow is { } rest ? Verdict.Again(at + rest, "appointment-missed") : Verdict.Close("appointment-missed"),
        AppointmentState.Held => Verdict.Close("appointment-held"),
        _ => Verdict.Close("success"),
    };

    /// <summary>What must be mended, each with its place and remedy.</summary>
    public IEnumerable<Flaw> Flaws(string place)
    {
        if (Length < Appointment.Shortest || Length > Appointment.Longest) yield return new(place, "appointment-length", "let an appointment take five minutes to eight hours");
        if (Grid < Duration.FromMinutes(5) || Grid > Duration.FromHours(4)) yield return new(place, "appointment-grid", "let offered times lie five minutes to four hours apart");
        if (Gap < Duration.Zero || Gap > Appointment.MostGap) yield return new(place, "appointment-gap", "let the way between two appointments take twelve hours at most");
        if (Notice < Duration.Zero || Notice > Duration.FromDays(30)) yield return new(place, "appointment-notice", "let the first time offered lie thirty days ahead at most");
        if (HorizonDays is < 1 or > 90) yield return new(place, "appointment-horizon", "offer times of the next 1 to 90 days");
        if (Reminder < Duration.Zero || Reminder > Duration.FromDays(14)) yield return new(place, "appointment-reminder", "remind two weeks before at most");
        if (!Consultant.Languages.Contains(Language)) yield return new(place, "consultant-language", "write to customers in fr, en or ar");
        if (RestAfterNoShow is { } rest && (rest < Duration.Zero || rest > Duration.FromDays(90))) yield return new(place, "appointment-rest", "let somebody who was not there rest ninety days at most");
    }
}
