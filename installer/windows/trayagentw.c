// trayagentw ARGUMENT...: starts the trayagent.exe beside it with the same arguments and without a window, and ends. The Run key, the start menu
// and the links of notices name it: before Windows 11 24H2 a console program that they start opens a console window, whatever its manifest says.
// It is linked with nothing but Windows itself, so it brings no licence of a runtime and stays small.
#include <windows.h>

// No path and no command line of Windows is longer, each with its end.
#define MOST 32768

static WCHAR program[MOST];
static WCHAR command[2 * MOST + 100];
static WCHAR reason[1024];
static STARTUPINFOW start = { .cb = sizeof start };
static PROCESS_INFORMATION child;

// As C programs split their command line: the program's name ends at a blank outside of quotes.
static const WCHAR *after_program(const WCHAR *line)
{
    for (BOOL quoted = FALSE; *line != 0 && (quoted || (*line != L' ' && *line != L'\t')); line++)
    {
        quoted ^= *line == L'"';
    }

    return line;
}

// Where Windows begins: there is no runtime that would call WinMain.
void entry(void)
{
    WCHAR *name = program + GetModuleFileNameW(NULL, program, MOST);
    while (name > program && name[-1] != L'\\')
    {
        name--;
    }

    lstrcpyW(name, L"trayagent.exe");
    lstrcatW(lstrcatW(lstrcpyW(command, L"\""), program), L"\"");
    lstrcatW(command, after_program(GetCommandLineW()));
    if (CreateProcessW(program, command, NULL, NULL, FALSE, CREATE_NO_WINDOW, NULL, NULL, &start, &child))
    {
        // Who clicked expects a window, and Windows lets only that program come to the front which was started by the click.
        AllowSetForegroundWindow(child.dwProcessId);
        ExitProcess(0);
    }

    FormatMessageW(
        FORMAT_MESSAGE_FROM_SYSTEM | FORMAT_MESSAGE_IGNORE_INSERTS, NULL, GetLastError(), 0, reason, sizeof reason / sizeof *reason, NULL);
    lstrcatW(lstrcatW(lstrcpyW(command, L"'"), program), L"' could not be started. Install TrayAgent again.\n\n");
    MessageBoxW(NULL, lstrcatW(command, reason), L"TrayAgent", MB_ICONERROR | MB_SETFOREGROUND);
    ExitProcess(1);
}
