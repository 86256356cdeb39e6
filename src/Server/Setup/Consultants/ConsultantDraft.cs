using NodaTime;
using Plateau.Core.Appointments;
using Plateau.Core.Interactions;

namespace Plateau.Server.Setup.Consultants;

/// <summary>A consultant under somebody's hands: what the form shows, not yet kept.</summary>
public sealed class ConsultantDraft
{
    private ConsultantDraft(Consultant kept) => Kept = kept;

    /// <summary>The consultant with whom the draft began.</summary>
    public Consultant Kept { get; }

    public string Name { get; set; } = "";
    public string Email { get; set; } = "";
    public string Telephone { get; set; } = "";
    public string Room { get; set; } = "";
    public string Zone { get; set; } = "";
    public string Language { get; set; } = "";
    public string Areas { get; set; } = "";
    public string Territory { get; set; } = "";
    public int MostPerDay { get; set; }
    public bool Active { get; set; }
    public bool KeepsFrenchHolidays { get; set; }
    public List<SpanDraft> Hours { get; } = [];
    public List<AwayDraft> DaysOff { get; } = [];

    public static ConsultantDraft Of(Consultant kept)
    {
        var draft = new ConsultantDraft(kept)
        {
            Name = kept.Name, Email = kept.Email, Telephone = kept.Telephone ?? "", Room = kept.Room ?? "", Zone = kept.Zone, Language = kept.Language, Areas = string.Join(' ', kept.Areas), Territory = kept.Territory ?? "",
            MostPerDay = kept.MostPerDay, Active = kept.Active, KeepsFrenchHolidays = kept.KeepsFrenchHolidays,
        };
        draft.Hours.AddRange(kept.Hours.Select(span => new SpanDraft(span.Day) { From = span.From, Until = span.Until }));
        draft.DaysOff.AddRange(kept.DaysOff.Order().Select(day => new AwayDraft { Day = day }));
        return draft;
    }

    public Consultant Consultant() => Kept with
    {
        Name = Name.Trim(), Email = Email.Trim(), Telephone = OrNull(Telephone), Room = OrNull(Room), Zone = Zone.Trim(), Language = Language, Territory = OrNull(Territory),
        Areas = [.. Areas.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase)],
        MostPerDay = MostPerDay, Active = Active, KeepsFrenchHolidays = KeepsFrenchHolidays,
        Hours = [.. Hours.OrderBy(span => span.Day).ThenBy(span => span.From).Select(span => new WorkingHours(span.Day, span.From, span.Until))],
        DaysOff = [.. DaysOff.Where(away => away.Day is not null).Select(away => away.Day!.Value).Distinct().Order()],
    };

    /// <summary>What is wrong with it, in words of the form.</summary>
    public IReadOnlyList<Flaw> Flaws() =>
        Room.Trim().Length > 0 && !(Uri.TryCreate(Room.Trim(), UriKind.Absolute, out var link) && link.Scheme is "https" or "http")
            ? [new("room", "consultant-room", "write a link that begins with https://"), .. Consultant().Flaws()]
            : [.. Consultant().Flaws()];

    private static string? OrNull(string text) => text.Trim() is { Length: > 0 } given ? given : null;
}

/// <summary>Hours of one weekday, under somebody's hands.</summary>
public sealed class SpanDraft(IsoDayOfWeek day)
{
    public IsoDayOfWeek Day => day;
    public LocalTime From { get; set; } = new(9, 0);
    public LocalTime Until { get; set; } = new(12, 0);
}

/// <summary>A day off, under somebody's hands.</summary>
public sealed class AwayDraft
{
    public LocalDate? Day { get; set; }
}
