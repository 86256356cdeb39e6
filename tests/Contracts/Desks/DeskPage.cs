using Microsoft.Playwright;
using Plateau.Contracts.Telephony;
using Plateau.Contracts.Web;

namespace Plateau.Contracts.Desks;

/// <summary>An agent before their desk, in a browser.</summary>
public sealed class DeskPage(IBrowser browser, IPage page, string agent)
{
    public IPage Page { get; } = page;

    /// <summary>What the browser complained of.</summary>
    public List<string> Complaints { get; } = [];

    public async Task OpenAsync()
    {
        await Page.AddInitScriptAsync(Ears);
        Page.PageError += (_, wrong) => Complaints.Add(wrong);
        await Page.GotoAsync("/sign-in?to=%2Fdesk");
        await Page.FillAsync("[name='Given.SignIn']", agent);
        await Page.FillAsync("[name='Given.Password']", PlayedCentre.Password);
        await Page.ClickAsync("button[type=submit]");
        await Page.ReachesAsync("/desk");
        await LiveAsync();
    }

    /// <summary>The pages in which the agent works, inside the telephone's.</summary>
    public IFrameLocator Work => Page.FrameLocator("#work");

    /// <summary>Waits until the page inside answers.</summary>
    public Task LiveAsync() => Work.Locator("main[data-live=true]").WaitForAsync();

    /// <summary>Waits until the page inside was drawn anew some times, as its clock shows it.</summary>
    public async Task DrawnAnewAsync(int times)
    {
        var clock = Work.Locator(".statebar .since");
        for (; times > 0; times--) await Assertions.Expect(clock).Not.ToHaveTextAsync(await clock.InnerTextAsync());
    }

    /// <summary>A key while the page inside has the keyboard, as it has it from the beginning.</summary>
    public Task TypeAsync(string key) => Work.Locator("#main").PressAsync(key);

    /// <summary>Speaks into the check of the devices until it is content.</summary>
    public async Task PassCheckAsync()
    {
        await Page.Locator("[data-check=done]:enabled").ClickAsync();
        await Page.Locator("#check").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });
    }

    public Task TellCentreAsync(string act, string? to = null) =>
        Page.EvaluateAsync("([act, agent, to]) => fetch(`/played/${act}?agent=${agent}${to ? `&to=${to}` : ''}`, { method: 'POST' })", new[] { act, agent, to ?? "" });

    /// <summary>An act of the call bar that needs a word of its own, such as to whom the call goes.</summary>
    public Task ActAsync(string kind, string? colleague = null) => Page.EvaluateAsync(
        "([kind, colleague]) => fetch('/phone/act', { method: 'POST', headers: { 'X-Plateau-Desk': '1' }, body: JSON.stringify({ kind, attempt: document.body.dataset.attempt, ...(colleague && { colleague }) }) })",
        new[] { kind, colleague ?? "" });

    public async Task<string> AttemptAsync() => await Page.Locator("body").GetAttributeAsync("data-attempt") ?? "";

    /// <summary>The server was killed and another serves now: the page inside found it.</summary>
    public async Task LiveAgainAsync()
    {
        await WholeAsync();
        await Eventually.HoldsAsync(async () => await Work.Locator("main[data-live=true]").IsVisibleAsync() && !await Work.Locator("#components-reconnect-modal").IsVisibleAsync(), $"the pages of {agent} answer");
    }

    /// <summary>Whether the telephone is registered and the floor is heard.</summary>
    public Task WholeAsync() =>
        Eventually.HoldsAsync(async () => (await Page.Locator("[data-part=line]").TextContentAsync())!.Length == 0, $"the desk of {agent} is whole");

    /// <summary>Begins the shift and takes calls.</summary>
    public async Task BecomeReadyAsync()
    {
        await TellCentreAsync("log-in");
        await StateAsync("away");
        await Eventually.HoldsAsync(async () => (await Page.Locator("[data-part=line]").TextContentAsync())!.Length == 0, "the telephone is registered");
        await PressAsync("ready");
    }

    public Task PressAsync(string act) => Page.Locator($"[data-act={act}]:enabled").ClickAsync();

    /// <summary>Waits until the call bar shows this state.</summary>
    public async Task StateAsync(string state)
    {
        var shown = "";
        try
        {
            await Eventually.HoldsAsync(async () => (shown = await Page.Locator("body").GetAttributeAsync("data-state")) == state, $"the desk of {agent} is {state}");
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"{late.Message} It is {shown}. {string.Join("; ", Complaints)}", late);
        }
    }

    /// <summary>How loud the other side is and how many packets came from it.</summary>
    public async Task<(double Level, long Packets)> HearsAsync()
    {
        var heard = (await Page.EvaluateAsync("() => plateauHears()"))!.Value;
        return (heard.GetProperty("level").GetDouble(), heard.GetProperty("packets").GetInt64());
    }

    /// <summary>Waits until the other side is heard to speak.</summary>
    public Task HearsSpeechAsync() => Eventually.HoldsAsync(async () => (await HearsAsync()).Level > 0.01, $"{agent} hears the customer");

    /// <summary>Waits until a tone stands out of what the telephone plays to whoever sits here.</summary>
    public Task HearsToneAsync(int hertz, string what) => Eventually.HoldsAsync(async () => await StandsOutAsync(hertz) > HeardFrom, $"{agent} hears {what}");

    /// <summary>By how many decibels a tone stands out of its neighbourhood in what is heard at this moment; from <see cref="HeardFrom"/> on it is there.</summary>
    public Task<double> StandsOutAsync(int hertz) => Page.EvaluateAsync<double>("hertz => standsOut(hertz)", hertz);

    public const double HeardFrom = 15;

    /// <summary>The test's own ears on the line, of which the pages don't know.</summary>
    private const string Ears = """
        if (window === window.top) {
          let ears = null;
          const Line = window.RTCPeerConnection;
          window.RTCPeerConnection = class extends Line {
            constructor(...given) {
              super(...given);
              this.addEventListener("track", (event) => {
                const sound = new AudioContext();
                ears = sound.createAnalyser();
                ears.fftSize = 8192;
                sound.createMediaStreamSource(new MediaStream([event.track])).connect(ears);
              });
            }
          };
          window.standsOut = (hertz) => {
            if (!ears) return 0;
            const heard = new Float32Array(ears.frequencyBinCount);
            ears.getFloatFrequencyData(heard);
            const at = (frequency) => { const bin = Math.round(frequency * ears.fftSize / ears.context.sampleRate); return Math.max(heard[bin - 1], heard[bin], heard[bin + 1]); };
            return Number.isFinite(at(hertz)) && at(hertz) > -75 ? at(hertz) - Math.max(at(hertz - 90), at(hertz + 90)) : 0;
          };
        }
        """;

    /// <summary>The browser is gone from one moment to the next.</summary>
    public Task LeaveAsync() => browser.CloseAsync();
}
