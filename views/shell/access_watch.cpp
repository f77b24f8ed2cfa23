// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/access_watch.h"

#include "core/store/store.h"
#include "views/widgets/notice_bar.h"

#include <QCoreApplication>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Kartoteka::OfficeWidget)
};

} // namespace

void watchAccess(Store &store, NoticeBar &bar, const std::function<void()> &reopen)
{
    const auto say = [&bar, reopen](const QString &what, bool isGrave, const QString &act) {
        bar.say(what, isGrave);
        bar.addAct(act, u"noticeReopen"_s, reopen);
    };
    const FileAccess &access = store.access();
    if (!access.isWritable())
        say(access.reason, false, access.kind == FileAccess::Kind::Copy ? Words::tr("Reload") : Words::tr("Try again"));
    QObject::connect(&store, &Store::becameFree, &bar, [say] {
        say(Words::tr("The file is free now and can be changed."), false, Words::tr("Open for editing"));
    });
    QObject::connect(&store, &Store::stoodDown, &bar,
                     [say](const Error &why) { say(why.message, true, Words::tr("Open the current file")); });
}

} // namespace Kartoteka
