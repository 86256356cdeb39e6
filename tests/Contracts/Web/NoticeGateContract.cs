using Plateau.Core.Prospecting;
using Plateau.Server;
using Plateau.Server.Hosting;
using Plateau.Server.Telephony;

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
        (await MissingAsync(named)).Should().Be(!there);
        (await MissingAsync(named, practice: true)).Should().BeFalse("whoever answers there is invented");
        (await MissingAsync(named, mode: DialMode.Progressive)).Should().BeFalse("an agent is there before anybody is called");
        (await MissingAsync(named, elsewhere: new SwitchAddress("http://127.0.0.1:1", "x", "y", "z"))).Should().BeFalse("a switch of others that can't be asked says nothing");
    }

    public void Dispose() => Directory.Delete(prefix, recursive: true);

    private Task<bool> MissingAsync(string notice, bool practice = false, DialMode mode = DialMode.Predictive, SwitchAddress? elsewhere = null) =>
        new NoticeSound(new Installation(prefix, prefix, [], elsewhere)).IsMissingAsync(
            new CampaignSettings(new("c"), 1, "C", new("acme"), new("acme"), mode, new("carrier"), "+33162000001", "plan", []) { Notice = notice },
            new TrunkLimits(new("carrier"), 10, 5) { ReachesNobody = practice }, TestContext.Current.CancellationToken);

    private void Lay(params string[] files)
    {
        foreach (var file in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(prefix, file))!);
            File.WriteAllText(Path.Combine(prefix, file), "");
        }
    }
}
