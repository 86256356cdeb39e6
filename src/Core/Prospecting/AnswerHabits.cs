using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;

namespace Plateau.Core.Prospecting;

/// <summary>Calls of a client to some of its people on a weekday in a part of the day, by their own clock, and how many a person answered.</summary>
public sealed record HabitCount(Audience Audience, ListId List, IsoDayOfWeek Day, DayPart Part, int Calls, int Answers);

/// <summary>When people answer, learnt from the client's own calls.</summary>
/// <remarks>
/// A Beta prior shrinks what is known of few calls towards what is known of many: a part of the day towards the whole, a weekday's
/// part towards that part, and a segment (audience and list) towards what its own rate makes of that. What shrinks a count is
/// learnt from the others only, so no call counts twice: little is read from ten calls, and all from ten thousand. Pure arithmetic: the same counts give the same rates, in whatever order they come.
/// </remarks>
public sealed class AnswerHabits
{
    /// <summary>What is known beforehand weighs as much as so many calls.</summary>
    public const double Prior = 50;

    /// <summary>From fewer calls no order is drawn.</summary>
    public const int Enough = 200;

    private readonly Dictionary<(Audience, ListId), Tally> segments = [];
    private readonly Dictionary<(Audience, ListId, IsoDayOfWeek, DayPart), Tally> cells = [];
    private readonly Tally[] parts = new Tally[DayParts.All.Count];
    private readonly Tally[,] days = new Tally[8, DayParts.All.Count];
    private readonly Tally whole;

    public AnswerHabits(IEnumerable<HabitCount> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        foreach (var count in counts)
        {
            var one = new Tally(count.Calls, count.Answers);
            whole += one;
            parts[(int)count.Part] += one;
            days[(int)count.Day, (int)count.Part] += one;
            segments[(count.Audience, count.List)] = segments.GetValueOrDefault((count.Audience, count.List)) + one;
            var cell = (count.Audience, count.List, count.Day, count.Part);
            cells[cell] = cells.GetValueOrDefault(cell) + one;
        }
    }

    /// <summary>Calls that were learnt from.</summary>
    public long Calls => whole.Calls;

    /// <summary>How often anybody answers, between 0 and 1.</summary>
    public double Whole => whole.Towards(0.5, 1);

    /// <summary>How often anybody answers on that weekday in that part of the day.</summary>
    public double At(IsoDayOfWeek day, DayPart part) => days[(int)day, (int)part].Towards((parts[(int)part] - days[(int)day, (int)part]).Towards(Whole, Prior), Prior);

    /// <summary>Calls to anybody on that weekday in that part of the day.</summary>
    public long CallsAt(IsoDayOfWeek day, DayPart part) => days[(int)day, (int)part].Calls;

    /// <summary>How often people of a segment answer; null when nothing was learnt from yet.</summary>
    public Func<IsoDayOfWeek, DayPart, double>? Of(Audience audience, ListId? list)
    {
        if (whole.Calls == 0) return null;
        var of = list ?? default;
        var segment = segments.GetValueOrDefault((audience, of));
        return (day, part) =>
        {
            var cell = cells.GetValueOrDefault((audience, of, day, part));
            var (place, others) = (days[(int)day, (int)part], (whole - cell).Towards(0.5, 1));
            var hour = (place - cell).Towards((parts[(int)part] - place).Towards(others, Prior), Prior);
            return cell.Towards(Math.Min(0.99, (segment - cell).Towards(others, Prior) * hour / others), Prior);
        };
    }

    /// <summary>The part of the day in which people of a segment answer most, over the working week; null when nothing was learnt from yet.</summary>
    public BestPart? BestOf(Audience audience, ListId? list)
    {
        if (Of(audience, list) is not { } rate) return null;
        BestPart? best = null;
        foreach (var part in DayParts.All)
        {
            var week = Enumerable.Range(1, 5).Select(day => (IsoDayOfWeek)day).ToList();
            var calls = week.Sum(day => cells.GetValueOrDefault((audience, list ?? default, day, part)).Calls);
            if (calls == 0) continue;
            var here = new BestPart(part, week.Average(day => rate(day, part)), calls);
            if (best is null || here.Rate > best.Rate) best = here;
        }
        return best;
    }

    /// <summary>Whether this is their good hour: 0 where people of a segment answer a tenth more often now than on the whole over the working week, 2 where a tenth less, else 1.</summary>
    /// <remarks>Compared with themselves and not with others: whoever answers at any hour can wait for those who answer at this one only.</remarks>
    public int TurnOf(Audience audience, ListId? list, LocalDateTime local)
    {
        if (Calls < Enough || Of(audience, list) is not { } rate) return 1;
        var (now, usual) = (rate(local.DayOfWeek, DayParts.Of(local.TimeOfDay)), 0.0);
        for (var day = IsoDayOfWeek.Monday; day <= IsoDayOfWeek.Friday; day++)
            foreach (var part in DayParts.All) usual += rate(day, part) / (5 * DayParts.All.Count);
        return now >= RecyclingMoment.WorthIt * usual ? 0 : now * RecyclingMoment.WorthIt <= usual ? 2 : 1;
    }

    private readonly record struct Tally(long Calls, long Answers)
    {
        public static Tally operator +(Tally one, Tally other) => new(one.Calls + other.Calls, one.Answers + other.Answers);

        public static Tally operator -(Tally one, Tally other) => new(one.Calls - other.Calls, one.Answers - other.Answers);

        /// <summary>The mean of a Beta law that held this rate before, with that weight.</summary>
        public double Towards(double rate, double weight) => (Answers + rate * weight) / (Calls + weight);
    }
}

/// <summary>The part of the day in which people of a segment answer most.</summary>
/// <param name="Rate">How often they do then, between 0 and 1.</param>
/// <param name="Calls">Calls to the segment in that part of the day.</param>
public sealed record BestPart(DayPart Part, double Rate, long Calls);
