using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Plateau.Specs.House.Rules;

/// <summary>Names say what a thing is in the words of the floor, and nothing is left for later.</summary>
internal static partial class Words
{
    private static readonly Dictionary<string, string> OfTypes = new()
    {
        ["Manager"] = "say what it does (Journal, Switch, Pacing)",
        ["Helper"] = "put the function on the type it helps",
        ["Helpers"] = "put the functions on the types they help",
        ["Util"] = "put the function on the type it is about",
        ["Utils"] = "put the functions on the types they are about",
        ["Utility"] = "put the function on the type it is about",
        ["Base"] = "name the idea that the subtypes share",
        ["Impl"] = "name what tells this one from the others",
        ["Tenant"] = "Client",
        ["Ticket"] = "Case",
        ["Lead"] = "Prospect",
        ["Contact"] = "Customer or Prospect for a person, Interaction for an exchange",
    };

    private static readonly string[] OfFolders = ["Common", "Shared", "Abstractions", "Utils", "Util", "Helpers", "Misc", "Core.Common"];

    private static readonly string[] Unfinished = ["TO" + "DO", "FIX" + "ME", "HA" + "CK", "X" + "XX"];
    private const string Missing = "NotImplemented" + "Exception";

    public static readonly HouseRule[] Rules =
    [
        new("A type is named by what it is", Types,
            [.. OfTypes.Keys.Select(word => ("src/Storage/Thing.cs", $"namespace Plateau.Storage; class Agent{word};")),
                ("src/Storage/Thing.cs", "namespace Plateau.Storage; interface ITenant;"),
                ("src/Storage/Thing.cs", "namespace Plateau.Storage; enum LeadState { New }"),
                ("src/Storage/Thing.cs", "namespace Plateau.Storage; record struct ManagerOfLines(int Count);")]),
        new("A folder is named by an idea", Folders,
            [.. OfFolders.Select(word => ($"src/Core/{word}/Thing.cs", ""))]),
        new("Nothing in the house is left for later", Later,
            [.. Unfinished.Select(word => ("src/Core/Floors/Floor.cs", $"class C {{ // {word}: mend this\n}}")),
                ("src/Core/Floors/Floor.cs", $"/* {Unfinished[0]} */ class C;"),
                ("src/Core/Floors/Floor.cs", $"class C {{ int M() => throw new {Missing}(); }}")]),
        new("An id is a type of its own, never a text", Ids,
            ("src/Core/People/Ready.cs", "record AgentBecameReady(string Agent);"),
            ("src/Core/Prospecting/Dialled.cs", "record Dialled { public required string AttemptId { get; init; } }"),
            ("src/Core/Prospecting/Dialled.cs", "record Dialled(long? ProspectId);")),
    ];

    private static IEnumerable<string> Types(Source source)
    {
        if (!source.IsCode || source.IsGenerated)
            yield break;
        foreach (var type in source.Types())
            foreach (var word in Capitalised().Matches(type.Identifier.Text).Select(match => match.Value))
                if (OfTypes.TryGetValue(word, out var instead) && !IsTheProtocols(word, source))
                    yield return source.Complain(type.Identifier, $"{type.Identifier} is called a {word}; {instead}.");
    }

    /// <summary>SIP calls the address at which a telephone is reached a contact (RFC 3261, 8.1.1.8).</summary>
    private static bool IsTheProtocols(string word, Source source) => word == "Contact" && source.In("src/Telephony");

    private static IEnumerable<string> Folders(Source source) =>
        source.Folders.Intersect(OfFolders).Select(folder => $"{source.Path}: a folder {folder} collects what found no room; find the room.");

    private static IEnumerable<string> Later(Source source)
    {
        if (!source.IsCode)
            yield break;
        foreach (var comment in source.Syntax.DescendantTrivia(descendIntoTrivia: true).Where(IsComment))
            foreach (var word in Unfinished)
                if (Regex.IsMatch(comment.ToString(), $@"\b{word}\b"))
                    yield return $"{source.Path}:{comment.GetLocation().GetLineSpan().StartLinePosition.Line + 1}: {word}; do it now, or write an issue.";
        foreach (var name in source.Identifiers().Where(name => name.Text == Missing))
            yield return source.Complain(name, "an unfinished member; finish it or leave it out.");
    }

    private static bool IsComment(SyntaxTrivia trivia) =>
        trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)
        || trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia);

    private static readonly string[] Named =
        ["Agent", "Attempt", "Campaign", "Client", "Customer", "List", "Programme", "Prospect", "Recording", "Trunk"];

    private static IEnumerable<string> Ids(Source source)
    {
        if (!source.IsCode || !source.In("src/Core"))
            yield break;
        foreach (var (type, name) in Members(source))
            if (type?.ToString().TrimEnd('?') is "string" or "long" or "int" or "Guid" && Named.Any(named => name.Text == named || name.Text == named + "Id"))
                yield return source.Complain(name, $"{name} is a {type}; give it its own type, so that a client can't be given where an agent is meant.");
    }

    private static IEnumerable<(TypeSyntax? Type, SyntaxToken Name)> Members(Source source) =>
        source.Syntax.DescendantNodes().OfType<PropertyDeclarationSyntax>().Select(property => ((TypeSyntax?)property.Type, property.Identifier))
            .Concat(source.Syntax.DescendantNodes().OfType<RecordDeclarationSyntax>()
                .SelectMany(record => record.ParameterList?.Parameters ?? default)
                .Select(parameter => (parameter.Type, parameter.Identifier)));

    [GeneratedRegex("[A-Z][a-z]+")]
    private static partial Regex Capitalised();
}
