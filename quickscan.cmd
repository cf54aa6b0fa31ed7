@echo off
rem Drop filled-in workbooks, or a folder, on this file: the reports come in the folder output
rem beside it. At first use, and after an update, it installs what it needs under LOCALAPPDATA.
setlocal
chcp 65001 >nul
title QuickScan
pushd "%~dp0"
set "ENVIRONMENT=%LOCALAPPDATA%\QuickScan\venv"
set "PROGRAM=%ENVIRONMENT%\Scripts\python.exe"
set "RECENT_ENOUGH=import sys; sys.exit(sys.version_info < (3, 11))"
set "CODE=2"

if "%~1"=="" goto explain
if not exist "%PROGRAM%" goto install
fc /b constraints.txt "%ENVIRONMENT%\constraints.txt" >nul 2>nul
if errorlevel 1 goto install
goto report

:install
set "PYTHON="
py -3 -c "%RECENT_ENOUGH%" >nul 2>nul
if not errorlevel 1 set "PYTHON=py -3"
if defined PYTHON goto found
python -c "%RECENT_ENOUGH%" >nul 2>nul
if not errorlevel 1 set "PYTHON=python"
if not defined PYTHON goto no_python
:found
echo De omgeving wordt gemaakt. Dat duurt een paar minuten.
%PYTHON% -m venv "%ENVIRONMENT%"
if errorlevel 1 goto failed
set "PIP_CONSTRAINT=constraints.txt"
set "PIP_BUILD_CONSTRAINT=constraints.txt"
"%PROGRAM%" -m pip install --quiet --disable-pip-version-check .
if errorlevel 1 goto failed
copy /y constraints.txt "%ENVIRONMENT%\constraints.txt" >nul
echo.

:report
"%PROGRAM%" -m pipeline report -o output -- %*
set "CODE=%ERRORLEVEL%"
goto finish

:explain
echo Sleep ingevulde werkboeken, of een map met werkboeken, op quickscan.cmd.
echo De rapporten komen in de map output ernaast.
goto finish

:no_python
echo Python 3.11 of nieuwer is niet gevonden.
echo Installeer Python van python.org of vraag het aan uw ICT-afdeling. Probeer het daarna opnieuw.
goto finish

:failed
echo.
echo Het installeren is niet gelukt. Hierboven staat waarom.
echo Is er internet? Vraag anders uw ICT-afdeling om hulp.

:finish
popd
echo.
echo Druk op een toets om dit venster te sluiten.
pause >nul
exit /b %CODE%
