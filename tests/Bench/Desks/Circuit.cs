using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace Plateau.Bench.Desks;

/// <summary>A page as a browser holds it open: fetched, its circuit begun, every drawing acknowledged and every call of its scripts answered.</summary>
/// <remarks>To the server it is a browser with a reader in front who does nothing; what it draws is thrown away unless somebody reads it.</remarks>
internal sealed partial class Circuit : IAsyncDisposable
{
    private readonly HttpClient http;
    private readonly HubConnection line;
    private readonly TaskCompletionSource drawn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string id = "";
    private int things;

    private Circuit(HttpClient http, CookieContainer cookies, Action<byte[]>? read)
    {
        this.http = http;
        var builder = new HubConnectionBuilder().WithUrl(new Uri(http.BaseAddress!, "_blazor"), way =>
        {
            way.Cookies = cookies;
            way.Transports = HttpTransportType.WebSockets;
            way.Proxy = null;
            // As browsers do: what a compressed line costs is a desk's cost too.
            way.WebSocketConfiguration = socket => socket.DangerousDeflateOptions = new System.Net.WebSockets.WebSocketDeflateOptions();
        });
        builder.Services.AddSingleton<IHubProtocol>(new BlazorPack());
        line = builder.Build();
        line.On<int, string>("JS.AttachComponent", (_, _) => { });
        line.On<long, byte[]>("JS.RenderBatch", (batch, content) =>
        {
            read?.Invoke(content);
            drawn.TrySetResult();
            return line.SendAsync("OnRenderCompleted", batch, null);
        });
        line.On<long, string, string, int, long, int>("JS.BeginInvokeJS", (call, name, _, _, _, _) => call == 0 ? Task.CompletedTask
            : line.SendAsync("EndInvokeJSFromDotNet", call, true, name == "import" ? $$"""[{{call}},true,{"__jsObjectId":{{Interlocked.Increment(ref things)}}}]""" : $"[{call},true,null]"));
        line.On<string>("JS.Error", Lost);
        line.Closed += why =>
        {
            Lost(why?.Message ?? "closed by the server");
            return Task.CompletedTask;
        };
    }

    /// <summary>Why the page is dead; null while it lives.</summary>
    public string? Trouble { get; private set; }

    /// <param name="read">Given every drawing as it comes.</param>
    public static async Task<Circuit> OpenAsync(HttpClient http, CookieContainer cookies, string page, Action<byte[]>? read = null)
    {
        var text = await http.GetStringAsync(page);
        var markers = Marker().Matches(text).Select(found => JsonDocument.Parse(found.Groups[1].Value).RootElement).Where(marker => marker.TryGetProperty("descriptor", out _)).ToList();
        if (markers.Count == 0) throw new InvalidOperationException($"{page} has no interactive part: {text[..Math.Min(400, text.Length)]}");
        var state = State().Match(text).Groups[1].Value;
        var circuit = new Circuit(http, cookies, read);
        await circuit.line.StartAsync();
        circuit.id = await circuit.line.InvokeAsync<string?>("StartCircuit", http.BaseAddress!.ToString(), new Uri(http.BaseAddress, page).ToString(), "[]", state)
            ?? throw new InvalidOperationException($"No circuit was begun for {page}.");
        var operations = markers.Select((marker, at) => new { type = "add", ssrComponentId = at + 1, marker });
        await circuit.line.SendAsync("UpdateRootComponents", JsonSerializer.Serialize(new { batchId = 1, operations }), state);
        await circuit.drawn.Task.WaitAsync(TimeSpan.FromSeconds(60));
        return circuit;
    }

    /// <summary>As a page says goodbye: its circuit is given up at once.</summary>
    public async ValueTask DisposeAsync()
    {
        using var goodbye = new MultipartFormDataContent { { new StringContent(id), "circuitId" } };
        using var _ = await http.PostAsync(new Uri("_blazor/disconnect", UriKind.Relative), goodbye);
        await line.DisposeAsync();
    }

    private void Lost(string why)
    {
        Trouble ??= why;
        drawn.TrySetException(new InvalidOperationException(why));
    }

    [GeneratedRegex("<!--Blazor:({.*?})-->")]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(.*?)-->")]
    private static partial Regex State();

    /// <summary>MessagePack under the name that circuits ask for.</summary>
    private sealed class BlazorPack : IHubProtocol
    {
        private readonly MessagePackHubProtocol pack = new();

        public string Name => "blazorpack";
        public int Version => 1;
        public TransferFormat TransferFormat => pack.TransferFormat;

        public ReadOnlyMemory<byte> GetMessageBytes(HubMessage message) => pack.GetMessageBytes(message);

        public bool IsVersionSupported(int version) => version == Version;

        public bool TryParseMessage(ref ReadOnlySequence<byte> input, IInvocationBinder binder, [NotNullWhen(true)] out HubMessage? message) => pack.TryParseMessage(ref input, binder, out message);

        public void WriteMessage(HubMessage message, IBufferWriter<byte> output) => pack.WriteMessage(message, output);
    }
}
