using NodaTime;
using NodaTime.Text;
using Plateau.Messaging.Calendars;

namespace Plateau.Contracts.Messaging;

/// <summary>When somebody is busy, as their calendar's text says: the week of Monday 30 November 2026, read for somebody in Paris.</summary>
public sealed class CalendarTextContract
{
    private static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];
    private static readonly Instant From = Instant.FromUtc(2026, 11, 29, 23, 0), Until = From + Duration.FromDays(7);

    /// <summary>Each case: what the event says between its UID and its end, and when somebody is busy by UTC ("30T08:00-30T09:00", days of November and December).</summary>
    public static TheoryData<string, string, string> Cases => new()
    {
        { "by UTC", "DTSTART:20261130T080000Z\nDTEND:20261130T090000Z", "30T08:00-30T09:00" },
        { "by a named zone", "DTSTART;TZID=Europe/Paris:20261130T090000\nDTEND;TZID=Europe/Paris:20261130T100000", "30T08:00-30T09:00" },
        { "by Windows's name of a zone", "DTSTART;TZID=Romance Standard Time:20261130T090000\nDTEND;TZID=Romance Standard Time:20261130T100000", "30T08:00-30T09:00" },
        { "by a zone in quotes", "DTSTART;TZID=\"W. Europe Standard Time\":20261130T090000\nDURATION:PT30M", "30T08:00-30T08:30" },
        { "by a zone with its maker's path", "DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Paris:20261130T090000\nDURATION:PT1H", "30T08:00-30T09:00" },
        { "in Casablanca, at UTC since September", "DTSTART;TZID=Africa/Casablanca:20261130T090000\nDURATION:PT1H", "30T09:00-30T10:00" },
        { "floating: by the owner's clock", "DTSTART:20261130T090000\nDTEND:20261130T100000", "30T08:00-30T09:00" },
        { "a whole day: from midnight to midnight of the owner", "DTSTART;VALUE=DATE:20261201\nDTEND;VALUE=DATE:20261202", "30T23:00-01T23:00" },
        { "a whole day without an end", "DTSTART;VALUE=DATE:20261201", "30T23:00-01T23:00" },
        { "three days that began before the week", "DTSTART;VALUE=DATE:20261128\nDTEND;VALUE=DATE:20261201", "27T23:00-30T23:00" },
        { "no length keeps nobody", "DTSTART:20261130T080000Z", "" },
        { "marked as free", "DTSTART:20261130T080000Z\nDTEND:20261130T090000Z\nTRANSP:TRANSPARENT", "" },
        { "cancelled", "DTSTART:20261130T080000Z\nDTEND:20261130T090000Z\nSTATUS:CANCELLED", "" },
        { "tentative counts", "DTSTART:20261130T080000Z\nDTEND:20261130T090000Z\nSTATUS:TENTATIVE", "30T08:00-30T09:00" },
        { "an invitation that the owner declined", "DTSTART:20261130T080000Z\nDTEND:20261130T090000Z\nATTENDEE;PARTSTAT=DECLINED:mailto:Anna@client.test", "" },
        { "an invitation that another declined", "DTSTART:20261130T080000Z\nDTEND:20261130T090000Z\nATTENDEE;PARTSTAT=DECLINED:mailto:ben@client.test", "30T08:00-30T09:00" },
        { "every working day", "DTSTART;TZID=Europe/Paris:20261102T120000\nDTEND;TZID=Europe/Paris:20261102T130000\nRRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "30T11:00-30T12:00 01T11:00-01T12:00 02T11:00-02T12:00 03T11:00-03T12:00 04T11:00-04T12:00" },
        { "from a summer into the winter: by the wall clock", "DTSTART;TZID=Europe/Paris:20260706T090000\nDTEND;TZID=Europe/Paris:20260706T100000\nRRULE:FREQ=WEEKLY", "30T08:00-30T09:00" },
        { "ended before the week", "DTSTART;TZID=Europe/Paris:20260706T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;UNTIL=20261101T000000Z", "" },
        { "so many times", "DTSTART:20261128T080000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=4", "30T08:00-30T09:00 01T08:00-01T09:00" },
        { "left out once", "DTSTART;TZID=Europe/Paris:20261130T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=3\nEXDATE;TZID=Europe/Paris:20261201T090000", "30T08:00-30T09:00 02T08:00-02T09:00" },
        { "once more by a date", "DTSTART:20261130T080000Z\nDURATION:PT1H\nRDATE:20261202T100000Z", "30T08:00-30T09:00 02T10:00-02T11:00" },
        { "the last Friday of the month does not fall into the week", "DTSTART:20260130T080000Z\nDURATION:PT1H\nRRULE:FREQ=MONTHLY;BYDAY=-1FR", "" },
        { "moved once", "DTSTART;TZID=Europe/Paris:20261130T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=3\nEND:VEVENT\nBEGIN:VEVENT\nUID:x\nRECURRENCE-ID;TZID=Europe/Paris:20261201T090000\nDTSTART;TZID=Europe/Paris:20261201T150000\nDURATION:PT2H", "30T08:00-30T09:00 01T14:00-01T16:00 02T08:00-02T09:00" },
        { "cancelled once", "DTSTART;TZID=Europe/Paris:20261130T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=3\nEND:VEVENT\nBEGIN:VEVENT\nUID:x\nRECURRENCE-ID;TZID=Europe/Paris:20261201T090000\nDTSTART;TZID=Europe/Paris:20261201T090000\nDURATION:PT1H\nSTATUS:CANCELLED", "30T08:00-30T09:00 02T08:00-02T09:00" },
        { "moved into the week from before it", "DTSTART;TZID=Europe/Paris:20261123T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=2\nEND:VEVENT\nBEGIN:VEVENT\nUID:x\nRECURRENCE-ID;TZID=Europe/Paris:20261124T090000\nDTSTART;TZID=Europe/Paris:20261202T090000\nDURATION:PT1H", "02T08:00-02T09:00" },
        { "an alarm inside changes nothing", "DTSTART:20261130T080000Z\nDTEND:20261130T090000Z\nBEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:-PT15M\nDURATION:PT5M\nREPEAT:2\nEND:VALARM", "30T08:00-30T09:00" },
        { "a folded line", "DTSTART;TZID=Europe/\n Paris:20261130T090000\nDURATION:PT1H", "30T08:00-30T09:00" },
    };

    [Theory, MemberData(nameof(Cases))]
    public void Somebody_is_busy_as_the_calendar_says(string what, string said, string expected)
    {
        var reading = CalendarText.Read(Calendar($"UID:x\n{said}"), From, Until, Paris, "anna@client.test");
        reading.Flaws.Should().BeEmpty(what);
        Shown(reading).Should().Be(expected, what);
    }

    /// <summary>Each case: the event, and the line and kind of what is wrong with it (the event begins in line 3).</summary>
    public static TheoryData<string, int, CalendarFlawKind> Wrong => new()
    {
        { "SUMMARY:no beginning", 3, CalendarFlawKind.Start },
        { "DTSTART:soon", 5, CalendarFlawKind.Start },
        { "DTSTART:20261340T080000Z", 5, CalendarFlawKind.Start },
        { "DTSTART;TZID=Atlantis/Poseidonis:20261130T080000\nDURATION:PT1H", 5, CalendarFlawKind.Zone },
        { "DTSTART:20261130T080000Z\nDURATION:PT1H\nRRULE:FREQ=NOW", 7, CalendarFlawKind.Repetition },
        { "DTSTART:20261130T080000Z\nDURATION:PT1S\nRRULE:FREQ=SECONDLY", 3, CalendarFlawKind.TooMuch },
        { "DTSTART:20261130T080000Z\nwhatever this is", 6, CalendarFlawKind.Line },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void What_is_wrong_is_told_with_its_line_and_leaves_the_rest_readable(string said, int line, CalendarFlawKind kind)
    {
        var reading = CalendarText.Read(Calendar($"UID:x\n{said}", "UID:sound\nDTSTART:20261203T080000Z\nDURATION:PT1H"), From, Until, Paris);
        reading.Flaws.Should().ContainSingle().Which.Should().Match<CalendarFlaw>(flaw => flaw.Line == line && flaw.Kind == kind);
        reading.Busy.Should().Contain(busy => busy.Uid == "sound");
    }

    [Theory]
    [InlineData("<!doctype html><html>", 1, CalendarFlawKind.NotCalendar)]
    [InlineData("", 1, CalendarFlawKind.NotCalendar)]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:x\nDTSTART:2026", 2, CalendarFlawKind.CutOff)]
    public void A_text_that_is_no_whole_calendar_is_told_from_one_without_events(string text, int line, CalendarFlawKind kind)
    {
        var reading = CalendarText.Read(text, From, Until, Paris);
        reading.Flaws.Should().Contain(flaw => flaw.Line == line && flaw.Kind == kind);
        reading.IsCalendar.Should().Be(kind != CalendarFlawKind.NotCalendar);
    }

    [Fact]
    public void An_invented_zone_counts_by_the_rules_that_come_with_it()
    {
        const string Zone = "BEGIN:VTIMEZONE\nTZID:Chez nous\nBEGIN:STANDARD\nDTSTART:19701025T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\nEND:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:19700329T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\nEND:DAYLIGHT\nEND:VTIMEZONE\n";
        var text = $"BEGIN:VCALENDAR\nVERSION:2.0\n{Zone}BEGIN:VEVENT\nUID:x\nDTSTART;TZID=Chez nous:20260706T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY\nEND:VEVENT\nEND:VCALENDAR";
        Shown(CalendarText.Read(text, From, Until, Paris)).Should().Be("30T08:00-30T09:00");
        CalendarText.Read(text.Replace("BYMONTH=10", "BYMONTH=8", StringComparison.Ordinal), From, Until, Paris).Flaws.Should().ContainSingle().Which.Kind.Should().Be(CalendarFlawKind.Zone);
    }

    [Fact]
    public void A_calendar_of_ten_years_is_read_in_a_moment()
    {
        var events = Enumerable.Range(0, 12_000).Select(at => $"UID:e{at}\nDTSTART:{new LocalDate(2016, 12, 1).PlusDays(at % 3_700):uuuuMMdd}T080000Z\nDURATION:PT1H\nSUMMARY:{at}").ToArray();
        var before = System.Diagnostics.Stopwatch.GetTimestamp();
        CalendarText.Read(Calendar(events), From, Until, Paris).Busy.Should().HaveCountGreaterThan(10);
        System.Diagnostics.Stopwatch.GetElapsedTime(before).Should().BeLessThan(TimeSpan.FromSeconds(5));
    }

    internal static string Calendar(params string[] events) =>
        $"BEGIN:VCALENDAR\nVERSION:2.0\n{string.Concat(events.Select(each => $"BEGIN:VEVENT\n{each}\nEND:VEVENT\n"))}END:VCALENDAR\n".Replace("\n", "\r\n", StringComparison.Ordinal);

    private static string Shown(CalendarReading reading) => string.Join(' ', reading.Busy.Select(busy => $"{Shown(busy.Start)}-{Shown(busy.End)}"));

    private static string Shown(Instant at) => InstantPattern.CreateWithInvariantCulture("dd'T'HH':'mm").Format(at);
}
