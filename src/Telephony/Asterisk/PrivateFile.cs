using System.Text;

namespace Plateau.Telephony.Asterisk;

/// <summary>Writes a file that only its owner reads, whole or not at all: passwords lie in it, and a crash may come at any byte.</summary>
internal static class PrivateFile
{
    public static void Write(string path, string text)
    {
        var half = path + ".new";
        File.Delete(half);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(half, options))
        {
            file.Write(Encoding.UTF8.GetBytes(text));
            file.Flush(flushToDisk: true);
        }
        File.Move(half, path, overwrite: true);
    }
}
