// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QObject>

namespace Kartoteka {

/// One running program a person: a second start hands its files to the first and ends.
class SingleInstance final : public QObject
{
    Q_OBJECT
public:
    /// @p name tells this program and person from others on the machine.
    explicit SingleInstance(const QString &name, QObject *parent = nullptr);

    /// Hands @p paths (absolute, perhaps none) to the program that is running. @return false: there is none, this one is it.
    bool handOver(const QStringList &paths);

signals:
    /// Somebody started the program again.
    void startedAgain(const QStringList &paths);

private:
    void take();

    QString m_name;
    QLocalServer m_server;
};

} // namespace Kartoteka
