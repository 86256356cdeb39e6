using NodaTime;
using Plateau.Core.People;

namespace Plateau.Specs.People;

public sealed class CertificationSpecs
{
    private static readonly LocalDate Today = new(2026, 11, 29);

    /// <summary>Level held, first and last day from today on (null for none), and whether somebody of whom level 3 is asked lacks it, and whether for its days only.</summary>
    public static TheoryData<int, int?, int?, bool, bool> Held => new()
    {
        { 3, null, null, false, false },
        { 5, null, null, false, false },
        { 2, null, null, true, false },
        { 3, 0, null, false, false },
        { 3, 1, null, true, true },
        { 3, null, 0, false, false },
        { 3, null, -1, true, true },
        { 2, null, -1, true, false },
        { 4, -10, 10, false, false },
        { 4, 1, 10, true, true },
    };

    [Theory, MemberData(nameof(Held))]
    public void A_competence_counts_on_the_days_of_its_certification(int level, int? from, int? until, bool lacks, bool ofItsDays)
    {
        var held = new Dictionary<string, Certification> { ["mutuelle"] = new(level, from is { } f ? Today.PlusDays(f) : null, until is { } u ? Today.PlusDays(u) : null) };
        var found = Lack.Among(new Dictionary<string, int> { ["Mutuelle"] = 3 }, held, Today);
        (found.Count == 1, found is [{ Held: not null }]).Should().Be((lacks, ofItsDays));
    }

    [Fact]
    public void Whoever_was_never_certified_lacks_all_that_is_asked() =>
        Lack.Among(new Dictionary<string, int> { ["Mutuelle"] = 1, ["Anglais"] = 2 }, null, Today).Should().BeEquivalentTo([new Lack("Mutuelle", 1, null), new Lack("Anglais", 2, null)]);
}
