using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Storage.Centre;

namespace Plateau.Server.Desks.Work;

/// <summary>What an agent wrote down in a call.</summary>
public sealed record Note(Instant At, AgentId Agent, AttemptId Attempt, string Text);

/// <summary>What agents wrote about a person, kept behind the person's id and gone with them.</summary>
public sealed class CustomerNotes(DocumentBook book)
{
    /// <summary>The kind of document; whoever erases a person removes the one under their id.</summary>
    public const string Kind = "notes";

    /// <summary>Letters of one note at most.</summary>
    public const int Longest = 4_000;

    private const int MostNotes = 200;

    public async Task<IReadOnlyList<Note>> OfAsync(CustomerId customer, CancellationToken cancel = default) =>
        (await book.FindAsync<List<Note>>(Kind, customer.ToString(), cancel))?.Content ?? [];

    /// <summary>Keeps a note; the same attempt's note is replaced, so that a retry is harmless.</summary>
    public async Task KeepAsync(CustomerId customer, ClientId client, Note note, CancellationToken cancel = default)
    {
        for (var kept = false; !kept;)
        {
            var before = await book.FindAsync<List<Note>>(Kind, customer.ToString(), cancel);
            List<Note> notes = [.. (before?.Content ?? []).Where(other => other.Attempt != note.Attempt).TakeLast(MostNotes - 1), note];
            kept = await book.SetAsync(Kind, customer.ToString(), notes, note.At, before?.Version, client, cancellation: cancel);
        }
    }
}
