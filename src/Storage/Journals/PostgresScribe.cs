using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace Plateau.Storage.Journals;

/// <summary>Writes to PostgreSQL in one round trip: every statement takes its rows as arrays, and the batch is one transaction.</summary>
internal sealed class PostgresScribe(Store store) : IScribe
{
    /// <summary>
    /// The first fact is only written behind the one that the owner knows of, so a stream has no gaps. A root of
    /// less than nothing is how this statement refuses within a batch, and the batch must be one round trip: it is the floor's pace.
    /// </summary>
    private const string Facts =
        """
        INSERT INTO fact (stream, sequence, type, at, payload)
        SELECT @stream, given.sequence, given.type, given.at, given.payload FROM unnest(@sequences, @types, @at, @payloads) AS given(sequence, type, at, payload)
        WHERE sqrt(CASE WHEN @expected = 0 OR EXISTS (SELECT 1 FROM fact WHERE stream = @stream AND sequence = @expected) THEN 1 ELSE -1 END) = 1
        """;

    /// <summary>
    /// Floors that are about to call the same people take turns: whoever waited sees what the other wrote. Always in one
    /// order, so that two never wait for each other; the number of the lock's class is this use's own.
    /// </summary>
    private const string Turns = "SELECT pg_advisory_xact_lock(7301, id) FROM unnest(@people) AS given(id)";

    /// <summary>Floors that serve one campaign under quotas take turns, before they take those for people: all in one order.</summary>
    private const string CampaignTurns = "SELECT pg_advisory_xact_lock(7302, hashtext(given.id)) FROM unnest(@campaigns) AS given(id)";

    public async Task WriteAsync(FactPage page, Projection projection, QuotaClaims? claims, CancellationToken cancellation)
    {
        await using var connection = (NpgsqlConnection)await store.ConnectAsync(cancellation).ConfigureAwait(false);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(FactsOf(page));
        if (projection.Permitted is { } permitted)
            batch.BatchCommands.Add(TurnsOf(permitted));
        foreach (var (sql, rows) in projection.Writes())
            batch.BatchCommands.Add(Of(sql, rows));
        try
        {
            if (claims is null)
            {
                // Without a transaction of its own a batch is one: all of it is committed, or none.
                await batch.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
                return;
            }

            await using var transaction = await connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
            await connection.RunAsync(CampaignTurns, cancellation, ("@campaigns", claims.Campaigns.ToArray())).ConfigureAwait(false);
            batch.Transaction = transaction;
            await batch.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
            await claims.CheckAsync(connection, page.Stream, cancellation).ConfigureAwait(false);
            await transaction.CommitAsync(cancellation).ConfigureAwait(false);
        }
        catch (PostgresException lost) when (lost.SqlState == PostgresErrorCodes.DivisionByZero)
        {
            throw new PermitLost($"People whom stream {page.Stream} would call were called by another floor.", lost);
        }
        catch (PostgresException skipped) when (skipped.SqlState == PostgresErrorCodes.InvalidArgumentForPowerFunction)
        {
            throw new StaleAppend($"Stream {page.Stream} does not stand at {page.Expected}: this is not its owner.", skipped);
        }
        catch (PostgresException taken) when (taken is { SqlState: PostgresErrorCodes.UniqueViolation, TableName: "fact" })
        {
            throw new StaleAppend($"Stream {page.Stream} stands beyond {page.Expected}: somebody else owns it.", taken);
        }
        catch (PostgresException taken) when (taken is { SqlState: PostgresErrorCodes.UniqueViolation, TableName: "attempt" })
        {
            throw new AttemptOnRecord($"An attempt that stream {page.Stream} permits is on record already.", taken);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static NpgsqlBatchCommand FactsOf(FactPage page)
    {
        var command = new NpgsqlBatchCommand(Facts);
        command.Parameters.Add(new NpgsqlParameter("stream", NpgsqlDbType.Text) { Value = page.Stream });
        command.Parameters.Add(new NpgsqlParameter("expected", NpgsqlDbType.Bigint) { Value = page.Expected });
        command.Parameters.Add(new NpgsqlParameter("sequences", NpgsqlDbType.Array | NpgsqlDbType.Bigint) { Value = page.Sequences });
        command.Parameters.Add(new NpgsqlParameter("types", NpgsqlDbType.Array | NpgsqlDbType.Text) { Value = page.Types });
        command.Parameters.Add(new NpgsqlParameter("at", NpgsqlDbType.Array | NpgsqlDbType.Bigint) { Value = page.At });
        command.Parameters.Add(new NpgsqlParameter("payloads", NpgsqlDbType.Array | NpgsqlDbType.Text) { Value = Array.ConvertAll(page.Payloads, Encoding.UTF8.GetString) });
        return command;
    }

    private static NpgsqlBatchCommand TurnsOf(List<object?[]> permitted)
    {
        var command = new NpgsqlBatchCommand(Turns);
        var people = permitted.Select(row => (int)((long)row[ProjectionSql.PlaceOf("customer_id")]! % int.MaxValue)).Distinct().Order().ToArray();
        command.Parameters.Add(new NpgsqlParameter("people", NpgsqlDbType.Array | NpgsqlDbType.Integer) { Value = people });
        return command;
    }

    private static NpgsqlBatchCommand Of(GivenSql sql, List<object?[]> rows)
    {
        var command = new NpgsqlBatchCommand(sql.ForPostgres);
        for (var column = 0; column < sql.Columns.Count; column++)
        {
            var (name, type) = sql.Columns[column];
            command.Parameters.Add(new NpgsqlParameter(name, NpgsqlDbType.Array | type) { Value = sql.Column(rows, column) });
        }

        return command;
    }
}
