using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Plateau.Core.Interactions;
using Plateau.Server.People;

namespace Plateau.Server.Reports.Proofs;

/// <summary>Addresses of recordings: signed, good for a quarter of an hour, and for the one person to whom they were written.</summary>
internal sealed class RecordingPasses(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Good = TimeSpan.FromMinutes(15);
    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("Plateau.Recordings").ToTimeLimitedDataProtector();

    public string Write(RecordingId recording, Person reader) => $"{RecordingDoor.Path}/{protector.Protect($"{reader.Id.Value}\n{recording.Value}", Good)}";

    /// <summary>What a pass opens; null when it is not ours, is no longer good, or was written to somebody else.</summary>
    public RecordingId? Read(string pass, Person reader)
    {
        try
        {
            return protector.Unprotect(pass).Split('\n') is [var whom, var recording] && whom == reader.Id.Value ? new RecordingId(recording) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
