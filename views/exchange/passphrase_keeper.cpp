// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/exchange/passphrase_keeper.h"

#ifdef KARTOTEKA_KEYCHAIN
#include <qt6keychain/keychain.h>
#endif

namespace Kartoteka::PassphraseKeeper {

#ifdef KARTOTEKA_KEYCHAIN

namespace {

const QString service = QStringLiteral("Kartoteka");

QString keyOf(const QString &folder)
{
    return QStringLiteral("exchange folder ") + folder;
}

} // namespace

bool isThere()
{
#ifdef Q_OS_LINUX
    // Secret Service and KWallet are reached over the session bus.
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS");
#else
    return true;
#endif
}

void ask(const QString &folder, QObject *receiver, const std::function<void(const QString &)> &got)
{
    if (!isThere()) {
        got({});
        return;
    }
    auto *job = new QKeychain::ReadPasswordJob(service, receiver);
    job->setInsecureFallback(false);
    job->setKey(keyOf(folder));
    QObject::connect(job, &QKeychain::Job::finished, receiver,
                     [job, got] { got(job->error() ? QString() : job->textData()); });
    job->start();
}

void keep(const QString &folder, const QString &passphrase, QObject *receiver)
{
    if (!isThere())
        return;
    if (passphrase.isEmpty()) {
        auto *job = new QKeychain::DeletePasswordJob(service, receiver);
        job->setKey(keyOf(folder));
        job->start();
        return;
    }
    auto *job = new QKeychain::WritePasswordJob(service, receiver);
    job->setInsecureFallback(false);
    job->setKey(keyOf(folder));
    job->setTextData(passphrase);
    job->start();
}

#else

bool isThere()
{
    return false;
}

void ask(const QString &, QObject *, const std::function<void(const QString &)> &got)
{
    got({});
}

void keep(const QString &, const QString &, QObject *)
{}

#endif

} // namespace Kartoteka::PassphraseKeeper
