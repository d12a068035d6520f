/* Says to the agent's hidden window what Wine does not say by itself, or keeps the desktop open while no other program is on it.
     post stay
     post MESSAGE WPARAM LPARAM     MESSAGE is a number, or the name of a registered message; numbers as in C */
#include <windows.h>
#include <stdio.h>

static UINT message_of(const WCHAR *text)
{
    WCHAR *end;
    UINT number = (UINT)wcstoul(text, &end, 0);
    return *end ? RegisterWindowMessageW(text) : number;
}

int wmain(int count, WCHAR **arguments)
{
    if (count == 2) {
        Sleep(INFINITE);
    }

    if (count != 4) {
        return 2;
    }

    /* Programs are on a desktop of their own unless explorer starts them. */
    SetThreadDesktop(OpenDesktopW(L"shell", 0, FALSE, GENERIC_ALL));
    HWND window = FindWindowW(L"TrayAgent", NULL);
    if (!window) {
        fprintf(stderr, "There is no window of the class 'TrayAgent'.\n");
        return 1;
    }

    return PostMessageW(window, message_of(arguments[1]), _wcstoui64(arguments[2], NULL, 0), _wcstoui64(arguments[3], NULL, 0)) ? 0 : 1;
}
