using CsCheck;
using NodaTime;
using Plateau.Simulation;

namespace Plateau.Specs.Simulation;

/// <summary>A shelf of people who wait to be called, beside the plainest list that says the same.</summary>
public sealed class ShelfSpecs
{
    private const int People = 12;

    private static Instant At(int minute) => Instant.FromUnixTimeSeconds(60L * minute);

    [Fact]
    public void Whoever_is_due_stands_in_order_and_whoever_was_taken_is_gone() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[1, People], Gen.Int[0, 9]).Array[1, 300].Sample(steps =>
        {
            var (shelf, plain, now) = (new Shelf(new int[People + 1]), new SortedSet<(Instant Due, long Prospect)>(), Instant.MinValue);
            foreach (var (what, prospect, minutes) in steps)
            {
                if (what == 0)
                {
                    // Time passes.
                    now = (now == Instant.MinValue ? At(0) : now) + Duration.FromMinutes(minutes);
                    shelf.DueAt(now).Should().Equal(plain.Where(one => one.Due <= now));
                    shelf.NextAfter(now).Should().Be(plain.Where(one => one.Due > now).Select(one => (Instant?)one.Due).FirstOrDefault());
                }
                else
                {
                    plain.RemoveWhere(one => one.Prospect == prospect);
                    if (what == 1) shelf.Take(prospect);
                    else
                    {
                        var due = what == 2 || now == Instant.MinValue ? At(minutes) : now + Duration.FromMinutes(minutes);
                        plain.Add((due, prospect));
                        shelf.Put(prospect, due);
                    }
                }
                shelf.Count.Should().Be(plain.Count);
                shelf.First.Should().Be(plain.Select(one => (Instant?)one.Due).FirstOrDefault());
            }
        }, iter: 300);

    [Fact]
    public void A_list_that_was_called_through_many_times_over_forgets_what_is_behind_it()
    {
        var shelf = new Shelf(new int[3001]);
        for (var prospect = 1; prospect <= 3000; prospect++) shelf.Put(prospect, Instant.MinValue);
        for (var round = 1; round <= 5; round++)
        {
            shelf.DueAt(At(round)).Select(one => one.Prospect).Should().Equal(Enumerable.Range(1, 3000).Select(each => (long)each));
            for (var prospect = 1; prospect <= 3000; prospect++) shelf.Put(prospect, At(round + 1));
            shelf.DueAt(At(round)).Should().BeEmpty();
            shelf.First.Should().Be(At(round + 1));
        }
    }
}
