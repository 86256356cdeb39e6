using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Serialization.Metadata;

namespace Plateau.Telephony.Asterisk;

/// <summary>
/// Commands to the switch over REST. Every request has a time limit, because a switch that is stuck in one channel
/// still answers for others. What is already so (gone, there) is no failure: every command may be given twice.
/// </summary>
public sealed class AriClient : IDisposable
{
    /// <summary>How long any command may take. A healthy switch needs a few milliseconds.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <summary>Commands under way at once; the switch's own limit of sessions is 1000.</summary>
    private const int MostConnections = 128;

    private readonly HttpClient http;

    /// <param name="control">Where ARI answers, ending in /ari/.</param>
    public AriClient(Uri control, string user, string password)
    {
        var handler = new SocketsHttpHandler
        {
            MaxConnectionsPerServer = MostConnections,
            // Asterisk closes an idle connection after fifteen seconds; we close it first, so no command meets a closing door.
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(8),
            ConnectTimeout = TimeSpan.FromSeconds(2),
            UseProxy = false,
            UseCookies = false,
        };
        http = new HttpClient(handler) { BaseAddress = control, Timeout = Limit };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));
    }

    public void Dispose() => http.Dispose();

    /// <summary>True when the switch takes commands under our password. Never throws for its absence.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancel)
    {
        try
        {
            using var answer = await http.GetAsync(Path("asterisk/ping"), cancel);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception absent) when (absent is HttpRequestException || (absent is TaskCanceledException && !cancel.IsCancellationRequested))
        {
            return false;
        }
    }

    /// <summary>The switch's version, such as 22.10.1.</summary>
    public async Task<string> VersionAsync(CancellationToken cancel) => (await GetAsync("asterisk/info?only=system", AriJson.Default.AriInfo, cancel)).System.Version;

    public Task ReloadAsync(string module, CancellationToken cancel) => SendAsync(HttpMethod.Put, $"asterisk/modules/{module}", null, cancel);

    /// <summary>Makes or changes a PJSIP object in the switch's memory; no reload, no file.</summary>
    public Task PushAsync(string kind, string id, IReadOnlyList<AriField> fields, CancellationToken cancel) =>
        SendAsync(HttpMethod.Put, $"asterisk/config/dynamic/res_pjsip/{kind}/{Escape(id)}", JsonContent.Create(new AriFields(fields), AriJson.Default.AriFields), cancel);

    public Task RemoveAsync(string kind, string id, CancellationToken cancel) =>
        SendAsync(HttpMethod.Delete, $"asterisk/config/dynamic/res_pjsip/{kind}/{Escape(id)}", null, cancel, HttpStatusCode.NotFound);

    /// <summary>Has the events of every channel of an endpoint sent to us, from the channel's first moment.</summary>
    public Task HearEndpointAsync(string endpoint, CancellationToken cancel) =>
        SendAsync(HttpMethod.Post, Subscription($"endpoint:PJSIP/{Escape(endpoint)}"), null, cancel);

    /// <summary>Has the events of a bridge sent to us, those of its recordings among them. One that is gone has none.</summary>
    public Task HearBridgeAsync(string bridge, CancellationToken cancel) =>
        SendAsync(HttpMethod.Post, Subscription($"bridge:{Escape(bridge)}"), null, cancel, HttpStatusCode.UnprocessableEntity);

    /// <summary>Says which kinds of event are worth sending.</summary>
    public Task HearOnlyAsync(IEnumerable<string> kinds, CancellationToken cancel) =>
        SendAsync(HttpMethod.Put, $"applications/{SwitchTerms.Application}/eventFilter",
            JsonContent.Create(new AriFilter([.. kinds.Select(kind => new AriKind(kind))]), AriJson.Default.AriFilter), cancel);

    /// <summary>Starts a call. Returns as soon as the switch has a channel for it.</summary>
    /// <returns>False when the switch holds that id for taken, and nothing was done.</returns>
    public async Task<bool> OriginateAsync(AriOriginate call, CancellationToken cancel)
    {
        var status = await SendAsync(HttpMethod.Post, "channels", JsonContent.Create(call, AriJson.Default.AriOriginate), cancel, HttpStatusCode.Conflict);
        return status != HttpStatusCode.Conflict;
    }

    public async Task<bool> LivesAsync(string channel, CancellationToken cancel) =>
        await FindsAsync($"channels/{Escape(channel)}", cancel);

    public Task<bool> HasBridgeAsync(string bridge, CancellationToken cancel) => FindsAsync($"bridges/{Escape(bridge)}", cancel);

    /// <summary>Whether a sound of that name waits to be played or is being played.</summary>
    public Task<bool> PlaysAsync(string playback, CancellationToken cancel) => FindsAsync($"playbacks/{Escape(playback)}", cancel);

    /// <summary>A channel's variable; null when there is none, or no such channel.</summary>
    public async Task<string?> VariableAsync(string channel, string name, CancellationToken cancel)
    {
        var path = $"channels/{Escape(channel)}/variable?variable={Escape(name)}";
        using var answer = await http.GetAsync(Path(path), cancel);
        if (answer.StatusCode == HttpStatusCode.NotFound) return null;
        await EnsureAsync(answer, path, cancel);
        return (await answer.Content.ReadFromJsonAsync(AriJson.Default.AriValue, cancel))?.Value is { Length: > 0 } value ? value : null;
    }

    /// <param name="cause">Q.850; 16 is the normal end.</param>
    public Task HangUpAsync(string channel, int cause, CancellationToken cancel) =>
        SendAsync(HttpMethod.Delete, $"channels/{Escape(channel)}?reason_code={cause}", null, cancel, HttpStatusCode.NotFound);

    /// <summary>Plays a sound to one channel.</summary>
    /// <param name="playback">The playback's own name, under which its end is told.</param>
    /// <returns>False when the channel is gone or plays nothing any more.</returns>
    public async Task<bool> PlayAsync(string channel, string playback, string sound, CancellationToken cancel)
    {
        var status = await SendAsync(HttpMethod.Post, $"channels/{Escape(channel)}/play/{Escape(playback)}?media={Escape("sound:" + sound)}", null, cancel,
            HttpStatusCode.NotFound, HttpStatusCode.Conflict, HttpStatusCode.PreconditionFailed);
        return (int)status < 300;
    }

    /// <summary>Whether the switch lists a sound of that name: it lists what lay in its folder of sounds when it looked there last, at its start or reload, and no paths.</summary>
    /// <returns>Null when it lists none at all, as without res_ari_sounds.so.</returns>
    public async Task<bool?> ListsSoundAsync(string sound, CancellationToken cancel) =>
        await FindsAsync($"sounds/{Escape(sound)}", cancel) ? true : await FindsAsync("sounds", cancel) ? false : null;

    private async Task<bool> FindsAsync(string path, CancellationToken cancel) => await SendAsync(HttpMethod.Get, path, null, cancel, HttpStatusCode.NotFound) != HttpStatusCode.NotFound;

    /// <summary>Presses keys on a channel, outwards. A channel that is gone hears none.</summary>
    public Task PressKeysAsync(string channel, string keys, CancellationToken cancel) =>
        SendAsync(HttpMethod.Post, $"channels/{Escape(channel)}/dtmf?dtmf={Escape(keys)}", null, cancel, HttpStatusCode.NotFound, HttpStatusCode.Conflict);

    /// <summary>Makes a listening copy of a channel: it hears both sides, and with whisper its own voice goes out to that channel alone.</summary>
    /// <returns>False when the channel is gone, or a copy of that name is there already. A new copy arrives by StasisStart; before that no bridge takes it.</returns>
    public async Task<bool> SnoopAsync(string channel, string copy, bool whisper, CancellationToken cancel)
    {
        var status = await SendAsync(HttpMethod.Post, $"channels/{Escape(channel)}/snoop/{Escape(copy)}?app={SwitchTerms.Application}&spy=both&whisper={(whisper ? "out" : "none")}", null, cancel,
            HttpStatusCode.NotFound, HttpStatusCode.Conflict);
        return (int)status < 300;
    }

    /// <summary>Packets of speech that came from a channel's far side so far; null when there is no such channel.</summary>
    public async Task<long?> PacketsHeardAsync(string channel, CancellationToken cancel)
    {
        using var answer = await http.GetAsync(Path($"channels/{Escape(channel)}/rtp_statistics"), cancel);
        if (answer.StatusCode == HttpStatusCode.NotFound) return null;
        await EnsureAsync(answer, "rtp_statistics", cancel);
        return (await answer.Content.ReadFromJsonAsync(AriJson.Default.AriSpeechCount, cancel))?.Received;
    }

    /// <summary>Whether a telephone is registered at an endpoint.</summary>
    public async Task<bool> IsOnlineAsync(string endpoint, CancellationToken cancel)
    {
        using var answer = await http.GetAsync(Path($"endpoints/PJSIP/{Escape(endpoint)}"), cancel);
        if (answer.StatusCode == HttpStatusCode.NotFound) return false;
        await EnsureAsync(answer, "endpoints", cancel);
        return (await answer.Content.ReadFromJsonAsync(AriJson.Default.AriEndpoint, cancel))?.State == "online";
    }

    public Task<IReadOnlyList<AriChannel>> ChannelsAsync(CancellationToken cancel) => GetAsync("channels", AriJson.Default.IReadOnlyListAriChannel, cancel);

    public Task<IReadOnlyList<AriBridge>> BridgesAsync(CancellationToken cancel) => GetAsync("bridges", AriJson.Default.IReadOnlyListAriBridge, cancel);

    /// <summary>Makes a bridge in which all hear each other.</summary>
    public Task MakeBridgeAsync(string bridge, CancellationToken cancel) =>
        SendAsync(HttpMethod.Post, $"bridges/{Escape(bridge)}?type=mixing&name={Escape(bridge)}", null, cancel, HttpStatusCode.Conflict);

    /// <summary>Has a channel that stands in no bridge hear music until it is told to stop. Asking again changes nothing.</summary>
    public Task PlayMusicAsync(string channel, CancellationToken cancel) =>
        SendAsync(HttpMethod.Post, $"channels/{Escape(channel)}/moh?mohClass=default", null, cancel,
            HttpStatusCode.NotFound, HttpStatusCode.Conflict, HttpStatusCode.PreconditionFailed);

    /// <summary>Ends a channel's music; a channel that hears none stays as it is.</summary>
    public Task StopMusicAsync(string channel, CancellationToken cancel) =>
        SendAsync(HttpMethod.Delete, $"channels/{Escape(channel)}/moh", null, cancel,
            HttpStatusCode.NotFound, HttpStatusCode.Conflict, HttpStatusCode.PreconditionFailed);

    /// <summary>Ends a bridge. The switch says 409 of one that it has ended but not yet forgotten.</summary>
    public Task EndBridgeAsync(string bridge, CancellationToken cancel) =>
        SendAsync(HttpMethod.Delete, $"bridges/{Escape(bridge)}", null, cancel, HttpStatusCode.NotFound, HttpStatusCode.Conflict);

    /// <summary>Puts channels into a bridge, out of any other they are in.</summary>
    /// <returns>False when one of them, or the bridge, is gone.</returns>
    public async Task<bool> AddAsync(string bridge, CancellationToken cancel, params string[] channels)
    {
        var status = await SendAsync(HttpMethod.Post, $"bridges/{Escape(bridge)}/addChannel?channel={string.Join(',', channels.Select(Escape))}", null, cancel,
            HttpStatusCode.NotFound, HttpStatusCode.BadRequest, HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity);
        return (int)status < 300;
    }

    /// <summary>Takes a channel out of a bridge; one that is not in it stays where it is.</summary>
    public Task TakeOutAsync(string bridge, string channel, CancellationToken cancel) =>
        SendAsync(HttpMethod.Post, $"bridges/{Escape(bridge)}/removeChannel?channel={Escape(channel)}", null, cancel,
            HttpStatusCode.NotFound, HttpStatusCode.BadRequest, HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity);

    /// <summary>Records what a bridge's parties say, both in one sound of 8 kHz.</summary>
    /// <returns>False when the bridge is gone, or a recording of that name is there already.</returns>
    public async Task<bool> RecordAsync(string bridge, string name, CancellationToken cancel)
    {
        var status = await SendAsync(HttpMethod.Post, $"bridges/{Escape(bridge)}/record?name={Escape(name)}&format=wav&ifExists=fail&beep=false", null, cancel,
            HttpStatusCode.NotFound, HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity);
        return (int)status < 300;
    }

    /// <returns>The recording that runs under that name, or null.</returns>
    public async Task<AriRecording?> LiveRecordingAsync(string name, CancellationToken cancel)
    {
        using var answer = await http.GetAsync(Path($"recordings/live/{Escape(name)}"), cancel);
        if (answer.StatusCode == HttpStatusCode.NotFound) return null;
        await EnsureAsync(answer, $"recordings/live/{name}", cancel);
        return await answer.Content.ReadFromJsonAsync(AriJson.Default.AriRecording, cancel);
    }

    public Task PauseRecordingAsync(string name, bool paused, CancellationToken cancel) =>
        SendAsync(paused ? HttpMethod.Post : HttpMethod.Delete, $"recordings/live/{Escape(name)}/pause", null, cancel, HttpStatusCode.NotFound, HttpStatusCode.Conflict);

    /// <summary>Ends a recording. The switch says 409 of one that ends at this moment, with its bridge.</summary>
    public Task StopRecordingAsync(string name, CancellationToken cancel) =>
        SendAsync(HttpMethod.Post, $"recordings/live/{Escape(name)}/stop", null, cancel, HttpStatusCode.NotFound, HttpStatusCode.Conflict);

    private async Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancel)
    {
        using var answer = await http.GetAsync(Path(path), cancel);
        await EnsureAsync(answer, path, cancel);
        return await answer.Content.ReadFromJsonAsync(type, cancel) ?? throw new AriRefusedException(answer.StatusCode, $"{path}: an empty answer");
    }

    private async Task<HttpStatusCode> SendAsync(HttpMethod method, string path, HttpContent? content, CancellationToken cancel, params HttpStatusCode[] expected)
    {
        using var request = new HttpRequestMessage(method, Path(path)) { Content = content };
        using var answer = await http.SendAsync(request, cancel);
        if (!expected.Contains(answer.StatusCode)) await EnsureAsync(answer, path, cancel);
        return answer.StatusCode;
    }

    private static async Task EnsureAsync(HttpResponseMessage answer, string path, CancellationToken cancel)
    {
        if (answer.IsSuccessStatusCode) return;
        var text = await answer.Content.ReadAsStringAsync(cancel);
        throw new AriRefusedException(answer.StatusCode, $"{path.Split('?')[0]}: {(int)answer.StatusCode} {text}");
    }

    private static Uri Path(string path) => new(path, UriKind.Relative);

    private static string Subscription(string source) => $"applications/{SwitchTerms.Application}/subscription?eventSource={source}";

    private static string Escape(string id) => Uri.EscapeDataString(id);
}

/// <summary>The switch understood a command and refused it.</summary>
public sealed class AriRefusedException : Exception
{
    public AriRefusedException() { }
    public AriRefusedException(string message) : base(message) { }
    public AriRefusedException(string message, Exception inner) : base(message, inner) { }
    public AriRefusedException(HttpStatusCode status, string message) : base(message) => Status = status;
    public HttpStatusCode Status { get; }
}
