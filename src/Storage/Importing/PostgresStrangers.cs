using Npgsql;
using NpgsqlTypes;
using Plateau.Storage.Prospecting;

namespace Plateau.Storage.Importing;

/// <summary>The short way into PostgreSQL for a slice in which nobody is known to the client yet: straight COPY into each table, under ids drawn beforehand.</summary>
/// <remarks>
/// As with <see cref="SqliteStrangers"/>, nothing need be staged, joined or merged. Should somebody else enter one of
/// these people in the same moment, the unique index refuses the slice whole and it takes the way through the staging table.
/// </remarks>
internal sealed class PostgresStrangers(NpgsqlConnection connection, LoadTarget target, Segments segments)
{
    /// <summary>One look at the index for each number, whatever the planner believes of the table's size.</summary>
    private const string AnyKnown =
        """
        SELECT EXISTS (SELECT 1 FROM unnest(@numbers) AS told (number) CROSS JOIN LATERAL
            (SELECT 1 FROM customer WHERE customer.client_id = @client AND customer.number = told.number LIMIT 1) AS known)
        """;

    private const string Ids = "SELECT nextval(pg_get_serial_sequence('customer', 'id')) FROM generate_series(1, @count)";
    private const string Customers = "COPY customer (id, client_id, number, audience, country, territory, zones, place_told, name, first_name, company, email, postcode, city, reference, language, batch_id) FROM STDIN (FORMAT BINARY)";
    private const string Prospects = "COPY prospect (list_id, customer_id, batch_id, state, due_at, attempts, extra, score, segment_id) FROM STDIN (FORMAT BINARY)";
    private const string Grounds = "COPY ground (customer_id, kind, at, until, withdrawn_at, reference, products, act, statements, channels, collector, wording, batch_id) FROM STDIN (FORMAT BINARY)";

    /// <summary>Loads the lines in one transaction when none of their people is known; false, with nothing done, when one is.</summary>
    public async Task<bool> TryLoadAsync(List<ProspectLine> lines, CancellationToken cancellation)
    {
        if (lines.Count == 0)
            return true;
        await using var transaction = await connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await using (var known = connection.Command(AnyKnown, ("@client", target.Client), ("@numbers", lines.ConvertAll(line => line.Number).ToArray())))
            if (await known.ExecuteScalarAsync(cancellation).ConfigureAwait(false) is true)
                return false;
        try
        {
            var columns = await segments.ColumnsOfAsync(target.List, cancellation).ConfigureAwait(false);
            var segmentOf = new long[lines.Count];
            for (var place = 0; place < lines.Count; place++)
                segmentOf[place] = await segments.IdOfAsync(lines[place].Segment(target.List, columns), cancellation).ConfigureAwait(false);
            // Customers go in by number, so that the unique index is met in its own order; prospects in the order of the list.
            var ids = await IdsAsync(lines.Count, cancellation).ConfigureAwait(false);
            var byNumber = Enumerable.Range(0, lines.Count).OrderBy(place => lines[place].Number).ToArray();
            Array.Sort(ids);
            var idOf = new long[lines.Count];
            for (var turn = 0; turn < ids.Length; turn++)
                idOf[byNumber[turn]] = ids[turn];
            await CopyAsync(Customers, byNumber, (copy, place) => Write(copy, lines[place], idOf[place]), cancellation).ConfigureAwait(false);
            await CopyAsync(Prospects, Enumerable.Range(0, lines.Count), (copy, place) => Write(copy, idOf[place], lines[place], segmentOf[place]), cancellation).ConfigureAwait(false);
            await CopyAsync(Grounds, Enumerable.Range(0, lines.Count), (copy, place) => Write(copy, idOf[place], lines[place]), cancellation).ConfigureAwait(false);
            await transaction.CommitAsync(cancellation).ConfigureAwait(false);
            return true;
        }
        catch (PostgresException met) when (met.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            segments.Forget();
            return false;
        }
    }

    private async Task<long[]> IdsAsync(int count, CancellationToken cancellation)
    {
        await using var command = connection.Command(Ids, ("@count", count));
        await using var rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        var ids = new long[count];
        for (var place = 0; await rows.ReadAsync(cancellation).ConfigureAwait(false); place++)
            ids[place] = rows.GetInt64(0);
        return ids;
    }

    private async Task CopyAsync(string sql, IEnumerable<int> places, Action<NpgsqlBinaryImporter, int> write, CancellationToken cancellation)
    {
        await using var copy = await connection.BeginBinaryImportAsync(sql, cancellation).ConfigureAwait(false);
        foreach (var place in places)
            write(copy, place);
        await copy.CompleteAsync(cancellation).ConfigureAwait(false);
    }

    private void Write(NpgsqlBinaryImporter copy, ProspectLine line, long id)
    {
        copy.StartRow();
        copy.Write(id, NpgsqlDbType.Bigint);
        copy.WriteText(target.Client);
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
        copy.WriteText(line.Language);
        copy.Write(target.Batch, NpgsqlDbType.Bigint);
    }

    private void Write(NpgsqlBinaryImporter copy, long id, ProspectLine line, long segment)
    {
        copy.StartRow();
        copy.WriteText(target.List);
        copy.Write(id, NpgsqlDbType.Bigint);
        copy.Write(target.Batch, NpgsqlDbType.Bigint);
        copy.Write((short)0, NpgsqlDbType.Smallint);
        copy.Write(0L, NpgsqlDbType.Bigint);
        copy.Write(0, NpgsqlDbType.Integer);
        copy.WriteText(line.Extra);
        copy.WriteNumber(line.Score);
        copy.Write(segment, NpgsqlDbType.Bigint);
    }

    private void Write(NpgsqlBinaryImporter copy, long id, ProspectLine line)
    {
        foreach (var ground in line.Grounds)
        {
            copy.StartRow();
            copy.Write(id, NpgsqlDbType.Bigint);
            copy.WriteGround(ground);
            copy.Write(target.Batch, NpgsqlDbType.Bigint);
        }
    }
}
