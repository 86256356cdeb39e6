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
    [InlineData(DialMode.Progressive, false, "2019 1004 189 3 15284 14748 77251.331 0.2565")]
    [InlineData(DialMode.Power, true, "2199 1101 207 1 16972 15964 82360.927 0.2039")]
    [InlineData(DialMode.Predictive, false, "2392 1197 219 3 18261 16498 91325.994 0.1284")]
    [InlineData(DialMode.Predictive, true, "2234 1125 209 5 17254 16291 86603.999 0.1629")]
    [InlineData(DialMode.Preview, true, "1679 851 166 10 15923 15363 60387.181 0.0033")]
    public void A_morning_goes_as_it_went(DialMode mode, bool faults, string figures) => Lived(Day(mode), faults).Should().Be(figures);

    [Fact]
    public void A_day_from_dawn_to_dusk_goes_as_it_went() => Lived(DawnToDusk, false).Should().Be("5186 2570 291 11 40157 69993 200377.875 0.3103");

    private static string Lived(Scenario day, bool faults)
    {
        var world = new World(day, 7, faults ? new Faults() : null);
        var lived = world.Run();
        return FormattableString.Invariant($"{lived.Attempts} {lived.Answered} {lived.Refusals.Values.Sum()} {lived.Abandoned} {lived.Facts} {world.Signals} {lived.TalkSeconds} {lived.IdleShare}");
    }
}
