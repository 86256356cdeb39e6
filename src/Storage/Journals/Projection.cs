using System.Text.Json;
using NodaTime;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Storage.Importing;
using Plateau.Storage.Prospecting;

namespace Plateau.Storage.Journals;

/// <summary>
/// What an append changes in the tables that people read: where each prospect stands, how far each attempt is, which
/// callbacks are kept. Folded per row first, so that ten facts about one attempt are one write.
/// </summary>
internal sealed class Projection
{
    private readonly Dictionary<GivenSql, List<object?[]>> _rows = [];
    private readonly Dictionary<string, object?[]> _attempts = new(StringComparer.Ordinal);
    private readonly Dictionary<long, object?[]> _prospects = [];
    private readonly Dictionary<(string, long), object?[]> _callbacks = [];
    private readonly Dictionary<(string, long), object?[]> _closedCallbacks = [];
    private readonly Dictionary<string, object?[]> _recordings = new(StringComparer.Ordinal);
    private readonly List<OppositionRecorded> _opposed = [];

    public static Projection Of(string stream, long expected, IReadOnlyList<Fact> facts)
    {
        var projection = new Projection();
        for (var each = 0; each < facts.Count; each++)
            projection.Fold(stream, expected + each + 1, facts[each]);
        projection.Gather();
        return projection;
    }

    /// <summary>The statements that have rows, in the order in which they run.</summary>
    public IEnumerable<(GivenSql Sql, List<object?[]> Rows)> Writes()
    {
        foreach (var sql in ProjectionSql.InOrder)
        {
            if (_rows.TryGetValue(sql, out var rows))
                yield return (sql, rows);
        }
    }

    /// <summary>The attempts that these facts permit; null when they permit none.</summary>
    public List<object?[]>? Permitted => _rows.GetValueOrDefault(ProjectionSql.NewAttempts);

    /// <summary>An opposition is kept by the number's hash, and the facts know no number: it is looked up here.</summary>
    public async Task FindNumbersAsync(Store store, CancellationToken cancellation)
    {
        if (_opposed.Count == 0)
            return;
        await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
        foreach (var fact in _opposed)
        {
            // Who objects does so for all of their telephones.
            foreach (var number in await NumberBook.OfAsync(connection, fact.Customer.Value, cancellation).ConfigureAwait(false))
                Add(ProjectionSql.Oppositions, fact.Client.Value, NumberHash.Of(fact.Client.Value, number), StoredInstant.Of(fact.At), fact.Reference);
            Add(ProjectionSql.Opposed, fact.Customer.Value);
        }
    }

    private void Fold(string stream, long sequence, Fact fact)
    {
        var at = StoredInstant.Of(fact.At);
        switch (fact)
        {
            case AttemptPermitted permitted:
                Permit(stream, sequence, permitted);
                Move(permitted.Prospect, ProspectState.Taken, null, null, permitted.Tried, null, at);
                break;
            case AttemptPlaced placed:
                Course(placed.Attempt, ("mode", Word(placed.Mode)), ("trunk", placed.Trunk.Value), ("agent_id", placed.Agent?.Value), ("placed_at", at));
                break;
            case AttemptRang rang:
                Course(rang.Attempt, ("rang_at", at));
                break;
            case AttemptAnswered answered:
                Course(answered.Attempt, ("answered_at", at), ("answered_by", Word(answered.By)));
                break;
            case AttemptReassigned reassigned:
                Course(reassigned.Attempt, ("agent_id", reassigned.To.Value));
                break;
            case Offered offered:
                Course(offered.Attempt, ("agent_id", offered.Agent.Value));
                break;
            case Connected connected:
                Course(connected.Attempt, ("connected_at", at), ("agent_id", connected.Agent.Value));
                break;
            case Released released:
                Course(released.Attempt, ("released_at", at), ("released_by", Word(released.By)), ("talk", (released.Talk + (released.Earlier ?? Duration.Zero)).BclCompatibleTicks));
                break;
            case CustomerParked parted:
                Course(parted.Attempt, ("talk", (parted.Talk + (parted.Earlier ?? Duration.Zero)).BclCompatibleTicks));
                break;
            case Transferred transferred:
                Course(transferred.Attempt, ("agent_id", transferred.To.Value));
                break;
            case AttemptEnded ended:
                Course(ended.Attempt, ("ended_at", at), ("outcome", Word(ended.Outcome)), ("code", ended.Code));
                Follow(ended.Prospect, ended.Verdict, at, Word(ended.Outcome));
                if (ended.Number is not null) Add(ProjectionSql.NumberOutcomes, ended.Attempt.Value, Word(ended.Outcome), ended.Outcome is Outcome.Unallocated or Outcome.Undialable);
                break;
            // An appointment is a success like a sale: lists of calls, quotas and experience look for one word.
            case Disposed disposed:
                Course(disposed.Attempt, ("disposed_at", at), ("disposition", disposed.Code), ("effect", Word(disposed.Effect.MeetsAim() ? DispositionEffect.Success : disposed.Effect)), ("disposed_by", disposed.By?.Value));
                Follow(disposed.Prospect, disposed.Verdict, at, null);
                if (disposed is { Number: not null, Effect: DispositionEffect.WrongNumber }) Add(ProjectionSql.NumberOutcomes, disposed.Attempt.Value, null, true);
                break;
            case PreviewShown shown:
                Move(shown.Prospect, ProspectState.Taken, "preview", null, null, null, null);
                break;
            case PreviewSkipped skipped when skipped.Reason != "refused":
                Follow(skipped.Prospect, skipped.Verdict, at, null);
                break;
            case DialRefused refused:
                Move(refused.Prospect, refused.Refusal.NotBefore is null ? ProspectState.Barred : ProspectState.Waiting, refused.Refusal.Rule, StoredInstant.Of(refused.Refusal.NotBefore), null, null, null, stream);
                break;
            default:
                FoldRest(fact, at);
                break;
        }
    }

    /// <summary>Callbacks, recordings, and what opens prospects again or closes them for good.</summary>
    private void FoldRest(Fact fact, long at)
    {
        switch (fact)
        {
            case CallbackKept kept:
                _closedCallbacks.Remove((kept.Campaign.Value, kept.Prospect.Value));
                _callbacks[(kept.Campaign.Value, kept.Prospect.Value)] = [kept.Campaign.Value, kept.Prospect.Value, kept.Customer.Value, StoredInstant.Of(kept.Due), kept.Agent?.Value, at];
                Move(kept.Prospect, ProspectState.Promised, "callback", StoredInstant.Of(kept.Due), null, null, null);
                break;
            case CallbackClosed closed:
                _callbacks.Remove((closed.Campaign.Value, closed.Prospect.Value));
                _closedCallbacks[(closed.Campaign.Value, closed.Prospect.Value)] = [closed.Campaign.Value, closed.Prospect.Value, at, closed.Reason];
                Unpromise(closed.Prospect, closed.Reason, at);
                break;
            case AppointmentBooked booked:
                Add(ProjectionSql.ToldAppointments, booked.Appointment.Value, (short)0);
                break;
            case AppointmentSettled settled:
                Add(ProjectionSql.ToldAppointments, settled.Appointment.Value, (short)settled.To);
                Add(ProjectionSql.SettledProspects, settled.Prospect.Value, (short)(settled.Verdict.MayRedial ? ProspectState.Waiting : ProspectState.Done), StoredInstant.Of(settled.Verdict.NotBefore) ?? at, settled.Verdict.Reason, (short)(settled is { From: Core.Appointments.AppointmentState.Cancelled, To: Core.Appointments.AppointmentState.Booked } ? 1 : 0));
                break;
            case RecordingOrdered ordered:
                Recording(ordered.Recording, ordered.Attempt, (2, ordered.Purpose), (3, at), (4, ordered.By?.Value));
                break;
            case RecordingStopped stopped:
                Recording(stopped.Recording, stopped.Attempt, (5, at));
                break;
            case RecordingKept kept:
                Recording(kept.Recording, kept.Attempt, (2, kept.Purpose), (6, at), (7, kept.Length.BclCompatibleTicks), (8, kept.Complete));
                break;
            case OppositionRecorded opposed:
                _opposed.Add(opposed);
                break;
            case ConsentWithdrawalRecorded withdrawn:
                Add(ProjectionSql.Withdrawn, withdrawn.Customer.Value, at);
                break;
            case CampaignSet set:
                foreach (var list in set.Campaign.Lists)
                    Add(ProjectionSql.ReopenedLists, list.Value);
                break;
            case ClientSet set:
                Add(ProjectionSql.ReopenedClients, set.Client.Id.Value);
                break;
        }
    }

    private void Permit(string stream, long sequence, AttemptPermitted fact)
    {
        Course(fact.Attempt, ("agent_id", fact.Clicker?.Value));
        object?[] permit =
        [
            stream, sequence, fact.Campaign.Value, fact.Client.Value, fact.Prospect.Value, fact.Customer.Value,
            fact.Tried, StoredInstant.Of(fact.At), fact.Permit.Ground, fact.Permit.CallerId, (short?)fact.Number?.Rank,
            fact.Known, StoredInstant.Of(fact.At - AttemptPermitted.Memory), StoredInstant.Of(fact.At - CallHistory.LongestCall),
        ];
        if (fact.Number is { } number) Add(ProjectionSql.CalledNumbers, fact.Customer.Value, (short)number.Rank, StoredInstant.Of(fact.At));
        permit.CopyTo(_attempts[fact.Attempt.Value], ProjectionSql.CourseLength);
    }

    private void Course(AttemptId attempt, params ReadOnlySpan<(string Column, object? Value)> told)
    {
        if (!_attempts.TryGetValue(attempt.Value, out var row))
        {
            _attempts[attempt.Value] = row = new object?[ProjectionSql.AttemptLength];
            row[0] = attempt.Value;
        }

        foreach (var (column, value) in told)
        {
            if (value is not null)
                row[ProjectionSql.PlaceOf(column)] = value;
        }
    }

    private void Follow(ProspectId prospect, Verdict? verdict, long at, string? outcome)
    {
        if (verdict is null)
            Move(prospect, null, null, null, null, outcome, null);
        else if (verdict.MayRedial)
            Move(prospect, ProspectState.Waiting, verdict.Reason, StoredInstant.Of(verdict.NotBefore) ?? at, null, outcome, null);
        else
            Move(prospect, ProspectState.Done, verdict.Reason, null, null, outcome, null);
    }

    private void Move(ProspectId prospect, ProspectState? state, string? reason, long? due, int? attempts, string? outcome, long? attempted, string? refusedBy = null)
    {
        if (!_prospects.TryGetValue(prospect.Value, out var row))
            _prospects[prospect.Value] = row = [prospect.Value, null, null, null, null, null, null, null];
        if (state is { } next)
        {
            row[1] = (short)next;
            row[3] = reason;
            row[7] = refusedBy;
        }

        row[2] = due ?? row[2];
        row[4] = attempts ?? row[4];
        row[5] = outcome ?? row[5];
        row[6] = attempted ?? row[6];
    }

    private void Unpromise(ProspectId prospect, string reason, long at)
    {
        var pending = _prospects.TryGetValue(prospect.Value, out var row) ? row[1] as short? : null;
        if (pending == (short)ProspectState.Promised)
            Move(prospect, ProspectState.Waiting, reason, at, null, null, null);
        else if (pending is null)
            Add(ProjectionSql.Unpromised, prospect.Value, at, reason);
    }

    private void Recording(RecordingId recording, AttemptId attempt, params ReadOnlySpan<(int Place, object? Value)> told)
    {
        if (!_recordings.TryGetValue(recording.Value, out var row))
            _recordings[recording.Value] = row = [recording.Value, attempt.Value, null, null, null, null, null, null, null];
        foreach (var (place, value) in told)
            row[place] = value ?? row[place];
    }

    private void Gather()
    {
        foreach (var row in _attempts.Values)
            Add(row[ProjectionSql.CourseLength] is null ? ProjectionSql.Attempts : ProjectionSql.NewAttempts, row);
        foreach (var row in _prospects.Values)
            Add(ProjectionSql.Prospects, row);
        foreach (var row in _callbacks.Values)
            Add(ProjectionSql.Callbacks, row);
        foreach (var row in _closedCallbacks.Values)
            Add(ProjectionSql.ClosedCallbacks, row);
        foreach (var row in _recordings.Values)
            Add(ProjectionSql.Recordings, row);
    }

    private void Add(GivenSql sql, params object?[] row)
    {
        if (!_rows.TryGetValue(sql, out var rows))
            _rows[sql] = rows = [];
        rows.Add(row);
    }

    /// <summary>A word of Core as facts and columns write it: no-answer, hung-up-early.</summary>
    private static string Word<T>(T value) where T : struct, Enum => Words<T>.Of(value);

    private static class Words<T> where T : struct, Enum
    {
        private static readonly Dictionary<T, string> Known = Enum.GetValues<T>().Distinct()
            .ToDictionary(value => value, value => JsonSerializer.Serialize(value, FactJson.Options).Trim('"'));

        public static string Of(T value) => Known[value];
    }
}
