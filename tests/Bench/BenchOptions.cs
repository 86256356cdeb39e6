using System.Globalization;

namespace Plateau.Bench;

/// <summary>What the storage benches read from their command line, and where the sources are.</summary>
internal static class BenchOptions
{
    public static int Number(string[] args, string name, int otherwise)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
    }

    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Plateau.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The benches must run inside the checkout.");
    }
}
