using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Plateau.Specs.House.Rules;

/// <summary>References point one way: Server to adapters and simulation, those to Core, and inside Core from the top storey down.</summary>
internal static class Direction
{
    private static readonly string[] PackagesOfCore = ["NodaTime", "libphonenumber-csharp", "Microsoft.CodeAnalysis.BannedApiAnalyzers"];

    public static readonly HouseRule[] Rules =
    [
        new("A project refers only to those below it", Projects,
            ("src/Core/Plateau.Core.csproj", """<Project><ProjectReference Include="../Storage/Plateau.Storage.csproj" /></Project>"""),
            ("src/Telephony/Plateau.Telephony.csproj", """<Project><ProjectReference Include="../Storage/Plateau.Storage.csproj" /></Project>"""),
            ("src/Simulation/Plateau.Simulation.csproj", """<Project><ProjectReference Include="../Server/Plateau.Server.csproj" /></Project>"""),
            ("src/Tools/Plateau.Tools.csproj", "<Project />"),
            ("tests/Specs/Plateau.Specs.csproj", """<Project><ProjectReference Include="../../src/Storage/Plateau.Storage.csproj" /></Project>""")),
        new("Core and Simulation take no package but calendars, zones and numbers", Packages,
            ("src/Core/Plateau.Core.csproj", """<Project><PackageReference Include="Npgsql" /></Project>"""),
            ("src/Simulation/Plateau.Simulation.csproj", """<Project><PackageReference Include="Microsoft.Orleans.Sdk" /></Project>""")),
        new("A file names only projects below its own", Names,
            ("src/Core/Floors/Floor.cs", "using Plateau.Simulation; namespace Plateau.Core.Floors;"),
            ("src/Telephony/Link.cs", "namespace Plateau.Telephony; class Link { Plateau.Storage.Journal journal; }"),
            ("src/Storage/Journal.cs", "using static global::Plateau.Server.Program;"),
            ("src/Simulation/World.cs", "using Sip = Plateau.Telephony.Switch;")),
        new("A room of Core names only its own storey and those below", Rooms,
            ("src/Core/Interactions/Channel.cs", "using Plateau.Core.Compliance;"),
            ("src/Core/Compliance/RuleBook.cs", "namespace Plateau.Core.Compliance; class RuleBook { Plateau.Core.Prospecting.Campaign campaign; }"),
            ("src/Core/Prospecting/Pacing.cs", "using Floor = Plateau.Core.Floors.Floor;"),
            ("src/Core/Clients/Client.cs", "namespace Plateau.Core.Clients; class Client { Floors.Floor floor; }"),
            ("src/Core/Common/Result.cs", "namespace Plateau.Core.Common;")),
    ];

    private static IEnumerable<string> Projects(Source source)
    {
        if (!source.IsProject)
            yield break;
        foreach (var reference in Includes(source, "ProjectReference"))
        {
            var target = System.IO.Path.GetFileNameWithoutExtension(reference.Replace('\\', '/')).Replace("Plateau.", "", StringComparison.Ordinal);
            if (Below(source) is { } below && !below.Contains(target))
                yield return $"{source.Path}: refers to {target}; it may refer to {Listed(below)}.";
        }

        if (source.In("src") && Below(source) is null)
            yield return $"{source.Path}: a project exists only where a compiler must guard something; if this one must, give it a place in Storeys.Projects.";
    }

    private static IEnumerable<string> Packages(Source source)
    {
        if (!source.IsProject || !source.In("src/Core", "src/Simulation"))
            yield break;
        foreach (var package in Includes(source, "PackageReference").Except(PackagesOfCore))
            yield return $"{source.Path}: takes {package}; a foreign thing belongs in an adapter.";
    }

    private static IEnumerable<string> Names(Source source)
    {
        if (!source.IsCode || Below(source) is not { } below || source.Path.Split('/') is not [_, var own, ..])
            yield break;
        foreach (var (name, at) in source.DottedNames())
            if (name.Split('.') is ["Plateau", var project, ..] && project != own && Storeys.Projects.ContainsKey(project) && !below.Contains(project))
                yield return source.Complain(at, $"names Plateau.{project}; {own} may name {Listed(below)}.");
    }

    private static IEnumerable<string> Rooms(Source source)
    {
        if (!source.IsCode || source.Path.Split('/') is not ["src", "Core", var own, _, ..])
            yield break;
        if (Storeys.Of(own) is not { } storey)
        {
            yield return $"{source.Path}: {own} is no room of Core; its rooms and their storeys are in Storeys.OfCore.";
            yield break;
        }

        foreach (var (name, at) in source.DottedNames())
            if (RoomNamed(name, at) is { } room && Storeys.Of(room) > storey)
                yield return source.Complain(at, $"{own} names {room}, which stands above it; let the fact or the value come down as a parameter.");
    }

    /// <summary>A room named in full, or, where a type is meant, by its last part alone: inside Plateau.Core a <c>Floors.Floor</c> needs no more.</summary>
    private static string? RoomNamed(string name, SyntaxNode at) =>
        Storeys.RoomOf(name) ?? (at is QualifiedNameSyntax ? name.Split('.')[0] : null);

    /// <summary>What a project may refer to; null where no order is kept (tests of adapters, benches).</summary>
    private static string[]? Below(Source source) => source.Path.Split('/') switch
    {
        ["src", var project, ..] => Storeys.Projects.GetValueOrDefault(project),
        ["tests", "Specs", ..] => ["Core", "Simulation"],
        _ => null,
    };

    private static IEnumerable<string> Includes(Source project, string element) =>
        XDocument.Parse(project.Text).Descendants(element).Select(reference => (string?)reference.Attribute("Include") ?? "");

    private static string Listed(string[] names) => names.Length == 0 ? "nothing" : string.Join(", ", names);
}
