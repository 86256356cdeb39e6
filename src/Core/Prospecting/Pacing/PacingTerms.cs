namespace Plateau.Core.Prospecting.Pacing;

/// <summary>What the pacer is told before the day: its length, what a person is owed, how many may be abandoned, and a rough guess of everything that it will learn.</summary>
/// <param name="Agents">How many are expected.</param>
/// <param name="Day">Seconds for which the abandonment is counted together.</param>
/// <param name="Tick">Seconds between two decisions.</param>
/// <param name="Patience">Seconds within which a person who answered is owed an agent.</param>
/// <param name="Limit">Of a hundredth, how many: 0.03 is three abandoned among a hundred who answered.</param>
/// <param name="NoAnswer">Seconds of ringing after which a call is given up.</param>
public sealed record PacingTerms(int Agents, double Day, double Tick, double Patience, double Limit, double NoAnswer)
{
    public double AnswerRate { get; init; } = 0.3;
    public double RingMean { get; init; } = 12;
    public double TalkMean { get; init; } = 180;
    public double WrapUpMean { get; init; } = 37;

    /// <summary>What can't be paced by, with its remedy; null when all is well.</summary>
    public string? Flaw() => this switch
    {
        { Agents: not (>= 0 and <= 100_000) } => "agents: give how many are expected, up to 100000",
        { Day: not (> 0 and <= 7 * 86_400) } => "day: give the seconds of the day, up to 604800",
        { Tick: not (> 0 and <= 60) } => "tick: give the seconds between two ticks, up to 60",
        { Patience: not (> 0 and <= 60) } => "patience: give the seconds that a person waits, up to 60",
        { Limit: not (>= 0 and <= 0.03) } => "limit: give the share that may be abandoned, from 0 to 0.03",
        { NoAnswer: not (>= 5 and <= 120) } => "no_answer_timeout: give the seconds of ringing, from 5 to 120",
        { AnswerRate: not (> 0 and < 1) } => "prior.p: give the guessed share of answers, between 0 and 1",
        { RingMean: not (> 0 and <= 120) } => "prior.ring_mean: give seconds, up to 120",
        { TalkMean: not (> 0 and <= 86_400) } => "prior.talk_mean: give seconds, up to 86400",
        { WrapUpMean: not (> 0 and <= 86_400) } => "prior.wrap_mean: give seconds, up to 86400",
        _ => null,
    };
}
