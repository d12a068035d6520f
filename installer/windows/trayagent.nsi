; The setup program for Windows. Built by 'dotnet run build.cs -- package', which names VERSION, FILES and OUT.
; setup.exe /S installs silently, /D=C:\folder chooses where; uninstall.exe /S leaves nothing, /KEEP=1 leaves settings and backups.
; /WAIT=SECONDS says how long either waits for a program in use.

; NSIS's usual stub is a 32-bit program, which ends without a word where Wine has only 64 bits.
Target amd64-unicode
Unicode true
ManifestDPIAware true
RequestExecutionLevel user
SetCompressor /SOLID lzma

!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "WinMessages.nsh"

!define NAME "TrayAgent"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define RUN "Software\Microsoft\Windows\CurrentVersion\Run"
!define APPROVED "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"

; The class of the agent's window: src/TrayAgent.Desktop/Windows/MessageWindow.cs.
!define WINDOW "TrayAgent"
!define /ifndef SYNCHRONIZE 0x00100000

Name "${NAME} ${VERSION}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
BrandingText "${NAME} ${VERSION}"

VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "${NAME} setup"
VIAddVersionKey "LegalCopyright" "The ${NAME} team, Apache-2.0"

!define MUI_ICON "${FILES}/trayagent.ico"
!define MUI_UNICON "${FILES}/trayagent.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\trayagent.exe"
!define MUI_FINISHPAGE_RUN_PARAMETERS "run"
!define MUI_FINISHPAGE_RUN_TEXT "Start ${NAME} now"
!insertmacro MUI_PAGE_LICENSE "${FILES}/LICENSE.txt"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

; And ended by us.
Var WasRunning

; Says the sentence in $3. Nothing has been changed, so what ran before runs on.
!define IN_USE "'$INSTDIR\trayagent.exe' is still in use, by the agent or by a command in a terminal. End it and try again; nothing was changed."
!macro GiveUp UN
Function ${UN}GiveUp
  ${If} $WasRunning = 1
    Exec '"$INSTDIR\trayagent.exe" run'
  ${EndIf}
  MessageBox MB_OK|MB_ICONSTOP "$3" /SD IDOK
  SetErrorLevel 1
  Abort "Nothing was changed."
FunctionEnd
!macroend
!insertmacro GiveUp ""
!insertmacro GiveUp "un."

; Asks the agent to end, as "Quit" does, and waits until its file can be written over, at most 15 s. One that has just been started
; has no window yet, so it is looked for each time.
!macro EndAgent UN
Function ${UN}EndAgent
  StrCpy $WasRunning 0
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/WAIT=" $2
  ${If} ${Errors}
    StrCpy $2 15
  ${EndIf}
  IntOp $2 $2 * 4
  StrCpy $1 0
  ${Do}
    FindWindow $0 "${WINDOW}"
    ${If} $0 <> 0
      ; Only when its process is gone another agent can start.
      System::Call 'user32::GetWindowThreadProcessId(p r0, *i .r3)'
      System::Call 'kernel32::OpenProcess(i ${SYNCHRONIZE}, i 0, i r3) p.r3'
      SendMessage $0 ${WM_CLOSE} 0 0 /TIMEOUT=5000
      System::Call 'kernel32::WaitForSingleObject(p r3, i 10000) i.r0'
      System::Call 'kernel32::CloseHandle(p r3)'
      ${If} $0 = 0
        StrCpy $WasRunning 1
      ${EndIf}
    ${EndIf}
    ${IfNot} ${FileExists} "$INSTDIR\trayagent.exe"
      Return
    ${EndIf}
    ClearErrors
    FileOpen $0 "$INSTDIR\trayagent.exe" a
    ${IfNot} ${Errors}
      FileClose $0
      Return
    ${EndIf}
    Sleep 250
    IntOp $1 $1 + 1
  ${LoopUntil} $1 >= $2
  StrCpy $3 "${IN_USE}"
  Call ${UN}GiveUp
FunctionEnd
!macroend
!insertmacro EndAgent ""
!insertmacro EndAgent "un."

Section
  Call EndAgent
  SetOutPath "$INSTDIR"

  ; Beside the old one, and then in its place in one step: a full disk, or a command that was started meanwhile, leaves that whole.
  ClearErrors
  File "/oname=trayagent.exe.new" "${FILES}/trayagent.exe"
  ${If} ${Errors}
    Delete "$INSTDIR\trayagent.exe.new"
    StrCpy $3 "'$INSTDIR\trayagent.exe.new' could not be written; nothing was changed. Make room on the disk and try again."
    Call GiveUp
  ${EndIf}
  System::Call 'kernel32::MoveFileExW(w "$INSTDIR\trayagent.exe.new", w "$INSTDIR\trayagent.exe", i 1) i.r0'
  ${If} $0 = 0
    Delete "$INSTDIR\trayagent.exe.new"
    StrCpy $3 "${IN_USE}"
    Call GiveUp
  ${EndIf}
  File "${FILES}/trayagent.ico"
  File "${FILES}/LICENSE.txt"
  File "${FILES}/THIRD-PARTY-NOTICES.txt"
  File "${FILES}/trayagent.cdx.json"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\trayagent.exe" "run" "$INSTDIR\trayagent.ico"

  ; Whoever turned it off keeps it off when a newer version comes.
  ReadRegStr $0 HKCU "${UNINSTALL}" "InstallLocation"
  ${If} $0 == ""
    nsExec::Exec '"$INSTDIR\trayagent.exe" autostart on'
    Pop $0
    nsExec::Exec '"$INSTDIR\trayagent.exe" path on'
    Pop $0
  ${EndIf}

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\trayagent.ico"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The ${NAME} team"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" "$0"

  ; What ran before the upgrade runs after it.
  ${If} $WasRunning = 1
    Exec '"$INSTDIR\trayagent.exe" run'
  ${EndIf}
SectionEnd

Function un.onInit
  ${IfNot} ${Silent}
    MessageBox MB_OKCANCEL|MB_ICONINFORMATION "If Claude Code's settings call ${NAME} (awsAuthRefresh, awsCredentialExport), its sign-in fails without it. 'trayagent claude fix --mode plain' in a terminal changes that; do it before you go on." IDOK go
    Abort
  ${EndIf}
  go:
FunctionEnd

Section "Uninstall"
  Call un.EndAgent
  nsExec::Exec '"$INSTDIR\trayagent.exe" path off'
  Pop $0
  DeleteRegValue HKCU "${RUN}" "${NAME}"
  DeleteRegValue HKCU "${APPROVED}" "${NAME}"
  DeleteRegKey HKCU "Software\Classes\trayagent"
  DeleteRegKey HKCU "Software\Classes\AppUserModelId\${NAME}"
  DeleteRegKey HKCU "${UNINSTALL}"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$INSTDIR\trayagent.exe"
  Delete "$INSTDIR\trayagent.ico"
  Delete "$INSTDIR\LICENSE.txt"
  Delete "$INSTDIR\THIRD-PARTY-NOTICES.txt"
  Delete "$INSTDIR\trayagent.cdx.json"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"

  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/KEEP=" $1
  ${If} ${Errors}
    MessageBox MB_YESNO|MB_ICONQUESTION "Keep your settings, and the backups of the files that ${NAME} changed?" /SD IDNO IDYES done
  ${ElseIf} $1 = 1
    Goto done
  ${EndIf}
  RMDir /r "$APPDATA\${NAME}"
  RMDir /r "$LOCALAPPDATA\${NAME}"
  RMDir /r "$PROFILE\.aws\sso\trayagent"
  done:
SectionEnd
