using NodaTime;
using Plateau.Core.Prospecting;
using Plateau.Simulation;

namespace Plateau.Specs.Simulation;

/// <summary>
/// Days as the floor went through them when it was last looked at. A change that only makes it faster changes none of these
/// figures, for one other decision in the morning makes another afternoon. Whoever changes what the floor decides writes the new figures here.
/// </summary>
public sealed class GoldenDaySpecs
{
    private static Scenario Day(DialMode mode) => new() { Name = "golden", Mode = mode, Agents = 25, Minutes = 90, Customers = new() { Count = 2500, InReunion = 100_000, EveningMore = 50_000 } };

    private static Scenario DawnToDusk => Day(DialMode.Predictive) with { Agents = 8, Minutes = 780, Start = Instant.FromUtc(2026, 11, 23, 6, 0), Customers = new() { Count = 3000, InReunion = 300_000 } };

    /// <param name="figures">Attempts, answered, refused, abandoned, facts, signals, seconds of talk, idle share.</param>
    [Theory]
    [InlineData(DialMode.Progressive, false, "2024 1006 190 2 15467 14866 77821.295 0.2546")]
    [InlineData(DialMode.Power, true, "2227 1114 208 2 17311 16053 82021.172 0.2078")]
    [InlineData(DialMode.Predictive, false, "2304 1154 219 5 17718 15918 87684.329 0.1587")]
    [InlineData(DialMode.Predictive, true, "2169 1086 201 3 16940 15804 82783.505 0.1977")]
    [InlineData(DialMode.Preview, true, "1614 825 162 12 15512 15390 60607.004 0.0016")]
    public void A_morning_goes_as_it_went(DialMode mode, bool faults, string figures) => Lived(Day(mode), faults).Should().Be(figures);

    [Fact]
    public void A_day_from_dawn_to_dusk_goes_as_it_went() => Lived(DawnToDusk, false).Should().Be("5146 2543 291 10 39867 69636 198391.025 0.3124");

    private static string Lived(Scenario day, bool faults)
    {
        var world = new World(day, 7, faults ? new Faults() : null);
        var lived = world.Run();
        return FormattableString.Invariant($"{lived.Attempts} {lived.Answered} {lived.Refusals.Values.Sum()} {lived.Abandoned} {lived.Facts} {world.Signals} {lived.TalkSeconds} {lived.IdleShare}");
    }
}
