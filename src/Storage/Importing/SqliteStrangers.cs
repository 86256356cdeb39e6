using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Plateau.Storage.Prospecting;

namespace Plateau.Storage.Importing;

/// <summary>The short way into SQLite for a slice in which nobody is known to the client yet: plain inserts, under ids counted here.</summary>
/// <remarks>
/// Most rows of most imports are new people. For them nothing can conflict, so nothing need be staged, joined or merged;
/// customers go in by number, so that the unique index is met in its own order. A slice with one known person in it
/// takes the way through the staging table.
/// </remarks>
internal sealed class SqliteStrangers : IDisposable
{
    private readonly SqliteStatement _anyKnown;
    private readonly SqliteStatement _lastId;
    private readonly SqliteStatement _customer;
    private readonly SqliteStatement _prospect;
    private readonly SqliteStatement _ground;

    private readonly LoadTarget _target;
    private readonly Segments _segments;

    public SqliteStrangers(SqliteConnection connection, LoadTarget target, Segments segments)
    {
        (_target, _segments) = (target, segments);
        _anyKnown = new SqliteStatement(connection,
            "SELECT EXISTS (SELECT 1 FROM json_each(?2) AS told CROSS JOIN customer ON customer.client_id = ?1 AND customer.number = told.value)").Bind(1, target.Client);
        // Ids of people who were taken off again are never given to others: facts may still name them.
        _lastId = new SqliteStatement(connection, "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'customer'), 0)");
        _customer = new SqliteStatement(connection,
            """
            INSERT INTO customer (client_id, batch_id, id, number, audience, country, territory, zones, place_told, name, first_name, company, email, postcode, city, reference, language)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
            """).Bind(1, target.Client).Bind(2, target.Batch);
        _prospect = new SqliteStatement(connection,
            "INSERT INTO prospect (list_id, batch_id, customer_id, state, due_at, attempts, extra, score, segment_id) VALUES (?1, ?2, ?3, 0, 0, 0, ?4, ?5, ?6)").Bind(1, target.List).Bind(2, target.Batch);
        _ground = new SqliteStatement(connection,
            "INSERT INTO ground (batch_id, customer_id, kind, reference, products, at, until, withdrawn_at, act, statements, channels, collector, wording) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)").Bind(1, target.Batch);
    }

    /// <summary>Loads the lines, within the transaction that runs, when none of their people is known; false, with nothing done, when one is.</summary>
    public async Task<bool> TryLoadAsync(List<ProspectLine> lines, CancellationToken cancellation)
    {
        if (lines.Count == 0) return true;
        if (_anyKnown.Bind(2, Numbers(lines)).Ask() != 0) return false;
        var columns = await _segments.ColumnsOfAsync(_target.List, cancellation).ConfigureAwait(false);
        var segments = new long[lines.Count];
        for (var place = 0; place < lines.Count; place++)
            segments[place] = await _segments.IdOfAsync(lines[place].Segment(_target.List, columns), cancellation).ConfigureAwait(false);
        var id = _lastId.Ask();
        var ids = new long[lines.Count];
        foreach (var place in Enumerable.Range(0, lines.Count).OrderBy(place => lines[place].Number))
        {
            ids[place] = ++id;
            Insert(lines[place], id);
        }
        for (var place = 0; place < lines.Count; place++)
            _prospect.Bind(3, ids[place]).Bind(4, lines[place].Extra).Bind(5, lines[place].Score).Bind(6, segments[place]).Run();
        for (var place = 0; place < lines.Count; place++)
            foreach (var ground in lines[place].Grounds) Insert(ids[place], ground);
        return true;
    }

    public void Dispose()
    {
        foreach (var statement in (SqliteStatement[])[_anyKnown, _lastId, _customer, _prospect, _ground]) statement.Dispose();
    }

    private void Insert(ProspectLine line, long id) => _customer
        .Bind(3, id).Bind(4, line.Number).Bind(5, line.Audience).Bind(6, line.Country).Bind(7, line.Territory).Bind(8, line.Zones)
        .Bind(9, line.PlaceTold ? 1 : 0).Bind(10, line.Name).Bind(11, line.FirstName).Bind(12, line.Company).Bind(13, line.Email)
        .Bind(14, line.Postcode).Bind(15, line.City).Bind(16, line.Reference).Bind(17, line.Language).Run();

    private void Insert(long customer, GroundLine ground) => _ground
        .Bind(2, customer).Bind(3, (long)ground.Kind).Bind(4, ground.Reference).Bind(5, ground.Products).Bind(6, ground.At).Bind(7, ground.Until).Bind(8, ground.WithdrawnAt)
        .Bind(9, ground.Act).Bind(10, ground.Statements).Bind(11, ground.Channels).Bind(12, ground.Collector).Bind(13, ground.Wording).Run();

    private static string Numbers(List<ProspectLine> lines)
    {
        var text = new StringBuilder(lines.Count * 13 + 2).Append('[');
        foreach (var line in lines) text.Append(CultureInfo.InvariantCulture, $"{line.Number},");
        text[^1] = ']';
        return text.ToString();
    }
}
