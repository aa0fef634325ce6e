using System.Runtime.InteropServices;

namespace ClaimTracker.Web.Charts;

/// <summary>A rectangle of a picture, in its units; y grows downwards.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Box(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    public static Box Around(double x, double y, double radius) => new(x - radius, y - radius, 2 * radius, 2 * radius);

    public bool Overlaps(Box other, double gap = 0) =>
        X < other.Right + gap && other.X < Right + gap && Y < other.Bottom + gap && other.Y < Bottom + gap;

    public bool IsInside(Box outer) => X >= outer.X && Y >= outer.Y && Right <= outer.Right && Bottom <= outer.Bottom;

    /// <summary>From the middle of this one to the nearest point of the other.</summary>
    public double DistanceTo(Box other)
    {
        var (x, y) = (X + (Width / 2), Y + (Height / 2));
        return Math.Max(Math.Abs(Math.Clamp(x, other.X, other.Right) - x), Math.Abs(Math.Clamp(y, other.Y, other.Bottom) - y));
    }

    public Box With(Box other)
    {
        var (x, y) = (Math.Min(X, other.X), Math.Min(Y, other.Y));
        return new Box(x, y, Math.Max(Right, other.Right) - x, Math.Max(Bottom, other.Bottom) - y);
    }
}
