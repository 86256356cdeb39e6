using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Plateau.Storage;

namespace Plateau.Contracts.Storage;

/// <summary>Looks into a database past the product, so that a test need not trust what it tests.</summary>
internal static class Probe
{
    public static async Task<IReadOnlyList<string>> TextsAsync(StoreAddress address, string sql)
    {
        await using DbConnection connection = address.Engine == StoreEngine.Sqlite
            ? new SqliteConnection($"Data Source={address.Shown};Pooling=False")
            : new NpgsqlConnection($"Host=127.0.0.1;Username=plateau;Port={new Uri(address.Shown).Port};Database={new Uri(address.Shown).AbsolutePath[1..]}");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        var texts = new List<string>();
        await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await rows.ReadAsync(TestContext.Current.CancellationToken))
            texts.Add(rows.GetString(0));
        return texts;
    }
}

/// <summary>A list whose second row is one line of so many bytes, made up as it is read.</summary>
internal sealed class EndlessLine(long length) : Stream
{
    private static readonly byte[] Before = "telephone;nom\n0612345678;Martin\n"u8.ToArray();
    private static readonly byte[] After = "\n0612345679;Petit\n"u8.ToArray();

    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length => Before.Length + length + After.Length;
    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var (part, from) = Position < Before.Length ? (Before, Position)
            : Position >= Before.Length + length ? (After, Position - Before.Length - length) : ([], 0L);
        if (part.Length > 0)
        {
            var copied = (int)Math.Min(buffer.Length, part.Length - from);
            part.AsSpan((int)from, copied).CopyTo(buffer);
            Position += copied;
            return copied;
        }

        var filled = (int)Math.Min(buffer.Length, Before.Length + length - Position);
        buffer[..filled].Fill((byte)'x');
        Position += filled;
        return filled;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));
    public override void Flush() => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
