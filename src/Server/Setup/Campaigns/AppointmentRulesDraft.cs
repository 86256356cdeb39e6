using NodaTime;
using Plateau.Core.Appointments;
using Plateau.Core.Interactions;

namespace Plateau.Server.Setup.Campaigns;

/// <summary>How a campaign makes appointments, under somebody's hands.</summary>
public sealed class AppointmentRulesDraft
{
    public int LengthMinutes { get; set; }
    public int GridMinutes { get; set; }
    public int GapMinutes { get; set; }
    public int NoticeHours { get; set; }
    public int HorizonDays { get; set; }
    public MeetingKind Kind { get; set; }
    public Assignment WhoGets { get; set; }
    public bool SameAsBefore { get; set; }
    public int ReminderHours { get; set; }
    public string Language { get; set; } = "";
    public bool AgainAfterNoShow { get; set; }
    public int RestHours { get; set; } = 24;

    /// <summary>Those who take this campaign's appointments; none for all.</summary>
    public HashSet<ConsultantId> Consultants { get; } = [];

    public static AppointmentRulesDraft Of(AppointmentRules rules)
    {
        var draft = new AppointmentRulesDraft
        {
            LengthMinutes = (int)rules.Length.TotalMinutes, GridMinutes = (int)rules.Grid.TotalMinutes, GapMinutes = (int)rules.Gap.TotalMinutes, NoticeHours = (int)rules.Notice.TotalHours, HorizonDays = rules.HorizonDays,
            Kind = rules.Kind, WhoGets = rules.WhoGets, SameAsBefore = rules.SameAsBefore, ReminderHours = (int)rules.Reminder.TotalHours, Language = rules.Language, AgainAfterNoShow = rules.RestAfterNoShow is not null, RestHours = (int)(rules.RestAfterNoShow ?? Duration.FromHours(24)).TotalHours,
        };
        draft.Consultants.UnionWith(rules.Consultants);
        return draft;
    }

    public AppointmentRules Rules() => new()
    {
        Length = Duration.FromMinutes(LengthMinutes), Grid = Duration.FromMinutes(GridMinutes), Gap = Duration.FromMinutes(GapMinutes), Notice = Duration.FromHours(NoticeHours), HorizonDays = HorizonDays,
        Kind = Kind, WhoGets = WhoGets, SameAsBefore = SameAsBefore, Reminder = Duration.FromHours(ReminderHours), Language = Language, RestAfterNoShow = AgainAfterNoShow ? Duration.FromHours(RestHours) : null, Consultants = [.. Consultants.Order()],
    };
}
