using CsCheck;
using NodaTime;
using Plateau.Server.Web.Words;

namespace Plateau.Contracts.Web;

/// <summary>Days and times of day are read as people type them, in whatever language their browser is.</summary>
public sealed class DayTimeContract
{
    [Theory]
    [InlineData("24/11/2026", "24/11/2026"), InlineData("1-2-26", "01/02/2026"), InlineData("24.11.2026", "24/11/2026"), InlineData("24112026", "24/11/2026"), InlineData("2026-11-24", "24/11/2026")]
    [InlineData(" 24 11 2026 ", "24/11/2026"), InlineData("٢٤/١١/٢٠٢٦", "24/11/2026"), InlineData("29/02/2028", "29/02/2028")]
    [InlineData("29/02/2026", ""), InlineData("11/24/2026", ""), InlineData("0/1/2026", ""), InlineData("24/11", ""), InlineData("24/11/1026", ""), InlineData("demain", ""), InlineData("24/11/2026/1", ""), InlineData("", ""), InlineData(null, ""), InlineData("24/11/20260000000", "")]
    public void A_day_is_read_day_first(string? typed, string read) => DayTime.Text(DayTime.Day(typed)).Should().Be(read);

    [Theory]
    [InlineData("09:30", "09:30"), InlineData("9", "09:00"), InlineData("9h", "09:00"), InlineData("9h30", "09:30"), InlineData("9 H 30", "09:30"), InlineData("930", "09:30"), InlineData("1830", "18:30"), InlineData("18.30", "18:30"), InlineData("٠٩:٣٠", "09:30"), InlineData("0:00", "00:00")]
    [InlineData("24:00", ""), InlineData("09:60", ""), InlineData("9:30 pm", ""), InlineData("09:30:15", ""), InlineData("99", ""), InlineData("", ""), InlineData(null, ""), InlineData("12345", "")]
    public void A_time_is_read_in_24_hours(string? typed, string read) => DayTime.Text(DayTime.Time(typed)).Should().Be(read);

    [Fact]
    public void What_is_written_is_read_again()
    {
        Gen.Int[0, 400_000].Sample(days => DayTime.Day(DayTime.Text(new LocalDate(1900, 1, 1).PlusDays(days))) == new LocalDate(1900, 1, 1).PlusDays(days));
        Gen.Int[0, 1439].Sample(minute => DayTime.Time(DayTime.Text(LocalTime.Midnight.PlusMinutes(minute))) == LocalTime.Midnight.PlusMinutes(minute));
    }

    [Fact]
    public void Anything_at_all_is_read_or_not_and_nothing_is_thrown() => Gen.String.Sample(text => DayTime.Day(text) is null or { Year: > 1000 } && DayTime.Time(text) is null or { Hour: >= 0 });
}
