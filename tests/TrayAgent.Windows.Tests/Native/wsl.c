// 'wsl --list --running --quiet' of a version that prints UTF-16, while Ubuntu runs.
#include <stdio.h>

int main(void)
{
    static const char names[] = "U\0b\0u\0n\0t\0u\0\r\0\n";
    fwrite(names, 1, sizeof names, stdout);
    return 0;
}
