// dialog TITLE [leave]: waits for a message box with this title, prints its text in UTF-8, and presses OK, or leaves it there.
#include <stdio.h>
#include <windows.h>

// Where a message box has its text: not in windows.h.
#define TEXT_OF_BOX 0xffff

int wmain(int count, wchar_t **arguments)
{
    HWND box = NULL;
    for (int look = 0; count >= 2 && look < 600 && box == NULL; look++)
    {
        Sleep(50);
        box = FindWindowW(L"#32770", arguments[1]);
    }

    wchar_t text[2048] = L"";
    if (box == NULL || GetDlgItemTextW(box, TEXT_OF_BOX, text, 2048) == 0)
    {
        return 1;
    }

    char bytes[8192];
    fwrite(bytes, 1, WideCharToMultiByte(CP_UTF8, 0, text, -1, bytes, sizeof bytes, NULL, NULL) - 1, stdout);
    return count > 2 || PostMessageW(box, WM_COMMAND, IDOK, 0) ? 0 : 1;
}
