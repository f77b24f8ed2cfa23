// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/single_instance.h"

#include <QDataStream>
#include <QLocalSocket>

namespace Kartoteka {

namespace {
constexpr int answerMs = 2000;
}

SingleInstance::SingleInstance(const QString &name, QObject *parent) : QObject(parent), m_name(name)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::take);
}

bool SingleInstance::handOver(const QStringList &paths)
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (socket.waitForConnected(answerMs)) {
        QDataStream stream(&socket);
        stream << paths;
        // The other one answers when it has taken them: a program that hangs must not swallow a file silently.
        if (socket.waitForBytesWritten(answerMs) && socket.waitForReadyRead(answerMs))
            return true;
    }
    QLocalServer::removeServer(m_name); // left behind by a crash
    m_server.listen(m_name);
    return false;
}

void SingleInstance::take()
{
    QLocalSocket *socket = m_server.nextPendingConnection();
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
        QDataStream stream(socket);
        QStringList paths;
        stream.startTransaction();
        stream >> paths;
        if (!stream.commitTransaction())
            return; // more is to come
        socket->write("ok");
        socket->flush();
        emit startedAgain(paths);
    });
}

} // namespace Kartoteka
