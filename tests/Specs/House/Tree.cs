namespace Plateau.Specs.House;

/// <summary>The house on disk: the only specs that read files are those about the files.</summary>
internal static class Tree
{
    private static readonly string[] Rooms = ["src", "tests"];
    private static readonly string[] Kinds = [".cs", ".csproj", ".razor"];
    private static readonly string[] NotOurs = ["bin", "obj", "TestResults", "node_modules"];

    private static readonly Lazy<IReadOnlyList<Source>> Read = new(() => [.. Files()]);

    public static string Root { get; } = FindRoot();
    public static IReadOnlyList<Source> Sources => Read.Value;

    private static IEnumerable<Source> Files() =>
        from room in Rooms
        from file in Directory.EnumerateFiles(Path.Combine(Root, room), "*", SearchOption.AllDirectories)
        where Kinds.Contains(Path.GetExtension(file))
        let path = Path.GetRelativePath(Root, file).Replace('\\', '/')
        where !path.Split('/').Intersect(NotOurs).Any()
        orderby path
        select new Source(path, File.ReadAllText(file));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Plateau.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"No Plateau.slnx above {AppContext.BaseDirectory}: the specs must run inside the checkout.");
    }
}
