using System.Text.Json;
using Plateau.Contracts.Telephony;

namespace Plateau.Contracts.Demo;

/// <summary>A demonstration as its user starts it: the program itself, alive without a telephone.</summary>
public sealed class DemoContract
{
    [Fact]
    public async Task A_demonstration_works_through_every_campaign_and_its_journal_is_sound()
    {
        await using var demo = await RunningDemo.StartAsync(speed: 60, agents: 12);
        foreach (var campaign in (string[])["aurore-printemps", "verdure-abonnement", "nordlys-fibre"])
            await Eventually.HoldsAsync(async () => (await demo.Api.GetStringAsync($"/api/v1/campaigns/{campaign}/attempts?count=500", TestContext.Current.CancellationToken))
                .Contains("\"disposedBy\":\"agent-", StringComparison.Ordinal), $"agents of {campaign} have talked and said what came of it", 300);
        await demo.KillAsync();
        using var replay = RunningDemo.Start("replay", "--json", "--data", demo.Data);
        var figures = JsonDocument.Parse((await replay.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1]).RootElement;
        figures.GetProperty("violations").EnumerateArray().Should().BeEmpty();
        figures.GetProperty("permits").GetInt32().Should().Be(figures.GetProperty("attempts").GetInt32());
    }

    [Theory]
    [InlineData("--speed", "61", "from 1 to 60")]
    [InlineData("--agents", "-1", "from 0 to 500")]
    public async Task An_option_out_of_range_says_its_range(string option, string value, string remedy)
    {
        using var demo = RunningDemo.Start("demo", option, value);
        (await demo.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)).Should().Contain($"{option} {value}").And.Contain(remedy);
        await demo.WaitForExitAsync(TestContext.Current.CancellationToken);
        demo.ExitCode.Should().Be(2);
    }
}
