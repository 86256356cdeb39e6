using Npgsql;
using NpgsqlTypes;

namespace Plateau.Storage.Importing;

/// <summary>Values that may be missing, on their way into a COPY.</summary>
internal static class CopiedValues
{
    public static void WriteText(this NpgsqlBinaryImporter copy, string? text)
    {
        // PostgreSQL keeps no zero character in a text, and no person writes one.
        if (text is null)
            copy.WriteNull();
        else
            copy.Write(text.Contains('\0', StringComparison.Ordinal) ? text.Replace("\0", "", StringComparison.Ordinal) : text, NpgsqlDbType.Text);
    }

    public static void WriteNumber(this NpgsqlBinaryImporter copy, double? number)
    {
        if (number is { } told)
            copy.Write(told, NpgsqlDbType.Double);
        else
            copy.WriteNull();
    }

    public static void WriteNumber(this NpgsqlBinaryImporter copy, long? number)
    {
        if (number is { } told)
            copy.Write(told, NpgsqlDbType.Bigint);
        else
            copy.WriteNull();
    }

    /// <summary>A ground from its kind to its wording, in the order of <see cref="LoadSql.StagedGrounds"/>.</summary>
    public static void WriteGround(this NpgsqlBinaryImporter copy, GroundLine ground)
    {
        copy.Write((short)ground.Kind, NpgsqlDbType.Smallint);
        copy.Write(ground.At, NpgsqlDbType.Bigint);
        copy.WriteNumber(ground.Until);
        copy.WriteNumber(ground.WithdrawnAt);
        foreach (var text in (string?[])[ground.Reference, ground.Products, ground.Act, ground.Statements, ground.Channels, ground.Collector, ground.Wording])
            copy.WriteText(text);
    }
}
