using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Plateau.Contracts.Telephony;
using Plateau.Messaging.Calendars;

namespace Plateau.Contracts.Messaging;

/// <summary>A real Radicale with one account, whose calendars a test makes and changes from outside as their owner would.</summary>
public sealed class RunningRadicale : IAsyncDisposable
{
    public static CalendarAccount Anna { get; } = new("anna", "ses agendas");

    private readonly string folder;
    private readonly ServerProgram program;
    private readonly HttpClient owner = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.Zero });
    private int made;

    private RunningRadicale(string folder, ServerProgram program, int port)
    {
        (this.folder, this.program, Port) = (folder, program, port);
        owner.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Anna.User}:{Anna.Password}")));
    }

    public int Port { get; }

    public Uri Address => new($"http://127.0.0.1:{Port}/");

    public static async Task<RunningRadicale> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("pl-dav-").FullName;
        var port = FreePorts.Tcp();
        await File.WriteAllTextAsync(Path.Combine(folder, "users"), $"{Anna.User}:{Anna.Password}\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "config"), string.Create(CultureInfo.InvariantCulture, $"""
            [server]
            hosts = 127.0.0.1:{port}
            [auth]
            type = htpasswd
            htpasswd_filename = {folder}/users
            htpasswd_encryption = plain
            delay = 0
            [storage]
            filesystem_folder = {folder}/collections

            """));
        var program = new ServerProgram(Provisioned.Radicale, folder, "/usr/bin/python3", "-m", "radicale", "--config", Path.Combine(folder, "config"));
        await program.AnswersAsync(port);
        return new(folder, program, port);
    }

    /// <summary>A new calendar of Anna's.</summary>
    public async Task<Uri> NewCalendarAsync(string name = "Agenda")
    {
        var address = new Uri(Address, $"anna/c{Interlocked.Increment(ref made)}/");
        await DoneAsync("MKCALENDAR", address, $"""<?xml version="1.0"?><C:mkcalendar xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:set><D:prop><D:displayname>{System.Security.SecurityElement.Escape(name)}</D:displayname></D:prop></D:set></C:mkcalendar>""", "application/xml");
        return address;
    }

    /// <summary>Anna enters or changes an event herself.</summary>
    public Task PutAsync(Uri entry, string text) => DoneAsync("PUT", entry, text, "text/calendar");

    public Task DeleteAsync(Uri entry) => DoneAsync("DELETE", entry, null, null);

    public async Task<string?> FindAsync(Uri entry)
    {
        using var answer = await owner.GetAsync(entry);
        return answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync() : null;
    }

    public async ValueTask DisposeAsync()
    {
        owner.Dispose();
        await program.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task DoneAsync(string method, Uri address, string? body, string? type)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, type!);
        using var answer = await owner.SendAsync(request);
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{method} {address}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }
}
