using System.Security.Cryptography;
using NodaTime;

namespace Plateau.Storage.Centre;

/// <summary>What a key says about a request.</summary>
public enum Repetition
{
    /// <summary>Never seen: do it, then complete the key.</summary>
    New,
    /// <summary>Done before: give the same answer.</summary>
    Answered,
    /// <summary>Being done, or cut off while it was: the sender may try again later.</summary>
    UnderWay,
    /// <summary>The key was given with another request: a mistake of the sender.</summary>
    AnotherRequest,
}

/// <summary>The verdict on a request and, when it was answered before, that answer.</summary>
public sealed record IdempotencyVerdict(Repetition Repetition, int Status = 0, string Answer = "");

/// <summary>A sender that got no answer asks again with the same key, and the thing is done once.</summary>
public sealed class IdempotencyKeys(Store store)
{
    /// <param name="owner">Who sends: two senders' keys never meet.</param>
    /// <param name="request">The request's bytes, of which only a hash is kept.</param>
    public async Task<IdempotencyVerdict> BeginAsync(string owner, string key, ReadOnlyMemory<byte> request, Instant at, CancellationToken cancellation = default)
    {
        var hash = SHA256.HashData(request.Span);
        await store.Pen.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
            var taken = await connection.RunAsync(
                "INSERT INTO idempotency_key (owner, key, request_hash, at) VALUES (@owner, @key, @hash, @at) ON CONFLICT (owner, key) DO NOTHING", cancellation,
                ("@owner", owner), ("@key", key), ("@hash", hash), ("@at", StoredInstant.Of(at))).ConfigureAwait(false);
            if (taken == 1)
                return new IdempotencyVerdict(Repetition.New);
            await using var find = connection.Command("SELECT request_hash, status, answer FROM idempotency_key WHERE owner = @owner AND key = @key", ("@owner", owner), ("@key", key));
            await using var row = await find.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
            if (!await row.ReadAsync(cancellation).ConfigureAwait(false))
                return new IdempotencyVerdict(Repetition.UnderWay);
            return !row.GetFieldValue<byte[]>(0).AsSpan().SequenceEqual(hash) ? new IdempotencyVerdict(Repetition.AnotherRequest)
                : row.IsDBNull(1) ? new IdempotencyVerdict(Repetition.UnderWay)
                : new IdempotencyVerdict(Repetition.Answered, row.GetInt32(1), row.TextOrNull(2) ?? "");
        }
        finally
        {
            store.Pen.Release();
        }
    }

    public Task CompleteAsync(string owner, string key, int status, string answer, CancellationToken cancellation = default) => RunAsync(
        "UPDATE idempotency_key SET status = @status, answer = @answer WHERE owner = @owner AND key = @key", cancellation,
        ("@status", status), ("@answer", answer), ("@owner", owner), ("@key", key));

    /// <summary>Gives a key back whose request failed, so that the sender may try again.</summary>
    public Task AbandonAsync(string owner, string key, CancellationToken cancellation = default) => RunAsync(
        "DELETE FROM idempotency_key WHERE owner = @owner AND key = @key AND status IS NULL", cancellation, ("@owner", owner), ("@key", key));

    /// <summary>Forgets keys older than that: nobody retries after days.</summary>
    public Task ForgetAsync(Instant before, CancellationToken cancellation = default) => RunAsync(
        "DELETE FROM idempotency_key WHERE at < @before", cancellation, ("@before", StoredInstant.Of(before)));

    private async Task RunAsync(string sql, CancellationToken cancellation, params (string, object?)[] parameters)
    {
        await store.Pen.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
            await connection.RunAsync(sql, cancellation, parameters).ConfigureAwait(false);
        }
        finally
        {
            store.Pen.Release();
        }
    }
}
