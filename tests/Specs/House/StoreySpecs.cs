using System.Reflection;

namespace Plateau.Specs.House;

/// <summary>The compiled rooms keep the order that the sources promise.</summary>
public sealed class StoreySpecs
{
    private static readonly Assembly Core = Assembly.Load("Plateau.Core");
    private static readonly Assembly Simulation = Assembly.Load("Plateau.Simulation");

    [Fact]
    public void No_compiled_room_of_Core_names_one_above_it() =>
        Compiled.Edges(Core).Where(edge => Storeys.Of(edge.Key.To) > Storeys.Of(edge.Key.From))
            .Select(edge => $"{edge.Key.From} -> {edge.Key.To}: {edge.Value}").Should().BeEmpty();

    [Fact]
    public void The_rooms_of_Core_form_no_circle() =>
        Storeys.Circle(Compiled.Edges(Core).Keys.ToHashSet()).Should().BeNull("two rooms that need each other are one room, or share a third");

    [Fact]
    public void A_circle_is_seen_and_named() =>
        Storeys.Circle(new HashSet<(string, string)> { ("Clients", "People"), ("People", "Interactions"), ("Interactions", "Clients") })
            .Should().Be("Clients -> People -> Interactions -> Clients");

    [Fact]
    public void Two_rooms_in_one_direction_are_no_circle() =>
        Storeys.Circle(new HashSet<(string, string)> { ("Clients", "Interactions"), ("People", "Interactions"), ("Floors", "Clients"), ("Floors", "People") })
            .Should().BeNull();

    [Fact]
    public void Compiled_code_refers_only_to_the_world_it_may_know() =>
        Core.GetReferencedAssemblies().Concat(Simulation.GetReferencedAssemblies()).Select(reference => reference.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal))
            .Should().BeSubsetOf(["NodaTime", "PhoneNumbers", "Plateau.Core", "netstandard"]);
}
