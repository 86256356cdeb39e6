using Npgsql;
using NpgsqlTypes;
using Plateau.Storage.Prospecting;

namespace Plateau.Storage.Importing;

/// <summary>
/// Loads a list into PostgreSQL: binary COPY into a temporary table, then one statement that keeps customers and
/// hands their ids straight on to prospects and grounds, so that nothing is looked up twice. Strangers take a shorter way.
/// </summary>
internal sealed class PostgresLoader : IListLoader
{
    private const string Kept = "kept ON kept.number = incoming.number";

    private static readonly NpgsqlDbType[] Types =
    [
        NpgsqlDbType.Bigint, NpgsqlDbType.Bigint, NpgsqlDbType.Smallint, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Boolean,
        NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Text,
        NpgsqlDbType.Text, NpgsqlDbType.Double, NpgsqlDbType.Text,
    ];

    private static readonly string Load =
        $"""
        WITH kept AS ({LoadSql.Customers} RETURNING id, number),
        put AS ({LoadSql.ProspectsInto} FROM incoming JOIN {Kept} {LoadSql.ProspectsOnce} RETURNING customer_id)
        SELECT incoming.row FROM incoming JOIN {Kept} LEFT JOIN put ON put.customer_id = kept.id
        WHERE put.customer_id IS NULL
        """;

    /// <summary>Rows that this import has put on the list, now or before it was cut short; asked only when some were there already.</summary>
    private const string Ours =
        """
        SELECT incoming.row FROM incoming JOIN customer ON customer.client_id = @client AND customer.number = incoming.number
        JOIN prospect ON prospect.customer_id = customer.id AND prospect.list_id = @list WHERE prospect.batch_id = @batch
        """;

    private const string KeptNow = "customer AS kept ON kept.client_id = @client AND kept.number = incoming.number";

    private static readonly string Rescore = LoadSql.Rescore(KeptNow);
    private static readonly string Settled = LoadSql.Settled(KeptNow);

    private readonly NpgsqlConnection _connection;
    private readonly LoadTarget _target;
    private readonly PostgresStrangers _strangers;
    private readonly Segments _segments;

    private PostgresLoader(NpgsqlConnection connection, LoadTarget target)
    {
        _connection = connection;
        _target = target;
        _segments = new Segments(connection);
        _strangers = new PostgresStrangers(connection, target, _segments);
    }

    public static async Task<PostgresLoader> OpenAsync(Store store, LoadTarget target, CancellationToken cancellation)
    {
        var connection = (NpgsqlConnection)await store.ConnectAsync(cancellation).ConfigureAwait(false);
        var names = LoadSql.Staged.Split(", ");
        var columns = string.Join(", ", names.Select((name, place) => $"{name} {(Types[place] == NpgsqlDbType.Double ? "double precision" : Types[place])}"));
        // The statement is planned before anybody knows how large its parts will be, so its cost looks enormous and the
        // server would compile it anew for every slice: a second of compiling for half a second of work.
        await connection.RunAsync("SET jit = off", cancellation).ConfigureAwait(false);
        await connection.RunAsync($"CREATE TEMP TABLE incoming ({columns}) ON COMMIT DELETE ROWS", cancellation).ConfigureAwait(false);
        await connection.RunAsync(
            """
            CREATE TEMP TABLE incoming_ground (number bigint, kind smallint, at bigint, until bigint, withdrawn_at bigint, reference text, products text,
                act text, statements text, channels text, collector text, wording text, customer_id bigint, known bigint) ON COMMIT DELETE ROWS
            """, cancellation).ConfigureAwait(false);
        return new PostgresLoader(connection, target);
    }

    public async Task<IReadOnlySet<long>> LoadAsync(Slice slice, CancellationToken cancellation)
    {
        if (await _strangers.TryLoadAsync(slice.Lines, cancellation).ConfigureAwait(false))
            return new HashSet<long>();
        await using var transaction = await _connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await StageAsync(slice.Lines, cancellation).ConfigureAwait(false);
        var already = await RowsAsync(Load, cancellation).ConfigureAwait(false);
        if (already.Count > 0)
        {
            already.ExceptWith(await RowsAsync(Ours, cancellation).ConfigureAwait(false));
            if (slice.Lines.Exists(line => line.Score is not null))
                await _connection.RunAsync(Rescore, cancellation, ("@client", _target.Client), ("@list", _target.List)).ConfigureAwait(false);
        }

        await KeepGroundsAsync([.. slice.Lines.SelectMany(line => line.Grounds, (line, ground) => (line.Number, ground))], cancellation).ConfigureAwait(false);
        await _segments.SettleAsync(_connection.Command(Settled, ("@client", _target.Client)), cancellation).ConfigureAwait(false);

        await transaction.CommitAsync(cancellation).ConfigureAwait(false);
        return already;
    }

    public async Task LoadGroundsAsync(IReadOnlyList<(long Number, GroundLine Ground)> grounds, CancellationToken cancellation)
    {
        await using var transaction = await _connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await KeepGroundsAsync(grounds, cancellation).ConfigureAwait(false);
        await transaction.CommitAsync(cancellation).ConfigureAwait(false);
    }

    private async Task KeepGroundsAsync(IReadOnlyList<(long Number, GroundLine Ground)> grounds, CancellationToken cancellation)
    {
        if (grounds.Count == 0)
            return;
        await using (var copy = await _connection.BeginBinaryImportAsync($"COPY incoming_ground ({LoadSql.StagedGrounds}) FROM STDIN (FORMAT BINARY)", cancellation).ConfigureAwait(false))
        {
            foreach (var (number, ground) in grounds)
            {
                copy.StartRow();
                copy.Write(number, NpgsqlDbType.Bigint);
                copy.WriteGround(ground);
            }

            await copy.CompleteAsync(cancellation).ConfigureAwait(false);
        }

        foreach (var sql in LoadSql.Grounds)
        {
            await using var keep = _connection.Command(sql);
            if (sql.Contains("@client", StringComparison.Ordinal)) keep.Add("@client", _target.Client);
            if (sql.Contains("@batch", StringComparison.Ordinal)) keep.Add("@batch", _target.Batch);
            await keep.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        // A pooled connection keeps its temporary tables.
        if (_connection.State == System.Data.ConnectionState.Open)
            await _connection.RunAsync("DROP TABLE IF EXISTS pg_temp.incoming, pg_temp.incoming_ground", CancellationToken.None).ConfigureAwait(false);
        await _connection.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<HashSet<long>> RowsAsync(string sql, CancellationToken cancellation)
    {
        await using var command = _connection.Command(sql, ("@client", _target.Client), ("@list", _target.List), ("@batch", _target.Batch));
        await using var rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        var found = new HashSet<long>();
        while (await rows.ReadAsync(cancellation).ConfigureAwait(false))
            found.Add(rows.GetInt64(0));
        return found;
    }

    private async Task StageAsync(List<ProspectLine> lines, CancellationToken cancellation)
    {
        await using var copy = await _connection.BeginBinaryImportAsync($"COPY incoming ({LoadSql.Staged}) FROM STDIN (FORMAT BINARY)", cancellation).ConfigureAwait(false);
        foreach (var line in lines)
        {
            copy.StartRow();
            copy.Write(line.Row, NpgsqlDbType.Bigint);
            copy.Write(line.Number, NpgsqlDbType.Bigint);
            copy.Write(line.Audience, NpgsqlDbType.Smallint);
            copy.WriteText(line.Country);
            copy.WriteText(line.Territory);
            copy.WriteText(line.Zones);
            copy.Write(line.PlaceTold, NpgsqlDbType.Boolean);
            copy.WriteText(line.Name);
            copy.WriteText(line.FirstName);
            copy.WriteText(line.Company);
            copy.WriteText(line.Email);
            copy.WriteText(line.Postcode);
            copy.WriteText(line.City);
            copy.WriteText(line.Reference);
            copy.WriteText(line.Extra);
            copy.WriteNumber(line.Score);
            copy.WriteText(line.Language);
        }

        await copy.CompleteAsync(cancellation).ConfigureAwait(false);
    }
}
