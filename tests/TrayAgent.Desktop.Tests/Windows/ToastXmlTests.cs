using System.Xml.Linq;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Show;
using TrayAgent.Desktop.Windows.Notices;

namespace TrayAgent.Desktop.Tests.Windows;

public sealed class ToastXmlTests
{
    private static readonly Notice Ending = new()
    {
        Key = "session:corp",
        Title = "corp ends in 15 min",
        Body = "The session ends at 17:00. Click here to renew it.",
        Urgency = Urgency.Normal,
        Buttons = [new NoticeButton("Renew", new Choice.Renew("corp")), new NoticeButton("Later", new Choice.Later("corp"))],
        Default = new Choice.Renew("corp"),
    };

    [Fact]
    public void A_notice_has_its_buttons_and_a_click_on_its_text() => Assert.Equal(
        """
        <toast activationType="protocol" launch="Renew:corp"><visual><binding template="ToastGeneric"><text>corp ends in 15 min</text><text>The session ends at 17:00. Click here to renew it.</text></binding></visual><actions><action activationType="protocol" content="Renew" arguments="Renew:corp"/><action activationType="protocol" content="Later" arguments="Later:corp"/></actions></toast>
        """,
        Of(Ending));

    [Fact]
    public void What_needs_a_person_stays_on_the_screen() => Assert.StartsWith(
        """<toast activationType="protocol" launch="Renew:corp" scenario="reminder">""", Of(Ending with { Urgency = Urgency.Critical }));

    [Fact]
    public void What_is_only_said_makes_no_sound_and_a_click_shows_the_status() => Assert.Equal(
        """
        <toast activationType="protocol" launch="ShowStatus:"><visual><binding template="ToastGeneric"><text>Signed in</text><text>As Developer.</text></binding></visual><audio silent="true"/></toast>
        """,
        Of(new Notice { Key = "k", Title = "Signed in", Body = "As Developer.", Urgency = Urgency.Low }));

    [Theory]
    [InlineData("<b> & \"quoted\" 'text'", "<b> & \"quoted\" 'text'")]
    [InlineData("</text><action arguments='x'/>", "</text><action arguments='x'/>")]
    [InlineData("a\u0000b\u001b[31mc\u202ed", "ab[31mcd")]
    [InlineData("\uffff \ufffe", "\ufffd \ufffd")]
    public void Names_are_text_wherever_they_stand(string name, string shown)
    {
        var notice = Ending with { Title = name, Body = name, Buttons = [new NoticeButton(name, new Choice.Later(name))] };
        var toast = XElement.Parse(ToastXml.Of(notice, _ => "trayagent:notice/0"));

        Assert.Equal([shown, shown], toast.Descendants("text").Select(text => text.Value));
        Assert.Equal([shown], toast.Descendants("action").Select(action => action.Attribute("content")!.Value));
    }

    [Fact]
    public void The_longest_notice_is_not_too_long_for_Windows()
    {
        var endless = new string('&', 10_000);
        var xml = Of(Ending with
        {
            Title = endless,
            Body = endless,
            Buttons = [.. Enumerable.Repeat(new NoticeButton(endless, new Choice.Later("corp")), 3)],
        });
        Assert.InRange(xml.Length, 1000, 5 * 1024);
    }

    private static string Of(Notice notice) => ToastXml.Of(notice, choice => choice switch
    {
        Choice.Renew(var session) => $"Renew:{session}",
        Choice.Later(var session) => $"Later:{session}",
        _ => $"{choice.GetType().Name}:",
    });
}
