using Microsoft.EntityFrameworkCore;
using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Storage.Model;

namespace Plateau.Storage.Centre;

/// <summary>What somebody answered at a step of a script, as it was asked and said then.</summary>
/// <param name="Version">Of the campaign's settings: the whole script of that day stands there.</param>
/// <param name="Step">The step's id in that script.</param>
public sealed record AnswerKept(AttemptId Attempt, CampaignId Campaign, int Version, AgentId Agent, Instant At, string Step, string Question, string Answer)
{
    /// <summary>The latest answer to each question, in the order in which they were asked.</summary>
    public static IReadOnlyList<AnswerKept> Latest(IEnumerable<AnswerKept> answers) =>
        [.. answers.GroupBy(answer => (answer.Campaign, answer.Question)).Select(same => same.MaxBy(answer => answer.At)!).OrderBy(answer => answer.At)];
}

/// <summary>What people answered to scripts: personal data, kept by call behind the person and gone with them.</summary>
public sealed class AnswerBook(Store store)
{
    /// <summary>Keeps what was answered in a call until now, in place of what was kept of it before: an answer that was taken back is gone.</summary>
    public Task KeepAsync(CustomerId customer, AttemptId attempt, IReadOnlyList<AnswerKept> answers, CancellationToken cancellation = default) => store.WriteAsync(async context =>
    {
        context.Answers.RemoveRange(await context.Answers.Where(row => row.AttemptId == attempt.Value).ToListAsync(cancellation).ConfigureAwait(false));
        context.Answers.AddRange(answers.Select((answer, place) => new AnswerRow
        {
            AttemptId = attempt.Value, Place = (short)place, CustomerId = customer.Value, CampaignId = answer.Campaign.Value, Version = answer.Version, AgentId = answer.Agent.Value,
            At = StoredInstant.Of(answer.At), Step = answer.Step, Question = answer.Question, Answer = answer.Answer,
        }));
    }, cancellation);

    /// <summary>Of one call, in the order in which they were given.</summary>
    public Task<IReadOnlyList<AnswerKept>> OfAttemptAsync(AttemptId attempt, CancellationToken cancellation = default) =>
        ReadAsync(rows => rows.Where(row => row.AttemptId == attempt.Value), cancellation);

    /// <summary>Of all calls to a person, in the order in which they were given.</summary>
    public Task<IReadOnlyList<AnswerKept>> OfCustomerAsync(CustomerId customer, CancellationToken cancellation = default) =>
        ReadAsync(rows => rows.Where(row => row.CustomerId == customer.Value), cancellation);

    private async Task<IReadOnlyList<AnswerKept>> ReadAsync(Func<IQueryable<AnswerRow>, IQueryable<AnswerRow>> which, CancellationToken cancellation)
    {
        await using var context = store.Context();
        var rows = await which(context.Answers.AsNoTracking()).OrderBy(row => row.At).ThenBy(row => row.AttemptId).ThenBy(row => row.Place).ToListAsync(cancellation).ConfigureAwait(false);
        return rows.ConvertAll(row => new AnswerKept(new(row.AttemptId), new(row.CampaignId), (int)row.Version, new(row.AgentId), StoredInstant.Read(row.At), row.Step, row.Question, row.Answer));
    }
}
