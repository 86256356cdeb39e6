using System.Net;
using System.Net.Sockets;
using System.Text;
using Plateau.Messaging.Calendars;

namespace Plateau.Contracts.Messaging;

/// <summary>A calendar that is fetched from the web: only when it changed, never endless, and never from inner doors.</summary>
public sealed class CalendarFeedContract : IAsyncDisposable
{
    private readonly HttpListener web = new();
    private readonly CalendarDoor door = new(["127.0.0.1"]) { Patience = TimeSpan.FromSeconds(5) };
    private readonly Uri address;
    private readonly Task serving;
    private readonly List<string> asked = [];
    private readonly SemaphoreSlim never = new(0);

    public CalendarFeedContract()
    {
        address = new Uri($"http://127.0.0.1:{FreePorts.Tcp()}/");
        web.Prefixes.Add(address.ToString());
        web.Start();
        serving = ServeAsync();
    }

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("etag")]
    [InlineData("date")]
    public async Task A_feed_that_has_not_changed_is_not_sent_again(string way)
    {
        var feed = new CalendarFeed(door);
        var first = (await feed.FetchAsync(new Uri(address, way), null, Now)).Value!;
        first.Text.Should().Contain("BEGIN:VCALENDAR");
        var second = (await feed.FetchAsync(new Uri(address, way), first.Mark, Now)).Value!;
        second.Should().Be(new CalendarFeed.Fetched(null, first.Mark));
    }

    [Theory]
    [InlineData("gone", CalendarTroubleKind.NotFound)]
    [InlineData("closed", CalendarTroubleKind.Unauthorised)]
    [InlineData("broken", CalendarTroubleKind.Refused)]
    [InlineData("circle", CalendarTroubleKind.Redirects)]
    [InlineData("to-file", CalendarTroubleKind.Redirects)]
    [InlineData("to-inner", CalendarTroubleKind.Private)]
    [InlineData("endless", CalendarTroubleKind.TooLarge)]
    [InlineData("bomb", CalendarTroubleKind.TooLarge)]
    public async Task Each_trouble_is_told_by_its_name(string path, CalendarTroubleKind kind)
    {
        var answer = await new CalendarFeed(door).FetchAsync(new Uri(address, path), null, Now);
        answer.Trouble!.Kind.Should().Be(kind);
        answer.Trouble.Place.Should().NotContain("secret");
    }

    [Fact]
    public async Task A_feed_that_never_comes_to_an_end_is_left()
    {
        using var hasty = new CalendarDoor(["127.0.0.1"]) { Patience = TimeSpan.FromMilliseconds(300) };
        (await new CalendarFeed(hasty).FetchAsync(new Uri(address, "never"), null, Now)).Trouble!.Kind.Should().Be(CalendarTroubleKind.Slow);
    }

    /// <summary>Whoever types an address must not make us knock at doors inside the house (SSRF), whatever way the address is written.</summary>
    [Theory]
    [InlineData("http://127.0.0.1:{0}/etag", CalendarTroubleKind.Private)]
    [InlineData("http://localhost:{0}/etag", CalendarTroubleKind.Private)]
    [InlineData("http://127.1:{0}/etag", CalendarTroubleKind.Private)]
    [InlineData("http://2130706433:{0}/etag", CalendarTroubleKind.Private)]
    [InlineData("http://[::1]:{0}/etag", CalendarTroubleKind.Private)]
    [InlineData("http://[::ffff:127.0.0.1]:{0}/etag", CalendarTroubleKind.Private)]
    [InlineData("https://169.254.169.254/latest/meta-data", CalendarTroubleKind.Private)]
    [InlineData("https://10.1.2.3/", CalendarTroubleKind.Private)]
    [InlineData("https://[fd00::1]/", CalendarTroubleKind.Private)]
    [InlineData("https://0.0.0.0:{0}/", CalendarTroubleKind.Private)]
    [InlineData("file:///etc/passwd", CalendarTroubleKind.Address)]
    [InlineData("gopher://127.0.0.1:{0}/", CalendarTroubleKind.Address)]
    public async Task An_address_inside_the_house_is_not_asked(string written, CalendarTroubleKind kind)
    {
        using var closed = new CalendarDoor([]);
        var answer = await new CalendarFeed(closed).FetchAsync(new Uri(written.Replace("{0}", address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)), null, Now);
        answer.Trouble!.Kind.Should().Be(kind);
        asked.Should().BeEmpty();
    }

    [Fact]
    public async Task A_password_does_not_travel_unprotected_nor_along_with_a_redirection()
    {
        using var closed = new CalendarDoor([]);
        (await new CalDav(closed, new("anna", "secret")).DiscoverAsync(new Uri("http://calendars.example.org/"), Now)).Trouble!.Kind.Should().Be(CalendarTroubleKind.Plain);

        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        elsewhere = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}/";
        var finding = new CalDav(door, new("anna", "secret")).FindAsync(new Uri(address, "elsewhere"), Now);
        using var caller = await other.AcceptTcpClientAsync(Now);
        var heard = new byte[4096];
        var text = Encoding.ASCII.GetString(heard, 0, await caller.GetStream().ReadAsync(heard, Now));
        await caller.GetStream().WriteAsync("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), Now);
        text.Should().StartWith("GET ").And.NotContain("Authorization");
        (await finding).Trouble!.Kind.Should().Be(CalendarTroubleKind.NotFound);
        asked.Should().ContainSingle().Which.Should().StartWith("Basic ");
    }

    public async ValueTask DisposeAsync()
    {
        never.Release(10);
        web.Close();
        await serving;
        door.Dispose();
        never.Dispose();
    }

    private string elsewhere = "";

    private async Task ServeAsync()
    {
        List<Task> answers = [];
        try
        {
            while (true) answers.Add(AnswerAsync(await web.GetContextAsync()));
        }
        catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
        {
            await Task.WhenAll(answers);
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        asked.Add(context.Request.Headers["Authorization"] ?? "");
        var (request, response) = (context.Request, context.Response);
        const string Day = "Mon, 23 Nov 2026 10:00:00 GMT";
        try
        {
            switch (request.Url!.AbsolutePath)
            {
                case "/etag" when request.Headers["If-None-Match"] == "\"one\"": response.StatusCode = 304; break;
                case "/date" when request.Headers["If-Modified-Since"] == Day: response.StatusCode = 304; break;
                case "/etag": response.AddHeader("ETag", "\"one\""); await CalendarAsync(response); break;
                case "/date": response.AddHeader("Last-Modified", Day); await CalendarAsync(response); break;
                case "/closed": response.StatusCode = 403; break;
                case "/broken": response.StatusCode = 500; break;
                case "/circle": response.Redirect("/circle"); break;
                case "/to-file": response.Redirect("file:///etc/passwd"); break;
                case "/to-inner": response.Redirect("http://10.255.255.1/?secret"); break;
                case "/elsewhere": response.Redirect(elsewhere); break;
                case "/never": await response.OutputStream.WriteAsync("BEGIN"u8.ToArray()); await response.OutputStream.FlushAsync(); await never.WaitAsync(); break;
                case "/endless":
                    var part = new byte[1 << 20];
                    for (var sent = 0; sent < 40; sent++) await response.OutputStream.WriteAsync(part);
                    break;
                case "/bomb":
                    response.AddHeader("Content-Encoding", "gzip");
                    await using (var packed = new System.IO.Compression.GZipStream(response.OutputStream, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
                        for (var sent = 0; sent < 40; sent++) await packed.WriteAsync(new byte[1 << 20]);
                    break;
                default: response.StatusCode = 404; break;
            }
            response.Close();
        }
        catch (Exception left) when (left is HttpListenerException or IOException or InvalidOperationException)
        {
            response.Abort();
        }
    }

    private static async Task CalendarAsync(HttpListenerResponse response) =>
        await response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(CalendarTextContract.Calendar("UID:x\nDTSTART:20261130T080000Z\nDURATION:PT1H")));
}
