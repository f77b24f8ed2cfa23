// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/office.h"

#include "core/activities/activity_rules.h"
#include "core/activities/series.h"
#include "core/calendar/booking.h"
#include "core/definitions/name_rule.h"
#include "core/exchange/seats.h"
#include "core/exchange/work_folder.h"
#include "core/items/attachments.h"
#include "core/items/item_rules.h"
#include "core/leads/repeat_leads.h"
#include "core/notices/handover_notices.h"
#include "core/notices/mention_notices.h"
#include "core/pipeline/tunnels.h"
#include "core/products/product_rules.h"
#include "core/timeline/comments.h"
#include "core/timeline/pins.h"

#ifdef Q_OS_UNIX
#include <pwd.h>
#include <unistd.h>
#endif

namespace Kartoteka {

QList<CommitRule> officeRules()
{
    return {nameRule, itemRule, activityRule, attachmentRule, commentRule, pinRule, productRule};
}

QString systemLogin()
{
    for (const char *variable : {"USER", "LOGNAME", "USERNAME"}) {
        if (const QString login = qEnvironmentVariable(variable); !login.isEmpty())
            return login;
    }
#ifdef Q_OS_UNIX
    if (const passwd *entry = getpwuid(geteuid()))
        return QString::fromLocal8Bit(entry->pw_name);
#endif
    return {};
}

QString systemUserName()
{
#ifdef Q_OS_UNIX
    if (const passwd *entry = getpwuid(geteuid())) {
        // The first part of the GECOS field is the full name.
        const QString name = QString::fromLocal8Bit(entry->pw_gecos).section(u',', 0, 0).trimmed();
        if (!name.isEmpty() && name != u"root")
            return name;
    }
#endif
    QString login = systemLogin();
    if (!login.isEmpty())
        login[0] = login[0].toUpper();
    return login;
}

FileVisitor systemVisitor(bool isWindow)
{
    return {systemUserName(), isWindow};
}

QList<ClosingRule> officeClosingRules()
{
    return {bookingRule(), ownNameRule()};
}

QList<Follower> officeFollowers()
{
    return QList<Follower>{repeatFollower(), tunnelFollower(), mentionFollower(), seriesFollower()} + handoverFollowers();
}

namespace {

StoreOptions officeOptions()
{
    StoreOptions options;
    options.rules = officeRules();
    options.followers = officeFollowers();
    options.closingRules = officeClosingRules();
    options.login = systemLogin();
    options.visitor = systemVisitor(false);
    options.installation = std::make_shared<const Installation>(Installation::ofThisComputer());
    return options;
}

/// What killed programs left is taken away.
Result<std::unique_ptr<Store>> cleaned(Result<std::unique_ptr<Store>> store)
{
    if (store) {
        removeLeftovers((*store)->path());
        if (auto done = removeUnfinishedCopies(**store); !done)
            return done.error();
    }
    return store;
}

} // namespace

Result<std::unique_ptr<Store>> openOffice(const QString &path, const Clock &clock,
                                          std::shared_ptr<const Installation> installation)
{
    StoreOptions options = officeOptions();
    options.clock = &clock;
    if (installation)
        options.installation = std::move(installation);
    return cleaned(Store::open(path, std::move(options)));
}

Result<std::unique_ptr<Store>> openOffice(FileAccess access)
{
    return cleaned(Store::open(std::move(access), officeOptions()));
}

} // namespace Kartoteka
