using Microsoft.Data.Sqlite;
using Plateau.Storage.Prospecting;

namespace Plateau.Storage.Importing;

/// <summary>Loads a list into SQLite: rows into a temporary table by one prepared statement, then sets from there.</summary>
internal sealed class SqliteLoader : IListLoader
{
    private const string Kept = "customer AS kept ON kept.client_id = @client AND kept.number = incoming.number";

    private readonly Store _store;
    private readonly SqliteConnection _connection;
    private readonly string _client;
    private readonly SqliteStrangers _strangers;
    private readonly Segments _segments;
    private readonly SqliteCommand _stage;
    private readonly SqliteCommand _customers;
    private readonly SqliteCommand _prospects;
    private readonly SqliteStatement _stageGround;
    private readonly SqliteCommand[] _grounds;
    private readonly SqliteCommand _rescore;
    private readonly SqliteCommand _already;
    private readonly SqliteCommand _clear;

    private SqliteLoader(Store store, SqliteConnection connection, LoadTarget target)
    {
        _store = store;
        _connection = connection;
        _client = target.Client;
        // A slice touches nearly every page of the number index: they are kept in memory, and copied back to the file in large helpings.
        Pragma("PRAGMA cache_size = -49152; PRAGMA wal_autocheckpoint = 8192");
        _segments = new Segments(connection);
        _strangers = new SqliteStrangers(connection, target, _segments);
        using (var make = connection.Command($"DROP TABLE IF EXISTS temp.incoming; CREATE TEMP TABLE incoming ({LoadSql.Staged.Replace("row,", "row INTEGER PRIMARY KEY,", StringComparison.Ordinal)})"))
            make.ExecuteNonQuery();
        using (var make = connection.Command($"DROP TABLE IF EXISTS temp.incoming_ground; CREATE TEMP TABLE incoming_ground ({LoadSql.StagedGrounds}, customer_id, known)"))
            make.ExecuteNonQuery();
        _stageGround = new SqliteStatement(connection, $"INSERT INTO incoming_ground ({LoadSql.StagedGrounds}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)");
        _stage = (SqliteCommand)connection.Command($"INSERT INTO incoming ({LoadSql.Staged}) VALUES ({string.Join(", ", Enumerable.Range(0, 17).Select(place => $"@p{place}"))})");
        for (var place = 0; place < 17; place++)
            _stage.Parameters.Add(new SqliteParameter { ParameterName = $"@p{place}" });
        _stage.Prepare();
        _customers = Prepare(LoadSql.Customers, target, list: false);
        _prospects = Prepare($"{LoadSql.ProspectsInto} FROM incoming JOIN {Kept} {LoadSql.ProspectsOnce}", target);
        _grounds = [.. LoadSql.Grounds.Append("DELETE FROM incoming_ground").Select(sql => Prepare(sql, target, list: false, batch: sql.Contains("@batch", StringComparison.Ordinal)))];
        _rescore = Prepare(LoadSql.Rescore(Kept), target, batch: false);
        _already = Prepare(
            $"""
            SELECT incoming.row FROM incoming JOIN {Kept} JOIN prospect ON prospect.customer_id = kept.id AND prospect.list_id = @list
            WHERE prospect.batch_id IS NOT @batch
            """,
            target);
        _clear = (SqliteCommand)connection.Command("DELETE FROM incoming");
    }

    public static async Task<SqliteLoader> OpenAsync(Store store, LoadTarget target, CancellationToken cancellation) =>
        new(store, (SqliteConnection)await store.ConnectAsync(cancellation).ConfigureAwait(false), target);

    public async Task<IReadOnlySet<long>> LoadAsync(Slice slice, CancellationToken cancellation)
    {
        await _store.Pen.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            using var transaction = _connection.BeginTransaction();
            if (await _strangers.TryLoadAsync(slice.Lines, cancellation).ConfigureAwait(false))
            {
                transaction.Commit();
                return new HashSet<long>();
            }

            Enlist(transaction);
            Stage(slice.Lines);
            _customers.ExecuteNonQuery();
            var put = _prospects.ExecuteNonQuery();
            KeepGrounds(slice.Lines.SelectMany(line => line.Grounds, (line, ground) => (line.Number, ground)));
            var already = put < slice.Lines.Count ? Already() : new HashSet<long>();
            if (already.Count > 0 && slice.Lines.Exists(line => line.Score is not null))
                _rescore.ExecuteNonQuery();
            await _segments.SettleAsync(_connection.Command(LoadSql.Settled(Kept), ("@client", _client)), cancellation).ConfigureAwait(false);
            _clear.ExecuteNonQuery();
            transaction.Commit();
            return already;
        }
        finally
        {
            _store.Pen.Release();
        }
    }

    public async Task LoadGroundsAsync(IReadOnlyList<(long Number, GroundLine Ground)> grounds, CancellationToken cancellation)
    {
        await _store.Pen.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            using var transaction = _connection.BeginTransaction();
            Enlist(transaction);
            KeepGrounds(grounds);
            transaction.Commit();
        }
        finally
        {
            _store.Pen.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in (SqliteCommand[])[_stage, _customers, _prospects, .. _grounds, _rescore, _already, _clear])
            await command.DisposeAsync().ConfigureAwait(false);
        _strangers.Dispose();
        _stageGround.Dispose();
        Pragma("PRAGMA cache_size = -2000; PRAGMA wal_autocheckpoint = 1000");
        await using (var drop = _connection.Command("DROP TABLE IF EXISTS temp.incoming; DROP TABLE IF EXISTS temp.incoming_ground"))
            await drop.ExecuteNonQueryAsync().ConfigureAwait(false);
        await _connection.DisposeAsync().ConfigureAwait(false);
    }

    private void Pragma(string sql)
    {
        using var command = _connection.Command(sql);
        command.ExecuteNonQuery();
    }

    private void Stage(List<ProspectLine> lines)
    {
        var p = _stage.Parameters;
        foreach (var line in lines)
        {
            p[0].Value = line.Row;
            p[1].Value = line.Number;
            p[2].Value = line.Audience;
            p[3].Value = line.Country;
            p[4].Value = line.Territory ?? (object)DBNull.Value;
            p[5].Value = line.Zones;
            p[6].Value = line.PlaceTold;
            p[7].Value = line.Name ?? (object)DBNull.Value;
            p[8].Value = line.FirstName ?? (object)DBNull.Value;
            p[9].Value = line.Company ?? (object)DBNull.Value;
            p[10].Value = line.Email ?? (object)DBNull.Value;
            p[11].Value = line.Postcode ?? (object)DBNull.Value;
            p[12].Value = line.City ?? (object)DBNull.Value;
            p[13].Value = line.Reference ?? (object)DBNull.Value;
            p[14].Value = line.Extra ?? (object)DBNull.Value;
            p[15].Value = line.Score ?? (object)DBNull.Value;
            p[16].Value = line.Language ?? (object)DBNull.Value;
            _stage.ExecuteNonQuery();
        }
    }

    /// <summary>Within the transaction that runs.</summary>
    private void KeepGrounds(IEnumerable<(long Number, GroundLine Ground)> grounds)
    {
        var staged = false;
        foreach (var (number, ground) in grounds)
        {
            _stageGround.Bind(1, number).Bind(2, (long)ground.Kind).Bind(3, ground.At).Bind(4, ground.Until).Bind(5, ground.WithdrawnAt).Bind(6, ground.Reference).Bind(7, ground.Products)
                .Bind(8, ground.Act).Bind(9, ground.Statements).Bind(10, ground.Channels).Bind(11, ground.Collector).Bind(12, ground.Wording).Run();
            staged = true;
        }

        if (!staged)
            return;
        foreach (var keep in _grounds)
            keep.ExecuteNonQuery();
    }

    private HashSet<long> Already()
    {
        var rows = new HashSet<long>();
        using var reader = _already.ExecuteReader();
        while (reader.Read())
            rows.Add(reader.GetInt64(0));
        return rows;
    }

    private SqliteCommand Prepare(string sql, LoadTarget target, bool list = true, bool batch = true)
    {
        var command = (SqliteCommand)_connection.Command(sql);
        if (sql.Contains("@client", StringComparison.Ordinal))
            command.Add("@client", target.Client);
        if (list)
            command.Add("@list", target.List);
        if (batch)
            command.Add("@batch", target.Batch);
        command.Prepare();
        return command;
    }

    private void Enlist(SqliteTransaction transaction)
    {
        foreach (var command in (SqliteCommand[])[_stage, _customers, _prospects, .. _grounds, _rescore, _already, _clear])
            command.Transaction = transaction;
    }
}
