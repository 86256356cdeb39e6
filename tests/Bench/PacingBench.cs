using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Plateau.Core.Prospecting.Pacing;
using Plateau.Simulation.Pacing;

namespace Plateau.Bench;

/// <summary>
/// The pacer beside what others do, on the same invented days: one call for each free agent, fixed ratios, the adaptive level as
/// it comes and at its best tuning for each team, and the reference that is told the true answer rate and tuned after each day.
/// Whatever is tuned here is tuned on the very days on which it is judged; the pacer is not tuned at all.
/// </summary>
internal static class PacingBench
{
    private const double Wide = 0.03, Narrow = 0.01;

    /// <summary>One day of a small team tells little of the next: each team is judged on as many agent-days, and on twelve days at least.</summary>
    private const int FewestDays = 12, FewestAgentDays = 240;

    /// <summary>The pacer in a day that may be stopped at any moment, and the whole floor machine on the same days.</summary>
    private const string AsAFloor = "pacer, day may stop", Itself = "the floor itself";
    private static readonly double[] Ratios = [1.15, 1.3, 1.5, 1.75, 2, 2.5, 3];

    public static async Task<int> RunAsync(string[] args)
    {
        var asked = BenchOptions.Number(args, "--days", 0);
        var first = BenchOptions.Number(args, "--first", 1001);
        long[] DaysOf(int agents) => [.. Enumerable.Range(first, asked > 0 ? asked : Math.Max(FewestDays, FewestAgentDays / agents)).Select(day => (long)day)];
        int[] teams = BenchOptions.Number(args, "--agents", 0) is > 0 and var one ? [one] : [5, 10, 20, 50, 100, 300];
        Console.WriteLine($"Days of 8 hours, from day {first} on: {string.Join(", ", teams.Select(agents => $"{DaysOf(agents).Length} for {agents}"))} agents; abandoned people at most {Wide:P0} of those who answered");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"agents",6} {"policy",-30} {"busy %",7} {"abandoned %",12} {"worst day %",12} {"days over",10}"));
        if (args.Contains("--floor"))
        {
            foreach (var agents in teams) AddFloor([], agents, DaysOf(agents), withPacer: true);
            return 0;
        }
        var all = teams.Select(agents => Judge(agents, DaysOf(agents))).ToList();
        var slope = all.Count > 1 ? Slope([.. all.Select(team => (Math.Log10(team.Agents), Math.Log10(team.Microseconds)))]) : 0;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"the pacer's cost per tick: {string.Join(", ", all.Select(team => $"{team.Microseconds:F1} µs at {team.Agents}"))}; log-log slope {slope:F3} in agents (at most 0.1 wanted)"));
        if (Array.IndexOf(args, "--picture") is >= 0 and var at && at + 1 < args.Length)
            await File.WriteAllTextAsync(args[at + 1], PacingPicture.Draw([.. all.Select(team => (team.Agents, team.Rows.Where(row => row.Limit == Wide && row.Policy is not (AsAFloor or Itself)).Select(row => (row.Policy, 100 * row.Busy)).ToList()))]));
        if (args.Contains("--json"))
            Console.WriteLine(JsonSerializer.Serialize(new
            {
                bench = "pacing", logLogSlope = Math.Round(slope, 3),
                busyPercent = all.Select(team => Columns(team, Wide, row => Math.Round(100 * row.Busy, 1))),
                abandonedPercent = all.Select(team => Columns(team, Wide, row => Math.Round(100 * row.Abandoned, 2))),
                daysOver = all.Select(team => Columns(team, Wide, row => row.Over)),
                atOnePercent = all.Select(team => new { agents = team.Agents, busyPercent = Math.Round(100 * team.Tight.Busy, 1), abandonedPercent = Math.Round(100 * team.Tight.Abandoned, 2), worstDayPercent = Math.Round(100 * team.Tight.Worst, 2), daysOver = team.Tight.Over }),
                goals = all.Select(team => new { agents = team.Agents, days = DaysOf(team.Agents).Length, idleToAdaptive = Math.Round((1 - team.Pacer.Busy) / (1 - team.Adaptive.Busy), 2), wanted = Wanted(team.Agents).Idle, pointsBelowReference = Math.Round(100 * (team.Reference.Busy - team.Pacer.Busy), 2), wantedPoints = Wanted(team.Agents).Points, microsecondsPerTick = Math.Round(team.Microseconds, 1) }),
            }));
        return all.TrueForAll(team => team.Pacer.Over == 0) ? 0 : 1;
    }

    private sealed record Row(string Policy, double Limit, double Busy, double Abandoned, double Worst, int Over);

    private sealed record Team(int Agents, IReadOnlyList<Row> Rows, double Microseconds)
    {
        public Row Pacer => Rows.First(row => row.Policy == "pacer" && row.Limit == Wide);
        public Row Tight => Rows.First(row => row.Policy == "pacer" && row.Limit == Narrow);
        public Row Adaptive => Rows.First(row => row.Policy == "adaptive, best tuned");
        public Row Reference => Rows.First(row => row.Policy == "reference in hindsight");
    }

    private static (double Idle, double? Points) Wanted(int agents) => agents switch
    {
        <= 5 => (0.85, 1.6),
        <= 10 => (0.85, 1.5),
        <= 20 => (0.80, 1.0),
        <= 50 => (0.66, 0.7),
        <= 100 => (0.55, 0.4),
        _ => (0.33, null),
    };

    private static Dictionary<string, object> Columns(Team team, double limit, Func<Row, object> figure)
    {
        var columns = new Dictionary<string, object> { ["agents"] = team.Agents };
        foreach (var row in team.Rows.Where(row => row.Limit == limit)) columns[row.Policy] = figure(row);
        return columns;
    }

    private static Team Judge(int agents, long[] days)
    {
        var terms = new DayTerms(agents);
        var rows = new List<Row>();
        var watch = new TimedPolicies();
        Add(rows, agents, Live("one for each", terms, Wide, days, () => new FixedRatio(1)));
        Add(rows, agents, Best("fixed ratio, best tuned", Ratios.Select(ratio => Live("", terms, Wide, days, () => new FixedRatio(ratio)))));
        Add(rows, agents, Live("adaptive, defaults", terms, Wide, days, () => new AdaptiveLevel(new AdaptiveSettings(), Wide)));
        Add(rows, agents, Best("adaptive, best tuned", Tunings().Select(tuning => Live("", terms, Wide, days, () => new AdaptiveLevel(tuning, Wide)))));
        Add(rows, agents, Sum("pacer", Wide, [.. days.Select(day => new DialDay(day, terms).Run(watch.Around(new PacerPolicy(terms, Wide))))]));
        Add(rows, agents, Sum("reference in hindsight", Wide, [.. days.AsParallel().AsOrdered().Select(day => InHindsight(day, terms))]));
        Add(rows, agents, Live("pacer", terms, Narrow, days, () => new PacerPolicy(terms, Narrow)));
        AddFloor(rows, agents, days, withPacer: false);
        return new Team(agents, rows, watch.MicrosecondsPerTick);
    }

    /// <summary>The whole floor beside the pacer alone, asked as the floor asks it: what differs is the floor's own doing.</summary>
    private static void AddFloor(List<Row> rows, int agents, long[] days, bool withPacer)
    {
        var terms = new DayTerms(agents);
        foreach (var limit in (double[])[Wide, Narrow])
        {
            if (withPacer) Add(rows, agents, Live("pacer", terms, limit, days, () => new PacerPolicy(terms, limit)));
            Add(rows, agents, Live(AsAFloor, terms, limit, days, () => new FloorsPacerPolicy(limit)));
            Add(rows, agents, Sum(Itself, limit, [.. days.AsParallel().AsOrdered().Select(day => new FloorDay(day, terms, limit).Run())]));
        }
    }

    private static IEnumerable<AdaptiveSettings> Tunings() =>
        from most in (double[])[4, 6, 8]
        from target in (double[])[-1, -2, -3]
        from method in (AdaptiveMethod[])[AdaptiveMethod.Hard, AdaptiveMethod.Average]
        select new AdaptiveSettings(method, true, most, target);

    private static void Add(List<Row> rows, int agents, Row row)
    {
        rows.Add(row);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{agents,6} {row.Policy + (row.Limit == Wide ? "" : " at 1 %"),-30} {100 * row.Busy,7:F1} {100 * row.Abandoned,12:F2} {100 * row.Worst,12:F2} {row.Over,10}"));
    }

    private static Row Live(string policy, DayTerms terms, double limit, long[] days, Func<IDialPolicy> make) =>
        Sum(policy, limit, [.. days.AsParallel().AsOrdered().Select(day => new DialDay(day, terms).Run(make()))]);

    private static Row Sum(string policy, double limit, DayResult[] days) =>
        new(policy, limit, days.Average(day => day.Busy), days.Average(day => day.AbandonedShare), days.Max(day => day.AbandonedShare), days.Count(day => day.AbandonedShare > limit));

    /// <summary>The busiest of those that keep the limit over all days together; the quietest when none does.</summary>
    private static Row Best(string policy, IEnumerable<Row> rows)
    {
        var all = rows.ToList();
        return (all.Where(row => row.Abandoned <= row.Limit).MaxBy(row => row.Busy) ?? all.MinBy(row => row.Abandoned)!) with { Policy = policy };
    }

    /// <summary>The same day again and again, each time with another risk that stays as it is; the busiest that kept the limit.</summary>
    private static DayResult InHindsight(long day, DayTerms terms)
    {
        var best = Live(0.004);
        for (var risk = 0.012; risk < 0.09; risk *= 1.22)
        {
            var result = Live(risk);
            if (result.AbandonedShare <= Wide && result.Busy > best.Busy) best = result;
        }
        return best;

        DayResult Live(double risk) => new DialDay(day, terms).Run(new PacerPolicy(new Pacer(PacerPolicy.TermsOf(terms, Wide)) { FixedRisk = risk }, told: true));
    }

    private static double Slope((double X, double Y)[] points)
    {
        double x = points.Average(p => p.X), y = points.Average(p => p.Y);
        return points.Sum(p => (p.X - x) * (p.Y - y)) / points.Sum(p => (p.X - x) * (p.X - x));
    }

    /// <summary>Takes the time of each decision; as others use the machine too, the longest don't count.</summary>
    private sealed class TimedPolicies
    {
        private readonly List<long> taken = [];

        public double MicrosecondsPerTick
        {
            get
            {
                taken.Sort();
                // The longest hundredth is what was interrupted; the drawings of the learnt laws are among the others.
                return taken.Take(taken.Count * 99 / 100).Average() * 1e6 / Stopwatch.Frequency;
            }
        }

        public IDialPolicy Around(IDialPolicy policy) => new Timed(policy, taken);

        private sealed class Timed(IDialPolicy policy, List<long> taken) : IDialPolicy
        {
            public int Dial(PacingView view, double answerRate)
            {
                var began = Stopwatch.GetTimestamp();
                var dial = policy.Dial(view, answerRate);
                taken.Add(Stopwatch.GetTimestamp() - began);
                return dial;
            }
        }
    }
}
