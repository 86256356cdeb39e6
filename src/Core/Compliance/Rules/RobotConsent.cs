namespace Plateau.Core.Compliance.Rules;

/// <summary>A recorded or artificial voice calls a consumer only if they agreed to be called by one.</summary>
/// <remarks>Flaws of the consent on which the call rests are named by the rules of those flaws; of any other consent they are looked at here.</remarks>
public sealed class RobotConsent : IRule
{
    public string Id => "FR-L345-AUTOMATE";

    public RuleText Text { get; } = new(
        "Robot calls to consumers need consent for that way of being reached, save customers called about a similar product who could refuse",
        "CPCE L34-5 ; Code de la consommation L223-7 ; CNIL 26/01/2022", new(2020, 7, 26), null, Basis.Law) { Covers = Covers.Consumers };

    public bool Concerns(Question question) => question is { Prospects: true, Dialling: Dialling.VoiceBot };

    public Finding Judge(Question question)
    {
        if (question.Matters.Bot is { KnownCustomer: true }) return Finding.Pass;
        var judged = Grounds.ConsentOf(question);
        foreach (var consent in question.Dossier.Consents)
            if (consent.Channels.Contains("voice_bot") && !Withdrawal.IsFlawed(consent, question.At) && (consent == judged || Grounds.Holds(consent, question))) return Finding.Pass;
        return Finding.Refuse("no-consent-to-robots");
    }
}
