using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Plateau.Contracts.Messaging;

/// <summary>A calendar on the web of the loopback, whose text the test changes.</summary>
internal sealed class ServedFeed : IDisposable
{
    private readonly HttpListener web = new();

    public ServedFeed()
    {
        Address = new Uri($"http://127.0.0.1:{FreePorts.Tcp()}/anna.ics");
        web.Prefixes.Add(new Uri(Address, "/").ToString());
        web.Start();
        _ = ServeAsync();
    }

    public Uri Address { get; }

    public required string Text { get; set; }

    /// <summary>How often it was asked for what it had sent already.</summary>
    public int Unchanged { get; private set; }

    public void Dispose() => web.Close();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var (context, text) = (await web.GetContextAsync(), Encoding.UTF8.GetBytes(Text));
                var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(text))}\"";
                context.Response.AddHeader("ETag", tag);
                if (context.Request.Headers["If-None-Match"] == tag)
                {
                    Unchanged++;
                    context.Response.StatusCode = 304;
                }
                else await context.Response.OutputStream.WriteAsync(text);
                context.Response.Close();
            }
        }
        catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
