// access FILE: prints its owner and who may open it, as SDDL.
#include <stdio.h>
#include <windows.h>
#include <aclapi.h>
#include <sddl.h>

int wmain(int count, WCHAR **arguments)
{
    const SECURITY_INFORMATION wanted = OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION;
    PSECURITY_DESCRIPTOR descriptor;
    WCHAR *text;
    DWORD error = count == 2
        ? GetNamedSecurityInfoW(arguments[1], SE_FILE_OBJECT, wanted, NULL, NULL, NULL, NULL, &descriptor)
        : ERROR_INVALID_PARAMETER;
    if (error || !ConvertSecurityDescriptorToStringSecurityDescriptorW(descriptor, SDDL_REVISION_1, wanted, &text, NULL)) {
        fprintf(stderr, "access FILE; error %lu\n", error ? error : GetLastError());
        return 1;
    }

    wprintf(L"%ls\n", text);
    return 0;
}
