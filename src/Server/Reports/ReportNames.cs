using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Server.Floors;
using Plateau.Server.Web.Words;
using Plateau.Storage.Centre;

namespace Plateau.Server.Reports;

/// <summary>What codes and ids are called on a page: an outcome, a disposition of this campaign, an agent, a list, a rule.</summary>
public sealed class ReportNames
{
    private static readonly Dictionary<string, Word> Rules = new(StringComparer.Ordinal)
    {
        ["KNOWN-LAW"] = new("Droit connu", "Known law", "قانون معروف"),
        ["CLOCK-DATA"] = new("Fuseau horaire", "Time zone", "المنطقة الزمنية"),
        ["FR-B2C-OPPOSITION"] = new("Opposition", "Objection", "التعرض"),
        ["FR-B2B-OPPOSITION"] = new("Opposition d’un professionnel", "Objection of a professional", "تعرض مهني"),
        ["FR-B2C-CONSENT"] = new("Base légale", "Legal ground", "الأساس القانوني"),
        ["FR-B2C-HOLIDAY"] = new("Jour férié", "Holiday", "يوم عطلة"),
        ["FR-B2C-HOURS"] = new("Heures autorisées", "Open hours", "الأوقات المسموح بها"),
        ["FR-B2B-HOURS-POLICY"] = new("Heures des professionnels", "Hours of professionals", "أوقات المهنيين"),
        ["FR-B2C-FREQ-4-30"] = new("Quatre tentatives en trente jours", "Four attempts in thirty days", "أربع محاولات في ثلاثين يوما"),
        ["FR-CLI-PRINCIPAL"] = new("Numéro présenté", "Caller ID", "الرقم الظاهر"),
        ["CAMPAIGN-ATTEMPT-LIMIT"] = new("Limite de la campagne", "The campaign’s limit", "حد الحملة"),
        ["CAMPAIGN-BEING-CALLED"] = new("Déjà en cours d’appel", "Being called by another floor", "قاعة أخرى تتصل به"),
        ["CAMPAIGN-NUMBERS-DEAD"] = new("Aucun numéro en service", "No number in service", "لا رقم في الخدمة"),
        ["CAMPAIGN-CLIENT"] = new("Autre donneur d’ordre", "Another client’s prospect", "جهة متعاقدة أخرى"),
    };

    private readonly Dictionary<string, Disposition> dispositions = new(StringComparer.Ordinal);
    private readonly Names names;
    private readonly IReadOnlyDictionary<ListId, string> lists;

    private ReportNames(Names names, IReadOnlyDictionary<ListId, string> lists) => (this.names, this.lists) = (names, lists);

    internal static async Task<ReportNames> ReadAsync(CampaignSettings? campaign, CentreNames centre, ProspectBook prospects, CancellationToken cancel)
    {
        var read = new ReportNames(await centre.ReadAsync(cancel), await prospects.ListNamesAsync(campaign?.Client, cancel));
        foreach (var leaf in (campaign?.Dispositions ?? []).SelectMany(node => node.Leaves())) read.dispositions.TryAdd(leaf.Code, leaf);
        return read;
    }

    public string Of(AgentId agent) => names.Of(agent);

    public string Of(ClientId client) => names.Of(client);

    public string Of(ListId list) => lists.GetValueOrDefault(list, list.Value);

    public string Disposition(string code) =>
        dispositions.TryGetValue(code, out var leaf) && leaf.Label.TryGetValue(Languages.Current.Code(), out var label) ? label : Lexicon.Say(code);

    public DispositionEffect? EffectOf(string code) => dispositions.TryGetValue(code, out var leaf) ? leaf.Effect : null;

    /// <summary>An outcome as facts write it (no-answer) in the words of the lexicon (NoAnswer).</summary>
    internal static string Outcome(string word) => Lexicon.Named(word);

    internal static string Rule(string rule) => Lexicon.Knows(rule) ? Lexicon.Say(rule) : Rules.TryGetValue(rule, out var word) ? word : rule;
}
