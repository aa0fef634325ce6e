using ClaimTracker.Core.Data;

namespace ClaimTracker.Core.Tests.Data;

public sealed class WritePaceTests
{
    [Fact]
    public void Took_SlowParts_MakesThemSmaller()
    {
        var pace = new WritePace();
        for (var i = 0; i < 20; i++)
        {
            pace.Took(TimeSpan.FromMilliseconds(pace.Size), pace.Size);
        }

        Assert.InRange(pace.Size, 80, 95);
        pace.Took(TimeSpan.FromSeconds(2), pace.Size);
        Assert.InRange(pace.Size, 5, 10);
    }

    [Fact]
    public void Took_SmallPartsWithTimeLeft_GrowsToWhatFits()
    {
        var pace = new WritePace();
        pace.Took(TimeSpan.FromSeconds(2), pace.Size);
        for (var i = 0; i < 20; i++)
        {
            pace.Took(TimeSpan.FromMilliseconds(9 * pace.Size), pace.Size);
        }

        Assert.InRange(pace.Size, 9, 10);
    }
}
