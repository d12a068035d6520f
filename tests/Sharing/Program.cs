using System.Globalization;
using Sharing;

// 'Sharing FOLDER ROUNDS LIMIT' writes a file over and over while somebody has it open, in each way to share it, for up to twice
// as long as the writer is patient (LIMIT, in milliseconds). The last line counts how the rounds ended; 1 when a promise was broken.
if (args is not [var folder, var rounds, var limit])
{
    Console.Error.WriteLine("Sharing FOLDER ROUNDS LIMIT");
    return 2;
}

var course = new Course(folder, TimeSpan.FromMilliseconds(Number(limit)));
for (var number = 0; number < Number(rounds); number++)
{
    course.Run(number);
}

Console.WriteLine(course.Summary);
return course.Broken == 0 ? 0 : 1;

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
