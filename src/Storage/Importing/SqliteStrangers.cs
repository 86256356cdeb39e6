using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Plateau.Storage.Importing;

/// <summary>The short way into SQLite for a slice in which nobody is known to the client yet: plain inserts, under ids counted here.</summary>
/// <remarks>
/// Most rows of most imports are new people. For them nothing can conflict, so nothing need be staged, joined or merged;
/// customers go in by number, so that the unique index is met in its own order. A slice with one known person in it
/// takes the way through the staging table.
/// </remarks>
internal sealed class SqliteStrangers : IDisposable
{
    private readonly SqliteCommand _anyKnown;
    private readonly SqliteCommand _lastId;
    private readonly SqliteCommand _customer;
    private readonly SqliteCommand _prospect;
    private readonly SqliteCommand _ground;

    public SqliteStrangers(SqliteConnection connection, LoadTarget target)
    {
        _anyKnown = Prepared(connection,
            "SELECT EXISTS (SELECT 1 FROM json_each(@numbers) AS told CROSS JOIN customer ON customer.client_id = @client AND customer.number = told.value)",
            ("@numbers", null), ("@client", target.Client));
        // Ids of people who were taken off again are never given to others: facts may still name them.
        _lastId = Prepared(connection, "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'customer'), 0)");
        _customer = Prepared(connection,
            """
            INSERT INTO customer (id, client_id, number, audience, country, territory, zones, place_told, name, first_name, company, email, postcode, city, reference, batch_id)
            VALUES (@id, @client, @number, @audience, @country, @territory, @zones, @placeTold, @name, @firstName, @company, @email, @postcode, @city, @reference, @batch)
            """,
            ("@id", null), ("@number", null), ("@audience", null), ("@country", null), ("@territory", null), ("@zones", null), ("@placeTold", null), ("@name", null),
            ("@firstName", null), ("@company", null), ("@email", null), ("@postcode", null), ("@city", null), ("@reference", null), ("@client", target.Client), ("@batch", target.Batch));
        _prospect = Prepared(connection,
            "INSERT INTO prospect (list_id, customer_id, batch_id, state, due_at, attempts, extra) VALUES (@list, @customer, @batch, 0, 0, 0, @extra)",
            ("@customer", null), ("@extra", null), ("@list", target.List), ("@batch", target.Batch));
        _ground = Prepared(connection,
            "INSERT INTO ground (customer_id, kind, reference, products, at, until, batch_id) VALUES (@customer, @kind, @reference, @products, @at, @until, @batch)",
            ("@customer", null), ("@kind", null), ("@reference", null), ("@products", null), ("@at", null), ("@until", null), ("@batch", target.Batch));
    }

    /// <summary>Loads the lines when none of their people is known; false, with nothing done, when one is.</summary>
    public bool TryLoad(List<ProspectLine> lines, SqliteTransaction transaction)
    {
        foreach (var command in (SqliteCommand[])[_anyKnown, _lastId, _customer, _prospect, _ground]) command.Transaction = transaction;
        if (lines.Count == 0) return true;
        _anyKnown.Parameters[0].Value = Numbers(lines);
        if ((long)_anyKnown.ExecuteScalar()! != 0) return false;
        var id = (long)_lastId.ExecuteScalar()!;
        var ids = new long[lines.Count];
        foreach (var place in Enumerable.Range(0, lines.Count).OrderBy(place => lines[place].Number))
        {
            ids[place] = ++id;
            Insert(lines[place], id);
        }
        for (var place = 0; place < lines.Count; place++)
        {
            _prospect.Parameters[0].Value = ids[place];
            _prospect.Parameters[1].Value = Or(lines[place].Extra);
            _prospect.ExecuteNonQuery();
        }
        for (var place = 0; place < lines.Count; place++)
        {
            var line = lines[place];
            if (line.ConsentAt is { } consented) Insert(ids[place], 1, line.ConsentProof, line.Products, consented, line.ConsentUntil);
            if (line.ContractSince is { } since) Insert(ids[place], 2, line.ContractProof, line.Products, since, null);
        }
        return true;
    }

    public void Dispose()
    {
        foreach (var command in (SqliteCommand[])[_anyKnown, _lastId, _customer, _prospect, _ground]) command.Dispose();
    }

    private void Insert(ProspectLine line, long id)
    {
        var p = _customer.Parameters;
        p[0].Value = id;
        p[1].Value = line.Number;
        p[2].Value = line.Audience;
        p[3].Value = line.Country;
        p[4].Value = Or(line.Territory);
        p[5].Value = line.Zones;
        p[6].Value = line.PlaceTold;
        p[7].Value = Or(line.Name);
        p[8].Value = Or(line.FirstName);
        p[9].Value = Or(line.Company);
        p[10].Value = Or(line.Email);
        p[11].Value = Or(line.Postcode);
        p[12].Value = Or(line.City);
        p[13].Value = Or(line.Reference);
        _customer.ExecuteNonQuery();
    }

    private void Insert(long customer, int kind, string? proof, string? products, long at, long? until)
    {
        var p = _ground.Parameters;
        p[0].Value = customer;
        p[1].Value = kind;
        p[2].Value = proof ?? "";
        p[3].Value = products ?? "";
        p[4].Value = at;
        p[5].Value = until ?? (object)DBNull.Value;
        _ground.ExecuteNonQuery();
    }

    private static object Or(string? text) => text ?? (object)DBNull.Value;

    private static string Numbers(List<ProspectLine> lines)
    {
        var text = new StringBuilder(lines.Count * 13 + 2).Append('[');
        foreach (var line in lines) text.Append(CultureInfo.InvariantCulture, $"{line.Number},");
        text[^1] = ']';
        return text.ToString();
    }

    private static SqliteCommand Prepared(SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = (SqliteCommand)connection.Command(sql);
        foreach (var (name, value) in parameters) command.Parameters.Add(new SqliteParameter { ParameterName = name, Value = value ?? DBNull.Value });
        command.Prepare();
        return command;
    }
}
