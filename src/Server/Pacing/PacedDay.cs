using System.Buffers.Text;
using Plateau.Core.Prospecting.Pacing;

namespace Plateau.Server.Pacing;

/// <summary>A day paced for somebody else's floor or simulator: looks come in as lines, decisions go out as lines, the production pacer decides.</summary>
internal static class PacedDay
{
    private const int LongestLine = 16 << 20;

    /// <returns>Ticks answered, when the other side ended the day.</returns>
    /// <exception cref="FormatException">A line could not be read; the message names it.</exception>
    public static long Run(Stream input, Stream output)
    {
        var line = new PaceLine();
        Pacer? pacer = null;
        var buffer = new byte[64 << 10];
        int from = 0, filled = 0;
        long number = 0, ticks = 0;
        var answer = new byte[64];
        while (true)
        {
            var length = buffer.AsSpan(from, filled - from).IndexOf((byte)'\n');
            if (length < 0)
            {
                if (from > 0) buffer.AsSpan(from, filled - from).CopyTo(buffer);
                (from, filled) = (0, filled - from);
                if (filled == buffer.Length) Array.Resize(ref buffer, filled < LongestLine ? filled * 2 : throw new FormatException($"line {number + 1} is longer than {LongestLine} bytes: end each line with a line feed"));
                var read = input.Read(buffer, filled, buffer.Length - filled);
                if (read > 0)
                {
                    filled += read;
                    continue;
                }
                if (filled == 0) return ticks;
                // The last line may do without its line feed.
                length = filled;
            }
            var text = buffer.AsSpan(from, length).Trim(" \t\r"u8);
            from = Math.Min(filled, from + length + 1);
            // Some editors and shells put a mark before the first letter of a file.
            if (number++ == 0 && text.StartsWith("\uFEFF"u8)) text = text[3..];
            if (text.IsEmpty) continue;
            try
            {
                line.Read(text);
                if (line.Type == "end") return ticks;
                if (line.Type == "init")
                {
                    pacer = new Pacer(line.Terms);
                    output.Write("{\"ready\":true}\n"u8);
                }
                else
                {
                    if (pacer is null) throw new FormatException("a tick before the beginning: send {\"type\":\"init\",...} first");
                    output.Write(answer.AsSpan(0, Answer(answer, pacer.Decide(line.View).Dial)));
                    ticks++;
                }
            }
            catch (FormatException wrong)
            {
                throw new FormatException($"line {number}: {wrong.Message}", wrong);
            }
            output.Flush();
        }
    }

    private static int Answer(Span<byte> into, int dial)
    {
        "{\"dial\":"u8.CopyTo(into);
        Utf8Formatter.TryFormat(dial, into[8..], out var digits);
        // Calls that ring late are not withdrawn: it gains nothing, and somebody may be on the way to the telephone.
        ",\"cancel\":0}\n"u8.CopyTo(into[(8 + digits)..]);
        return 8 + digits + 13;
    }
}
