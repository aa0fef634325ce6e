using ClaimTracker.TestKit.Intake;

namespace ClaimTracker.Benchmarks;

/// <summary>How well articles are read: <c>reading</c> prints totals over the labelled phrases and articles, those tuned on, those held back while doing so and those never tuned on apart.</summary>
internal static class ReadingEvaluation
{
    public static int Run()
    {
        Console.WriteLine($"figures in phrases: {ReadingMeasures.Figures(LabelledReading.Figures())}");
        Console.WriteLine($"dates in phrases: {ReadingMeasures.Dates(LabelledReading.Dates())}");
        foreach (var group in new[] { "tune", "check", "blind" })
        {
            var articles = LabelledReading.Articles(group);
            Console.WriteLine($"{group}, {articles.Count} articles:");
            Console.WriteLine($"  checkable sentences that are marked: {ReadingMeasures.Recall(articles)}");
            Console.WriteLine($"  marked sentences that are checkable: {ReadingMeasures.Precision(articles)}");
            Console.WriteLine($"  figures: {ReadingMeasures.ArticleFigures(articles)}");
            Console.WriteLine($"  dates: {ReadingMeasures.ArticleDates(articles)}");
            Console.WriteLine($"  speakers: {ReadingMeasures.Speakers(articles)}");
        }

        return 0;
    }
}
