@echo off
rem Starts Guichet with the Java runtime that stands beside it.
setlocal
set "app=%~dp0.."
if not exist "%app%\runtime\bin\java.exe" (
  echo guichet: "%app%\runtime" has no Java; build it anew with: mvn clean package 1>&2
  exit /b 1
)
set "options=jvm.args"
if "%~1"=="serve" set "options=serve.args"
if "%~1"=="import" set "options=import.args"
if "%~1"=="backup" set "options=serve.args"
if "%~1"=="restore" set "options=serve.args"
"%app%\runtime\bin\java.exe" "@%app%\bin\%options%" --module-path "%app%\lib" --module eu.guichet/eu.guichet.Guichet %*
exit /b %ERRORLEVEL%
