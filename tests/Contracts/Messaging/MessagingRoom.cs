[assembly: AssemblyFixture(typeof(Plateau.Contracts.Messaging.MessagingRoom))]

namespace Plateau.Contracts.Messaging;

/// <summary>One mail server and one calendar server for the whole run, each started by the first test that asks.</summary>
public sealed class MessagingRoom : IAsyncDisposable
{
    private readonly Lazy<Task<RunningMail>> mail = new(RunningMail.StartAsync);
    private readonly Lazy<Task<RunningRadicale>> radicale = new(RunningRadicale.StartAsync);

    public Task<RunningMail> MailAsync() => mail.Value;
    public Task<RunningRadicale> RadicaleAsync() => radicale.Value;

    public async ValueTask DisposeAsync()
    {
        if (mail.IsValueCreated) await (await mail.Value).DisposeAsync();
        if (radicale.IsValueCreated) await (await radicale.Value).DisposeAsync();
    }
}
