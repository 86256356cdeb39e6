using Microsoft.AspNetCore.Components.Authorization;
using Plateau.Core.Interactions;
using Plateau.Storage.People;

namespace Plateau.Server.People;

/// <summary>Asked by every page before it shows and before it acts: on the server, at that moment, by what the person is now.</summary>
public sealed class Permissions(AuthenticationStateProvider state, IHttpContextAccessor http, UserBook users, Audited audited)
{
    /// <summary>Who is signed in; null for nobody.</summary>
    public async Task<Person?> PersonAsync()
    {
        try
        {
            return Person.Of((await state.GetAuthenticationStateAsync()).User);
        }
        catch (InvalidOperationException) when (http.HttpContext is not null)
        {
            // Outside a page (an export, a recording) no component was told who it is; the request itself says so.
            return Person.Of(http.HttpContext.User);
        }
    }

    /// <summary>Whether to show what leads to an operation. It opens nothing: the operation itself asks again.</summary>
    public async Task<bool> MayAsync(string operation, ClientId? client = null) => await PersonAsync() is { } person && person.May(operation, client);

    /// <summary>Goes on only for who may, by what the book says of them now; a refusal is written down.</summary>
    /// <param name="subject">What it is done to, as kind:id.</param>
    /// <exception cref="ForbiddenException">They may not, or their session has ended.</exception>
    public async Task<Person> RequireAsync(string operation, string subject = "", ClientId? client = null)
    {
        var claimed = await PersonAsync() ?? throw new ForbiddenException(operation);
        var known = await users.FindAsync(claimed.Id);
        var person = known is { User.Disabled: false } && known.Stamp == claimed.Stamp ? Person.Of(known) : null;
        if (person?.May(operation, client) == true) return person;
        await audited.RefusedAsync(claimed.Who, operation, subject, client);
        throw new ForbiddenException(operation);
    }

    /// <summary>Does what changes something: asks, does it, and writes down what came of it.</summary>
    /// <param name="detail">What changes, without a name or number of a person.</param>
    /// <param name="isDone">Tells by what came of it whether anything was changed; without it everything that returns was done.</param>
    public async Task<T> ActAsync<T>(string operation, string subject, ClientId? client, object? detail, Func<Person, Task<T>> act, Func<T, bool>? isDone = null)
    {
        ArgumentNullException.ThrowIfNull(act);
        var person = await RequireAsync(operation, subject, client);
        try
        {
            var made = await act(person);
            await (isDone?.Invoke(made) == false ? audited.FailedAsync(person.Who, operation, subject, client, detail) : audited.DoneAsync(person.Who, operation, subject, client, detail));
            return made;
        }
        catch (Exception wrong) when (wrong is not ForbiddenException)
        {
            await audited.FailedAsync(person.Who, operation, subject, client, detail);
            throw;
        }
    }

    /// <summary>Does what the floor or the books may decline: then it is written down as failed, and the flaws say why.</summary>
    public async Task<IReadOnlyList<Flaw>> TryAsync(string operation, string subject, ClientId? client, object? detail, Func<Person, Task<IReadOnlyList<Flaw>>> act)
    {
        ArgumentNullException.ThrowIfNull(act);
        var (done, flaws) = (false, (IReadOnlyList<Flaw>)[]);
        var person = await RequireAsync(operation, subject, client);
        try
        {
            flaws = await act(person);
            done = flaws.Count == 0;
        }
        finally
        {
            await (done ? audited.DoneAsync(person.Who, operation, subject, client, detail) : audited.FailedAsync(person.Who, operation, subject, client, detail));
        }
        return flaws;
    }

    public Task ActAsync(string operation, string subject, ClientId? client, object? detail, Func<Person, Task> act) =>
        ActAsync(operation, subject, client, detail, async person =>
        {
            await act(person);
            return true;
        });
}

/// <summary>Somebody asked for what is not theirs.</summary>
public sealed class ForbiddenException(string operation) : Exception($"{operation} is not allowed")
{
    public string Operation { get; } = operation;
}
