using TrayAgent.Core.Show;

namespace TrayAgent.Core.Tests.Show;

public sealed class TrayIconPixelsTests
{
    private static readonly int[] TraySizes = [16, 22, 24, 32, 48];

    public static TheoryData<TrayIcon, TrayIcon> Pairs()
    {
        var icons = Enum.GetValues<TrayIcon>();
        return
        [
            .. from one in icons
            from other in icons
            where one < other
            select new TheoryDataRow<TrayIcon, TrayIcon>(one, other),
        ];
    }

    public static TheoryData<TrayIcon, int> Sizes() =>
    [
        .. from icon in Enum.GetValues<TrayIcon>()
        from size in TraySizes
        select new TheoryDataRow<TrayIcon, int>(icon, size),
    ];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Two_faces_differ_in_their_silhouette_and_not_only_in_colour(TrayIcon one, TrayIcon other)
    {
        var (left, right) = (Alphas(one, 22), Alphas(other, 22));

        var differing = left.Zip(right).Count(pair => Math.Abs(pair.First - pair.Second) > 128);

        Assert.True(differing >= 22 * 22 / 10, $"Only {differing} of {22 * 22} pixels tell '{one}' from '{other}'.");
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void The_icon_fills_its_place_and_leaves_the_panel_visible_around_it(TrayIcon icon, int size)
    {
        var alphas = Alphas(icon, size);

        var share = alphas.Count(alpha => alpha > 200) / (double)alphas.Length;

        Assert.Equal(size * size, alphas.Length);
        Assert.InRange(share, 0.25, 0.85);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void The_icon_stands_out_from_a_black_and_from_a_white_panel(TrayIcon icon, int size)
    {
        Assert.True(ContrastWith(panel: 0, icon, size) > 3, "It drowns in a black panel.");
        Assert.True(ContrastWith(panel: 1, icon, size) > 2, "It drowns in a white panel.");
    }

    [Theory]
    [InlineData(-5, 8)]
    [InlineData(100_000, 256)]
    public void An_impossible_size_becomes_the_nearest_possible_one(int asked, int drawn) =>
        Assert.Equal(drawn * drawn * 4, TrayIconPixels.Draw(TrayIcon.Fine, asked).Length);

    private static byte[] Alphas(TrayIcon icon, int size) =>
        [.. TrayIconPixels.Draw(icon, size).Where((_, index) => index % 4 == 0)];

    /// <summary>
    /// The WCAG contrast ratio of the body, which is the most frequent opaque colour.
    /// https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
    /// </summary>
    private static double ContrastWith(double panel, TrayIcon icon, int size)
    {
        var body = TrayIconPixels.Draw(icon, size).Chunk(4)
            .Where(pixel => pixel[0] == 255 && pixel is not [_, 255, 255, 255])
            .GroupBy(pixel => (pixel[1], pixel[2], pixel[3]))
            .MaxBy(group => group.Count())!.Key;
        var luminance = (0.2126 * Linear(body.Item1)) + (0.7152 * Linear(body.Item2)) + (0.0722 * Linear(body.Item3));
        return (Math.Max(luminance, panel) + 0.05) / (Math.Min(luminance, panel) + 0.05);
    }

    private static double Linear(byte channel) =>
        channel <= 10 ? channel / 255d / 12.92 : Math.Pow(((channel / 255d) + 0.055) / 1.055, 2.4);
}
