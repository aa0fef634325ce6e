using System.Globalization;
using ClaimTracker.Core.Review;

namespace ClaimTracker.Core.Tests.Review.Answers;

public sealed class AnswerRulesTests
{
    [Theory]
    [InlineData("2026-11-23T09:00", "UTC", "Saturday,Sunday", "2026-11-30")] // a Monday
    [InlineData("2026-11-27T09:00", "UTC", "Saturday,Sunday", "2026-12-04")] // a Friday
    [InlineData("2026-11-28T09:00", "UTC", "Saturday,Sunday", "2026-12-04")] // a Saturday
    [InlineData("2026-11-23T09:00", "UTC", "Friday,Saturday", "2026-11-30")]
    [InlineData("2026-11-26T09:00", "UTC", "Friday,Saturday", "2026-12-03")] // a Thursday
    [InlineData("2026-11-23T23:30", "Asia/Baghdad", "Friday,Saturday", "2026-12-01")] // Tuesday there
    [InlineData("2026-11-23T09:00", "UTC", "", "2026-11-28")]
    public void DueOf_CountsWorkingDaysOfTheNewsroom(string received, string zone, string weekend, string due)
    {
        var settings = new AnswerSettings
        {
            TimeZone = TimeZoneInfo.FindSystemTimeZoneById(zone),
            Weekend = [.. weekend.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<DayOfWeek>)],
        };

        var day = settings.DueOf(DateTime.SpecifyKind(DateTime.Parse(received, CultureInfo.InvariantCulture), DateTimeKind.Utc));

        Assert.Equal(DateOnly.Parse(due, CultureInfo.InvariantCulture), day);
    }

    [Theory]
    [InlineData("R-7KQM-2XPD", "R-7KQM-2XPD")]
    [InlineData(" r7kqm2xpd ", "R-7KQM-2XPD")]
    [InlineData("S – 7kqm – 2xpd", "S-7KQM-2XPD")]
    [InlineData("R-٧KQM-٢XPD", "R-7KQM-2XPD")]
    [InlineData("R-ILOO-2XPD", "R-1100-2XPD")]
    [InlineData("X-7KQM-2XPD", null)]
    [InlineData("R-7KQM-2XP", null)]
    [InlineData("R-7KQM-2XPU", null)]
    [InlineData("R-7KQM/2XPD", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Read_TakesWhatPeopleWrite(string? typed, string? number) => Assert.Equal(number, Receipts.Read(typed));

    [Fact]
    public void New_CanBeReadBack_AndIsNeverTheSame()
    {
        var numbers = Enumerable.Range(0, 1_000).Select(_ => Receipts.New(Receipts.Report)).ToList();

        Assert.Equal(numbers.Count, numbers.Distinct().Count());
        Assert.All(numbers, n => Assert.Equal(n, Receipts.Read(n)));
    }
}
