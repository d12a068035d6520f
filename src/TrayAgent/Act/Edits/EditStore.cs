namespace TrayAgent.Act.Edits;

/// <summary>All that we keep of edits; whoever changes it holds the lock.</summary>
internal sealed class EditStore(EditPlaces places, TimeProvider time)
{
    public EditPlaces Places => places;

    public TimeProvider Time => time;

    public EditRecord Record { get; } = new(places);

    public EditJournal Journal { get; } = new(places);

    public Backups Backups { get; } = new(places, time);
}
