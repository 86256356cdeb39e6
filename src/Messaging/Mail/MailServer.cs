using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MailKit;
using MailKit.Security;

namespace Plateau.Messaging.Mail;

/// <summary>How the line to a mail server is protected.</summary>
public enum MailSecurity
{
    /// <summary>TLS from the first byte (ports 465, 993).</summary>
    Tls,

    /// <summary>TLS after a greeting (ports 587, 143); without it nothing is said.</summary>
    StartTls,

    /// <summary>Not at all: for a server on the same machine.</summary>
    None,
}

/// <summary>A server that takes or keeps our mail.</summary>
/// <param name="User">Null for a server that knows us by our address.</param>
public sealed record MailServer(string Host, int Port, MailSecurity Security, string? User = null, string? Password = null)
{
    /// <summary>SHA-256 of the one certificate that is trusted though no authority vouches for it, in hexadecimal; null for the ordinary check.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>For each step of the talk.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Connects and signs in.</summary>
    /// <returns>What is in the way; null when the server is ready.</returns>
    internal async Task<MailTrouble?> OpenAsync(MailService service, CancellationToken cancel)
    {
        service.Timeout = (int)Patience.TotalMilliseconds;
        service.ServerCertificateValidationCallback = (_, certificate, _, errors) => Trusts(certificate, errors);
        service.CheckCertificateRevocation = false;
        try
        {
            await service.ConnectAsync(Host, Port, Security switch { MailSecurity.Tls => SecureSocketOptions.SslOnConnect, MailSecurity.StartTls => SecureSocketOptions.StartTls, _ => SecureSocketOptions.None }, cancel).ConfigureAwait(false);
            if (User is { Length: > 0 }) await service.AuthenticateAsync(User, Password ?? "", cancel).ConfigureAwait(false);
            return null;
        }
        catch (Exception failed) when (MailTrouble.Of(failed, this) is { } trouble && !cancel.IsCancellationRequested)
        {
            return trouble;
        }
    }

    private bool Trusts(X509Certificate? certificate, SslPolicyErrors errors) =>
        errors == SslPolicyErrors.None
        || (certificate is not null && Fingerprint is { } trusted && trusted.Replace(":", "", StringComparison.Ordinal).Equals(Convert.ToHexString(SHA256.HashData(certificate.GetRawCertData())), StringComparison.OrdinalIgnoreCase));
}

/// <summary>Why a mail server can't be used.</summary>
/// <param name="Place">Its host and port.</param>
/// <param name="Detail">What it said.</param>
public sealed record MailTrouble(MailTroubleKind Kind, string Place, string Detail)
{
    /// <summary>Null for what is no trouble with a server but a mistake of ours.</summary>
    internal static MailTrouble? Of(Exception failed, MailServer server)
    {
        MailTroubleKind? kind = failed switch
        {
            AuthenticationException or SaslException => MailTroubleKind.Unauthorised,
            SslHandshakeException => MailTroubleKind.Certificate,
            ServiceNotAuthenticatedException => MailTroubleKind.Unauthorised,
            NotSupportedException => MailTroubleKind.Security,
            CommandException or ProtocolException or IOException or System.Net.Sockets.SocketException or TimeoutException or OperationCanceledException or ServiceNotConnectedException => MailTroubleKind.Unreachable,
            _ => null,
        };
        return kind is { } known ? new(known, $"{server.Host}:{server.Port}", Calendars.Invitation.OneLine(failed.Message)) : null;
    }
}

/// <summary>The ways in which a mail server fails us; the pages say the remedy of each.</summary>
public enum MailTroubleKind
{
    /// <summary>No name, no answer, or none that can be understood.</summary>
    Unreachable,

    /// <summary>Its certificate is vouched for by nobody.</summary>
    Certificate,

    /// <summary>It offers no TLS where TLS is asked for, or no way to sign in.</summary>
    Security,

    /// <summary>User or password are wrong.</summary>
    Unauthorised,
}
