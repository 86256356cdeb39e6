using Microsoft.Extensions.Logging;

namespace Plateau.Telephony.Switch;

/// <summary>What the adapter writes to the log. Ids only: numbers and names of people never stand there.</summary>
internal static partial class SwitchLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "{Instruction} for {Attempt} got no answer from the switch: {Reason}")]
    public static partial void CommandLost(ILogger log, string instruction, string attempt, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Instruction} for {Attempt} failed")]
    public static partial void CommandFailed(ILogger log, string instruction, string attempt, Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Instruction} for {Attempt} was dropped: too much waits for this attempt")]
    public static partial void CommandDropped(ILogger log, string instruction, string attempt);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The floor said nothing of whoever answered {Attempt}; they are told who called, and the call ends with that")]
    public static partial void SilenceBroken(ILogger log, string attempt);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The floor said nothing of whoever answered {Attempt}; their campaign has no notice, and they are let go")]
    public static partial void SilenceEnded(ILogger log, string attempt);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The bridge of {Attempt} was left behind: {Reason}")]
    public static partial void BridgeLeft(ILogger log, string attempt, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "The switch is there: {Calls} calls, {Bridges} bridges, {Recordings} recordings")]
    public static partial void Connected(ILogger log, int calls, int bridges, int recordings);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The switch could not be counted ({Reason}); its socket is dropped and it may try again")]
    public static partial void CensusFailed(ILogger log, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What was kept for us had not come to its end after {Seconds} s; the count says what is true")]
    public static partial void KeptTooLong(ILogger log, double seconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The switch is away (died: {Died})")]
    public static partial void Lost(ILogger log, bool died);
}
