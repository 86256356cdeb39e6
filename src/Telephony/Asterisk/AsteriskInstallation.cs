namespace Plateau.Telephony.Asterisk;

/// <summary>An Asterisk on disk: its program, its modules, and its documents, without which ARI types do not load.</summary>
public sealed record AsteriskInstallation(string Program, string ModuleFolder, string DataFolder)
{
    /// <summary>Finds the parts below a prefix, whether a distribution laid them out or our provisioning script did.</summary>
    /// <exception cref="SwitchUnusableException">A part is missing.</exception>
    public static AsteriskInstallation Locate(string prefix)
    {
        var program = Path.Combine(prefix, "sbin", "asterisk");
        if (!File.Exists(program))
            throw new SwitchUnusableException($"There is no Asterisk at {program}. Run deploy/provision-asterisk, or set PLATEAU_ASTERISK to a prefix that holds sbin/asterisk.");
        var modules = ModuleFolders(prefix).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "app_stasis.so")))
            ?? throw new SwitchUnusableException($"The Asterisk at {program} has no app_stasis.so below {prefix}/lib; it was built without ARI. Use deploy/provision-asterisk.");
        string[] data = [Path.Combine(prefix, "share", "asterisk"), "/var/lib/asterisk", Path.Combine(prefix, "var", "lib", "asterisk")];
        var documents = data.FirstOrDefault(folder => Directory.Exists(Path.Combine(folder, "documentation")))
            ?? throw new SwitchUnusableException($"The Asterisk at {program} has no documentation folder; ARI needs its XML. Use deploy/provision-asterisk.");
        return new(program, modules, documents);
    }

    /// <summary>The modules to load, in order; refuses when a needed one is missing.</summary>
    public IReadOnlyList<string> Modules()
    {
        using var list = new StreamReader(typeof(AsteriskInstallation).Assembly.GetManifestResourceStream("asterisk.modules")
            ?? throw new InvalidOperationException("The list of modules is not embedded in this assembly."));
        var present = new List<string>();
        while (list.ReadLine() is { } line)
        {
            var name = line.Split('#')[0].Trim();
            if (name.Length == 0) continue;
            var welcomeOnly = name.EndsWith('?');
            name = name.TrimEnd('?');
            if (File.Exists(Path.Combine(ModuleFolder, name))) present.Add(name);
            else if (!welcomeOnly)
                throw new SwitchUnusableException($"The Asterisk in {ModuleFolder} has no {name}. Use deploy/provision-asterisk.");
        }
        return present;
    }

    private static IEnumerable<string> ModuleFolders(string prefix)
    {
        foreach (var lib in new[] { "lib", "lib64" })
        {
            var folder = Path.Combine(prefix, lib);
            if (!Directory.Exists(folder)) continue;
            yield return Path.Combine(folder, "asterisk", "modules");
            foreach (var multiarch in Directory.EnumerateDirectories(folder, "*-linux-gnu*").Order(StringComparer.Ordinal))
                yield return Path.Combine(multiarch, "asterisk", "modules");
        }
    }
}

/// <summary>The switch cannot be used as it stands; the message names the place and the remedy.</summary>
public sealed class SwitchUnusableException : Exception
{
    public SwitchUnusableException() { }
    public SwitchUnusableException(string message) : base(message) { }
    public SwitchUnusableException(string message, Exception inner) : base(message, inner) { }
}
