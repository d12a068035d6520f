using System.Text;
using Writers;
using Writers.Controls;

// 'Writers HOW PATH TEXT' writes one file once: 0 when it says that the file is written, 3 when it says that it is not.
// 'sweep' is an exception: it removes what killed ones left in a folder. The others begin with 'edit': PATH is a home then,
// and TEXT the profile that its AWS config and its Claude settings are to have.
if (args is not [var how, var path, var text])
{
    Console.Error.WriteLine("Writers HOW PATH TEXT");
    return 2;
}

// Whoever runs the tests may have another one; with this one a file is readable by others unless its writer cares.
_ = Libc.Umask(UnixFileMode.GroupWrite | UnixFileMode.OtherWrite);
var content = Encoding.UTF8.GetBytes(text);
try
{
    return Write() ? 0 : 3;
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(e.Message);
    return 3;
}

bool Write()
{
    switch (how)
    {
        case "token":
            return Product.Token(path, content);
        case "state":
            return Product.State(path, content);
        case "keep-mode":
            return Product.KeepMode(path, content);
        case "sweep":
            return Product.Sweep(path);
        case "edit-settings":
            return Edits.OfSettings(path, text);
        case "edit-config":
            return Edits.OfConfig(path, text);
        case "edit-both":
            return Edits.OfBoth(path, text);
        case "edit-undo":
            return Edits.Undo(path);
        case "edit-start":
            return Edits.Start(path);
        case "control-edit-both-without-journal":
            return Edits.OfConfig(path, text) && Edits.OfSettings(path, text);
        case "control-writeallbytes":
            File.WriteAllBytes(path, content);
            return true;
        case "control-rename-without-fsync":
            return Replacement.WithoutSync(path, content);
        case "control-no-dir-fsync":
            return Replacement.WithoutFolderSync(path, content);
        case "control-flush-true":
            return Replacement.WithFlush(path, content);
        case "control-create-then-chmod":
            return Replacement.WithLateMode(path, content);
        default:
            throw new ArgumentException($"'{how}' is no way to write.");
    }
}
