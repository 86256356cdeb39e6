using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Core.Prospecting;

namespace Plateau.Core.Floors;

/// <summary>Whoever stands before an agent may stop being one who can be called: they objected, took back their consent, their hour ended, a colleague has them on the line. They are taken back, and the agent is told why.</summary>
public sealed partial class Floor
{
    /// <summary>Asks the law again about everybody whom an agent looks at. A floor that was started again no longer has the dossiers: there the call itself is refused.</summary>
    private void LookAtPreviews()
    {
        if (shown.Count == 0) return;
        foreach (var desk in desks.Values.Where(desk => desk is { Looked: not null, Preview: not null, Attempt: null }).OrderBy(desk => desk.Agent).ToList()) LookAtPreview(desk, desk.Looked!);
    }

    private void LookAtPreview(Desk desk, Dossier dossier)
    {
        var room = rooms[desk.PreviewCampaign!.Value];
        if (LawFault is not null || room.State != CampaignState.Running) return;
        if (beingCalled.ContainsKey(dossier.Customer)) TakeBack(desk, "being-called", "being-called", Verdict.Again(now + RestWhileCalled, "being-called"));
        else if (Judge(room, dossier).Refusal is { } refusal && !PausesWithoutRight(room))
        {
            RefuseDial(room, dossier, refusal, null);
            TakeBack(desk, "refused", refusal.Reason);
        }
    }

    /// <param name="why">What the agent is told, as a code of the lexicon.</param>
    private void TakeBack(Desk desk, string reason, string why, Verdict? verdict = null) => Skip(desk, reason, AgentState.Ready, null, verdict, why);
}
