namespace TrayAgent.Core.Show.Drawing;

/// <summary>
/// An area of the unit square, x to the right and y down, as a signed distance: negative inside.
/// https://iquilezles.org/articles/distfunctions2d/
/// </summary>
internal sealed record Shape(Func<double, double, double> Distance)
{
    public static Shape Disc(double x, double y, double radius) =>
        new((px, py) => double.Hypot(px - x, py - y) - radius);

    /// <summary>A line with round ends.</summary>
    public static Shape Line(double fromX, double fromY, double toX, double toY, double width) => new((px, py) =>
    {
        var (dx, dy) = (toX - fromX, toY - fromY);
        var length = (dx * dx) + (dy * dy);
        var along = length == 0 ? 0 : Math.Clamp((((px - fromX) * dx) + ((py - fromY) * dy)) / length, 0, 1);
        return double.Hypot(px - fromX - (along * dx), py - fromY - (along * dy)) - (width / 2);
    });

    /// <summary>Part of a ring with square ends; the angles are in degrees, clockwise from the right.</summary>
    public static Shape Arc(
        double x, double y, double radius, double width, double from, double sweep) => new((px, py) =>
    {
        var angle = double.RadiansToDegrees(Math.Atan2(py - y, px - x)) - from;
        angle -= Math.Floor(angle / 360) * 360;
        var toRing = Math.Abs(double.Hypot(px - x, py - y) - radius) - (width / 2);

        // Outside the sweep the distance along the circle to the nearer end is near enough for an outline.
        var beyond = Math.Min(angle - sweep, 360 - angle) / 180 * Math.PI * radius;
        return angle <= sweep ? toRing : Math.Max(toRing, beyond);
    });

    /// <summary>A convex polygon, corners clockwise on the screen.</summary>
    public static Shape Convex(params (double X, double Y)[] corners) => new((px, py) =>
    {
        var furthest = double.NegativeInfinity;
        for (var i = 0; i < corners.Length; i++)
        {
            var (from, to) = (corners[i], corners[(i + 1) % corners.Length]);
            var (dx, dy) = (to.X - from.X, to.Y - from.Y);
            furthest = Math.Max(furthest, ((dy * (px - from.X)) - (dx * (py - from.Y))) / double.Hypot(dx, dy));
        }

        return furthest;
    });

    public Shape And(Shape other) => new((x, y) => Math.Min(Distance(x, y), other.Distance(x, y)));

    public Shape Without(Shape other) => new((x, y) => Math.Max(Distance(x, y), -other.Distance(x, y)));

    public Shape Grown(double by) => new((x, y) => Distance(x, y) - by);
}
