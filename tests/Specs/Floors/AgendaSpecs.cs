using CsCheck;
using Plateau.Core.Floors;

namespace Plateau.Specs.Floors;

public sealed class AgendaSpecs
{
    /// <summary>Few moments, so that many share one; a number below nought takes the first.</summary>
    private static readonly Gen<int[]> Doings = Gen.Int[-8, 12].Array[0, 400];

    [Fact]
    public void The_earliest_comes_first_and_of_one_moment_whoever_was_set_first() => Doings.Sample(doings =>
    {
        var (agenda, plain) = (new Agenda<string>(), new List<(long Moment, string What)>());
        for (var turn = 0; turn < doings.Length; turn++)
        {
            if (doings[turn] >= 0)
            {
                agenda.Set(doings[turn], $"{turn}");
                plain.Add((doings[turn], $"{turn}"));
            }
            else if (plain.Count > 0) TakeFrom(agenda, plain);
            agenda.Count.Should().Be(plain.Count);
        }
        while (plain.Count > 0) TakeFrom(agenda, plain);
        agenda.TryPeek(out _).Should().BeFalse();
    });

    [Fact]
    public void What_is_not_there_is_not_taken_and_what_was_cleared_does_not_come()
    {
        var agenda = new Agenda<string>();
        agenda.Set(3, "gone");
        agenda.Clear();
        agenda.Set(5, "there");
        agenda.Take().Should().Be("there");
        agenda.Invoking(empty => empty.Take()).Should().Throw<InvalidOperationException>();
    }

    private static void TakeFrom(Agenda<string> agenda, List<(long Moment, string What)> plain)
    {
        var first = plain.MinBy(each => each.Moment);
        plain.Remove(first);
        agenda.TryPeek(out var moment).Should().BeTrue();
        moment.Should().Be(first.Moment);
        agenda.Take().Should().Be(first.What);
    }
}
