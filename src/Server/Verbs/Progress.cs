using System.Diagnostics;

namespace Plateau.Server.Verbs;

/// <summary>A line on the error stream that says how far long work has come; on a terminal it is redrawn, elsewhere it comes every ten seconds.</summary>
internal sealed class ProgressLine : IDisposable
{
    private readonly bool live = !Console.IsErrorRedirected;
    private readonly Stopwatch since = Stopwatch.StartNew();
    private TimeSpan last = TimeSpan.MinValue;
    private int width;

    /// <summary>Says where the work stands, not more often than people can read.</summary>
    public void Say(string text, bool force = false)
    {
        var pause = live ? TimeSpan.FromMilliseconds(150) : TimeSpan.FromSeconds(10);
        if (!force && last != TimeSpan.MinValue && since.Elapsed - last < pause) return;
        last = since.Elapsed;
        if (live)
        {
            Console.Error.Write($"\r{text.PadRight(width)}");
            width = text.Length;
        }
        else Console.Error.WriteLine(text);
    }

    public void Dispose()
    {
        if (live && width > 0) Console.Error.Write($"\r{new string(' ', width)}\r");
    }
}
