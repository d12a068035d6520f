namespace TrayAgent.Desktop;

/// <summary>The only place that asks which system this is in order to choose an adapter.</summary>
public static class CurrentDesktop
{
    public static IDesktop Open() => new Headless.HeadlessDesktop();
}
