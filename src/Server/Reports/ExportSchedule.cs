using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Plateau.Core.Interactions;
using Plateau.Server.Floors;

namespace Plateau.Server.Reports;

/// <summary>An export that the clock makes: every day, or on a day of each week, at a time by the centre's clock.</summary>
/// <param name="Format">csv or xlsx.</param>
/// <param name="Day">The day of the week; none for every day.</param>
/// <param name="At">As 07:30.</param>
/// <param name="Since">Whatever fell due before is not made up for: when it was scheduled, then when it was last written.</param>
public sealed record ExportSchedule(string Name, CampaignId Campaign, string Format, IsoDayOfWeek Day, string At, Instant Since)
{
    public const int LongestName = 80;

    /// <summary>Set when the last try failed.</summary>
    public bool HasFailed { get; init; }

    public bool IsWeekly => Day != IsoDayOfWeek.None;

    public LocalTime Time => Read(At) ?? LocalTime.Midnight;

    public static LocalTime? Read(string? text) => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text ?? "") is { Success: true, Value: var time } ? time : null;

    /// <summary>The first moment after <see cref="Since"/> at which it is due, by the wall's clock.</summary>
    public LocalDateTime Next
    {
        get
        {
            var since = CentreTime.Of(Since);
            var day = IsWeekly ? since.Date.With(DateAdjusters.NextOrSame(Day)) : since.Date;
            while (day.At(Time) <= since) day = day.PlusDays(IsWeekly ? 7 : 1);
            return day.At(Time);
        }
    }

    /// <summary>The latest moment at which it was due and that has passed; null when none has. Of several missed ones only the last is made.</summary>
    public LocalDateTime? DueBy(LocalDateTime now)
    {
        if (Next > now) return null;
        var day = IsWeekly ? now.Date.With(DateAdjusters.PreviousOrSame(Day)) : now.Date;
        return day.At(Time) <= now ? day.At(Time) : day.PlusDays(IsWeekly ? -7 : -1).At(Time);
    }

    /// <summary>The days it covers: the day before, or the seven days before.</summary>
    public Period Covers(LocalDateTime due) => new(Period.Days, due.Date.PlusDays(IsWeekly ? -7 : -1), due.Date.PlusDays(-1));

    /// <summary>Its file's name: letters, digits and hyphens, whatever the campaign is called.</summary>
    public string FileOf(LocalDateTime due)
    {
        var campaign = string.Concat(Campaign.Value.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' ? letter : '-'));
        return string.Create(CultureInfo.InvariantCulture, $"{campaign[..Math.Min(campaign.Length, 60)]}-{Period.Text(Covers(due).From)}-{Period.Text(Covers(due).To)}-{due.Hour:00}{due.Minute:00}.{Format}");
    }
}

/// <summary>A file that was written by the clock.</summary>
/// <param name="Schedule">What the schedule was called.</param>
public sealed record WrittenExport(string File, CampaignId Campaign, ClientId Client, string Schedule, Instant At, long Bytes);
