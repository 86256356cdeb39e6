namespace Plateau.Storage.Model;

// What clients' consultants have in their days, and what has to be said about it. Personal data of customers in
// these rows goes with the customer: an appointment falls with whom it was made for, its history and notices with it.

internal sealed class ConsultantRow
{
    public required string Id { get; set; }
    public required string ClientId { get; set; }
    public required string Name { get; set; }

    /// <summary>A <c>Consultant</c> of Core as JSON.</summary>
    public required string Settings { get; set; }
    public bool Active { get; set; }
}

internal sealed class ConsultantCalendarRow
{
    public required string ConsultantId { get; set; }

    /// <summary>The number of a <c>CalendarKind</c>.</summary>
    public short Kind { get; set; }
    public required string Address { get; set; }
    public string? UserName { get; set; }

    /// <summary>The password, sealed under the keys of the data folder.</summary>
    public string? Secret { get; set; }

    /// <summary>How far it was read (RFC 6578, or the etag of a feed); null before the first time.</summary>
    public string? SyncToken { get; set; }
    public long? LastSync { get; set; }
    public string? LastError { get; set; }
}

internal sealed class BusyRow
{
    public long Id { get; set; }
    public required string ConsultantId { get; set; }
    public long StartAt { get; set; }
    public long EndAt { get; set; }

    /// <summary>The address of the event's resource in the calendar, by which a change replaces what it was before.</summary>
    public required string Source { get; set; }
}

internal sealed class AppointmentRow
{
    public required string Id { get; set; }
    public required string ClientId { get; set; }
    public required string CampaignId { get; set; }
    public required string ConsultantId { get; set; }
    public long ProspectId { get; set; }
    public long CustomerId { get; set; }
    public string? AttemptId { get; set; }
    public string? AgentId { get; set; }
    public long StartAt { get; set; }
    public long EndAt { get; set; }

    /// <summary>Way kept on both sides, in ticks of 100 nanoseconds.</summary>
    public long Gap { get; set; }

    /// <summary>The numbers of a <c>MeetingKind</c>, an <c>AppointmentState</c> and an <c>InvitationReply</c>.</summary>
    public short Kind { get; set; }
    public short State { get; set; }
    public short Reply { get; set; }
    public int Sequence { get; set; }
    public long BookedAt { get; set; }

    /// <summary>How long before it the customer is reminded, in ticks; 0 for not at all.</summary>
    public long Reminder { get; set; }

    /// <summary>Where they meet, as the customer said it; personal data, as what follows is.</summary>
    public string? Place { get; set; }
    public string? Telephone { get; set; }
    public string? Email { get; set; }
    public string? Note { get; set; }

    /// <summary>In which the customer is written to: fr, en or ar.</summary>
    public required string Language { get; set; }

    /// <summary>The zone by which the customer is told the time (tzdb id).</summary>
    public required string Zone { get; set; }

    /// <summary>The state that the floor has heard of; null while it has heard of none.</summary>
    public short? ToldState { get; set; }

    /// <summary>What of it stands in a consultant's own calendar, and in whose: sequence, address and etag of the event.</summary>
    public string? EventConsultantId { get; set; }
    public int? EventSequence { get; set; }
    public string? EventAddress { get; set; }
    public string? EventEtag { get; set; }
}

internal sealed class AppointmentHistoryRow
{
    public long Id { get; set; }
    public required string AppointmentId { get; set; }
    public long At { get; set; }

    /// <summary>A user, the program, the customer or the consultant.</summary>
    public required string Who { get; set; }

    /// <summary>booked, moved, cancelled, held, no-show, reopened, replied.</summary>
    public required string What { get; set; }

    /// <summary>Start and consultant after it; other details as they are said.</summary>
    public long StartAt { get; set; }
    public required string ConsultantId { get; set; }
    public string? Detail { get; set; }
}

internal sealed class AppointmentNoticeRow
{
    public long Id { get; set; }
    public required string AppointmentId { get; set; }

    /// <summary>The numbers of a <c>NoticeKind</c> and a <c>NoticeReader</c>.</summary>
    public short Kind { get; set; }
    public short Reader { get; set; }

    /// <summary>Which consultant reads it, for one told to them; another may have taken the appointment over since.</summary>
    public string? ConsultantId { get; set; }
    public int Sequence { get; set; }
    public long DueAt { get; set; }
    public long? SentAt { get; set; }
    public int Tries { get; set; }
    public string? Error { get; set; }

    /// <summary>True when it will not be tried again.</summary>
    public bool GivenUp { get; set; }
}
