namespace Plateau.Storage.Importing;

/// <summary>Which column means what: drawn from the header's words, from an order's own mapping, or from the numbers themselves when there is no header.</summary>
internal sealed class ColumnPlan
{
    private readonly int[] _byField = new int[Enum.GetValues<Field>().Length];

    private ColumnPlan(string[] names, bool hasHeader)
    {
        Names = names;
        HasHeader = hasHeader;
        Array.Fill(_byField, -1);
    }

    public string[] Names { get; }

    public bool HasHeader { get; }

    /// <summary>Every column with a number in it, the best first: a row without a landline may have a mobile. Which sort of line it is stands beside it.</summary>
    public List<(int Column, Field Kind)> Phones { get; } = [];

    /// <summary>Columns without a meaning for us, kept with the prospect under their own names.</summary>
    public List<int> Extras { get; } = [];

    public int this[Field field] => _byField[(int)field];

    public IReadOnlyDictionary<string, string> Shown => Enum.GetValues<Field>().Where(each => this[each] >= 0)
        .Select(each => (Field: each.ToString(), Column: this[each])).Concat(Phones.Skip(1).Select((each, place) => (Field: $"{each.Kind}{place + 2}", each.Column)))
        .ToDictionary(each => each.Field, each => Names[each.Column]);

    /// <summary>Draws the plan from the first record; the flaw says what is missing.</summary>
    public static (ColumnPlan? Plan, ImportFlaw? Flaw) Draw(string[] first, ImportOrder order, bool withoutPhone = false)
    {
        var phoneLike = Array.FindIndex(first, cell => NumberReading.Read(Cell.Bare(cell), order.Region).Fault is null);
        var hasHeader = phoneLike < 0 || first.Any(cell => HeaderWords.Meaning(cell) is { } field && HeaderWords.IsPhone(field));
        var names = hasHeader
            ? [.. first.Select((cell, place) => cell.Trim() is { Length: > 0 } name ? name : $"column {place + 1}")]
            : first.Select((_, place) => $"column {place + 1}").ToArray();
        var plan = new ColumnPlan(names, hasHeader);
        var unread = new HashSet<Field>();
        if (plan.ByOrder(order, unread) is { } flaw)
            return (null, flaw);
        plan.ByWords(hasHeader, unread);
        if (plan.Phones.Count == 0 && !hasHeader)
            plan.Give(Field.Phone, phoneLike);
        if (plan.Phones.Count == 0 && !withoutPhone)
        {
            return (null, new ImportFlaw("phone-column-missing", "line 1", $"No column of the file is a telephone number ({string.Join(", ", names.Take(12))}).",
                "Name it: --map phone=\"the column's name\"."));
        }

        for (var column = 0; column < names.Length; column++)
        {
            if (!plan._byField.Contains(column) && !plan.Phones.Exists(phone => phone.Column == column))
                plan.Extras.Add(column);
        }

        return (plan, null);
    }

    private ImportFlaw? ByOrder(ImportOrder order, HashSet<Field> unread)
    {
        foreach (var (name, column) in order.Map.Concat(order.Phones))
        {
            if (HeaderWords.Named(name) is not { } field)
            {
                return new ImportFlaw("field-unknown", $"--map {name}", $"'{name}' is no field of a prospect.",
                    $"The fields are: {string.Join(", ", Enum.GetNames<Field>())}.");
            }

            if (column == "-")
            {
                unread.Add(field);
                continue;
            }

            var at = Array.FindIndex(Names, told => HeaderWords.Fold(told) == HeaderWords.Fold(column) && HeaderWords.Fold(column).Length > 0 || told == column);
            if (at < 0)
            {
                return new ImportFlaw("column-unknown", $"--map {name}={column}", $"The file has no column '{column}'.",
                    $"Its columns are: {string.Join(", ", Names.Take(40))}.");
            }

            Give(field, at);
            // What people say about a field is all there is to say: no second column by its heading.
            if (HeaderWords.IsPhone(field)) unread.UnionWith([Field.Phone, Field.Mobile, Field.Office, Field.Switchboard]);
            else unread.Add(field);
        }

        return null;
    }

    private void ByWords(bool hasHeader, HashSet<Field> unread)
    {
        for (var column = 0; hasHeader && column < Names.Length; column++)
        {
            if (HeaderWords.Meaning(Names[column]) is { } field && !unread.Contains(field) && !_byField.Contains(column) && (this[field] < 0 || HeaderWords.IsPhone(field)))
                Give(field, column);
        }
    }

    private void Give(Field field, int column)
    {
        if (!HeaderWords.IsPhone(field))
        {
            if (this[field] < 0) _byField[(int)field] = column;
            return;
        }

        if (!Phones.Exists(phone => phone.Column == column)) Phones.Add((column, field));
        _byField[(int)Field.Phone] = Phones[0].Column;
    }
}

/// <summary>A cell's text without what spreadsheets put around it.</summary>
internal static class Cell
{
    /// <summary>Trims, and takes away the apostrophe by which our own files keep a formula from running.</summary>
    public static string Bare(string cell)
    {
        var bare = cell.Trim();
        return bare.Length > 1 && bare[0] == '\'' && bare[1] is '=' or '+' or '-' or '@' ? bare[1..] : bare;
    }

    /// <summary>A spreadsheet runs a cell that begins like a formula: an apostrophe in front makes it text and loses nothing.</summary>
    public static string Harmless(string cell) => cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + cell : cell;
}
