using Plateau.Contracts.Telephony;
using Plateau.Contracts.Web;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Storage;
using Plateau.Storage.Centre;

namespace Plateau.Contracts.Desks;

/// <summary>With a customer on the line, whatever a file, a colleague or a script says of them is shown as text, runs nowhere, and pushes nothing out of sight.</summary>
[Collection(DeskRoomUsers.Name)]
public sealed class HostileDeskContract(DeskRoom room)
{
    [Fact]
    public async Task Hostile_text_is_text_on_the_desk_while_somebody_is_on_the_line()
    {
        var desk = await room.SitDownAsync("nora", 700);
        await desk.PassCheckAsync();
        await desk.TellCentreAsync("resume");
        await desk.BecomeReadyAsync();
        await desk.StateAsync("engaged");
        var attempt = await desk.AttemptAsync();
        var customer = (await room.FactAsync<AttemptPermitted>(one => one.Attempt.Value == attempt, "the call was permitted")).Customer;
        desk.Page.Dialog += (_, dialog) =>
        {
            desk.Complaints.Add($"a dialogue opened: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        await using (var store = await Store.OpenAsync(StoreAddress.AtFile(room.Database), TestContext.Current.CancellationToken))
            await HostileContent.EnterNotesAsync(new DocumentBook(store), [customer], new ClientId("acme"));
        await desk.TellCentreAsync("spoil");
        try
        {
            var found = new List<string>();
            for (var from = 0; from < HostileContent.Lines.Count; from += HostileContent.TextsOfOne)
            {
                await HostileContent.EnterPersonAsync(room.Database, customer, from);
                found.AddRange(await LookAsync(desk, HostileContent.Lines[from]));
            }
            string.Join('\n', found.Distinct()).Should().BeEmpty();
            desk.Complaints.Should().BeEmpty();
            (await desk.AttemptAsync()).Should().Be(attempt, "the call goes on through all of it");
        }
        finally
        {
            await desk.TellCentreAsync("mend");
        }
        await desk.TellCentreAsync("log-out");
        await desk.PressAsync("hangup");
        await desk.StateAsync("wrap-up");
        await desk.LeaveAsync();
    }

    /// <summary>The page inside is loaded anew; the telephone around it is not, and the conversation goes on.</summary>
    private static async Task<IEnumerable<string>> LookAsync(DeskPage desk, string name)
    {
        var inner = (await (await desk.Page.Locator("#work").ElementHandleAsync()).ContentFrameAsync())!;
        await inner.GotoAsync("/desk/work");
        await desk.LiveAsync();
        await desk.Work.Locator(".desk").WaitForAsync();
        await Eventually.HoldsAsync(async () => (await desk.Work.Locator(".desk").InnerTextAsync()).Contains(name.Trim(), StringComparison.Ordinal), $"what the person is called is shown as it was written: {name}");
        var wide = await inner.EvaluateAsync<bool>("() => document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth + 1");
        return (await inner.EvaluateAsync<string[]>(HostileContent.Spoilt)).Concat(await desk.Page.EvaluateAsync<string[]>(HostileContent.Spoilt)).Concat(wide ? [$"runs out sideways with {name}"] : []);
    }
}
