// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/passphrase.h"

#include "core/base/texts.h"

#include <QFile>

#include <cstdio>
#include <cstring>

#ifdef Q_OS_WIN
#include <io.h>
#include <windows.h>
#else
#include <termios.h>
#include <unistd.h>
#endif

namespace Kartoteka::Cli {

namespace {

/// While it lives, the terminal does not show what is typed.
class Unseen
{
public:
#ifdef Q_OS_WIN
    Unseen() : m_in(GetStdHandle(STD_INPUT_HANDLE))
    {
        m_isTerminal = GetConsoleMode(m_in, &m_before) && SetConsoleMode(m_in, m_before & ~DWORD(ENABLE_ECHO_INPUT));
    }
    ~Unseen()
    {
        if (m_isTerminal)
            SetConsoleMode(m_in, m_before);
    }

private:
    HANDLE m_in;
    DWORD m_before = 0;
#else
    Unseen() : m_isTerminal(isatty(STDIN_FILENO) != 0 && tcgetattr(STDIN_FILENO, &m_before) == 0)
    {
        if (!m_isTerminal)
            return;
        termios quiet = m_before;
        quiet.c_lflag &= ~tcflag_t(ECHO);
        m_isTerminal = tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet) == 0;
    }
    ~Unseen()
    {
        if (m_isTerminal)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }

private:
    termios m_before{};
#endif
    bool m_isTerminal = false;

public:
    bool isTerminal() const
    {
        return m_isTerminal;
    }
};

QString firstLine(QFile &file)
{
    QString line = QString::fromUtf8(file.readLine(64 * 1024));
    while (line.endsWith(u'\n') || line.endsWith(u'\r'))
        line.chop(1);
    return line;
}

} // namespace

void hidePassphrase(int argc, char **argv)
{
    static constexpr const char *option = "--passphrase";
    const size_t length = std::strlen(option);
    for (int at = 1; at < argc; ++at) {
        char *word = argv[at];
        if (std::strncmp(word, option, length) != 0)
            continue;
        char *words = word[length] == '='           ? word + length + 1
            : word[length] == '\0' && at + 1 < argc ? argv[at + 1]
                                                    : nullptr;
        if (words)
            std::memset(words, 'x', std::strlen(words));
    }
}

std::optional<QString> askPassphrase(const QString &question)
{
    const Unseen unseen;
    if (!unseen.isTerminal())
        return std::nullopt;
    std::fputs(qUtf8Printable(question + u' '), stderr);
    std::fflush(stderr);
    QFile in;
    if (!in.open(stdin, QIODevice::ReadOnly))
        return std::nullopt;
    const QString words = firstLine(in);
    std::fputs("\n", stderr);
    return words;
}

Result<std::optional<QString>> givenPassphrase(const Arguments &arguments, const Output &output, bool twice)
{
    if (arguments.has(u"--ask-passphrase"_s)) {
        auto words = askPassphrase(Texts::tr("Passphrase:"));
        const auto again = twice && words ? askPassphrase(Texts::tr("Once more:")) : words;
        if (!words)
            return Error{ErrorCode::Usage, Texts::tr("There is no terminal to ask for the passphrase at."), {}, {}};
        if (again != words)
            return Error{ErrorCode::Usage, Texts::tr("The two are not the same."), {}, {}};
        return words;
    }
    if (arguments.has(u"--passphrase-file"_s)) {
        const QString path = arguments.value(u"--passphrase-file"_s);
        QFile file(path);
        const bool opened = path == u"-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
        if (!opened)
            return Error{ErrorCode::File, Texts::tr("“%1” cannot be read: %2").arg(path, file.errorString()), {}, path};
        return std::optional(firstLine(file));
    }
    if (arguments.has(u"--passphrase"_s)) {
        output.remark(Texts::tr("Others on this computer can read a passphrase on the command line. Give it by "
                                "--ask-passphrase, --passphrase-file or the variable KARTOTEKA_PASSPHRASE."));
        return std::optional(arguments.value(u"--passphrase"_s));
    }
    if (qEnvironmentVariableIsSet("KARTOTEKA_PASSPHRASE"))
        return std::optional(qEnvironmentVariable("KARTOTEKA_PASSPHRASE"));
    return std::optional<QString>();
}

} // namespace Kartoteka::Cli
