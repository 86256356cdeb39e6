using System.IO.Compression;
using System.Text;
using Plateau.Storage.Importing;
using static Plateau.Contracts.Storage.Centres;

namespace Plateau.Contracts.Storage;

/// <summary>Bad input gets an error that names the place and the remedy; the good rows around it are kept.</summary>
[Collection(Plateau.Contracts.House.Alone.Name)]
public sealed class BadInputContract(SqliteDatabase database) : IClassFixture<SqliteDatabase>
{
    private const string Good = "0612345678;Martin\n";

    [Theory]
    [InlineData("telephone;nom\n" + Good + "\"0612345679;Broken\n0612345680;After\n", 2, "3;;\"\"\"0612345679;Broken\";quote-not-closed")]
    [InlineData("telephone;nom\n" + Good + "\"0612345679\"x;Broken\n0612345680;After\n", 2, "3;;\"\"\"0612345679\"\"x;Broken\";text-after-quote")]
    [InlineData("telephone;nom\n" + Good + "\"0612345679;Broken\n\"0612345680\";After\n", 2, "3;;\"\"\"0612345679;Broken\";text-after-quote")]
    [InlineData("telephone;nom\n" + Good + "0612345679;\"open\n", 1, "3;;\"0612345679;\"\"open\";quote-not-closed")]
    [InlineData("telephone;nom\n" + Good + "0612345679;A;too many\n", 1, "3;column 3;too many;columns-too-many")]
    [InlineData("telephone;nom\n" + Good + "0612345679\n", 1, "3;nom;;columns-missing")]
    [InlineData("telephone;nom\n" + Good + "061234ABCD;A\n", 1, "3;telephone;061234ABCD;phone-letters")]
    [InlineData("telephone;nom\n" + Good + "3,36E+10;A\n", 1, "3;telephone;3,36E+10;phone-letters")]
    [InlineData("telephone;nom\n" + Good + "0000000000;A\n", 1, "3;telephone;0000000000;phone-zeros")]
    [InlineData("telephone;nom\n" + Good + ";A\n", 1, "3;telephone;;phone-missing")]
    [InlineData("telephone;nom\n" + Good + "06123;A\n", 1, "3;telephone;06123;phone-too-short")]
    [InlineData("telephone;nom\n" + Good + "+999123456789;A\n", 1, "3;telephone;'+999123456789;phone-country-code")]
    [InlineData("telephone;nom\n" + Good + "0899123456;A\n", 1, "3;telephone;0899123456;phone-premium")]
    [InlineData("telephone;nom\n" + Good + "0612345678;Twice\n", 1, "3;telephone;'+33612345678;duplicate")]
    [InlineData("telephone;fuseau\n0612345678;Europe/Paris\n0612345679;Europe/Pariss\n", 1, "3;fuseau;Europe/Pariss;zone-unknown")]
    [InlineData("telephone;territoire\n0612345678;FR-974\n0612345679;Atlantis\n", 1, "3;territoire;Atlantis;territory-unknown")]
    [InlineData("telephone;consentement\n0612345678;\n0612345679;oui\n", 1, "3;consentement;oui;date-unreadable")]
    public async Task A_bad_row_is_refused_by_itself(string text, int accepted, string error)
    {
        await using var store = await OpenWithCentreAsync(database);
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv");
        var report = await ImportAsync(store, text, Order() with { ErrorFile = path });
        report.Should().BeEquivalentTo(new { Result = ImportResult.Complete, Accepted = (long)accepted });
        (report.Refused + report.Duplicates).Should().Be(1);
        var lines = await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken);
        lines[1].Should().Contain(error);
        lines.Should().HaveCount(2);
        File.Delete(path);
    }

    [Fact]
    public async Task A_file_of_zeros_is_refused_as_a_whole()
    {
        await using var store = await OpenWithCentreAsync(database);
        var report = await new ListImport(store).RunAsync(Order(), new MemoryStream(new byte[3 << 20]), null, TestContext.Current.CancellationToken);
        report.Result.Should().Be(ImportResult.Refused);
        report.Flaw!.Remedy.Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_line_of_a_gigabyte_takes_no_memory_and_costs_no_other_row()
    {
        await using var store = await OpenWithCentreAsync(database);
        var before = GC.GetTotalAllocatedBytes();
        var report = await new ListImport(store).RunAsync(Order(), new EndlessLine(1L << 30), null, TestContext.Current.CancellationToken);
        report.Should().BeEquivalentTo(new { Result = ImportResult.Complete, Rows = 3L, Accepted = 2L, Refused = 1L });
        (GC.GetTotalAllocatedBytes() - before).Should().BeLessThan(100 << 20);
    }

    [Theory]
    [InlineData("utf-8", true, ';')]
    [InlineData("utf-8", false, ',')]
    [InlineData("utf-16", true, '\t')]
    [InlineData("utf-16", false, ';')]
    [InlineData("utf-16BE", true, '|')]
    [InlineData("windows-1252", false, ';')]
    public async Task Encoding_and_delimiter_are_recognised(string name, bool mark, char delimiter)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        await using var store = await OpenWithCentreAsync(database);
        var encoding = Encoding.GetEncoding(name);
        var text = new StringBuilder("Téléphone;Prénom;Note\n");
        for (var each = 0; each < 300; each++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"06{each:D8};Plain;\n");
        text.Append("0612345678;Zoé Éluère;\"two\r\nlines; here\"\n");
        var bytes = encoding.GetBytes(text.ToString().Replace(';', delimiter));
        var report = await new ListImport(store).RunAsync(Order(), new MemoryStream(mark ? [.. encoding.GetPreamble(), .. bytes] : bytes), null, TestContext.Current.CancellationToken);
        report.Should().BeEquivalentTo(new { Accepted = 301L, Refused = 0L, Delimiter = delimiter });
        (await Probe.TextsAsync(store.Address, "SELECT first_name FROM customer WHERE number = 33612345678")).Should().Equal("Zoé Éluère");
    }

    [Fact]
    public async Task A_list_without_a_header_is_read_by_its_numbers()
    {
        await using var store = await OpenWithCentreAsync(database);
        (await ImportAsync(store, "Martin;0612345678\nPetit;0612345679\n")).Should().BeEquivalentTo(new { Accepted = 2L, Refused = 0L });
    }

    [Theory]
    [InlineData("a;b\n1;2\n", null, "phone-column-missing")]
    [InlineData("a;b\n0612345678;2\n", "phone=c", "column-unknown")]
    [InlineData("a;b\n0612345678;2\n", "fone=a", "field-unknown")]
    [InlineData("", null, "file-empty")]
    public async Task A_file_that_is_no_list_is_refused_with_a_remedy(string text, string? map, string code)
    {
        await using var store = await OpenWithCentreAsync(database);
        var order = map is null ? Order() : Order() with { Map = new Dictionary<string, string> { [map.Split('=')[0]] = map.Split('=')[1] } };
        var report = await ImportAsync(store, text, order);
        report.Flaw!.Code.Should().Be(code);
        report.Flaw.Remedy.Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_workbook_is_read_and_a_bomb_is_not()
    {
        await using var store = await OpenWithCentreAsync(database);
        var rows = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>nom</t></is></c></row>" +
                   "<row r=\"2\"><c r=\"A2\"><v>612345678</v></c><c r=\"B2\" t=\"inlineStr\"><is><t>Zoé</t></is></c></row>" +
                   "<row r=\"3\"><c r=\"ZZZZZ3\"><v>1</v></c></row>" +
                   "<row r=\"4\"><c r=\"A4\"><v>3.3612345679E10</v></c><c r=\"B4\"/></row>";
        (await WorkbookAsync(store, rows)).Should().BeEquivalentTo(new { Result = ImportResult.Complete, Accepted = 2L, Refused = 1L });
        var bomb = await WorkbookAsync(store, rows + string.Concat(Enumerable.Repeat("<row><c t=\"inlineStr\"><is><t>" + new string('a', 1 << 20) + "</t></is></c></row>", 200)));
        bomb.Flaw!.Code.Should().Be("workbook-bomb");
        (await Probe.TextsAsync(store.Address, "SELECT CAST(count(*) AS text) FROM prospect")).Should().Equal("2");
    }

    private static async Task<ImportReport> WorkbookAsync(Plateau.Storage.Store store, string rows)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            await WriteAsync(zip, "xl/sharedStrings.xml", "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>Téléphone</t></si></sst>");
            await WriteAsync(zip, "xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{rows}</sheetData></worksheet>");
        }

        return await new ListImport(store).RunAsync(Order("list.xlsx"), bytes, null, TestContext.Current.CancellationToken);
    }

    private static async Task WriteAsync(ZipArchive zip, string name, string text)
    {
        await using var entry = zip.CreateEntry(name).Open();
        await entry.WriteAsync(Encoding.UTF8.GetBytes(text));
    }
}
