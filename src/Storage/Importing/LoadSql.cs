namespace Plateau.Storage.Importing;

/// <summary>
/// From a staging table to the real ones, in sets. Customers go in by number, so that the unique index is met in its
/// own order; prospects by row, so that a list keeps the order of its file.
/// </summary>
internal static class LoadSql
{
    /// <summary>The staged columns, in the order in which both loaders write them.</summary>
    public const string Staged =
        "row, number, audience, country, territory, zones, place_told, name, first_name, company, email, postcode, city, reference, " +
        "extra, score, language";

    /// <summary>What is told replaces what was; what is not told leaves it. A derived place gives way to a told one.</summary>
    public const string Customers =
        """
        INSERT INTO customer (client_id, number, audience, country, territory, zones, place_told, name, first_name, company, email, postcode, city, reference, language, batch_id)
        SELECT @client, number, audience, country, territory, zones, place_told, name, first_name, company, email, postcode, city, reference, language, @batch
        FROM incoming WHERE true ORDER BY number
        ON CONFLICT (client_id, number) DO UPDATE SET
            audience = excluded.audience,
            country = CASE WHEN excluded.place_told OR NOT customer.place_told THEN excluded.country ELSE customer.country END,
            territory = CASE WHEN excluded.place_told OR NOT customer.place_told THEN excluded.territory ELSE customer.territory END,
            zones = CASE WHEN excluded.place_told OR NOT customer.place_told THEN excluded.zones ELSE customer.zones END,
            place_told = customer.place_told OR excluded.place_told,
            name = coalesce(excluded.name, customer.name), first_name = coalesce(excluded.first_name, customer.first_name),
            company = coalesce(excluded.company, customer.company), email = coalesce(excluded.email, customer.email),
            postcode = coalesce(excluded.postcode, customer.postcode), city = coalesce(excluded.city, customer.city),
            reference = coalesce(excluded.reference, customer.reference), language = coalesce(excluded.language, customer.language)
        """;

    public const string ProspectsInto = "INSERT INTO prospect (list_id, customer_id, batch_id, state, due_at, attempts, extra, score, segment_id) SELECT @list, kept.id, @batch, 0, 0, 0, incoming.extra, incoming.score, 0";

    public const string ProspectsOnce = "WHERE true ORDER BY incoming.row ON CONFLICT (customer_id, list_id) DO NOTHING";

    /// <summary>Whoever is on the list already has the score that the newest file gives them.</summary>
    public static string Rescore(string kept) =>
        $"""
        UPDATE prospect SET score = told.score FROM (SELECT kept.id, incoming.score FROM incoming JOIN {kept} WHERE incoming.score IS NOT NULL) AS told
        WHERE prospect.customer_id = told.id AND prospect.list_id = @list
        """;

    /// <summary>Those of whom a file has told, on whichever list of theirs, as <c>Segments</c> asks for them: their place may be another now.</summary>
    public static string Settled(string kept) =>
        $"""
        SELECT prospect.id, prospect.list_id, kept.audience, kept.country, kept.zones, kept.territory, kept.city, prospect.extra, prospect.segment_id
        FROM incoming JOIN {kept} JOIN prospect ON prospect.customer_id = kept.id
        """;

    /// <summary>The staged grounds, in the order in which both loaders write them.</summary>
    public const string StagedGrounds = "number, kind, at, until, withdrawn_at, reference, products, act, statements, channels, collector, wording";

    private const string Evidence = "act, statements, channels, collector, wording";

    /// <summary>What a file may tell more of a ground, and what stands then: it is completed, never emptied.</summary>
    private static readonly (string Column, string Told)[] Completed =
    [
        ("until", "coalesce(told.until, ground.until)"), ("act", "coalesce(nullif(told.act, ''), ground.act, told.act)"), ("statements", "coalesce(nullif(told.statements, ''), ground.statements, told.statements)"),
        ("channels", "coalesce(told.channels, ground.channels)"), ("collector", "coalesce(told.collector, ground.collector)"), ("wording", "coalesce(told.wording, ground.wording)"),
    ];

    /// <summary>
    /// A ground that is known already (same kind, moment, proof and products) is not kept twice: what the file tells more of it
    /// completes it, and a withdrawal stays one. Whose ground it is and whether it is known is asked of the index row by row,
    /// whatever the planner believes of the tables' sizes.
    /// </summary>
    public static readonly IReadOnlyList<string> Grounds =
    [
        "UPDATE incoming_ground SET customer_id = (SELECT id FROM customer WHERE customer.client_id = @client AND customer.number = incoming_ground.number)",
        """
        UPDATE incoming_ground SET known = (SELECT min(ground.id) FROM ground WHERE ground.customer_id = incoming_ground.customer_id AND ground.kind = incoming_ground.kind
            AND ground.at = incoming_ground.at AND ground.reference = incoming_ground.reference AND ground.products = incoming_ground.products)
        """,
        // As it was, for the way back, where something changes; once for each import, however often its file names it.
        $"""
        INSERT INTO ground_before (batch_id, ground_id, until, act, statements, channels, collector, wording)
        SELECT DISTINCT CAST(@batch AS bigint), ground.id, ground.until, ground.act, ground.statements, ground.channels, ground.collector, ground.wording FROM incoming_ground AS told JOIN ground ON told.known = ground.id
        WHERE ({string.Join(" OR ", Completed.Select(each => $"{each.Told} IS DISTINCT FROM ground.{each.Column}"))}) AND ground.batch_id IS DISTINCT FROM CAST(@batch AS bigint)
            AND NOT EXISTS (SELECT 1 FROM ground_before WHERE ground_before.ground_id = ground.id AND ground_before.batch_id = CAST(@batch AS bigint))
        """,
        $"""
        UPDATE ground SET withdrawn_at = coalesce(ground.withdrawn_at, told.withdrawn_at), {string.Join(", ", Completed.Select(each => $"{each.Column} = {each.Told}"))}
        FROM incoming_ground AS told WHERE told.known = ground.id
        """,
        $"""
        INSERT INTO ground (customer_id, kind, reference, products, at, until, withdrawn_at, {Evidence}, batch_id)
        SELECT DISTINCT customer_id, kind, reference, products, at, until, withdrawn_at, {Evidence}, CAST(@batch AS bigint) FROM incoming_ground WHERE known IS NULL AND customer_id IS NOT NULL ORDER BY customer_id, at
        """,
        // Whom a rule had barred may be asked about again once a new ground has come.
        """
        UPDATE prospect SET state = CASE WHEN attempts = 0 THEN 0 ELSE 1 END, due_at = 0, reason = NULL
        WHERE state = 5 AND customer_id IN (SELECT customer_id FROM incoming_ground)
        """,
    ];
}
