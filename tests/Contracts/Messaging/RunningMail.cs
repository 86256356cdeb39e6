using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Plateau.Contracts.Telephony;
using Plateau.Messaging.Mail;

namespace Plateau.Contracts.Messaging;

/// <summary>A real Exim and a real Dovecot: every address is a mailbox, and nothing leaves the machine.</summary>
/// <remarks>Nobody is called nosuch (550), later is not to be had until <see cref="IsBack"/> (451), and what is sent to bounce comes back.</remarks>
public sealed class RunningMail : IAsyncDisposable
{
    public const string User = "plateau", Password = "geheim-41", Centre = "centre@plateau.test";

    private readonly string folder;
    private readonly List<ServerProgram> programs = [];
    private readonly int smtp = FreePorts.Tcp(), imap = FreePorts.Tcp();

    private RunningMail(string folder) => this.folder = folder;

    public string Fingerprint { get; private set; } = "";

    public MailServer Smtp => new("127.0.0.1", smtp, MailSecurity.StartTls, User, Password) { Fingerprint = Fingerprint };

    /// <summary>The mailbox of that address.</summary>
    public MailServer Imap(string address) => new("127.0.0.1", imap, MailSecurity.StartTls, address, Password) { Fingerprint = Fingerprint };

    public static async Task<RunningMail> StartAsync()
    {
        var mail = new RunningMail(Directory.CreateTempSubdirectory("pl-mail-").FullName);
        var machine = Provisioned.Mail;
        foreach (var part in new[] { "spool", "mail", "run", "log" }) Directory.CreateDirectory(mail.At(part));
        mail.WriteCertificate();
        var isNew = !(await ServerProgram.SaysAsync(machine, mail.folder, "/usr/sbin/dovecot", "--version")).StartsWith("2.3", StringComparison.Ordinal);
        await File.WriteAllTextAsync(mail.At("dovecot.conf"), mail.Filled(MailConfiguration.Dovecot(isNew)));
        await File.WriteAllTextAsync(mail.At("exim.conf"), mail.Filled(MailConfiguration.Exim.Replace("@later@", string.Join("\n  ", Enumerable.Range(1, MostLater).Select(MailConfiguration.Later)), StringComparison.Ordinal)));
        mail.programs.Add(new(machine, mail.folder, "/usr/sbin/dovecot", "-F", "-c", mail.At("dovecot.conf")));
        mail.programs.Add(new(machine, mail.folder, "/usr/sbin/exim4", "-C", mail.At("exim.conf"), "-bdf", "-q1s"));
        await mail.programs[0].AnswersAsync(mail.imap);
        await mail.programs[1].AnswersAsync(mail.smtp);
        return mail;
    }

    /// <summary>An address of the asker's own that takes no mail until it is said to be back.</summary>
    public string Later() => $"later-{Interlocked.Increment(ref later)}@client.test";

    /// <summary>From now on that address takes mail.</summary>
    public void IsBack(string address) => File.WriteAllText(At($"{address.Split('@')[0]}-is-back"), "");

    private const int MostLater = 9;
    private int later;

    /// <summary>What lies in a mailbox, in the order in which the server took it.</summary>
    /// <remarks>Exim brings each letter to its box by a process of its own: one may overtake another on the way.</remarks>
    public async Task<IReadOnlyList<MimeMessage>> LettersAsync(string address)
    {
        using var client = new ImapClient { ServerCertificateValidationCallback = (_, certificate, _, _) => certificate?.GetCertHashString(HashAlgorithmName.SHA256) == Fingerprint };
        await client.ConnectAsync("127.0.0.1", imap, SecureSocketOptions.StartTls);
        await client.AuthenticateAsync(address, Password);
        await client.Inbox.OpenAsync(FolderAccess.ReadOnly);
        List<MimeMessage> letters = [];
        for (var at = 0; at < client.Inbox.Count; at++) letters.Add(await client.Inbox.GetMessageAsync(at));
        await client.DisconnectAsync(quit: true);
        return [.. letters.OrderBy(letter => long.Parse(letter.Headers["X-Taken"]!.Split(';')[0], CultureInfo.InvariantCulture))];
    }

    /// <summary>Waits until so many letters lie there.</summary>
    public async Task<IReadOnlyList<MimeMessage>> ArrivedAsync(string address, int count = 1)
    {
        IReadOnlyList<MimeMessage> letters = [];
        await Eventually.HoldsAsync(async () => (letters = await LettersAsync(address)).Count >= count, $"{count} letters lie in the mailbox of {address}");
        return letters;
    }

    /// <summary>Somebody sends something from elsewhere.</summary>
    public async Task SendAsync(MimeMessage message)
    {
        using var client = new SmtpClient { ServerCertificateValidationCallback = (_, certificate, _, _) => certificate?.GetCertHashString(HashAlgorithmName.SHA256) == Fingerprint };
        await client.ConnectAsync("127.0.0.1", smtp, SecureSocketOptions.StartTls);
        await client.AuthenticateAsync(User, Password);
        await client.SendAsync(message);
        await client.DisconnectAsync(quit: true);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var program in programs) await program.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private string At(string name) => Path.Combine(folder, name);

    private string Filled(string configuration) => configuration.Replace("@folder@", folder, StringComparison.Ordinal).Replace("@user@", User, StringComparison.Ordinal).Replace("@password@", Password, StringComparison.Ordinal)
        .Replace("@smtp@", smtp.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("@imap@", imap.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private void WriteCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=mail.test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        File.WriteAllText(At("cert.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(At("key.pem"), key.ExportPkcs8PrivateKeyPem());
        Fingerprint = Convert.ToHexString(SHA256.HashData(certificate.RawData));
    }
}
