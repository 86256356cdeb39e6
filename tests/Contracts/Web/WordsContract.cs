using System.Reflection;
using System.Text.RegularExpressions;
using Plateau.Server.Audits;
using Plateau.Server.People;
using Plateau.Server.Setup;
using Plateau.Server.Web;
using Plateau.Server.Web.Words;

namespace Plateau.Contracts.Web;

/// <summary>Whatever a page says, it says in French, English and Arabic.</summary>
public sealed partial class WordsContract
{
    [Fact]
    public void Every_word_of_a_page_is_there_in_three_languages() =>
        string.Join('\n', from word in Words() from flaw in Flaws(word.Fr, word.En, word.Ar) select $"{word.Name}: {flaw}").Should().BeEmpty();

    [Theory]
    [InlineData("", "Name", "الاسم"), InlineData("Nom", " ", "الاسم"), InlineData("Nom", "Name", "Name"), InlineData("{0} noms", "{0} names", "أسماء"), InlineData("L'heure", "The hour", "الساعة"), InlineData("Opposition", "Opposition", "التعرض"), InlineData("Opposition", "Objection", "اعتراض")]
    public void A_word_that_is_half_there_is_refused(string fr, string en, string ar) => Flaws(fr, en, ar).Should().NotBeEmpty();

    [Fact]
    public void Every_page_has_a_title_and_no_two_share_one() =>
        HousePages.All.Select(page => page.Title.Fr).Should().OnlyHaveUniqueItems().And.NotContain("");

    [Fact]
    public async Task Every_change_that_the_audit_log_keeps_has_words() =>
        Operation.Table.Keys.Concat(await MappedDoors.ChangesOfKeysAsync()).Should().BeSubsetOf(ActWords.Acts.Keys);

    [Fact]
    public void The_acts_of_the_audit_log_have_sound_words() =>
        string.Join('\n', from word in ActWords.Acts from flaw in Flaws(word.Value.Fr, word.Value.En, word.Value.Ar) select $"{word.Key}: {flaw}").Should().BeEmpty();

    [Theory, InlineData("four-in-thirty-days"), InlineData("NoAnswer"), InlineData("just-logged-in")]
    public void The_pages_know_the_words_of_the_floor(string code) => Lexicon.Knows(code).Should().BeTrue();

    [Fact]
    public void A_flaw_that_was_told_with_its_place_is_not_told_again_without() =>
        FlawWords.Once([new("mix.spring", "list-tier", ""), new("campaign c", "list-tier", ""), new("campaign c", "no-list", ""), new("mix.summer", "list-tier", "")])
            .Select(flaw => $"{flaw.Place} {flaw.Reason}").Should().Equal("mix.spring list-tier", "campaign c no-list", "mix.summer list-tier");

    private static IEnumerable<string> Flaws(string fr, string en, string ar)
    {
        if (string.IsNullOrWhiteSpace(fr) || string.IsNullOrWhiteSpace(en) || string.IsNullOrWhiteSpace(ar)) yield return "a language is missing";
        if (!Arabic().IsMatch(ar) && Place().Replace(fr, "").Any(char.IsLetter)) yield return $"'{ar}' is no Arabic";
        if (!Places(fr).SetEquals(Places(en)) || !Places(fr).SetEquals(Places(ar))) yield return "the same values must stand in all three";
        foreach (var second in SecondWords.Where(second => $"{en}\n{ar}".Contains(second, StringComparison.OrdinalIgnoreCase))) yield return $"'{second}' is a second word for what the lexicon calls otherwise";
        if (fr.Contains('\'', StringComparison.Ordinal) || en.Contains('\'', StringComparison.Ordinal)) yield return "write ’ for the apostrophe";
    }

    /// <summary>Words that say on one page what the lexicon says by another.</summary>
    private static readonly string[] SecondWords = ["opposition", "اعتراض"];

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(match => match.Value)];

    private static IEnumerable<(string Name, string Fr, string En, string Ar)> Words()
    {
        foreach (var field in typeof(Word).Assembly.GetTypes().SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly)))
        {
            var name = $"{field.DeclaringType!.Name}.{field.Name}";
            if (field.FieldType == typeof(Word) && field.GetValue(null) is Word word) yield return (name, word.Fr, word.En, word.Ar);
            else if (field.FieldType == typeof(Counted) && field.GetValue(null) is Counted counted)
            {
                yield return (name, counted.Fr.One, counted.En.One, counted.Ar.Hundred);
                yield return (name, counted.Fr.Many, counted.En.Many, counted.Ar.Many);
                yield return (name, counted.Fr.Many, counted.En.Many, counted.Ar.Few);
            }
        }
    }

    [GeneratedRegex(@"\p{IsArabic}")]
    private static partial Regex Arabic();

    [GeneratedRegex(@"\{\d")]
    private static partial Regex Place();
}
