using System.Globalization;
using Plateau.Telephony.Asterisk;

namespace Plateau.Telephony.Trunks;

/// <summary>A trunk as PJSIP objects, pushed on every connect.</summary>
internal static class TrunkObjects
{
    public static async Task PushAsync(AriClient control, TrunkSettings trunk, CancellationToken cancel)
    {
        if (!trunk.IsPractice)
        {
            var transport = trunk.Transport == TrunkTransport.Tcp ? "tcp" : "udp";
            if (trunk.User is not null)
                await control.PushAsync("auth", trunk.Name, [new("auth_type", "userpass"), new("username", trunk.User), new("password", trunk.Password ?? "")], cancel);
            await control.PushAsync("aor", trunk.Name, [new("contact", $"sip:{trunk.Host}:{trunk.Port}{(transport == "tcp" ? ";transport=tcp" : "")}")], cancel);
            await control.PushAsync("endpoint", trunk.Name,
            [
                new("transport", $"carriers-{transport}"),
                new("context", "nowhere"),
                new("aors", trunk.Name),
                new("disallow", "all"),
                new("allow", "alaw,ulaw"),
                new("direct_media", "no"),
                new("rtp_timeout", Math.Max(1, (int)trunk.SpeechLimit.TotalSeconds).ToString(CultureInfo.InvariantCulture)),
                .. trunk.User is null ? [] : new AriField[] { new("outbound_auth", trunk.Name), new("from_user", trunk.User) },
            ], cancel);
        }
        if (trunk.Registers)
            await control.PushAsync("registration", trunk.Name,
            [
                new("transport", $"carriers-{(trunk.Transport == TrunkTransport.Tcp ? "tcp" : "udp")}"),
                new("outbound_auth", trunk.Name),
                new("server_uri", $"sip:{trunk.Host}:{trunk.Port}"),
                new("client_uri", $"sip:{trunk.User}@{trunk.Host}:{trunk.Port}"),
                new("contact_user", trunk.User!),
                // A carrier that is away is asked again without end, and a refused password too: somebody may mend it there.
                new("max_retries", "1000000"),
                new("retry_interval", "20"),
                new("forbidden_retry_interval", "300"),
                new("auth_rejection_permanent", "no"),
            ], cancel);
        await control.HearEndpointAsync(trunk.Name, cancel);
    }
}
