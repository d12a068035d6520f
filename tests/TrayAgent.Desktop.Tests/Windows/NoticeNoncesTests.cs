using TrayAgent.Core.Decide;
using TrayAgent.Desktop.Windows.Notices;

namespace TrayAgent.Desktop.Tests.Windows;

public sealed class NoticeNoncesTests
{
    private readonly NoticeNonces _nonces = new();

    [Fact]
    public void A_nonce_means_its_choice_once()
    {
        var nonce = _nonces.Make("session:corp", new Choice.SignIn("corp"));

        Assert.Equal(("session:corp", new Choice.SignIn("corp")), _nonces.Use(nonce));
        Assert.Null(_nonces.Use(nonce));
    }

    [Fact]
    public void One_click_ends_all_buttons_of_its_notice_and_no_others()
    {
        var signIn = _nonces.Make("session:corp", new Choice.SignIn("corp"));
        var later = _nonces.Make("session:corp", new Choice.Later("corp"));
        var other = _nonces.Make("session:other", new Choice.SignIn("other"));

        Assert.NotNull(_nonces.Use(later));
        Assert.Null(_nonces.Use(signIn));
        Assert.NotNull(_nonces.Use(other));
    }

    [Fact]
    public void A_notice_that_was_taken_back_offers_nothing_any_more()
    {
        var nonce = _nonces.Make("session:corp", new Choice.SignIn("corp"));
        _nonces.End("session:corp");
        Assert.Null(_nonces.Use(nonce));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("00000000000000000000000000000000")]
    public void Others_numbers_mean_nothing(string nonce)
    {
        _nonces.Make("session:corp", new Choice.SignIn("corp"));
        Assert.Null(_nonces.Use(nonce));
    }

    [Fact]
    public void No_two_are_the_same_and_a_link_carries_them()
    {
        var nonces = Enumerable.Range(0, 1000).Select(_ => _nonces.Make("k", new Choice.ShowStatus())).ToHashSet();
        Assert.Equal(1000, nonces.Count);
        Assert.All(nonces, nonce => Assert.Equal(nonce, NoticeLink.NonceIn(NoticeLink.For(nonce))));
    }
}
