using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Server.Floors;
using Plateau.Server.Web.Words;

namespace Plateau.Server.Reports.Proofs;

/// <summary>How a fact of a call is said on its proof, and the fingerprint by which it can be found again in the journal.</summary>
internal static class Evidence
{
    /// <summary>The first 128 bits of SHA-256 over the fact's name and data, as the fingerprint of a whole journal is made.</summary>
    public static string Fingerprint(Fact fact) =>
        string.Join(' ', Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes(FactJson.NameOf(fact)), .. FactJson.Write(fact)]).AsSpan(0, 16)).Chunk(4).Select(four => new string(four)));

    /// <summary>The beginning of a hash, in fours, as people compare it.</summary>
    public static string Short(string hash) => string.Join(' ', hash[..Math.Min(hash.Length, 32)].Chunk(4).Select(four => new string(four)));

    /// <summary>What happened, in a few words; null for what says nothing to whoever reads a proof.</summary>
    public static string? Said(Fact fact, ReportNames names) => fact switch
    {
        AttemptPermitted => ProofWords.FactPermit,
        AttemptExamined examined => examined.Faults.Count == 0 ? ProofWords.FactExamined : ProofWords.FactExaminedFault.With(Lexicon.Say(examined.Reason)),
        AttemptPlaced => ProofWords.FactPlaced,
        AttemptRang => ProofWords.FactRang,
        AttemptAnswered => ProofWords.FactAnswered,
        NoticeGiven => ProofWords.FactNotice,
        NoticeUnheard => ProofWords.FactNoticeUnheard,
        MachineSampled => ProofWords.FactSampled,
        Offered offered => ProofWords.FactOffered.With(names.Of(offered.Agent)),
        OfferMissed { Reason: OfferMissed.NoticeGiven } ended => ProofWords.FactOfferOver.With(names.Of(ended.Agent)),
        OfferMissed missed => ProofWords.FactMissed.With(names.Of(missed.Agent)),
        OfferAccepted accepted => ProofWords.FactAccepted.With(names.Of(accepted.Agent)),
        Connected connected => ProofWords.FactConnected.With(names.Of(connected.Agent)),
        HoldStarted => ProofWords.FactHold,
        HoldEnded => ProofWords.FactResumed,
        RecordingOrdered => ProofWords.FactRecording,
        RecordingPaused paused => paused.Paused ? ProofWords.FactRecordingPaused : ProofWords.FactRecordingResumed,
        RecordingStopped => ProofWords.FactRecordingStopped,
        RecordingKept kept => ProofWords.FactKept.With(Shown.Length(kept.Length)),
        Transferred moved => ProofWords.FactTransferred.With(names.Of(moved.To)),
        Released => ProofWords.FactReleased,
        AttemptEnded ended => ProofWords.FactEnded.With(ReportNames.Outcome(Kebab(ended.Outcome))),
        Disposed disposed => ProofWords.FactDisposed.With(names.Disposition(disposed.Code)),
        _ => null,
    };

    /// <summary>The person's own time as the permit has it (2026-11-23T10:15:02 Europe/Paris), for reading.</summary>
    public static string Local(string told) => told.Replace('T', ' ');

    public static string Ground(string ground) => ground switch
    {
        "consent" => ProofWords.Consent,
        "contract" => ProofWords.Contract,
        "request" => ProofWords.Request,
        "professional" => ProofWords.Profession,
        "service" => ProofWords.Service,
        "objection" => ProofWords.NoObjection,
        "register" => ProofWords.Register,
        "press" => ProofWords.Press,
        _ => Lexicon.Say(ground),
    };

    public static string Purpose(string purpose) => purpose switch
    {
        "quality" => ProofWords.Quality,
        "proof-of-contract" => ProofWords.ProofOfContract,
        _ => purpose,
    };

    public static LocalDateTime Wall(Instant at) => CentreTime.Of(at);

    private static string Kebab(Outcome outcome) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(outcome.ToString());
}
