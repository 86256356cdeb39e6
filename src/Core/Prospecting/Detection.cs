using NodaTime;
using Plateau.Core.Interactions;

namespace Plateau.Core.Prospecting;

/// <summary>An answer that detection took for a machine goes to an agent all the same: what the agent says came of it is the truth by which detection is measured.</summary>
public sealed record MachineSampled(Instant At, AttemptId Attempt, CampaignId Campaign) : Fact(At), IOfCampaign, IOfAttempt;

/// <summary>What answering-machine detection said, against what agents heard. Counts add up, and each is folded from facts.</summary>
/// <param name="Machines">Answers that it took for a machine.</param>
/// <param name="Sampled">Those of them that went to an agent for the truth; the others were hung up on.</param>
/// <param name="Checked">Those sampled of which an agent said what had answered.</param>
/// <param name="Persons">Those checked in which a person had answered.</param>
/// <param name="Heard">Answers that it let through and of which an agent said what had answered.</param>
/// <param name="Missed">Those heard in which a machine had answered.</param>
public sealed record Detection(int Machines, int Sampled, int Checked, int Persons, int Heard, int Missed)
{
    /// <summary>With fewer truths than these a share says little by itself, and machines are heard more often.</summary>
    public const int FewestChecked = 20;

    /// <summary>Before anything was heard one "machine" in two hundred is taken for a person, and that guess is worth as many truths as this.</summary>
    private const double GuessedShare = 0.005, FaithInGuess = 20;

    /// <summary>So many times the campaign's share is heard while there are few truths, up to the greatest share that a campaign may ask for.</summary>
    private const double AtFirst = 5, MostAtFirst = 0.2;

    public static Detection None { get; } = new(0, 0, 0, 0, 0, 0);

    /// <summary>Answers taken for a machine that nobody heard.</summary>
    public int HungUpOn => Machines - Sampled;

    public bool IsMeasured => Checked >= FewestChecked;

    /// <summary>Persons among those whom detection takes for machines, as far as the sample tells; null while it is too small.</summary>
    public double? PersonsShare => IsMeasured ? (double)Persons / Checked : null;

    /// <summary>Persons among those whom it takes for machines, as far as may be believed: the guess, moved by every truth (the mean of a Beta law), so that none of them changes everything.</summary>
    public double BelievedShare => (Persons + FaithInGuess * GuessedShare) / (Checked + FaithInGuess);

    /// <summary>Machines among those that it lets through; null while too few were heard.</summary>
    public double? MissedShare => Heard >= FewestChecked ? (double)Missed / Heard : null;

    /// <summary>Where the share of persons lies in nineteen samples of twenty (E. B. Wilson, "Probable inference", JASA 22, 1927).</summary>
    public (double Least, double Most) PersonsRange
    {
        get
        {
            if (Checked == 0) return (0, 1);
            const double z = 1.96;
            var (n, share) = ((double)Checked, (double)Persons / Checked);
            var middle = share + z * z / (2 * n);
            var reach = z * Math.Sqrt(share * (1 - share) / n + z * z / (4 * n * n));
            var whole = 1 + z * z / n;
            return (Math.Max(0, (middle - reach) / whole), Math.Min(1, (middle + reach) / whole));
        }
    }

    /// <summary>Persons who were hung up on as if they were machines: each was abandoned.</summary>
    /// <param name="hungUpOn">Of so many answers that were taken for machines and heard by nobody.</param>
    public int Misjudged(int hungUpOn) => (int)Math.Round(BelievedShare * hungUpOn, MidpointRounding.AwayFromZero);

    /// <summary>Whether the next answer taken for a machine is to be heard by an agent, so that this share of them is; the first truths are wanted soon.</summary>
    public bool Wants(double share) => Sampled < (IsMeasured ? share : Math.Max(share, Math.Min(MostAtFirst, AtFirst * share))) * Machines;

    /// <summary>An answer taken for a machine was hung up on.</summary>
    public Detection HangUp() => this with { Machines = Machines + 1 };

    /// <summary>An answer taken for a machine goes to an agent.</summary>
    public Detection Sample() => this with { Machines = Machines + 1, Sampled = Sampled + 1 };

    /// <summary>An agent said what came of the call, and with it what had answered.</summary>
    /// <param name="sampled">Whether detection had taken it for a machine.</param>
    public Detection Tell(bool sampled, DispositionEffect effect) => (sampled, PersonIn(effect)) switch
    {
        (_, null) => this,
        (true, { } person) => this with { Checked = Checked + 1, Persons = Persons + (person ? 1 : 0) },
        (false, { } person) => this with { Heard = Heard + 1, Missed = Missed + (person ? 0 : 1) },
    };

    /// <summary>Both counts together.</summary>
    public Detection Add(Detection other) =>
        new(Machines + other.Machines, Sampled + other.Sampled, Checked + other.Checked, Persons + other.Persons, Heard + other.Heard, Missed + other.Missed);

    /// <summary>What an effect says of who had answered; null when it says nothing of it.</summary>
    private static bool? PersonIn(DispositionEffect effect) => effect switch
    {
        DispositionEffect.Machine => false,
        DispositionEffect.NotReached => null,
        _ => true,
    };
}
