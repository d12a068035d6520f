using System.Collections.Immutable;
using System.Diagnostics;

namespace TrayAgent.Core.Show.Drawing;

/// <summary>
/// The five faces. Each has a silhouette of its own, so that they differ without colour,
/// and colours of middle lightness between a dark and a light rim, so that no panel swallows them.
/// </summary>
internal static class TrayIconPictures
{
    private static readonly Colour White = new(255, 255, 255);
    private static readonly Colour Green = new(30, 140, 62);
    private static readonly Colour Amber = new(232, 142, 0);
    private static readonly Colour Red = new(214, 40, 40);
    private static readonly Colour Blue = new(30, 136, 240);
    private static readonly Colour Grey = new(112, 117, 125);
    private static readonly Colour DarkRim = new(0, 0, 0, 0.55);

    /// <param name="icon">Which face.</param>
    /// <param name="pixel">The edge of one pixel in the unit square, for rims that stay thin as the icon grows.</param>
    public static ImmutableArray<Layer> Of(TrayIcon icon, double pixel) => icon switch
    {
        TrayIcon.Fine => Body(Shape.Disc(0.5, 0.5, 0.46), Green, CheckMark(), pixel),
        TrayIcon.EndingSoon => Body(Hourglass(), Amber, null, pixel),
        TrayIcon.SignInNeeded => Body(Triangle(), Red, ExclamationMark(), pixel),
        TrayIcon.Busy => Body(TwoArrows(), Blue, null, pixel),
        TrayIcon.Unknown => Body(Diamond(), Grey, QuestionMark(), pixel),
        _ => throw new UnreachableException(),
    };

    private static ImmutableArray<Layer> Body(Shape body, Colour colour, Shape? sign, double pixel)
    {
        var rim = Math.Max(pixel * 0.5, 0.02);
        var layers = ImmutableArray.Create(new Layer(body, DarkRim), new Layer(body.Grown(-rim), colour));
        return sign is null ? layers : layers.Add(new Layer(sign, White));
    }

    private static Shape CheckMark() =>
        Shape.Line(0.27, 0.52, 0.43, 0.68, 0.13).And(Shape.Line(0.43, 0.68, 0.73, 0.35, 0.13));

    private static Shape Hourglass() =>
        Shape.Convex((0.12, 0.03), (0.88, 0.03), (0.88, 0.18), (0.12, 0.18))
            .And(Shape.Convex((0.12, 0.82), (0.88, 0.82), (0.88, 0.97), (0.12, 0.97)))
            .And(Shape.Convex((0.18, 0.1), (0.82, 0.1), (0.5, 0.6)))
            .And(Shape.Convex((0.5, 0.4), (0.82, 0.9), (0.18, 0.9)));

    private static Shape Triangle() => Shape.Convex((0.5, 0.1), (0.93, 0.9), (0.07, 0.9)).Grown(0.05);

    private static Shape ExclamationMark() =>
        Shape.Line(0.5, 0.4, 0.5, 0.6, 0.13).And(Shape.Disc(0.5, 0.79, 0.075));

    private static Shape TwoArrows() =>
        Shape.Arc(0.5, 0.5, 0.33, 0.22, 190, 115)
            .And(Shape.Arc(0.5, 0.5, 0.33, 0.22, 10, 115))
            .And(Shape.Convex((0.68, 0.02), (0.98, 0.42), (0.54, 0.46)))
            .And(Shape.Convex((0.32, 0.98), (0.02, 0.58), (0.46, 0.54)));

    private static Shape Diamond() => Shape.Convex((0.5, 0.02), (0.98, 0.5), (0.5, 0.98), (0.02, 0.5));

    private static Shape QuestionMark() =>
        Shape.Arc(0.5, 0.38, 0.13, 0.1, 180, 260)
            .And(Shape.Line(0.5, 0.52, 0.5, 0.6, 0.1))
            .And(Shape.Disc(0.5, 0.75, 0.065));
}
