/* Makes a Windows whose Explorer is not up, or has ended: programs find the taskbar among the windows of the desktop, and one below
   another window is not among them.
     taskbar away     until 'back'; what was on it is gone
     taskbar back */
#include <windows.h>
#include <shellapi.h>
#include <stdio.h>

#define CLASS L"TaskbarAway"

static HWND taskbar;

static LRESULT CALLBACK keep(HWND window, UINT message, WPARAM wide, LPARAM value)
{
    if (message == WM_CLOSE) {
        SetParent(taskbar, NULL);
        PostQuitMessage(0);
        return 0;
    }

    return DefWindowProcW(window, message, wide, value);
}

static int away(void)
{
    NOTIFYICONDATAW icon = { .cbSize = sizeof icon, .hWnd = FindWindowW(L"TrayAgent", NULL), .uID = 1 };
    WNDCLASSW class = { .lpfnWndProc = keep, .lpszClassName = CLASS };
    RegisterClassW(&class);
    HWND window = CreateWindowW(CLASS, NULL, 0, 0, 0, 0, 0, NULL, NULL, NULL, NULL);
    taskbar = FindWindowW(L"Shell_TrayWnd", NULL);
    if (!window || !taskbar) {
        fprintf(stderr, "There is no taskbar.\n");
        return 1;
    }

    if (icon.hWnd) {
        Shell_NotifyIconW(NIM_DELETE, &icon);
    }

    SetParent(taskbar, window);
    if (FindWindowW(L"Shell_TrayWnd", NULL)) {
        fprintf(stderr, "The taskbar is still there.\n");
        return 1;
    }

    puts("away");
    fflush(stdout);
    for (MSG message; GetMessageW(&message, NULL, 0, 0) > 0;) {
        DispatchMessageW(&message);
    }

    return 0;
}

int wmain(int count, WCHAR **arguments)
{
    if (count != 2) {
        return 2;
    }

    /* Programs are on a desktop of their own unless explorer starts them. */
    SetThreadDesktop(OpenDesktopW(L"shell", 0, FALSE, GENERIC_ALL));
    if (!wcscmp(arguments[1], L"away")) {
        return away();
    }

    SendMessageW(FindWindowW(CLASS, NULL), WM_CLOSE, 0, 0);
    return FindWindowW(L"Shell_TrayWnd", NULL) ? 0 : 1;
}
