using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;
using Plateau.Core.Interactions;

namespace Plateau.Specs.Compliance;

public sealed class MoroccanWorkTimeSpecs
{
    private static readonly MoroccanWorkTime Rule = new();
    private static readonly Instant Monday = Asked.Local("2026-11-23T08:00:00", "Africa/Casablanca");

    public static TheoryData<string, (Instant, Instant)[]?, string?> Table => new()
    {
        { "unknown", null, "roster-unknown" },
        { "no shift", [], null },
        { "a shift that ends before it begins", [(Monday, Monday - Duration.FromHours(1))], "roster-unknown" },
        { "a shift without length", [(Monday, Monday)], null },
        { "44 hours in five days", Days(8.8, 8.8, 8.8, 8.8, 8.8), null },
        { "a minute more", Days(8.8, 8.8, 8.8, 8.8, 8.8 + 1 / 60.0), "works-too-long" },
        { "ten hours on a day", Days(10, 8, 8, 8, 8), null },
        { "ten hours and a minute", Days(10 + 1 / 60.0), "works-too-long" },
        { "twelve hours in two shifts of a day", [.. Days(6), (Monday + Duration.FromHours(7), Monday + Duration.FromHours(13))], "works-too-long" },
        { "44 hours and a Monday of the next week", Days(8.8, 8.8, 8.8, 8.8, 8.8, 0, 0, 9), null },
        { "six hours on seven days, fourteen hours between", Days(6, 6, 6, 6, 6, 6, 6), "no-weekly-rest" },
        { "six hours on six days", Days(6, 6, 6, 6, 6, 6), null },
        { "rest on Monday only", Days(0, 6, 6, 6, 6, 6, 6), null },
        { "a rest of 24 hours before Sunday's shift", [.. Days(6, 6, 6, 6, 6, 6), At(6 * 24 + 6, 6)], null },
        { "a minute less before it", [.. Days(6, 6, 6, 6, 6, 6), At(6 * 24 + 6 - 1 / 60.0, 6)], "no-weekly-rest" },
        { "a rest of 24 hours at the week's end", [At(10, 6), At(34, 6), At(58, 6), At(82, 6), At(106, 6), At(130, 6)], null },
        { "a minute less at its end", [At(10, 6), At(34, 6), At(58, 6), At(82, 6), At(106, 6), At(130, 6 + 1 / 60.0)], "no-weekly-rest" },
    };

    [Theory, MemberData(nameof(Table))]
    public void A_week_has_its_hours_and_its_rest(string what, (Instant, Instant)[]? shifts, string? reason) =>
        Rule.Of(Asked.Lawful.About(new Matters { Roster = new(shifts) })).Should().Be(reason, what);

    [Fact]
    public void The_day_is_that_of_Casablanca()
    {
        // From eleven at night to one in the morning by UTC, which Casablanca keeps: the day of the shift's beginning.
        var late = Asked.Utc("2026-11-23T23:00:00Z");
        Rule.Of(Asked.Lawful.About(new Matters { Roster = new([(late - Duration.FromHours(8), late - Duration.FromHours(1)), (late, late + Duration.FromHours(3.5))]) })).Should().Be("works-too-long");
        Rule.Of(Asked.Lawful).Should().BeNull();
    }

    /// <summary>A shift that begins that many hours after eight on Monday.</summary>
    private static (Instant, Instant) At(double after, double hours) =>
        (Monday + Duration.FromMinutes(Math.Round(60 * after)), Monday + Duration.FromMinutes(Math.Round(60 * (after + hours))));

    /// <summary>One shift a day of that many hours, from eight on Monday.</summary>
    private static (Instant, Instant)[] Days(params double[] hours) =>
        [.. hours.Select((worked, day) => (From: Monday + Duration.FromDays(day), worked)).Where(shift => shift.worked > 0).Select(shift => (shift.From, shift.From + Duration.FromMinutes(Math.Round(60 * shift.worked, 3))))];
}
