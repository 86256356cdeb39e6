using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace Plateau.Messaging.Calendars;

/// <summary>The one way out to calendars on the web: bounded in time, size and turns, and closed to private networks unless the installation opens them by name.</summary>
/// <remarks>The address that is checked is the one that is connected to, so a name that changes its mind between the two leads nowhere.</remarks>
/// <param name="inner">Names or addresses of hosts in private networks that calendars may live on; those alone may also be spoken to without TLS.</param>
public sealed class CalendarDoor(IReadOnlyCollection<string> inner) : IDisposable
{
    public const int MostBytes = 16 * 1024 * 1024, MostTurns = 4;

    /// <summary>For a whole answer, turns included.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    private readonly HttpClient client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        // A server of HTTP/1.0 (Radicale) hangs up after each answer, and a question with a body that meets the closed line is not asked again.
        PooledConnectionLifetime = TimeSpan.Zero,
        ConnectCallback = async (context, cancel) => await ConnectAsync(context.DnsEndPoint, inner.Contains(context.DnsEndPoint.Host, StringComparer.OrdinalIgnoreCase), cancel).ConfigureAwait(false),
    })
    { Timeout = Timeout.InfiniteTimeSpan, DefaultRequestHeaders = { { "User-Agent", "Plateau" } } };

    /// <summary>A question to one address, under an account or none.</summary>
    /// <param name="Account">Goes to the host of the first address alone, never along with a turn to another.</param>
    internal sealed record Question(HttpMethod Method, Uri Address, CalendarAccount? Account = null, string? Body = null, string? Type = null)
    {
        public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];
    }

    /// <summary>An answer that came whole.</summary>
    /// <param name="From">Where it came from in the end.</param>
    internal sealed record Page(HttpStatusCode Status, Uri From, string Text, string? ETag, DateTimeOffset? Modified);

    internal async Task<Answer<Page>> AskAsync(Question question, CancellationToken cancel)
    {
        var (at, place) = (question.Address, Place(question.Address));
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        time.CancelAfter(Patience);
        try
        {
            for (var turn = 0; turn <= MostTurns; turn++)
            {
                if (Barred(at, question) is { } barred) return barred;
                using var request = Request(question, at);
                using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, time.Token).ConfigureAwait(false);
                if ((int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is { } to)
                {
                    at = new Uri(at, to);
                    continue;
                }
                if (await TextAsync(response.Content, time.Token).ConfigureAwait(false) is not { } text) return new CalendarTrouble(CalendarTroubleKind.TooLarge, place);
                var page = new Page(response.StatusCode, at, text, response.Headers.ETag?.ToString(), response.Content.Headers.LastModified);
                return page;
            }
            return new CalendarTrouble(CalendarTroubleKind.Redirects, place, Place(at));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new CalendarTrouble(CalendarTroubleKind.Slow, place);
        }
        catch (HttpRequestException failed)
        {
            return new CalendarTrouble(failed.InnerException is InnerAddressException ? CalendarTroubleKind.Private : CalendarTroubleKind.Unreachable, Place(at), (failed.InnerException ?? failed).Message);
        }
        catch (IOException broken)
        {
            return new CalendarTrouble(CalendarTroubleKind.Unreachable, Place(at), broken.Message);
        }
    }

    /// <summary>The address as it may be shown: no user, no password, no question (feeds hide their secret there).</summary>
    public static string Place(Uri address) => address.IsAbsoluteUri ? $"{address.Scheme}://{address.Authority}{address.AbsolutePath}" : address.ToString();

    public void Dispose() => client.Dispose();

    private CalendarTrouble? Barred(Uri at, Question question)
    {
        if (at.Scheme is not ("http" or "https") || at.Host.Length == 0) return new(question.Address == at ? CalendarTroubleKind.Address : CalendarTroubleKind.Redirects, Place(at));
        var plain = at.Scheme == "http" && !inner.Contains(at.Host, StringComparer.OrdinalIgnoreCase);
        if (plain && question.Account is not null) return new(CalendarTroubleKind.Plain, Place(at));
        return plain && question.Address.Scheme == "https" ? new(CalendarTroubleKind.Redirects, Place(at)) : null;
    }

    private static HttpRequestMessage Request(Question question, Uri at)
    {
        var request = new HttpRequestMessage(question.Method, at);
        if (question.Body is { } body) request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue(question.Type ?? "application/xml") { CharSet = "utf-8" });
        foreach (var (name, value) in question.Headers) request.Headers.TryAddWithoutValidation(name, value);
        if (question.Account is { } account && (at.Host, at.Port) == (question.Address.Host, question.Address.Port))
            request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{account.User}:{account.Password}")));
        return request;
    }

    /// <summary>Null when it is longer than may be; counted after unpacking, so that a small parcel can't become a large one.</summary>
    private static async Task<string?> TextAsync(HttpContent content, CancellationToken cancel)
    {
        await using var stream = await content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
        using var kept = new MemoryStream();
        var part = new byte[81_920];
        for (int read; (read = await stream.ReadAsync(part, cancel).ConfigureAwait(false)) > 0;)
        {
            if (kept.Length + read > MostBytes) return null;
            kept.Write(part, 0, read);
        }
        return Encoding.UTF8.GetString(kept.GetBuffer(), 0, (int)kept.Length);
    }

    private static async Task<Stream> ConnectAsync(DnsEndPoint to, bool mayBeInner, CancellationToken cancel)
    {
        var addresses = IPAddress.TryParse(to.Host.Trim('[', ']'), out var literal) ? [literal] : await Dns.GetHostAddressesAsync(to.Host, cancel).ConfigureAwait(false);
        var allowed = mayBeInner ? addresses : Array.FindAll(addresses, PublicAddress.Holds);
        if (allowed.Length == 0 && addresses.Length > 0) throw new InnerAddressException(to.Host);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, to.Port, cancel).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed class InnerAddressException(string host) : IOException($"{host} lies in a private network");
}

/// <summary>Under which name a calendar is asked.</summary>
public sealed record CalendarAccount(string User, string Password);
