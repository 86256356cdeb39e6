using NodaTime;
using Plateau.Core.Compliance;

namespace Plateau.Server.Permits;

/// <summary>What a case asks beside a call: it is asked about when its field is there, or when the kind of the case says so.</summary>
internal static class CaseMatters
{
    public static Matters Of(CaseFields input, CaseFields script)
    {
        var kind = input.Text("kind") ?? "";
        var (isRecorded, recording) = input.FlagOrPart("recording");
        var campaign = input.Part("campaign");
        var form = input.Part("form");
        var sale = input.Part("sale");
        var isRecording = kind is "recording" or "recording_start";
        var isGate = kind is "campaign_activation" or "activation" or "campaign";
        var plan = recording.Text("policy") ?? campaign.Text("recording_policy") ?? input.Text("recording_policy");
        var kept = recording.Moment("recorded_at") ?? input.Moment("recorded_at");
        var pays = recording.Flag("payment_step") ?? input.Flag("payment_step");
        var isStart = recording.Has("info_played", "agent_notice", "consent_recording") || input.Has("info_played", "agent_notice", "consent_recording");
        var legal = recording.Given("legal_text") ?? campaign.Given("legal_text") ?? input.Given("legal_text");
        var running = recording.Flag("on") ?? input.Flag("recording_on") ?? isRecorded;
        return new Matters
        {
            RecordingStart = isStart || (isRecording && plan is null && kept is null && pays is null)
                ? new(recording.Flag("info_played") ?? input.Flag("info_played"), recording.Flag("agent_notice") ?? input.Flag("agent_notice"), recording.Flag("consent_recording") ?? input.Flag("consent_recording"))
                : null,
            RecordingPlan = plan is not null || kind == "recording_configuration" ? new(plan, legal) : null,
            KeptRecording = kept is not null || kind == "recording_retention" ? new(kept, recording.Text("purpose") ?? input.Text("recording_purpose", "purpose")) : null,
            PaymentStep = pays is not null || kind == "payment" ? new(pays, running) : null,
            Opening = script.Has("opening") || isGate ? OpeningOf(script) : null,
            Sale = sale.IsThere || kind == "sale" ? new(sale.Moment("confirmation_at"), sale.Moment("signature_at")) : null,
            CollectionForm = form.IsThere || kind is "collection" or "form" ? new(form.Text("text")) : null,
            InsuranceTalk = InsuranceOf(input, running),
            Bot = BotOf(input),
            ProcessorPapers = input.Has("dpa") || isGate ? new(input.Given("dpa")) : null,
            TransferPapers = input.Has("scc", "tia") || isGate ? new(input.Given("scc"), input.Given("tia")) : null,
            MoroccanPapers = input.Has("cndp") || (isGate && input.Text("jurisdiction") == "MA") ? new(input.Part("cndp").Text("receipt")) : null,
            StaffWatch = kind == "monitoring" || input.Has("notice", "cse") ? new(input.Given("notice"), input.Flag("cse"), input.Flag("continuous") ?? false) : null,
            DialStats = input.Part("dial_stats") is { IsThere: true } stats ? new(stats.Number("abandoned", "drops"), stats.Number("live", "answered_live"), stats.Number("machines")) : null,
            Roster = kind is "planning" or "roster" || input.Has("shifts") ? new(ShiftsOf(input)) : null,
        };
    }

    /// <summary>The opening as a list of what it says, or as one flag for each.</summary>
    private static Opening OpeningOf(CaseFields script)
    {
        if (!script.Has("opening")) return new(null, null, null, null);
        var said = script.Said("opening") ?? [];
        return new(said.Contains("identity"), said.Any(word => word is "principal" or "client"), said.Any(word => word is "commercial" or "commercial_nature" or "purpose"), said.Contains("link"));
    }

    private static InsuranceTalk? InsuranceOf(CaseFields input, bool? recorded)
    {
        if (!input.Has("agreement_to_continue", "docs_received_at", "contract_at")) return null;
        return new(input.Flag("agreement_to_continue"), input.Has("docs_received_at", "contract_at"), input.Moment("docs_received_at"), input.Moment("contract_at"), input.Flag("sale_recorded") ?? recorded);
    }

    private static Bot BotOf(CaseFields input)
    {
        var bot = input.Part("bot");
        var easy = input.Flag("easy_refusal") ?? true;
        return new(bot.Given("disclosure"), input.Given("human_route") ?? bot.Given("human_route"), (input.Flag("existing_customer") ?? false) && (input.Flag("similar_product") ?? false) && easy);
    }

    /// <summary>The shifts; null, as for a roster that nobody knows, when one of them has no beginning or no end.</summary>
    private static List<(Instant From, Instant Until)>? ShiftsOf(CaseFields input)
    {
        if (input.Parts("shifts") is not { } given) return null;
        var shifts = new List<(Instant, Instant)>();
        foreach (var shift in given)
        {
            var (from, until) = (shift.Moment("start", "from"), shift.Moment("end", "until"));
            if (from is null || until is null) return null;
            shifts.Add((from.Value, until.Value));
        }
        return shifts;
    }
}
