using System.Text.Json;
using Plateau.Storage;

namespace Plateau.Server.Verbs;

/// <summary>The folder in which everything of one installation lives.</summary>
internal sealed class DataFolder
{
    private DataFolder(string path) => Path = path;

    public string Path { get; }
    public string Recordings => System.IO.Path.Combine(Path, "recordings");
    public string Exports => System.IO.Path.Combine(Path, "exports");
    public string Switch => System.IO.Path.Combine(Path, "switch");
    public string Logs => System.IO.Path.Combine(Path, "logs");
    public string SettingsFile => System.IO.Path.Combine(Path, "settings.json");

    /// <summary>Opens the folder, made when missing.</summary>
    public static DataFolder Open(DirectoryInfo? chosen)
    {
        var path = chosen?.FullName
            ?? Environment.GetEnvironmentVariable("PLATEAU_DATA")
            ?? System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "plateau");
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (IOException denied)
        {
            throw new Complaint(Exit.Misasked, $"--data {path}: {denied.Message}. Choose a folder that can be written");
        }
        return new DataFolder(System.IO.Path.GetFullPath(path));
    }

    /// <summary>The settings file, when there is one, with PLATEAU_… variables over it.</summary>
    public Settings ReadSettings()
    {
        var settings = new Settings();
        if (File.Exists(SettingsFile))
        {
            try
            {
                settings = JsonSerializer.Deserialize<Settings>(File.ReadAllText(SettingsFile), Settings.Json) ?? settings;
            }
            catch (JsonException wrong)
            {
                throw new Complaint(Exit.Misasked, $"{SettingsFile}, line {(wrong.LineNumber ?? 0) + 1}, {wrong.Path}: {wrong.Message}");
            }
        }
        if (Environment.GetEnvironmentVariable("PLATEAU_DATABASE") is { Length: > 0 } database) settings = settings with { Database = database };
        return settings;
    }

    /// <summary>Where the database is: what the settings say, else a file in this folder.</summary>
    public StoreAddress Database(Settings settings) => settings.Database is { Length: > 0 } address
        ? StoreAddress.Parse(address)
        : StoreAddress.AtFile(System.IO.Path.Combine(Path, "plateau.db"));
}
