using NodaTime;
using Plateau.Core.Clients;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Server.Verbs;

namespace Plateau.Server.Permits;

/// <summary>Puts a written case into the question that the floor would ask. It judges nothing: what is missing stays missing.</summary>
internal static class CaseReading
{
    private static readonly ClientId Nobody = new("");

    public static Question Read(CaseFields input)
    {
        var at = At(input);
        var caller = input.Part("caller_id");
        var client = new ClientId(input.Text("client_id") ?? "");
        var script = input.Part("script");
        var tzdb = input.Part("tzdb");
        var matters = CaseMatters.Of(input, script);
        return new Question(at, DossierOf(input, client), input.Text("product") ?? input.Part("offer").Text("product") ?? "", ShownBy(caller))
        {
            IsCall = IsCall(input, matters),
            Phase = PhaseOf(input),
            Purpose = input.Word("purpose", "prospecting", "prospecting", "service", "press", "quality", "analysis", "contract_proof") switch { "service" => Purpose.Service, "press" => Purpose.Press, _ => Purpose.Prospecting },
            HasOffer = script.Flag("has_offer") ?? input.Flag("has_offer") ?? false,
            Sector = Plain(input.Text("sector")),
            Dialling = input.Word("dial_mode", "a system's", "manual", "click_to_call", "preview", "progressive", "power", "predictive", "voice_bot") switch
            {
                "manual" or "click_to_call" => Dialling.Manual,
                "preview" => Dialling.Preview,
                "progressive" => Dialling.Progressive,
                "power" => Dialling.Power,
                "predictive" => Dialling.Predictive,
                "voice_bot" => Dialling.VoiceBot,
                _ => Dialling.Unknown,
            },
            Clicked = input.Flag("clicked", "click") ?? true,
            Placed = input.Moment("placed_at", "dialed_at", "dialled_at"),
            Tzdb = tzdb.Text("version") ?? input.Text("tzdb_version"),
            Matters = matters,
            SwitchedOff = [.. (input.Parts("switched_off") ?? []).Select(SwitchedOffOf)],
        };
    }

    /// <summary>A call, unless the kind names something else that the book speaks of. Of a kind that nobody knows it is taken for a call when somebody would be called: a word misspelt is no leave.</summary>
    private static bool IsCall(CaseFields input, Matters matters)
    {
        if ((input.Text("kind") ?? Call) is not { } kind || kind is Call or "call" or "voice_out") return true;
        if (Known.Contains(kind)) return false;
        var isCall = input.Has("contact", "caller_id") || matters with { Bot = null } == Matters.None;
        if (isCall) input.Note("kind", $"\"{kind}\" is no kind that the book knows; it was taken for a call. Write {Call}, {string.Join(", ", Known)}");
        return isCall;
    }

    private const string Call = "outbound_call";
    private static readonly string[] Known =
        ["campaign_activation", "activation", "campaign", "recording", "recording_start", "recording_configuration", "recording_retention", "payment", "sale", "collection", "form", "monitoring", "planning", "roster"];

    /// <summary>A word of the book however it was set: Energy-Renovation is energy_renovation.</summary>
    private static string Plain(string? word) => (word ?? "").Trim().ToLowerInvariant().Replace('-', '_').Replace(' ', '_');

    private static SwitchedOffRule SwitchedOffOf(CaseFields off)
    {
        var (rule, reason) = (off.Text("rule") ?? "", off.Text("reason") ?? "");
        var known = RuleBook.Standard.Rules.FirstOrDefault(each => each.Id == rule);
        if (known is null) off.Note("rule", $"there is no rule \"{rule}\"; docs/permit.md names them all");
        else if (known.Text.Basis != Basis.Prudence) off.Note("rule", $"{rule} is no rule of prudence and holds whatever the client wishes");
        else if (string.IsNullOrWhiteSpace(reason)) off.Note("reason", $"{rule} is switched off by a reason alone; write it");
        return new(rule, reason);
    }

    private static Instant At(CaseFields input)
    {
        var wall = input.Part("decision_wall");
        if (input.Moment("decision_at") is { } at) return at;
        if (wall.WallClock("local") is { } local && wall.Text("zone") is { } named)
        {
            var zone = Zones.Named(named) ?? throw new Complaint(Exit.Misasked, $"{wall.Place}.zone: there is no time zone {named}; write one as Africa/Casablanca");
            return zone.AtLeniently(local).ToInstant();
        }
        throw new Complaint(Exit.Misasked, $"{input.Place}.decision_at: no moment of decision; write 2026-11-23T10:30:00+01:00, or decision_wall with local and zone");
    }

    private static Phase PhaseOf(CaseFields input) => input.Text("phase") switch
    {
        null or "pre_dial" or "pre-dial" or "dial" => Phase.PreDial,
        "answer" or "answered" => Phase.Answer,
        "transfer" or "pre_transfer" => Phase.Transfer,
        var other => throw new Complaint(Exit.Misasked, $"{input.Place}.phase: there is no phase {other}; write pre_dial, answer or transfer"),
    };

    private static ShownNumber ShownBy(CaseFields caller)
    {
        var assigned = caller.Text("assigned_to");
        return new(caller.Text("number"), caller.Flag("presented"), assigned is null ? null : new ClientId(assigned),
            caller.Text("mandate") ?? assigned, caller.Flag("mandate_runs") ?? true, caller.Flag("authenticated"), caller.Flag("assignee_consent") ?? true);
    }

    private static Dossier DossierOf(CaseFields input, ClientId client)
    {
        var who = input.Part("contact");
        var (consents, contracts, requests) = (input.Parts("consent", "consents"), input.Parts("contract", "contracts"), input.Parts("request", "requests"));
        var (oppositions, history) = (input.Parts("oppositions"), input.Parts("history"));
        var register = input.Part("bloctel");
        var offer = input.Part("offer");
        who.Text("person_id");
        who.Text("number");
        return new Dossier(
            default, default, client,
            input.Word("audience", "unknown", "B2C", "B2B", "staff") switch { "B2C" => Audience.Consumer, "B2B" => Audience.Professional, _ => Audience.Unknown },
            input.Text("jurisdiction") is "UK" ? "GB" : input.Text("jurisdiction") ?? "", ZonesOf(who), who.Text("territory"),
            [.. (consents ?? []).Where(each => each.IsThere).Select(ConsentOf)], [.. (contracts ?? []).Select(ContractOf)],
            Ours(requests, client, RequestOf), [.. (oppositions ?? []).Select(OppositionOf)], [.. (history ?? []).Select(CallOf)])
        {
            OppositionsKnown = oppositions is not null,
            AttemptsKnown = history is not null,
            Slots = [.. Ours(input.Parts("slot", "slots"), client, SlotOf).OfType<AgreedSlot>()],
            Register = register.IsThere ? new(register.Flag("listed"), register.Moment("checked_at")) : null,
            Profession = new(who.Flag("professional"), who.Flag("offer_relevant") ?? offer.Flag("relevant"), (who.Flag("info_given") ?? input.Flag("info_given")) is true && (!who.Has("source") || who.Given("source") is true),
                who.Text("number_kind") is "private" or "personal"),
            LastHeard = who.Moment("last_inbound_at"),
        };
    }

    /// <summary>Where the territory is known its zones are the person's; a zone told beside it must be open too. A prefix tells nothing.</summary>
    private static List<string> ZonesOf(CaseFields who)
    {
        var told = who.Texts("timezone", "timezones", "candidate_timezones", "candidate_zones") ?? [];
        return [.. told.Concat(Territories.ZonesOf(who.Text("territory"))).Distinct()];
    }

    private static Consent ConsentOf(CaseFields consent)
    {
        var professional = consent.Text("professional");
        return new(consent.Text("proof_id", "evidence_id", "evidence", "record_id") ?? "", professional is null ? null : new ClientId(professional),
            consent.Texts("products", "product") ?? [], consent.Moment("collected_at"), consent.End("period_end"), consent.Moment("withdrawn_at"))
        {
            Form = new(consent.Flag("positive_act"), consent.Texts("statements") ?? []),
            Channels = consent.Texts("channels") ?? [],
        };
    }

    private static CurrentContract ContractOf(CaseFields contract) =>
        new(contract.Text("reference", "contract_id", "id") ?? "contract of the case", [], contract.Moment("start", "since") ?? Instant.MinValue, contract.End("end", "until"))
        {
            Client = new ClientId(contract.Text("client_id") ?? ""),
            Status = contract.Text("status"),
            Relation = contract.Text("relation") ?? "",
        };

    private static CallbackRequest RequestOf(CaseFields request) =>
        new(request.Text("evidence_id", "evidence", "proof_id", "record_id", "reference", "id") ?? "", request.Texts("object", "product", "products") ?? [],
            request.Moment("at", "requested_at") ?? Instant.MaxValue);

    /// <summary>What was asked of or agreed with another client carries no call of this one.</summary>
    private static List<T> Ours<T>(IReadOnlyList<CaseFields>? given, ClientId client, Func<CaseFields, T> read) =>
        [.. (given ?? []).Select(each => (Client: each.Text("client_id"), Read: read(each))).Where(each => each.Client is null || each.Client == client.Value).Select(each => each.Read)];

    private static AgreedSlot? SlotOf(CaseFields slot)
    {
        var evidence = slot.Text("evidence_id", "evidence", "proof_id");
        return slot.Moment("at") is { } at ? new AgreedSlot(at, evidence) : null;
    }

    private static Opposition OppositionOf(CaseFields opposition)
    {
        var client = opposition.Text("client_id");
        // An objection without a date is taken as the latest of all: no consent is known to come after it.
        return new(opposition.Moment("at") ?? Instant.MaxValue, opposition.Text("form", "channel") ?? "") { Client = client is null ? null : new ClientId(client) };
    }

    private static PastCall CallOf(CaseFields call)
    {
        var client = call.Text("client_id");
        call.Text("via", "site", "channel");
        var at = call.Moment("at") ?? throw new Complaint(Exit.Misasked, $"{call.Place}.at: an earlier call needs its moment, such as 2026-11-20T15:00:00+01:00");
        return new(at, client is null ? null : new ClientId(client), call.Text("outcome"));
    }
}
