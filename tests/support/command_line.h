// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// The command line, run as scripts run it, on an office of its own.
class CommandLine
{
protected:
    QTemporaryDir m_dir;
    QString m_file;
    int m_status = 0;
    QByteArray m_error; ///< what the last one wrote to standard error

    QByteArray run(const QStringList &arguments, const QByteArray &input = {}, const QStringList &environment = {})
    {
        QProcess cli;
        QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
        for (const QString &one : environment)
            variables.insert(one.section(u'=', 0, 0), one.section(u'=', 1));
        cli.setProcessEnvironment(variables);
        cli.start(QStringLiteral(KARTOTEKA_CLI), QStringList{m_file} + arguments);
        cli.write(input);
        cli.closeWriteChannel();
        if (!cli.waitForFinished(60'000))
            qFatal("the command line hangs");
        m_status = cli.exitCode();
        m_error = cli.readAllStandardError();
        return cli.readAllStandardOutput();
    }
    QJsonDocument json(QStringList arguments)
    {
        arguments << u"--json"_s;
        const QByteArray out = run(arguments);
        QJsonParseError error;
        QJsonDocument document = QJsonDocument::fromJson(out, &error);
        if (error.error != QJsonParseError::NoError)
            qWarning("no JSON: %s", out.constData());
        return document;
    }
    int count(const QStringList &arguments) { return json(QStringList{u"count"_s} + arguments)[u"count"_s].toInt(-1); }

    /// A new file, in Russian.
    void makeOffice()
    {
        static int number = 0;
        m_file = m_dir.filePath(u"office%1.kartoteka"_s.arg(++number));
        run({u"init"_s, u"--lang"_s, u"ru"_s});
        QCOMPARE(m_status, 0);
    }
};
