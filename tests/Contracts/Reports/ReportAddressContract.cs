using NodaTime;
using Plateau.Server.Reports;
using Period = Plateau.Server.Reports.Period;

namespace Plateau.Contracts.Reports;

/// <summary>The address of a report is the whole of its view, and the clock's exports fall due when they say.</summary>
public sealed class ReportAddressContract
{
    /// <summary>A Wednesday.</summary>
    private static readonly LocalDate Today = new(2026, 11, 25);

    [Theory]
    [InlineData("")]
    [InlineData("period=week&day=2026-11-24&hour=15&disposition=sale&came=success&call=sim-12")]
    [InlineData("from=2026-11-01&to=2026-11-20&agent=agent-7&list=l%26%2F1&outcome=no-answer&after=16~a")]
    [InlineData("rule=FR-B2C-HOURS")]
    public void An_address_read_again_is_the_same_view(string query)
    {
        var read = ReportAddress.Read($"http://localhost/reports/c?{query}");
        read.Query.Should().Be(query);
        ReportAddress.Read(read.Query.Length == 0 ? "" : "?" + read.Query).Should().Be(read);
    }

    [Theory]
    [InlineData("period=century&hour=25&day=yesterday&came=maybe")]
    [InlineData("from=2026-11-20&to=2026-11-01")]
    [InlineData("from=1026-11-20&to=2026-11-01")]
    public void What_an_address_says_badly_is_left_out(string query)
    {
        var read = ReportAddress.Read("?" + query);
        read.PeriodOn(Today).Should().Be(new Period(Period.Today, Today, Today));
        (read.Hour, read.Day, read.Came).Should().Be((null, null, null));
    }

    [Fact]
    public void Escape_climbs_one_level_after_the_other_and_ends_at_the_whole_period()
    {
        var here = ReportAddress.Read("?period=week&day=2026-11-24&hour=15&agent=agent-7&came=reached&after=1~a&call=sim-12");
        var climbed = new List<string>();
        for (var up = here.Up; up is not null; up = up.Up) climbed.Add(up.Query);
        climbed.Should().Equal(
            "period=week&day=2026-11-24&hour=15&agent=agent-7&came=reached&after=1~a", "period=week&day=2026-11-24&hour=15&agent=agent-7&came=reached",
            "period=week&day=2026-11-24&hour=15", "period=week&day=2026-11-24", "period=week");
    }

    [Theory]
    [InlineData("today", "2026-11-25", "2026-11-25", "2026-11-24", "2026-11-24")]
    [InlineData("yesterday", "2026-11-24", "2026-11-24", "2026-11-23", "2026-11-23")]
    [InlineData("week", "2026-11-23", "2026-11-25", "2026-11-16", "2026-11-18")]
    [InlineData("month", "2026-11-01", "2026-11-25", "2026-10-01", "2026-10-25")]
    public void A_period_has_its_days_and_those_before_it(string name, string from, string to, string beforeFrom, string beforeTo)
    {
        var period = Period.Read(name, null, null, Today);
        (Period.Text(period.From), Period.Text(period.To), Period.Text(period.Before.From), Period.Text(period.Before.To)).Should().Be((from, to, beforeFrom, beforeTo));
    }

    [Fact]
    public void A_period_that_is_not_over_is_compared_up_to_the_same_hour()
    {
        var now = Today.At(new LocalTime(14, 20));
        Period.Read("today", null, null, Today).HoursBefore(now).Should().Be((new LocalDate(2026, 11, 24).AtMidnight(), new LocalDateTime(2026, 11, 24, 15, 0)));
        Period.Read("yesterday", null, null, Today).HoursBefore(now).Should().Be((new LocalDate(2026, 11, 23).AtMidnight(), new LocalDate(2026, 11, 24).AtMidnight()));
        Period.Read(null, "2026-11-10", "2026-11-12", Today).Before.Should().Be(new Period(Period.Days, new(2026, 11, 7), new(2026, 11, 9)));
    }

    [Theory]
    [InlineData(IsoDayOfWeek.None, "07:30", "2026-11-25T07:29", "2026-11-25T07:30", "2026-11-24", "2026-11-24")]
    [InlineData(IsoDayOfWeek.None, "07:30", "2026-11-25T07:30", "2026-11-26T07:30", "2026-11-25", "2026-11-25")]
    [InlineData(IsoDayOfWeek.Monday, "08:00", "2026-11-25T09:00", "2026-11-30T08:00", "2026-11-23", "2026-11-29")]
    [InlineData(IsoDayOfWeek.Wednesday, "08:00", "2026-11-25T07:00", "2026-11-25T08:00", "2026-11-18", "2026-11-24")]
    public void A_schedule_falls_due_after_it_was_made_and_covers_the_days_before(IsoDayOfWeek day, string at, string since, string next, string from, string to)
    {
        var schedule = Made(day, at, since);
        schedule.Next.ToString("uuuu-MM-dd'T'HH:mm", null).Should().Be(next);
        (Period.Text(schedule.Covers(schedule.Next).From), Period.Text(schedule.Covers(schedule.Next).To)).Should().Be((from, to));
        schedule.DueBy(schedule.Next.PlusMinutes(-1)).Should().BeNull();
        schedule.DueBy(schedule.Next).Should().Be(schedule.Next);
    }

    [Fact]
    public void Of_several_missed_exports_the_last_alone_is_made()
    {
        Made(IsoDayOfWeek.None, "07:30", "2026-11-20T08:00").DueBy(new LocalDateTime(2026, 11, 25, 6, 0)).Should().Be(new LocalDateTime(2026, 11, 24, 7, 30));
        Made(IsoDayOfWeek.Monday, "07:30", "2026-11-02T08:00").DueBy(new LocalDateTime(2026, 11, 25, 6, 0)).Should().Be(new LocalDateTime(2026, 11, 23, 7, 30));
    }

    [Fact]
    public void The_file_of_an_export_stays_in_its_folder_whatever_its_campaign_is_called() =>
        (Made(IsoDayOfWeek.None, "07:30", "2026-11-20T08:00") with { Campaign = new("../../étc passwd") }).FileOf(new LocalDateTime(2026, 11, 21, 7, 30))
            .Should().Be("-------tc-passwd-2026-11-20-2026-11-20-0730.xlsx");

    /// <param name="since">By the wall of the centre.</param>
    private static ExportSchedule Made(IsoDayOfWeek day, string at, string since) => new(
        "a test", new("spring"), "xlsx", day, at,
        NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(since).Value.InZoneStrictly(DateTimeZoneProviders.Tzdb["Africa/Casablanca"]).ToInstant());
}
