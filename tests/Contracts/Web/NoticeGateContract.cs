using NodaTime;
using Plateau.Contracts.Api;
using Plateau.Contracts.Storage;
using Plateau.Core.Clients;
using Plateau.Core.Interactions;
using Plateau.Server.Setup.Changes;
using Plateau.Storage.Centre;
using Plateau.Storage.Journals;
using Plateau.Core.Prospecting;
using Plateau.Server;
using Plateau.Server.Hosting;
using Plateau.Server.Telephony;
using Plateau.Telephony.Trunks;

namespace Plateau.Contracts.Web;

/// <summary>No campaign that calls ahead starts without its notice on the switch: whoever found no agent would hear nothing.</summary>
public sealed class NoticeGateContract : IDisposable
{
    private readonly string prefix = Directory.CreateTempSubdirectory("plateau-notice-").FullName;

    [Theory]
    [InlineData("who-called", true)]
    [InlineData("acme/who-called", true)]
    [InlineData("PATH/who-called", true)]
    [InlineData("PATH/who-called.wav", false)]
    [InlineData("PATH/nowhere/who-called", false)]
    [InlineData("who", false)]
    [InlineData("nobody", false)]
    public async Task A_notice_is_looked_for_where_the_switch_would(string notice, bool there)
    {
        Lay("sbin/asterisk", "lib/asterisk/modules/app_stasis.so", "share/asterisk/documentation/core.xml", "share/asterisk/sounds/who-called.wav", "share/asterisk/sounds/fr/acme/who-called.alaw");
        var named = notice.Replace("PATH", Path.Combine(prefix, "share/asterisk/sounds"), StringComparison.Ordinal);
        (await FlawAsync(named)).Should().Be(there ? null : "notice-not-there");
        (await FlawAsync(named, practice: true)).Should().BeNull("whoever answers there is invented");
        (await FlawAsync(named, mode: DialMode.Progressive)).Should().BeNull("an agent is there before anybody is called");
        (await FlawAsync(named, elsewhere: new SwitchAddress("http://127.0.0.1:1", "x", "y", "z"))).Should().Be("notice-unsure", "a switch of others that can't be asked vouches for nothing");
    }

    /// <summary>Its state is written into the journal while it is down: a start through the gate would need a carrier that answers.</summary>
    [Fact]
    public async Task A_campaign_that_runs_passes_the_same_gate_when_it_begins_to_call_ahead()
    {
        await using var centre = await OwnCentre.StartAsync(settings: """
            {"switch":{"url":"http://127.0.0.1:1/ari","user":"x","password":"y","eventsPassword":"z"},"trunks":[{"name":"carrier","host":"127.0.0.9","callerIds":["+33162000001"]}]}
            """);
        using var programs = centre.Plateau.With(centre.Plateau.FirstKey);
        var settings = Racer.Campaign(new("north")) with { Trunk = new("carrier"), Mode = DialMode.Progressive };
        await centre.Plateau.RestartAsync(async () =>
        {
            var (book, now) = (new CentreBook(centre.Store), SystemClock.Instance.GetCurrentInstant());
            await book.SetAsync(Racer.Client, now);
            await book.SetAsync(new Programme(settings.Programme, settings.Client, "Sun"));
            await book.SetListAsync(settings.Lists[0], settings.Client, "North", now);
            await book.SetAsync(settings, now);
            await using var journal = new Journal(centre.Store);
            await journal.AppendAsync("floor", await journal.LastSequenceAsync("floor", TestContext.Current.CancellationToken), [new CampaignSet(now, settings), new CampaignSwitched(now, settings.Id, CampaignState.Running)]);
        });
        async Task<(int, string?)> PutAsync(CampaignSettings wanted)
        {
            var kept = (await new CentreBook(centre.Store).CampaignAsync(settings.Id, TestContext.Current.CancellationToken))!;
            var (status, json) = await programs.AskAsync("PUT", "api/v1/campaigns/north", CampaignWish.Of(wanted with { Version = kept.Version }).Written());
            return (status, json.TryGetProperty("reason", out var reason) ? reason.GetString() : null);
        }

        (await programs.DoneAsync("GET", "api/v1/campaigns/north/standing")).Text("state").Should().Be("running");
        (await PutAsync(settings with { Name = "North wind" })).Should().Be((200, null), "the notice is not concerned");
        (await PutAsync(settings with { Mode = DialMode.Predictive, Notice = "who-called" })).Should().Be((422, "notice-unsure"));
        (await new CentreBook(centre.Store).CampaignAsync(settings.Id, TestContext.Current.CancellationToken))!.Mode.Should().Be(DialMode.Progressive, "it calls on as before");
    }

    public void Dispose() => Directory.Delete(prefix, recursive: true);

    private async Task<string?> FlawAsync(string notice, bool practice = false, DialMode mode = DialMode.Predictive, SwitchAddress? elsewhere = null)
    {
        var trunk = practice ? TrunkSettings.Practice : new TrunkSettings { Name = "carrier", Host = "127.0.0.9" };
        var flaw = await new NoticeSound(new Installation(prefix, prefix, [trunk], elsewhere)).FlawAsync(
            new CampaignSettings(new("c"), 1, "C", new("acme"), new("acme"), mode, trunk.Id, "+33162000001", "plan", []) { Notice = notice }, TestContext.Current.CancellationToken);
        return flaw?.Reason;
    }

    private void Lay(params string[] files)
    {
        foreach (var file in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(prefix, file))!);
            File.WriteAllText(Path.Combine(prefix, file), "");
        }
    }
}
