using System.Globalization;
using Sharing;

switch (args)
{
    // Writes a file over and over while somebody has it open, in each way to share it, for up to twice as long as the writer is
    // patient (the limit, in milliseconds). The last line counts how the rounds ended; 1 when a promise was broken, as below.
    case ["held", var folder, var rounds, var limit]:
        var course = new Course(folder, TimeSpan.FromMilliseconds(Number(limit)));
        for (var number = 0; number < Number(rounds); number++)
        {
            course.Run(number);
        }

        Console.WriteLine(course.Summary);
        return course.Broken == 0 ? 0 : 1;

    case ["scanned", var folder, var opened]:
        return ScannedCourse.Run(folder, Number(opened)) ? 0 : 1;

    case ["killed", var folder, var processes]:
        return new KilledCourse(folder).Run(Number(processes)) ? 0 : 1;

    case ["write", var path]:
        KilledCourse.Write(path);
        return 0;

    case ["access", .. var lists] when OperatingSystem.IsWindows():
        foreach (var list in lists)
        {
            Console.WriteLine(CopiedAccess.Of(list));
        }

        return 0;

    default:
        Console.Error.WriteLine("Sharing held FOLDER ROUNDS LIMIT | scanned FOLDER OPENED | killed FOLDER PROCESSES | write FILE | access SDDL...");
        return 2;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
