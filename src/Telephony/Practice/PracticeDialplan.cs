using System.Globalization;
using System.Text;
using Plateau.Telephony.Sound;

namespace Plateau.Telephony.Practice;

/// <summary>
/// The practice line's side of the switch: a context that plays prospects and agents, and can reach nothing else.
/// Every INVITE from the practice trunk is written down here, by the called side, before anything happens to it.
/// </summary>
internal static class PracticeDialplan
{
    /// <summary>The SIP header by which the caller tells the practice line which attempt this is, for the log alone.</summary>
    public const string AttemptHeader = "X-Plateau-Attempt";

    /// <summary>The sound of whoever found no agent.</summary>
    internal const string Notice = "notice";

    /// <summary>How long any practice call may last; a forgotten one ends by itself.</summary>
    private const int LongestCallSeconds = 900;

    public static string Render(string soundFolder, string log)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $$"""
            [practice]
            exten => _[+0-9].,1,Set(FILE({{log}},,,al,u)=${STRFTIME(,,%FT%T.%3q%z)} ${CHANNEL(pjsip,call-id)} ${EXTEN} ${IF($["${PJSIP_HEADER(read,{{AttemptHeader}})}"=""]?-:${PJSIP_HEADER(read,{{AttemptHeader}})})})
             same => n,Set(TIMEOUT(absolute)={{LongestCallSeconds}})
             same => n,Goto(practice-callee,${EXTEN:-2},1)
            exten => _age[n]t.,1,Set(TIMEOUT(absolute)={{LongestCallSeconds}})
             same => n,Answer()
             same => n(talk),Playback({{soundFolder}}/agent)
             same => n,Goto(talk)

            [practice-callee]

            """);
        for (var ending = 0; ending < 100; ending++) Append(text, ending, PracticeTable.CalleeOf(ending), soundFolder);
        return text.ToString();
    }

    /// <summary>Writes the sounds that <see cref="Render"/> names.</summary>
    public static void WriteSounds(string folder)
    {
        WriteSound("allo", Voice.Murmur(210, 2));
        WriteSound("listener", Voice.Silence(1.2).Then(Voice.Murmur(210, 1)).Then(Voice.Silence(0.8)));
        WriteSound("machine", Voice.Murmur(130, 3, 2, 4, 1, 2, 3, 2, 2, 4, 3).Then(Voice.Beep(0.4)));
        WriteSound(Notice, Voice.Murmur(180, 3, 2, 4, 1, 2, 3));
        WriteSound("agent", Voice.Murmur(150, 2, 3, 1, 4, 2, 3).Then(Voice.Silence(0.5)));

        void WriteSound(string name, short[] samples) => WaveFile.Write(Path.Combine(folder, name + ".wav"), samples);
    }

    private static void Append(StringBuilder text, int ending, PracticeCallee callee, string sounds)
    {
        text.Append(CultureInfo.InvariantCulture, $"; {PracticeTable.MeaningOf(ending)}\n");
        var steps = new List<string>();
        if (callee.Rings > 0 || callee is PracticeCallee.Absent) steps.Add("Ringing()");
        if (callee.Rings > 0) steps.Add(string.Create(CultureInfo.InvariantCulture, $"Wait({callee.Rings:0.0})"));
        steps.AddRange(callee switch
        {
            PracticeCallee.Person { Stays: null } => ["Answer()", $"Playback({sounds}/allo)", $"Playback({sounds}/listener)", "Goto(listen)"],
            PracticeCallee.Person { Stays: var seconds } =>
                [string.Create(CultureInfo.InvariantCulture, $"Set(TIMEOUT(absolute)={seconds})"), "Answer()", $"Playback({sounds}/allo)", $"Playback({sounds}/listener)", "Goto(listen)"],
            PracticeCallee.Machine => ["Answer()", $"Playback({sounds}/machine)", "Wait(60)", "Hangup(16)"],
            PracticeCallee.Absent => [$"Wait({LongestCallSeconds})", "Hangup(19)"],
            PracticeCallee.Refused { SipCode: var code } => [string.Create(CultureInfo.InvariantCulture, $"PJSIPHangup({code})")],
            PracticeCallee.Silent => ["Answer()", "Wait(60)", "Hangup(16)"],
            PracticeCallee.Gone => ["Answer(,i)", "Hangup(16)"],
            _ => throw new InvalidOperationException($"The practice line doesn't know how to play {callee}."),
        });
        for (var i = 0; i < steps.Count; i++)
        {
            var priority = i == 0 ? string.Create(CultureInfo.InvariantCulture, $"exten => {ending:00},1") : " same => n";
            var label = steps[i].EndsWith("/listener)", StringComparison.Ordinal) ? "(listen)" : "";
            text.Append(CultureInfo.InvariantCulture, $"{priority}{label},{steps[i]}\n");
        }
    }
}
