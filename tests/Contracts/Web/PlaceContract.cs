using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Plateau.Core.Compliance;
using Plateau.Server.Floors;

namespace Plateau.Contracts.Web;

/// <summary>A place that waits for its hour says when, by its own clock and by the centre's.</summary>
public sealed class PlaceContract
{
    private static readonly DateTimeZone Casablanca = Zones.Named("Africa/Casablanca")!;

    [Theory]
    [InlineData("FR-974", "Indian/Reunion", "2026-11-23T10:00:00Z", "Réunion: next lawful at 14:00 there, 10:00 here")]
    [InlineData("", "Indian/Reunion", "2026-11-23T10:00:00Z", "Réunion: next lawful at 14:00 there, 10:00 here")]
    [InlineData("", "Europe/Paris", "2026-11-24T09:00:00Z", "Mainland France: next lawful at Tuesday 24 November 10:00 there, Tuesday 24 November 09:00 here")]
    [InlineData("FR-67", "Europe/Paris", "2026-11-23T13:00:00Z", "Alsace-Moselle: next lawful at 14:00 there, 13:00 here")]
    [InlineData("", "Africa/Casablanca", "2026-11-23T10:00:00Z", "Morocco: next lawful at 10:00")]
    [InlineData("", "Atlantic/Azores", "2026-11-23T10:00:00Z", "Atlantic/Azores: next lawful at 09:00 there, 10:00 here")]
    public void The_next_lawful_moment_is_said_with_its_place(string territory, string zones, string opens, string said)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (CultureInfo.GetCultureInfo("en"), CultureInfo.GetCultureInfo("en"));
            PlaceWords.Next(new ClosedPlace(territory, zones, InstantPattern.ExtendedIso.Parse(opens).Value), Casablanca, Instant.FromUtc(2026, 11, 23, 9, 0)).Should().Be(said);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void Departments_that_wait_for_one_hour_are_told_once()
    {
        var opens = Instant.FromUtc(2026, 11, 23, 13, 0);
        PlaceWords.EachNext([new("FR-35", "Europe/Paris", opens), new("FR-33", "Europe/Paris", opens), new("FR-974", "Indian/Reunion", opens), new("", "Europe/Paris", opens)], Casablanca, Instant.FromUtc(2026, 11, 23, 9, 0)).Should().HaveCount(2);
    }
}
