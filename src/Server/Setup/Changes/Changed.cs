using Plateau.Core.Interactions;

namespace Plateau.Server.Setup.Changes;

/// <summary>What came of a change that somebody asked for: kept, or not and why. A program is told it as an answer, a person in words.</summary>
/// <param name="Kept">As it stands from now on; null when nothing was changed.</param>
/// <param name="IsNew">Whether it was not there before.</param>
/// <param name="Why">Why it was not kept.</param>
/// <param name="Flaws">What is to be mended, each with its place and remedy.</param>
internal sealed record Changed<T>(T? Kept, bool IsNew, Declined Why, IReadOnlyList<Flaw> Flaws) where T : class
{
    public static Changed<T> To(T kept, bool isNew) => new(kept, isNew, Declined.No, []);

    /// <summary>There is no such thing, or none that the asker may see.</summary>
    public static Changed<T> Unknown(string kind, object id) => new(null, false, Declined.Unknown, [new Flaw(kind, $"{kind}-unknown", $"{id}")]);

    public static Changed<T> Unfit(params IReadOnlyList<Flaw> flaws) => new(null, false, Declined.Unfit, flaws);

    public static Changed<T> Conflict(params IReadOnlyList<Flaw> flaws) => new(null, false, Declined.Conflict, flaws);
}

/// <summary>Why a change was not kept.</summary>
internal enum Declined
{
    No,
    Unknown,
    /// <summary>What was asked for can't be accepted as it stands.</summary>
    Unfit,
    /// <summary>It does not fit what is there now.</summary>
    Conflict,
}
