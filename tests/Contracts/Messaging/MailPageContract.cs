using Plateau.Contracts.Web;
using static Microsoft.Playwright.Assertions;

namespace Plateau.Contracts.Messaging;

/// <summary>A director sets the centre's mail up in the browser: what can't work is said before it is kept, and a test arrives in a real mailbox.</summary>
public sealed class MailPageContract(PagesRoom pages, MessagingRoom room)
{

    [Fact]
    public async Task Mail_is_tried_before_it_is_kept_and_a_password_never_comes_back()
    {
        var mail = await room.MailAsync();
        var box = $"centre.{Guid.NewGuid():N}@plateau.test";
        await using var visit = await pages.VisitAsync((await pages.ReadyAsync()).Everyone);
        var page = visit.Page;
        await visit.OpenAsync("/centre/mail");
        await Expect(page.Locator("#state .empty")).ToBeVisibleAsync();

        await page.FillAsync("#address", "no address");
        await page.FillAsync("#address", box);
        await FillAsync("out", "127.0.0.1:25", mail.Smtp, "faux");
        await FillAsync("in", mail.Imap(box).Host, mail.Imap(box), RunningMail.Password);
        await page.FillAsync("#try-to", box);
        await page.ClickAsync("#try");
        await Expect(page.Locator(".notice.bad")).ToContainTextAsync("sans https://");

        await page.FillAsync("#out-host", "127.0.0.1");
        await page.ClickAsync("#try");
        await Expect(page.Locator(".notice.bad")).ToContainTextAsync("refuse ce compte");
        await page.FillAsync("#out-password", RunningMail.Password);
        await page.ClickAsync("#try");
        await Expect(page.Locator(".notice.good")).ToBeVisibleAsync();
        (await mail.ArrivedAsync(box)).Single().Subject.Should().Be("Essai de Plateau");

        await page.Locator("[data-key='ctrl-enter']").ClickAsync();
        await Expect(page.Locator("#state .kv dd")).ToHaveCountAsync(3);
        await visit.OpenAsync("/centre/mail");
        (await page.InputValueAsync("#out-password")).Should().BeEmpty();
        (await page.ContentAsync()).Should().NotContain(RunningMail.Password);
        await page.FillAsync("#try-to", box);
        await page.ClickAsync("#try");
        await Expect(page.Locator(".notice.good")).ToBeVisibleAsync();
        await page.FillAsync("#out-user", "somebody else");
        await page.ClickAsync("#try");
        await Expect(page.Locator(".notice.bad")).ToContainTextAsync("refuse ce compte");

        var own = $"ferrand.{Guid.NewGuid():N}@plateau.test";
        await page.SelectOptionAsync("#whose", PagesRoom.Mine);
        await Expect(page.Locator("#shares")).ToBeCheckedAsync();
        await page.FillAsync("#address", own);
        await page.FillAsync("#reply-to", "nobody");
        await page.FillAsync("#try-to", box);
        await page.ClickAsync("#try");
        await Expect(page.Locator(".notice.bad")).ToContainTextAsync("Répondre à");
        await page.FillAsync("#reply-to", "");
        await page.ClickAsync("#try");
        await Expect(page.Locator(".notice.good")).ToBeVisibleAsync();
        await Expect(page.Locator("#domain")).ToContainTextAsync("DKIM, d=plateau.test");
        (await mail.LettersAsync(box)).Should().ContainSingle(letter => letter.From.Mailboxes.Single().Address == own, "it came from the client's address");
        await page.Locator("[data-key='ctrl-enter']").ClickAsync();
        await page.ClickAsync("#back-to-centre");
        await Expect(page.Locator("#back-to-centre")).ToHaveCountAsync(0);
        visit.Complaints.Should().BeEmpty();

        async Task FillAsync(string side, string host, Plateau.Messaging.Mail.MailServer server, string password)
        {
            await page.FillAsync($"#{side}-host", host);
            await page.FillAsync($"#{side}-port", server.Port.ToString(System.Globalization.CultureInfo.InvariantCulture));
            await page.FillAsync($"#{side}-user", server.User!);
            await page.FillAsync($"#{side}-password", password);
            await page.FillAsync($"#{side}-fingerprint", server.Fingerprint!);
        }
    }
}
