using Plateau.Core.Prospecting.Pacing;

namespace Plateau.Simulation.Pacing;

/// <summary>One day of dialling lived through with one policy: agents, calls and people who wait two seconds, by steps of half a second.</summary>
/// <remarks>Days of one seed are alike for all policies: what a call brings depends on its number and the time, never on the policy.</remarks>
public sealed class DialDay
{
    private const int Patience = 4;
    private enum Does : byte { Off, Idle, Talks, WrapsUp, Paused }
    private readonly record struct Resolution(char Kind, int Born);

    private readonly DayPlan plan;
    private readonly DayTerms terms;
    private readonly Draws calls, work;
    private readonly Presence[] presences;
    private readonly Does[] does;
    private readonly int[] since, until;
    private readonly bool[] leaving;
    private readonly Queue<int> idle = new();
    private readonly Queue<(int Since, bool Machine)> waiting = new();
    private readonly List<Resolution>[] agenda;
    private readonly PacingView view = new();
    private readonly AgeTrack ring = new(Ages.OfRinging), talk = new(Ages.OfTalking), wrap = new(Ages.OfWrappingUp), talkLeaving = new(Ages.OfTalking), wrapLeaving = new(Ages.OfWrappingUp);
    private int step, idleAgents, paused, loggedIn, humans, abandoned;
    private long dialled, busySteps, availableSteps;

    public DialDay(long seed, DayTerms terms)
    {
        this.terms = terms;
        plan = new DayPlan(seed, terms);
        calls = new Draws(seed, "calls");
        work = new Draws(seed, "work");
        presences = PresencesOf(seed, terms, plan);
        (does, since, until, leaving) = (new Does[terms.Agents], new int[terms.Agents], new int[terms.Agents], new bool[terms.Agents]);
        agenda = [.. Enumerable.Range(0, 128).Select(_ => new List<Resolution>())];
        view.Ring = ring.Counts;
        view.Talk = talk.Counts;
        view.WrapUp = wrap.Counts;
        view.TalkLeaving = talkLeaving.Counts;
        view.WrapUpLeaving = wrapLeaving.Counts;
    }

    public DayPlan Plan => plan;

    /// <summary>Told each step, after the policy: for pictures of a day.</summary>
    public Action<PacingView, int>? Seen { get; init; }

    public DayResult Run(IDialPolicy policy)
    {
        for (step = 0; step < plan.Steps; step++)
        {
            Pass();
            PeopleComeAndGo();
            Resolve();
            Join();
            Show();
            var wanted = Math.Max(0, policy.Dial(view, plan.AnswerRate(step)));
            for (var call = 0; call < wanted; call++) Dial();
            Seen?.Invoke(view, wanted);
            view.Events.Clear();
        }
        return new DayResult(terms.Agents, humans, abandoned, dialled, busySteps * DayPlan.Step, availableSteps * DayPlan.Step);
    }

    /// <summary>When each agent of that day is wanted at work.</summary>
    internal static Presence[] PresencesOf(long seed, DayTerms terms, DayPlan plan)
    {
        var meetings = Meetings(new Draws(seed, "meetings"), terms, plan);
        return [.. Enumerable.Range(0, terms.Agents).Select(agent => new Presence(new Draws(seed, "presence", agent), plan.Steps, meetings, terms.AllAtOnce))];
    }

    private static List<(int From, int Until, double Share)> Meetings(Draws draw, DayTerms terms, DayPlan plan)
    {
        var meetings = new List<(int, int, double)>();
        for (var meeting = terms.Meetings ?? draw.Below(3); meeting > 0; meeting--)
        {
            var from = draw.Below(plan.Steps);
            meetings.Add((from, from + (int)(draw.Between(600, 1800) / DayPlan.Step), draw.Between(0.3, 1)));
        }
        return meetings;
    }

    private void Pass()
    {
        if (step == 0) return;
        foreach (var track in (ReadOnlySpan<AgeTrack>)[ring, talk, wrap, talkLeaving, wrapLeaving]) track.Pass();
    }

    private void PeopleComeAndGo()
    {
        loggedIn = 0;
        paused = 0;
        for (var agent = 0; agent < does.Length; agent++)
        {
            var wanted = presences[agent].IsWanted(step);
            switch (does[agent])
            {
                case Does.Off or Does.Paused when wanted: Free(agent); break;
                case Does.Off or Does.Paused: does[agent] = presences[agent].IsLoggedIn(step) ? Does.Paused : Does.Off; break;
                case Does.Idle when !wanted: Leave(agent); break;
                case Does.Talks when step >= until[agent]: EndTalk(agent); break;
                case Does.WrapsUp when step >= until[agent]: EndWrap(agent, wanted); break;
                case Does.Talks when wanted == leaving[agent]: Turn(agent, talk, talkLeaving, !wanted); break;
                case Does.WrapsUp when wanted == leaving[agent]: Turn(agent, wrap, wrapLeaving, !wanted); break;
            }
            if (does[agent] != Does.Off) loggedIn++;
            if (does[agent] == Does.Paused) paused++;
            if (does[agent] is Does.Talks or Does.WrapsUp) busySteps++;
            if (does[agent] is not (Does.Off or Does.Paused)) availableSteps++;
        }
    }

    private void Free(int agent)
    {
        does[agent] = Does.Idle;
        idleAgents++;
        idle.Enqueue(agent);
    }

    private void Leave(int agent)
    {
        does[agent] = Does.Paused;
        idleAgents--;
        // Who left stays in the line as a gap, and is passed over there.
    }

    private void Turn(int agent, AgeTrack staying, AgeTrack going, bool leaves)
    {
        (leaves ? staying : going).Remove(step - since[agent]);
        (leaves ? going : staying).Add(step - since[agent]);
        leaving[agent] = leaves;
    }

    private void EndTalk(int agent)
    {
        (leaving[agent] ? talkLeaving : talk).Remove(step - since[agent]);
        view.Events.Add(new PacingEvent('T', (step - since[agent]) * DayPlan.Step));
        does[agent] = Does.WrapsUp;
        since[agent] = step;
        until[agent] = step + Math.Max(1, (int)Math.Round(work.Lognormal(plan.WrapMean, plan.WrapVariation) / DayPlan.Step));
        (leaving[agent] ? wrapLeaving : wrap).Add();
    }

    private void EndWrap(int agent, bool wanted)
    {
        (leaving[agent] ? wrapLeaving : wrap).Remove(step - since[agent]);
        view.Events.Add(new PacingEvent('W', (step - since[agent]) * DayPlan.Step));
        leaving[agent] = false;
        if (wanted) Free(agent);
        else does[agent] = Does.Paused;
    }

    /// <summary>What comes of a call dialled in that step, and after how many seconds: H answered by a person, V by a machine that passes for one, M by a machine, F failed, N no answer.</summary>
    internal static (char Kind, double After) CallOf(Draws calls, DayPlan plan, int step)
    {
        var ringing = calls.LognormalOfMedian(plan.RingMedian, 0.5);
        double answers = calls.Unit(), kindOfRest = calls.Unit(), missed = calls.Unit(), fails = calls.Between(0.5, 3);
        var rate = plan.AnswerRate(step);
        var rest = answers < rate ? 0 : kindOfRest;
        var (kind, after) = answers < rate ? ('H', ringing)
            : rest < 0.45 ? (missed < 0.03 ? 'V' : 'M', ringing + 3)
            : rest < 0.55 ? ('F', fails) : ('N', 30.0);
        if (ringing >= 30 && kind is 'H' or 'M' or 'V') (kind, after) = ('N', 30);
        return (kind, after);
    }

    private void Dial()
    {
        dialled++;
        var (kind, after) = CallOf(calls, plan, step);
        var at = step + Math.Max(1, (int)Math.Ceiling(after / DayPlan.Step));
        agenda[at % agenda.Length].Add(new Resolution(kind, step));
        ring.Add();
    }

    private void Resolve()
    {
        var due = agenda[step % agenda.Length];
        foreach (var (kind, born) in due)
        {
            ring.Remove(step - born);
            var heard = kind == 'V' ? 'H' : kind;
            view.Events.Add(new PacingEvent(heard, (step - born) * DayPlan.Step));
            if (heard != 'H') continue;
            humans++;
            waiting.Enqueue((step, kind == 'V'));
        }
        due.Clear();
    }

    private void Join()
    {
        while (waiting.Count > 0 && idleAgents > 0)
        {
            var machine = waiting.Dequeue().Machine;
            int agent;
            do agent = idle.Dequeue();
            while (does[agent] != Does.Idle);
            idleAgents--;
            does[agent] = Does.Talks;
            since[agent] = step;
            until[agent] = step + Math.Max(1, (int)Math.Round((machine ? work.Between(4, 12) : work.Lognormal(plan.TalkMeanAt(step), 1)) / DayPlan.Step));
            talk.Add();
        }
        while (waiting.Count > 0 && step - waiting.Peek().Since >= Patience)
        {
            waiting.Dequeue();
            abandoned++;
            view.Events.Add(new PacingEvent('A', Patience * DayPlan.Step));
        }
    }

    private void Show()
    {
        view.At = step * DayPlan.Step;
        (view.Idle, view.Waiting, view.Paused, view.LoggedIn) = (idleAgents, waiting.Count, paused, loggedIn);
        (view.Humans, view.Abandoned, view.Dialled) = (humans, abandoned, dialled);
    }
}
