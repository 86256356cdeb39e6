using NodaTime;
using Plateau.Core.Clients;
using Plateau.Core.Interactions;
using Plateau.Storage;
using Plateau.Storage.Centre;
using Plateau.Storage.Importing;

namespace Plateau.Contracts.House;

/// <summary>The sample lists become what the table in samples/README.md says of them.</summary>
public sealed class SampleListsContract
{
    private static readonly Instant At = Instant.FromUtc(2026, 11, 24, 9, 0);

    [Fact]
    public async Task The_sample_lists_become_what_their_page_says()
    {
        var stop = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("plateau-samples-");
        await using (var store = await Store.OpenAsync(StoreAddress.AtFile(Path.Combine(folder.FullName, "plateau.db")), stop))
        {
            var told = Table().ToList();
            told.Should().HaveCount(4);
            foreach (var (file, client, list, counts) in told)
            {
                var book = new CentreBook(store);
                await book.SetAsync(new Client(client, client.Value, []), At, stop);
                await book.SetListAsync(list, client, list.Value, At, stop);
                await using var content = File.OpenRead(Checkout.At("samples", file));
                var order = new ImportOrder(client, list, file, At) { ErrorFile = Path.Combine(folder.FullName, Path.GetFileName(file) + ".errors.csv") };
                var report = await new ListImport(store).RunAsync(order, content, cancellation: stop);
                new[] { report.Rows, report.Accepted, report.Refused, report.Duplicates }.Should().Equal(counts, $"{file} came out so: {report}");
            }
        }

        folder.Delete(recursive: true);
    }

    /// <summary>The rows of the page: | `file` | client, list | rows | new | refused | duplicates |</summary>
    private static IEnumerable<(string File, ClientId Client, ListId List, long[] Counts)> Table() =>
        from line in File.ReadLines(Checkout.At("samples", "README.md"))
        where line.StartsWith("| `lists/", StringComparison.Ordinal) && line.Count(letter => letter == '|') == 7
        let cells = line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries)
        let names = cells[1].Split(", ")
        select (cells[0].Trim('`'), new ClientId(names[0]), new ListId(names[1]), cells[2..].Select(cell => long.Parse(cell, System.Globalization.CultureInfo.InvariantCulture)).ToArray());
}
