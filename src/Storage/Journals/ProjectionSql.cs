using NpgsqlTypes;
using static NpgsqlTypes.NpgsqlDbType;

namespace Plateau.Storage.Journals;

/// <summary>Every statement by which facts become rows, in the order in which they run. What a fact does not tell leaves a column as it was.</summary>
internal static class ProjectionSql
{
    private static readonly (string Name, NpgsqlDbType Type)[] Course =
    [
        ("id", Text), ("mode", Text), ("trunk", Text), ("agent_id", Text), ("placed_at", Bigint), ("rang_at", Bigint), ("answered_at", Bigint), ("answered_by", Text),
        ("connected_at", Bigint), ("released_at", Bigint), ("released_by", Text), ("talk", Bigint), ("ended_at", Bigint), ("outcome", Text), ("code", Text),
        ("disposed_at", Bigint), ("disposition", Text), ("effect", Text), ("disposed_by", Text),
    ];

    private static readonly (string Name, NpgsqlDbType Type)[] Permit =
    [
        ("stream", Text), ("permit_sequence", Bigint), ("campaign_id", Text), ("client_id", Text), ("prospect_id", Bigint), ("customer_id", Bigint),
        ("tried", Integer), ("permitted_at", Bigint), ("ground", Text), ("caller_id", Text), ("number_rank", Smallint),
    ];

    /// <summary>On what a permit rests: how many calls were known since when, and since when one may still be under way.</summary>
    private static readonly (string Name, NpgsqlDbType Type)[] Rests = [("known", Integer), ("since", Bigint), ("lately", Bigint)];

    /// <summary>A call that was dialled and is not over, or whose agent has not yet said what came of it.</summary>
    public const string UnderWay = "attempt.placed_at IS NOT NULL AND (attempt.ended_at IS NULL OR (attempt.connected_at IS NOT NULL AND attempt.disposed_at IS NULL))";

    /// <summary>Whether the person was called since the floor last looked, or is being called by another one.</summary>
    private const string Lost =
        $"""
        ((SELECT count(*) FROM attempt WHERE attempt.customer_id = given.customer_id AND attempt.permitted_at >= given.since) > coalesce(given.known, 2147483647)
            OR EXISTS (SELECT 1 FROM attempt WHERE attempt.customer_id = given.customer_id AND attempt.permitted_at >= given.lately AND attempt.stream <> given.stream AND {UnderWay}))
        """;

    /// <summary>
    /// A new attempt. Its key refuses a second one, whichever stream it comes from; and a row whose permit no longer holds is
    /// divided by zero, which stops PostgreSQL's batch and leaves the row out in SQLite.
    /// </summary>
    public static readonly GivenSql NewAttempts = new(
        $"INSERT INTO attempt ({Names([.. Course, .. Permit])}) SELECT {Names([.. Course, .. Permit])} FROM {{given}} WHERE 1 / (CASE WHEN {Lost} THEN 0 ELSE 1 END) = 1", [.. Course, .. Permit, .. Rests]);

    /// <summary>Whose permits among these no longer hold.</summary>
    public static readonly GivenSql LostPermits = new($"SELECT given.customer_id FROM {{given}} WHERE {Lost}", [.. Course, .. Permit, .. Rests]);

    public static readonly GivenSql Attempts = new(
        $"UPDATE attempt SET {string.Join(", ", Course.Skip(1).Select(column => $"{column.Name} = coalesce(given.{column.Name}, attempt.{column.Name})"))} FROM {{given}} WHERE attempt.id = given.id",
        Course);

    /// <summary>A number that is being called.</summary>
    public static readonly GivenSql CalledNumbers = new(
        "UPDATE number SET tried = number.tried + 1, tried_at = given.at, outcome = NULL FROM {given} WHERE number.customer_id = given.customer_id AND number.rank = given.rank",
        ("customer_id", Bigint), ("rank", Smallint), ("at", Bigint));

    /// <summary>What came of the call to a number; a dead one stays dead.</summary>
    public static readonly GivenSql NumberOutcomes = new(
        """
        UPDATE number SET outcome = coalesce(given.outcome, number.outcome), dead = number.dead OR given.dead FROM {given} JOIN attempt ON attempt.id = given.attempt
        WHERE number.customer_id = attempt.customer_id AND number.rank = attempt.number_rank
        """,
        ("attempt", Text), ("outcome", Text), ("dead", NpgsqlDbType.Boolean));

    /// <summary>A callback that is closed frees a prospect only if it still waits for it.</summary>
    public static readonly GivenSql Unpromised = new(
        "UPDATE prospect SET state = 1, due_at = given.due, reason = given.reason FROM {given} WHERE prospect.id = given.id AND prospect.state = 4",
        ("id", Bigint), ("due", Bigint), ("reason", Text));

    /// <summary>Whom another floor has on the line stays there, whatever this one found out about them; only that floor lets them go.</summary>
    public static readonly GivenSql Prospects = new(
        $$"""
        UPDATE prospect SET state = coalesce(given.state, prospect.state), due_at = coalesce(given.due, prospect.due_at),
            reason = CASE WHEN given.state IS NULL THEN prospect.reason ELSE given.reason END, attempts = coalesce(given.attempts, prospect.attempts),
            last_outcome = coalesce(given.outcome, prospect.last_outcome), last_attempt_at = coalesce(given.attempted, prospect.last_attempt_at)
        FROM {given} WHERE prospect.id = given.id AND NOT (given.refused_by IS NOT NULL AND prospect.state = 3
            AND EXISTS (SELECT 1 FROM attempt WHERE attempt.customer_id = prospect.customer_id AND attempt.prospect_id = prospect.id AND attempt.stream <> given.refused_by AND {{UnderWay}}))
        """,
        ("id", Bigint), ("state", Smallint), ("due", Bigint), ("reason", Text), ("attempts", Integer), ("outcome", Text), ("attempted", Bigint), ("refused_by", Text));

    public static readonly GivenSql Callbacks = new(
        """
        INSERT INTO callback (campaign_id, prospect_id, customer_id, due, agent_id, at) SELECT campaign_id, prospect_id, customer_id, due, agent_id, at FROM {given} WHERE true
        ON CONFLICT (campaign_id, prospect_id) DO UPDATE SET due = excluded.due, agent_id = excluded.agent_id, at = excluded.at, closed_at = NULL, closed_reason = NULL
        """,
        ("campaign_id", Text), ("prospect_id", Bigint), ("customer_id", Bigint), ("due", Bigint), ("agent_id", Text), ("at", Bigint));

    public static readonly GivenSql ClosedCallbacks = new(
        "UPDATE callback SET closed_at = given.at, closed_reason = given.reason FROM {given} WHERE callback.campaign_id = given.campaign_id AND callback.prospect_id = given.prospect_id",
        ("campaign_id", Text), ("prospect_id", Bigint), ("at", Bigint), ("reason", Text));

    /// <summary>What the floor has heard of an appointment: what it has not heard is told again.</summary>
    public static readonly GivenSql ToldAppointments = new(
        "UPDATE appointment SET told_state = given.state FROM {given} WHERE appointment.id = given.id", ("id", Text), ("state", Smallint));

    /// <summary>
    /// What came of an appointment opens or closes only a prospect that an appointment closed or opened: an objection or another call since then stands.
    /// One that begins to stand closes whoever waits to be called.
    /// </summary>
    public static readonly GivenSql SettledProspects = new(
        """
        UPDATE prospect SET state = given.state, due_at = given.due, reason = given.reason FROM {given}
        WHERE prospect.id = given.id AND ((prospect.state IN (1, 2) AND prospect.reason IN ('success', 'appointment-held', 'appointment-missed', 'appointment-cancelled'))
            OR (given.stands = 1 AND prospect.state IN (0, 1)))
        """,
        ("id", Bigint), ("state", Smallint), ("due", Bigint), ("reason", Text), ("stands", Smallint));

    public static readonly GivenSql Recordings = new(
        """
        INSERT INTO recording (id, attempt_id, purpose, ordered_at, ordered_by, stopped_at, kept_at, length, complete)
        SELECT id, attempt_id, coalesce(purpose, ''), ordered_at, ordered_by, stopped_at, kept_at, length, complete FROM {given} WHERE true
        ON CONFLICT (id) DO UPDATE SET ordered_at = coalesce(excluded.ordered_at, recording.ordered_at), ordered_by = coalesce(excluded.ordered_by, recording.ordered_by),
            purpose = CASE WHEN excluded.purpose = '' THEN recording.purpose ELSE excluded.purpose END, stopped_at = coalesce(excluded.stopped_at, recording.stopped_at),
            kept_at = coalesce(excluded.kept_at, recording.kept_at), length = coalesce(excluded.length, recording.length), complete = coalesce(excluded.complete, recording.complete)
        """,
        ("id", Text), ("attempt_id", Text), ("purpose", Text), ("ordered_at", Bigint), ("ordered_by", Text), ("stopped_at", Bigint), ("kept_at", Bigint), ("length", Bigint), ("complete", NpgsqlDbType.Boolean));

    public static readonly GivenSql Oppositions = new(
        "INSERT INTO opposition (client_id, number_hash, at, source) SELECT client_id, number_hash, at, source FROM {given}",
        ("client_id", Text), ("number_hash", Bigint), ("at", Bigint), ("source", Text));

    /// <summary>An opposition bars the person on every list of that client; a call under way ends by its own fact.</summary>
    public static readonly GivenSql Opposed = new(
        "UPDATE prospect SET state = 5, reason = 'opposed' FROM {given} WHERE prospect.customer_id = given.customer_id AND prospect.state NOT IN (2, 3)",
        ("customer_id", Bigint));

    /// <summary>A withdrawal ends every consent given until then; one given later stands.</summary>
    public static readonly GivenSql Withdrawn = new(
        "UPDATE ground SET withdrawn_at = given.at FROM {given} WHERE ground.customer_id = given.customer_id AND ground.kind = 1 AND ground.withdrawn_at IS NULL AND ground.at <= given.at",
        ("customer_id", Bigint), ("at", Bigint));

    /// <summary>A changed campaign or client is asked anew about whom its rules had barred.</summary>
    public static readonly GivenSql ReopenedLists = new(
        "UPDATE prospect SET state = CASE WHEN attempts = 0 THEN 0 ELSE 1 END, due_at = 0, reason = NULL FROM {given} WHERE prospect.list_id = given.list_id AND prospect.state = 5 AND prospect.reason <> 'opposed'",
        ("list_id", Text));

    public static readonly GivenSql ReopenedClients = new(
        """
        UPDATE prospect SET state = CASE WHEN attempts = 0 THEN 0 ELSE 1 END, due_at = 0, reason = NULL FROM {given}
        WHERE prospect.list_id IN (SELECT list.id FROM list WHERE list.client_id = given.client_id) AND prospect.state = 5 AND prospect.reason <> 'opposed'
        """,
        ("client_id", Text));

    public static readonly GivenSql[] InOrder =
        [ReopenedLists, ReopenedClients, NewAttempts, Attempts, CalledNumbers, NumberOutcomes, Unpromised, Prospects, ToldAppointments, SettledProspects, ClosedCallbacks, Callbacks, Recordings, Withdrawn, Oppositions, Opposed];

    private static readonly Dictionary<string, int> Places = Course.Concat(Permit).Concat(Rests).Select((column, place) => (column.Name, place)).ToDictionary(StringComparer.Ordinal);

    public static int AttemptLength => Course.Length + Permit.Length + Rests.Length;

    /// <summary>Where an attempt's column stands in the rows given.</summary>
    public static int PlaceOf(string column) => Places[column];

    public static int CourseLength => Course.Length;

    private static string Names((string Name, NpgsqlDbType Type)[] columns) => string.Join(", ", columns.Select(column => column.Name));
}
