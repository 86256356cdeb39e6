using System.Threading.Channels;

namespace Plateau.Storage.Importing;

/// <summary>The reading half of an import: records in, slices of good and refused rows out, never more than a few slices ahead.</summary>
internal sealed class SliceReading(OpenedFile file, ImportOrder order, Screening screening, FileLook look)
{
    private readonly LineReading _reading = new(file.Plan, order, look.Shape == FileShape.Workbook);
    private readonly HashSet<long> _seen = [];
    private long _rows;

    public async Task RunAsync(ChannelWriter<Slice> slices, CancellationToken cancellation)
    {
        try
        {
            var slice = new Slice();
            var more = file.Plan.HasHeader ? file.Records.Read() : true;
            for (; more; more = file.Records.Read())
            {
                if (++_rows > Bounds.Rows)
                {
                    throw new ImportRefused(new ImportFlaw("file-too-long", $"row {file.Records.Row}", $"The file has more than {Bounds.Rows:N0} rows.",
                        "Split the file; nothing of it was kept."));
                }

                Take(slice);
                if (!slice.Full && slice.Rows < Bounds.Slice)
                    continue;
                slice.Bytes = file.Position;
                await slices.WriteAsync(slice, cancellation).ConfigureAwait(false);
                slice = new Slice();
            }

            slice.Bytes = look.Length;
            await slices.WriteAsync(slice, cancellation).ConfigureAwait(false);
            slices.Complete();
        }
        catch (Exception failure)
        {
            slices.TryComplete(failure is OperationCanceledException ? null : failure);
            throw;
        }
    }

    private void Take(Slice slice)
    {
        slice.Rows++;
        var (line, refusal) = _reading.Read(file.Records);
        if (refusal is not null)
        {
            slice.Refusals.Add(refusal);
        }
        else if (!_seen.Add(line!.Number))
        {
            slice.Duplicates++;
            slice.Further.AddRange(line.Grounds.Select(ground => (line.Number, ground)));
            slice.Refusals.Add(Again(line, "duplicate", line.Grounds.Count == 0 ? "The number stands earlier in this file: nothing to do, or enter the person's own number."
                : "The number stands earlier in this file, and what this row tells of consent, contract or request is kept with them: nothing to do, or enter the person's own number."));
        }
        else if (!order.ScoresOnly && line.Others.Append(line.Number).Any(number => screening.Opposed(number, line.ConsentAt)))
        {
            slice.Opposed++;
            _seen.Remove(line.Number); // A later row may bring the consent that they gave since.
            slice.Refusals.Add(Again(line, "opposed", "This person has objected to being called: leave them out."));
        }
        else
        {
            slice.Lines.Add(line);
            slice.Notes.AddRange(_reading.GroundNotes);
            slice.Notes.AddRange(_reading.Notes(file.Records));
            if (file.Plan.Phones.Count > 1)
                TakeOthers(slice, line);
        }
    }

    /// <summary>A number that stands with somebody else earlier in the file is theirs, and the row is taken without it.</summary>
    private void TakeOthers(Slice slice, ProspectLine line)
    {
        var theirs = line.Others.Where(number => !_seen.Add(number)).ToHashSet();
        foreach (var number in theirs)
            slice.Notes.Add(Again(line, "phone-of-another", "This number stands with somebody else earlier in the file: the person is taken without it.", number));
        line.Others = [.. line.Others.Where(number => !theirs.Contains(number))];
    }

    private RowRefusal Again(ProspectLine line, string code, string remedy, long? number = null)
    {
        var cells = new string[file.Records.Count];
        for (var each = 0; each < cells.Length; each++)
            cells[each] = file.Records[each];
        return new RowRefusal(line.Row, file.Plan.Names[file.Plan[Field.Phone]], $"+{number ?? line.Number}", code, remedy, cells);
    }
}
