using NodaTime;
using Plateau.Core.Clients;
using Plateau.Core.Compliance;
using Plateau.Core.People;

namespace Plateau.Specs.Compliance;

public sealed class WatchedSpecs
{
    private static readonly LocalDate Today = new(2026, 11, 29), Long = new(2027, 6, 30);
    private static readonly LunarYear[] Lunar = [new(2026, []), new(2027, [])];

    private static Client Sound(string name = "Acme") => new(new(name), name, [new CallerId("+33162000001", "M-1", new(2026, 1, 1), Long)])
    {
        Papers = [.. Enum.GetValues<PaperKind>().Select(kind => new Paper(kind, "P-1", new(2026, 1, 1), Long))], LunarDays = Lunar,
    };

    [Fact]
    public void Where_all_holds_for_another_thirty_days_there_is_nothing_to_watch() =>
        Watched.On(Today, [Sound(), Sound("Other") with { SeenFromMorocco = false, Papers = [new Paper(PaperKind.ProcessorContract, "P-2", new(2026, 1, 1))] }], [("7", "Nadia", new Dictionary<string, Certification> { ["mutuelle"] = new(3, null, Long), ["sinistres"] = new(2) })]).Should().BeEmpty();

    [Theory]
    [InlineData("2026-11-28", true, true)]
    [InlineData("2026-11-29", true, false)]
    [InlineData("2026-12-28", true, false)]
    [InlineData("2026-12-29", false, false)]
    public void What_ends_is_told_thirty_days_ahead_and_is_lost_on_the_day_after_its_last(string until, bool told, bool lost)
    {
        var last = NodaTime.Text.LocalDatePattern.Iso.Parse(until).Value;
        var sound = Sound();
        var mandate = sound with { CallerIds = [sound.CallerIds[0] with { Until = last }] };
        var paper = sound with { Papers = [.. sound.Papers.Select(each => each.Kind == PaperKind.TransferClauses ? each with { Until = last } : each)] };
        var certified = new Dictionary<string, Certification> { ["mutuelle"] = new(3, null, last) };
        foreach (var found in (IReadOnlyList<Watched>[])[Watched.On(Today, [mandate], []), Watched.On(Today, [paper], []), Watched.On(Today, [sound], [("7", "Nadia", certified)])])
        {
            found.Should().HaveCount(told ? 1 : 0);
            found.Should().OnlyContain(each => each.Until == last && each.IsLost(Today) == lost);
        }
    }

    [Fact]
    public void What_another_took_over_no_longer_matters()
    {
        var sound = Sound();
        var renewed = sound with
        {
            CallerIds = [sound.CallerIds[0] with { Until = Today }, sound.CallerIds[0] with { Mandate = "M-2", From = Today.PlusDays(1) }],
            Papers = [.. sound.Papers, new Paper(PaperKind.ProcessorContract, "P-0", new(2025, 1, 1), new(2025, 12, 31))],
        };
        Watched.On(Today, [renewed], []).Should().BeEmpty();
    }

    [Fact]
    public void What_is_missing_or_set_aside_is_told_too_and_what_is_lost_comes_first()
    {
        var bare = Sound("Bare") with { Papers = [], CallerIds = [new CallerId("+33162000002", "M-9", new(2026, 1, 1), Today.PlusDays(-1))], SwitchedOff = [new("FR-B2C-HOLIDAY-LOCAL", "the client's own reading")], LunarDays = [new(2026, [])] };
        var found = Watched.On(Today, [Sound(), bare], []);
        found.Select(each => each.Kind).Should().Equal(WatchedKind.Mandate, WatchedKind.MissingPapers, WatchedKind.SwitchedOff);
        found[1].What.Split(',').Should().HaveCount(4);
        found[1].IsLost(Today).Should().BeTrue();
        Watched.On(Today, [bare with { SeenFromMorocco = false }], []).Single(each => each.Kind == WatchedKind.MissingPapers).What.Should().Be(nameof(PaperKind.ProcessorContract));
    }

    [Theory]
    [InlineData("2026-11-29", 2026, null)]
    [InlineData("2027-02-08", 2026, null)]
    [InlineData("2027-02-09", 2026, "aid-al-fitr")]
    [InlineData("2027-03-10", 2026, "aid-al-fitr")]
    [InlineData("2027-03-11", 2026, null)]
    [InlineData("2027-02-20", 2027, null)]
    public void A_feast_of_the_moon_is_asked_for_thirty_days_ahead_until_its_year_was_announced(string day, int announced, string? feast)
    {
        var found = Watched.On(NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value, [Sound() with { LunarDays = [new(announced, [])] }], []);
        found.Where(each => each.Kind == WatchedKind.Feast).Select(each => each.What).Should().Equal(feast is null ? [] : [feast]);
    }
}
