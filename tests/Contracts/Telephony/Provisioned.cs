using System.Diagnostics;
using Plateau.Contracts.House;

namespace Plateau.Contracts.Telephony;

/// <summary>The programs that the tests need, as the provisioning scripts give them: found, or fetched once.</summary>
internal static class Provisioned
{
    private static readonly Lazy<string> AsteriskPrefix = new(() => Run("provision-asterisk"));
    private static readonly Lazy<string> SippPath = new(() => Run("provision-sipp"));
    private static readonly Lazy<string> ChromiumPath = new(() => Environment.GetEnvironmentVariable("PLATEAU_CHROMIUM") is { Length: > 0 } set ? set : Run("provision-chromium"));

    private static readonly Lazy<string> MailFolder = new(() => Run("provision-mail"));
    private static readonly Lazy<string> RadicaleFolder = new(() => Run("provision-radicale"));

    public static string Asterisk => AsteriskPrefix.Value;

    public static string Sipp => SippPath.Value;

    public static string Chromium => ChromiumPath.Value;

    public static string Mail => MailFolder.Value;

    public static string Radicale => RadicaleFolder.Value;

    private static string Run(string script)
    {
        var start = new ProcessStartInfo(Checkout.At("deploy", script)) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var said = process.StandardError.ReadToEndAsync();
        var path = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return process.ExitCode == 0 ? path : throw new InvalidOperationException($"deploy/{script} failed: {said.Result}");
    }
}
