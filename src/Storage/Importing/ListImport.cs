using System.Diagnostics;
using System.Threading.Channels;
using NodaTime;

namespace Plateau.Storage.Importing;

/// <summary>
/// A client's file becomes prospects on a list: recognised, checked row by row, screened against oppositions, loaded in
/// short transactions. One thread reads ahead while the database works. What is refused is written down with its remedy,
/// the same file twice changes nothing, and an import that was cut short goes on when it is asked for again.
/// </summary>
public sealed class ListImport(Store store)
{
    /// <summary>Runs the import to its end.</summary>
    /// <param name="content">The file; a stream that can't be read twice is spooled to disk first.</param>
    /// <exception cref="OperationCanceledException">It was cancelled; what is loaded stays and the same order resumes it.</exception>
    /// <exception cref="System.Data.Common.DbException">The database failed; the same order resumes it.</exception>
    public async Task<ImportReport> RunAsync(ImportOrder order, Stream content, IProgress<ImportProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(content);
        if (content.CanSeek)
            return await RunWholeAsync(order, content, progress, cancellation).ConfigureAwait(false);
        await using var spooled = await SpoolAsync(content, cancellation).ConfigureAwait(false);
        return spooled is null
            ? Refused(new ImportFlaw("file-too-large", order.FileName, $"The file is larger than {Bounds.Spool >> 30} GB.", "Split the file."))
            : await RunWholeAsync(order, spooled, progress, cancellation).ConfigureAwait(false);
    }

    private async Task<ImportReport> RunWholeAsync(ImportOrder order, Stream content, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        var look = await FileLook.AtAsync(content, cancellation).ConfigureAwait(false);
        if (look.Length == 0)
            return Refused(new ImportFlaw("file-empty", order.FileName, "The file is empty.", "Export the list again."));
        if (look.Shape == FileShape.OldWorkbook)
            return Refused(new ImportFlaw("workbook-old", order.FileName, "This is a workbook of before 2007 (.xls), or one with a password.", "Save it as .xlsx or .csv, without a password."));
        var batches = new ImportBatches(store);
        var known = await batches.FindAsync(order, look.Hash, cancellation).ConfigureAwait(false);
        if (known.Flaw is not null)
            return Refused(known.Flaw);
        if (known.Complete is { } before && !order.ScoresOnly)
            return before;
        try
        {
            using var file = OpenedFile.Open(content, look, order);
            if (order.ScoresOnly && file.Plan[Field.Score] < 0)
                return Refused(new ImportFlaw("score-column-missing", "line 1", $"No column of the file is a score ({string.Join(", ", file.Plan.Names.Take(12))}).", "Name it: --map score=\"the column's name\"."));
            return await LoadAsync(order, look, file, known.Unfinished, batches, progress, cancellation).ConfigureAwait(false);
        }
        catch (ImportRefused refused)
        {
            return Refused(refused.Flaw);
        }
        catch (Exception damaged) when (damaged is InvalidDataException or System.Xml.XmlException)
        {
            return Refused(new ImportFlaw("workbook-damaged", order.FileName, $"The workbook can't be read: {damaged.Message}", "Open it in a spreadsheet and save it again."));
        }
    }

    private async Task<ImportReport> LoadAsync(
        ImportOrder order, FileLook look, OpenedFile file, long? unfinished, ImportBatches batches, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        Screening screening;
        await using (var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false))
            screening = await Screening.LoadAsync(connection, order.Client.Value, order.List.Value, cancellation).ConfigureAwait(false);
        var batch = order.DryRun || order.ScoresOnly ? 0 : unfinished ?? await batches.BeginAsync(order, look.Hash, file.Plan.Shown, cancellation).ConfigureAwait(false);
        var count = new Count();
        var target = new LoadTarget(order.Client.Value, order.List.Value, batch);
        await using var errors = order.ErrorFile is null ? null : new ErrorFile(order.ErrorFile, file.Plan.Names);
        await using IListLoader? loader = order.ScoresOnly ? await ScoreLoader.OpenAsync(store, target, order.DryRun, cancellation).ConfigureAwait(false)
            : order.DryRun ? null
            : store.IsPostgres ? await PostgresLoader.OpenAsync(store, target, cancellation).ConfigureAwait(false)
            : await SqliteLoader.OpenAsync(store, target, cancellation).ConfigureAwait(false);
        await using var numbers = order.DryRun ? null : await NumberLoader.OpenAsync(store, target, cancellation).ConfigureAwait(false);
        try
        {
            await PumpAsync(order, look, file, screening, loader, numbers, errors, count, progress, cancellation).ConfigureAwait(false);
        }
        catch (ImportRefused) when (batch != 0)
        {
            // The file turned out to be no list when part of it was in: as a whole means none of it.
            await batches.RevertAsync(batch, cancellation: CancellationToken.None).ConfigureAwait(false);
            throw;
        }

        var report = new ImportReport(
            order.DryRun ? ImportResult.DryRun : ImportResult.Complete, batch, count.Rows, count.Accepted, count.Refused, count.Duplicates, count.Opposed,
            file.Plan.Shown, look.Shape == FileShape.Workbook ? "xlsx" : look.Encoding.WebName, file.Delimiter, order.ErrorFile) { Rescored = count.Rescored, Noted = count.Noted };
        // Every row is in: whoever stops it now is too late, and is told that it is complete.
        if (batch != 0)
            await batches.CompleteAsync(report, CancellationToken.None).ConfigureAwait(false);
        return report;
    }

    private static async Task PumpAsync(
        ImportOrder order, FileLook look, OpenedFile file, Screening screening, IListLoader? loader, NumberLoader? numbers, ErrorFile? errors, Count count,
        IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var slices = Channel.CreateBounded<Slice>(new BoundedChannelOptions(Bounds.SlicesAhead) { SingleReader = true, SingleWriter = true });
        var reading = Task.Run(() => new SliceReading(file, order, screening, look).RunAsync(slices.Writer, stop.Token), CancellationToken.None);
        var watch = Stopwatch.StartNew();
        try
        {
            await foreach (var slice in slices.Reader.ReadAllAsync(cancellation).ConfigureAwait(false))
            {
                if (numbers is not null) await numbers.RecogniseAsync(slice, cancellation).ConfigureAwait(false);
                var already = loader is null || slice.Lines.Count == 0 ? new HashSet<long>() : await loader.LoadAsync(slice, cancellation).ConfigureAwait(false);
                if (numbers is not null && !order.ScoresOnly) await numbers.LoadAsync(slice, file.Plan.Names[file.Plan[Field.Phone]], cancellation).ConfigureAwait(false);
                if (loader is not null && slice.Further.Count > 0) await loader.LoadGroundsAsync(await numbers!.RecogniseAsync(slice.Further, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
                count.Add(slice, already.Count, order.ScoresOnly);
                WriteErrors(errors, slice, already, file.Plan, order.ScoresOnly);
                progress?.Report(new ImportProgress(slice.Bytes, look.Length, count.Rows, Left(watch.Elapsed, slice.Bytes, look.Length)));
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await reading.ContinueWith(_ => { }, TaskScheduler.Default).ConfigureAwait(false);
        }

        await reading.ConfigureAwait(false);
    }

    private static void WriteErrors(ErrorFile? errors, Slice slice, IReadOnlySet<long> already, ColumnPlan plan, bool scoresOnly)
    {
        if (errors is null)
            return;
        var (code, remedy) = scoresOnly
            ? ("not-on-list", "This person is not on the list: import them with their ground, or leave them out.")
            : ("already-on-list", "Nothing to do: this person is on the list, and what the row tells of them is kept.");
        var apart = slice.Lines.Where(line => already.Contains(line.Row)).Select(line => new RowRefusal(line.Row, plan.Names[plan[Field.Phone]], $"+{line.Number}", code, remedy, null));
        foreach (var refusal in slice.Refusals.Concat(slice.Notes).Concat(apart).OrderBy(refusal => refusal.Row))
            errors.Add(refusal);
    }

    private static Duration? Left(TimeSpan elapsed, long bytes, long total) =>
        bytes <= 0 ? null : Duration.FromTimeSpan(elapsed * ((total - bytes) / (double)bytes));

    private static ImportReport Refused(ImportFlaw flaw) =>
        new(ImportResult.Refused, 0, 0, 0, 0, 0, 0, new Dictionary<string, string>(), "", null, null, flaw);

    private static async Task<FileStream?> SpoolAsync(Stream content, CancellationToken cancellation)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite; // A list of people is nobody else's to read.
        var file = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), options);
        var chunk = new byte[1 << 17];
        int read;
        while ((read = await content.ReadAsync(chunk, cancellation).ConfigureAwait(false)) > 0)
        {
            if (file.Length + read > Bounds.Spool)
            {
                await file.DisposeAsync().ConfigureAwait(false);
                return null;
            }

            await file.WriteAsync(chunk.AsMemory(0, read), cancellation).ConfigureAwait(false);
        }

        return file;
    }

    /// <summary>The sums of an import while it runs.</summary>
    private sealed class Count
    {
        public long Rows { get; private set; }
        public long Accepted { get; private set; }
        public long Refused { get; private set; }
        public long Duplicates { get; private set; }
        public long Opposed { get; private set; }
        public long Rescored { get; private set; }
        public long Noted { get; private set; }

        /// <param name="apart">Those who were on the list already; when only scores are wanted, those who are not on it.</param>
        public void Add(Slice slice, int apart, bool scoresOnly)
        {
            Rows += slice.Rows;
            Noted += slice.Notes.Count;
            if (scoresOnly) Rescored += slice.Lines.Count - apart;
            else Accepted += slice.Lines.Count - apart;
            Refused += slice.Refusals.Count - slice.Duplicates - slice.Opposed + (scoresOnly ? apart : 0);
            Duplicates += slice.Duplicates + (scoresOnly ? 0 : apart);
            Opposed += slice.Opposed;
        }
    }
}
