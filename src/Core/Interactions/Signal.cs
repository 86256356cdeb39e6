using NodaTime;

namespace Plateau.Core.Interactions;

/// <summary>What the world tells the floor: a call rang, an agent is ready, a second passed.</summary>
/// <remarks>A signal may come twice, late or never; the floor must hold all the same.</remarks>
/// <param name="At">When the world says that it happened. It is the only clock the floor has.</param>
public abstract record Signal(Instant At);

/// <summary>What the floor now holds true, kept for ever in the journal.</summary>
/// <param name="At">When it became true: the time of the signal from which it follows.</param>
public abstract record Fact(Instant At);

/// <summary>A fact that names the attempt it is about.</summary>
public interface IOfAttempt
{
    AttemptId Attempt { get; }
}

/// <summary>A fact that names the campaign it is about.</summary>
public interface IOfCampaign
{
    CampaignId Campaign { get; }
}

/// <summary>What the world must do next. It may leave twice: the ids that it names make twice harmless.</summary>
public abstract record Instruction;

/// <summary>Time went by. Sent some times a second while a floor is open; every timer of the floor hangs on it.</summary>
public sealed record TimePassed(Instant At) : Signal(At);

/// <summary>A signal from people that the floor can't take as it stands: nothing was changed, and this says why.</summary>
/// <param name="Place">What it was about, as an id that the sender knows.</param>
/// <param name="Reason">A code of the lexicon, for the pages to translate.</param>
/// <param name="Remedy">What the sender can do now.</param>
public sealed record Flaw(string Place, string Reason, string Remedy) : Instruction;

/// <summary>The floor came into being. Its mark makes ids of this journal differ from those of any other on the same switch.</summary>
public sealed record FloorOpened(Instant At, string Floor, string Mark) : Fact(At);

/// <summary>The first signal of a new journal.</summary>
/// <param name="Floor">The floor's name.</param>
/// <param name="Mark">Four to eight letters or digits, drawn by chance outside.</param>
public sealed record FloorWasOpened(Instant At, string Floor, string Mark) : Signal(At);
