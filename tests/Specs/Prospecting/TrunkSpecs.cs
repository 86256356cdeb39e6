using CsCheck;
using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;

namespace Plateau.Specs.Prospecting;

public sealed class TrunkSpecs
{
    private static readonly Instant At = Instant.FromUtc(2026, 11, 23, 9, 0);

    [Fact]
    public void No_second_holds_more_new_calls_than_the_carrier_allows() =>
        Gen.Select(Gen.Int[1, 20], Gen.Int[0, 300].Array[1, 200]).Sample((perSecond, pauses) =>
        {
            var trunk = new Trunk(new TrunkLimits(new TrunkId("line"), int.MaxValue, perSecond));
            var now = At;
            var taken = new List<Instant>();
            foreach (var pause in pauses)
            {
                now += Duration.FromMilliseconds(pause);
                while (trunk.TryTake(now)) taken.Add(now);
            }
            foreach (var first in taken)
                taken.Count(at => at >= first && at < first + Duration.FromSeconds(1)).Should().BeLessThanOrEqualTo(perSecond);
            trunk.HasRoom(now + Duration.FromSeconds(1)).Should().BeTrue("a second later the line is fresh");
        }, iter: 300);

    [Fact]
    public void A_line_without_calls_per_second_is_closed() =>
        new Trunk(new TrunkLimits(new TrunkId("line"), 10, 0)).TryTake(At).Should().BeFalse();

    [Fact]
    public void New_limits_hold_at_once()
    {
        var trunk = new Trunk(new TrunkLimits(new TrunkId("line"), 10, 5));
        for (var call = 0; call < 5; call++) trunk.TryTake(At).Should().BeTrue();
        trunk.TryTake(At).Should().BeFalse();
        trunk.Change(trunk.Limits with { CallsPerSecond = 6 });
        (trunk.TryTake(At), trunk.TryTake(At)).Should().Be((true, false));
    }
}
