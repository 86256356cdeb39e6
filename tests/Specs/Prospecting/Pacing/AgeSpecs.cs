using CsCheck;
using Plateau.Core.Prospecting.Pacing;

namespace Plateau.Specs.Prospecting.Pacing;

public sealed class AgeSpecs
{
    /// <summary>Each number is a step of time: odd ones begin somebody, multiples of five end one, multiples of seven move one to another track.</summary>
    [Fact]
    public void Ages_counted_as_time_passes_are_the_ages_counted_anew() =>
        Gen.Int[0, 1000].Array[1, 6000].Sample(steps =>
        {
            AgeTrack track = new(Ages.OfTalking), other = new(Ages.OfTalking);
            List<int> born = [], gone = [];
            for (var now = 0; now < steps.Length; now++)
            {
                if (now > 0) { track.Pass(); other.Pass(); }
                if (steps[now] % 2 == 1) { track.Add(); born.Add(now); }
                if (steps[now] % 5 == 0 && born.Count > 0) { track.Remove(now - born[steps[now] % born.Count]); born.RemoveAt(steps[now] % born.Count); }
                if (steps[now] % 7 == 0 && born.Count > 0) { var who = steps[now] % born.Count; track.Remove(now - born[who]); other.Add(now - born[who]); gone.Add(born[who]); born.RemoveAt(who); }
            }
            Same(track, born, steps.Length - 1);
            Same(other, gone, steps.Length - 1);
        }, iter: 60);

    private static void Same(AgeTrack track, List<int> born, int now)
    {
        var anew = new AgeCounts(track.Counts.Ages);
        foreach (var step in born) anew.Add((now - step) * AgeTrack.Step);
        track.Counts.Counts.ToArray().Should().Equal(anew.Counts.ToArray());
        track.Counts.Total.Should().Be(born.Count);
    }

    [Fact]
    public void Every_age_has_the_bucket_that_holds_it()
    {
        foreach (var ages in (Ages[])[Ages.OfRinging, Ages.OfTalking, Ages.OfWrappingUp])
            for (var age = 0.0; age < 4000; age += 0.5)
            {
                var bucket = ages.BucketOf(age);
                ages.From(bucket).Should().BeLessThanOrEqualTo(age);
                if (bucket + 1 < ages.Count) ages.From(bucket + 1).Should().BeGreaterThan(age);
            }
    }
}
