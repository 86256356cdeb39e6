namespace Plateau.Contracts.House;

/// <summary>The folder of the sources from which these tests were built: for what must be built, provisioned or compared with them.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find();

    public static string At(params string[] path) => Path.Combine([Root, .. path]);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Plateau.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"No Plateau.slnx above {AppContext.BaseDirectory}: the contracts must run inside the checkout.");
    }
}
