using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Simulation;
using Plateau.Telephony.Practice;

namespace Plateau.Server.Practice;

/// <summary>What a practice agent does in each conversation, by a plan that follows from the seed and the person called.</summary>
/// <remarks>It is asked again after a restart and answers the same, so that nothing of it need be kept.</remarks>
internal sealed class PracticePlan(long seed)
{
    /// <summary>How long the agent talks before hanging up, unless the customer does so first.</summary>
    public Duration Talk(ProspectId prospect, string number) => PracticeTable.CalleeOf(number) switch
    {
        PracticeCallee.Silent => Duration.FromSeconds(1),
        PracticeCallee.Machine => Duration.FromSeconds(2),
        _ => Duration.FromMilliseconds(new Chance(seed, "practice-talk", prospect.Value).BetweenMilliseconds(2_000, 5_000)),
    };

    public Duration WrapUp(ProspectId prospect) => Duration.FromMilliseconds(new Chance(seed, "practice-wrap-up", prospect.Value).BetweenMilliseconds(300, 1_200));

    /// <summary>What the agent says came of it: what was heard where nobody spoke, else what the seed says.</summary>
    public (string Code, Duration? CallbackIn, bool Personal) Disposition(ProspectId prospect, string number)
    {
        switch (PracticeTable.CalleeOf(number))
        {
            case PracticeCallee.Silent: return ("silent", null, false);
            case PracticeCallee.Machine: return ("machine", null, false);
        }
        var chance = new Chance(seed, "practice-disposition", prospect.Value);
        return chance.Below(100) switch
        {
            < 12 => ("sale", null, false),
            < 25 => ("callback", Duration.FromHours(24), chance.Happens(500_000)),
            < 32 => ("opposition", null, false),
            < 37 => ("wrong-number", null, false),
            _ => ("refusal", null, false),
        };
    }
}
