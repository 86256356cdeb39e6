using NodaTime;
using NodaTime.TimeZones;
using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;

namespace Plateau.Specs.Compliance;

/// <summary>What the law is read from is whole, or it is said what is wrong with it.</summary>
public sealed class LawDataSpecs
{
    private static readonly IDateTimeZoneProvider Whole = DateTimeZoneProviders.Tzdb;

    [Fact]
    public void The_data_of_this_house_are_whole() => LawData.Fault().Should().BeNull();

    [Theory]
    [InlineData("2026c", null)]
    [InlineData("2027a", null)]
    [InlineData("2026b", "tzdb-too-old")]
    [InlineData("", "tzdb-too-old")]
    public void The_time_zones_are_recent(string tzdb, string? fault) => LawData.Fault(RuleBook.Standard, tzdb, Whole).Should().Be(fault);

    [Theory]
    [InlineData("Europe/Paris")]
    [InlineData("Indian/Reunion")]
    [InlineData("Pacific/Noumea")]
    [InlineData("Africa/Casablanca")]
    public void No_zone_of_anybody_who_may_be_called_is_missing(string missing) => LawData.Fault(RuleBook.Standard, "2026c", new Without(missing)).Should().Be("law-zones");

    [Theory]
    [InlineData("2026-08-11", "2026-08-11", "a decree", null)]
    [InlineData("2026-08-11", "2026-08-10", "a decree", "law-rules")]
    [InlineData("2026-08-11", null, " ", "law-rules")]
    public void Every_rule_has_sound_dates_and_its_text(string from, string? until, string source, string? fault)
    {
        var day = NodaTime.Text.LocalDatePattern.Iso;
        var text = new RuleText("a rule", source, day.Parse(from).Value, until is null ? null : day.Parse(until).Value, Basis.Law);
        LawData.Fault(new RuleBook("1", [new KnownLaw(), new Written(text)]), "2026c", Whole).Should().Be(fault);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-11-25")]
    public void A_book_without_rules_or_version_is_no_book(string version) =>
        LawData.Fault(new RuleBook(version, version.Length == 0 ? [new KnownLaw()] : []), "2026c", Whole).Should().Be("law-rules");

    private sealed class Written(RuleText text) : IRule
    {
        public string Id => "WRITTEN";
        public RuleText Text => text;
        public bool Concerns(Question question) => false;
        public Finding Judge(Question question) => Finding.Pass;
    }

    private sealed class Without(string missing) : IDateTimeZoneProvider
    {
        public string VersionId => Whole.VersionId;
        public System.Collections.ObjectModel.ReadOnlyCollection<string> Ids => Whole.Ids;
        public DateTimeZone this[string id] => GetZoneOrNull(id) ?? throw new DateTimeZoneNotFoundException(id);
        public DateTimeZone GetSystemDefault() => Zones.Paris;
        public DateTimeZone? GetZoneOrNull(string id) => id == missing ? null : Whole.GetZoneOrNull(id);
    }
}
