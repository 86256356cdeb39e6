using System.Collections.Concurrent;
using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Server.Floors;
using Plateau.Storage.Centre;

namespace Plateau.Server.Desks.Work;

/// <summary>What a person can ask for in a call, whatever else comes of it.</summary>
public enum SpokenWishKind { Opposition, Withdrawal }

/// <summary>What a person asked an agent for.</summary>
/// <param name="Attempt">The call in which it was said: the evidence.</param>
public sealed record SpokenWish(AttemptId Attempt, SpokenWishKind Kind, ClientId Client, CustomerId Customer, AgentId Agent, Instant At)
{
    /// <summary>Where what they said is kept; no name stands in it.</summary>
    public string Reference => $"said to {Agent} on {Attempt}";

    /// <summary>Told under the moment in which it was said, by which the floor knows one that it has heard already.</summary>
    internal Signal ToSignal() => Kind == SpokenWishKind.Opposition
        ? new PersonOpposed(At, Client, Customer, Reference)
        : new ConsentWithdrawn(At, Client, Customer, Reference);
}

/// <summary>
/// Objections and withdrawals that were said to an agent: written down in the moment, taken back as long as the call is
/// before its agent, and told to the floor once it is not, whether the agent closed it or nobody did.
/// </summary>
/// <remarks>While the call is at a desk the person is being called, so that nobody else can call them; nothing is lost by waiting.</remarks>
internal sealed class SpokenWishes(DocumentBook book, FloorWatch watch, FloorLine line, ILogger<SpokenWishes> log) : BackgroundService
{
    /// <summary>The kind of document; what is told is removed.</summary>
    public const string Kind = "spoken-wish";

    private readonly ConcurrentDictionary<(AttemptId Attempt, SpokenWishKind Kind), SpokenWish> open = new();
    private readonly SemaphoreSlim looked = new(0, 1);

    public bool Has(AttemptId attempt, SpokenWishKind kind) => open.ContainsKey((attempt, kind));

    public async Task KeepAsync(SpokenWish wish, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(wish);
        var before = await book.FindAsync<SpokenWish>(Kind, IdOf(wish), cancel);
        await book.SetAsync(Kind, IdOf(wish), wish, wish.At, before?.Version, wish.Client, cancellation: cancel);
        open[(wish.Attempt, wish.Kind)] = wish;
    }

    /// <summary>It was a slip of the agent's. Too late once the call is closed: then it is told, and stands.</summary>
    public async Task<bool> TakeBackAsync(AttemptId attempt, SpokenWishKind kind, CancellationToken cancel = default)
    {
        if (!open.TryRemove((attempt, kind), out var wish)) return false;
        await book.RemoveAsync(Kind, IdOf(wish), cancel);
        return true;
    }

    public override void Dispose()
    {
        looked.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            foreach (var kept in await book.AllAsync<SpokenWish>(Kind, cancellation: stoppingToken)) open[(kept.Content.Attempt, kept.Content.Kind)] = kept.Content;
            watch.Looked += Wake;
            while (true)
            {
                await looked.WaitAsync(stoppingToken);
                if (!open.IsEmpty && watch.View is { } view) await TellAsync(view, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            log.LogInformation("What was said by mouth is told no more");
        }
        finally
        {
            watch.Looked -= Wake;
        }
    }

    private void Wake()
    {
        if (looked.CurrentCount == 0) looked.Release();
    }

    /// <summary>Those whose call is over: told first and forgotten then, because told twice is harmless.</summary>
    private async Task TellAsync(FloorView view, CancellationToken stopping)
    {
        foreach (var (key, wish) in open)
        {
            if (wish.At >= view.Now || view.Desks.Any(desk => desk.Attempt == wish.Attempt)) continue;
            try
            {
                await line.AskAsync(wish.ToSignal());
            }
            catch (Exception away) when (away is JournalIsAwayException or OrleansException or TimeoutException)
            {
                // The next look tells it again.
                return;
            }
            open.TryRemove(key, out _);
            await book.RemoveAsync(Kind, IdOf(wish), stopping);
        }
    }

    private static string IdOf(SpokenWish wish) => $"{wish.Attempt}.{wish.Kind}";
}
