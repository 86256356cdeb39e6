using Plateau.Core.Compliance;

namespace Plateau.Storage.Importing;

/// <summary>The words by which files tell how a consent was given, in French and English, folded to bare letters and digits.</summary>
internal static class EvidenceWords
{
    private static readonly Dictionary<string, string> Acts = Drawn(
        ("ticked-box", "box checkbox tickbox checked ticked case caseacocher casecochee cochee coche"),
        ("signature", "signed signe signee writtensignature signaturemanuscrite signatureelectronique electronicsignature papier paper"),
        ("click", "clic button bouton doubleoptin confirmationlink liendeconfirmation"),
        ("spoken", "oral orale voix voice telephone appel call recorded enregistre enregistrement verbal"),
        ("message", "sms email mail courriel reply reponse"),
        ("other-act", "yes y oui o true vrai 1 positive positif actepositif autre other otheract"),
        ("pre-ticked", "preticked precoche precochee caseprecochee prechecked"),
        ("silence", "optout inaction tacite tacit"),
        ("no-act", "no n non false faux 0 none aucun noact"));

    private static readonly Dictionary<string, string> Statements = Drawn(
        ("identity", "identite professionnel professional who qui"),
        ("choice", "choix libre free libredechoix produits goods"),
        ("period", "duree periode validite validity"),
        ("withdrawal", "retrait withdraw revocation"),
        ("proof_access", "proofaccess preuve acces accesalapreuve proof accesspreuve access"));

    private static readonly Dictionary<string, string> Ways = Drawn(
        ("voice", "telephone tel phone call calls appel appels voix"),
        ("voice_bot", "voicebot robot automate bot callbot"),
        ("sms", "texto text textmessage"),
        ("email", "mail courriel courrielelectronique"));

    /// <summary>The act's code; null when the word is none of ours.</summary>
    public static string? Act(string text) => Acts.GetValueOrDefault(HeaderWords.Fold(text));

    /// <summary>The statements' codes in the order of the law, or the first word that is none.</summary>
    public static (IReadOnlyList<string> Codes, string? Unread) ReadStatements(string text) => HeaderWords.Fold(text) switch
    {
        "all" or "toutes" or "tous" or "five" or "cinq" or "5" or "r2231" => (ConsentForm.Compulsory, null),
        ConsentEvidence.NoneCell or "aucune" or "aucun" => ([], null),
        _ => Read(text, Statements, ConsentForm.Compulsory),
    };

    /// <summary>The ways' codes, or the first word that is none.</summary>
    public static (IReadOnlyList<string> Codes, string? Unread) ReadWays(string text) => Read(text, Ways, ConsentEvidence.Ways);

    /// <summary>Several things in one cell stand apart by a bar, a semicolon or a line end: a comma may belong to a name.</summary>
    public static IEnumerable<string> Parts(string text) => text.Split(['|', ';', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Whether the cell says that the client answers for it.</summary>
    public static bool SaysAttested(string text) => HeaderWords.Fold(text) is ConsentEvidence.AttestedCell or "atteste" or "attestes" or "attestee" or "attestees";

    private static (IReadOnlyList<string> Codes, string? Unread) Read(string text, Dictionary<string, string> words, IReadOnlyList<string> order)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in Parts(text).SelectMany(part => part.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
        {
            if (!words.TryGetValue(HeaderWords.Fold(part), out var code))
                return ([], part);
            found.Add(code);
        }

        return ([.. order.Where(found.Contains)], null);
    }

    private static Dictionary<string, string> Drawn(params (string Code, string Words)[] rows) => rows
        .SelectMany(row => row.Words.Split(' ').Append(HeaderWords.Fold(row.Code)).Distinct(), (row, word) => (word, row.Code))
        .ToDictionary(pair => pair.word, pair => pair.Code, StringComparer.Ordinal);
}
