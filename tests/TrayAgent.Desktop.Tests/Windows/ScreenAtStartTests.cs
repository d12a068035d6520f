using System.Buffers.Binary;
using TrayAgent.Desktop.Windows.Session;

namespace TrayAgent.Desktop.Tests.Windows;

/// <summary>What Windows answers about the session, with the places and numbers of its header files.</summary>
public sealed class ScreenAtStartTests
{
    private const int Level = 0;
    private const int SessionId = 8;
    private const int SessionState = 12;
    private const int SessionFlags = 16;

    [Theory]
    [InlineData(1, 0, true)]
    [InlineData(1, 1, false)]
    [InlineData(1, -1, false)]
    [InlineData(2, 0, false)]
    public void Only_what_says_locked_is_locked(int level, int flags, bool isLocked) =>
        Assert.Equal(isLocked, ScreenAtStart.Means(Answer(level, flags)));

    [Fact]
    public void An_answer_that_is_cut_short_says_nothing()
    {
        var answer = Answer(1, 0);
        for (var length = 0; length < SessionFlags + 4; length++)
        {
            Assert.False(ScreenAtStart.Means(answer.AsSpan(0, length)));
        }
    }

    private static byte[] Answer(int level, int flags)
    {
        var answer = new byte[232];
        BinaryPrimitives.WriteInt32LittleEndian(answer.AsSpan(Level), level);
        BinaryPrimitives.WriteInt32LittleEndian(answer.AsSpan(SessionId), 3);
        BinaryPrimitives.WriteInt32LittleEndian(answer.AsSpan(SessionState), 4);
        BinaryPrimitives.WriteInt32LittleEndian(answer.AsSpan(SessionFlags), flags);
        return answer;
    }
}
