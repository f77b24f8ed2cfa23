// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/act_names.h"
#include "core/base/texts.h"
#include "core/schema/act_kinds.h"
#include "core/schema/settings.h"

#include <QCoreApplication>
#include <QHash>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

/// What an act is about, as people know it: an act on settings keeps their codes.
QString shownSubject(const QString &kind, const QString &subject)
{
    if (kind != ActKinds::settings)
        return subject;
    QStringList titles;
    for (const QString &code : subject.split(u", "_s, Qt::SkipEmptyParts)) {
        const SettingDef *setting = findSetting(code);
        titles << (setting ? Texts::tr(setting->title) : code);
    }
    return titles.join(u", "_s);
}

} // namespace

QString actText(const QString &kind, const QString &subject)
{
    static const QHash<QString, const char *> names{
        {ActKinds::create, QT_TRANSLATE_NOOP("Kartoteka::Acts", "creating")},
        {ActKinds::edit, QT_TRANSLATE_NOOP("Kartoteka::Acts", "editing")},
        {ActKinds::move, QT_TRANSLATE_NOOP("Kartoteka::Acts", "moving")},
        {ActKinds::reorder, QT_TRANSLATE_NOOP("Kartoteka::Acts", "reordering")},
        {ActKinds::convert, QT_TRANSLATE_NOOP("Kartoteka::Acts", "conversion")},
        {ActKinds::importing, QT_TRANSLATE_NOOP("Kartoteka::Acts", "import")},
        {ActKinds::comment, QT_TRANSLATE_NOOP("Kartoteka::Acts", "comment")},
        {ActKinds::plan, QT_TRANSLATE_NOOP("Kartoteka::Acts", "planning")},
        {ActKinds::complete, QT_TRANSLATE_NOOP("Kartoteka::Acts", "completing")},
        {ActKinds::reopen, QT_TRANSLATE_NOOP("Kartoteka::Acts", "reopening")},
        {ActKinds::reschedule, QT_TRANSLATE_NOOP("Kartoteka::Acts", "rescheduling")},
        {ActKinds::remove, QT_TRANSLATE_NOOP("Kartoteka::Acts", "deleting")},
        {ActKinds::restore, QT_TRANSLATE_NOOP("Kartoteka::Acts", "restoring")},
        {ActKinds::attach, QT_TRANSLATE_NOOP("Kartoteka::Acts", "attaching a file")},
        {ActKinds::detach, QT_TRANSLATE_NOOP("Kartoteka::Acts", "removing a file")},
        {ActKinds::merge, QT_TRANSLATE_NOOP("Kartoteka::Acts", "merging")},
        {ActKinds::link, QT_TRANSLATE_NOOP("Kartoteka::Acts", "linking")},
        {ActKinds::unlink, QT_TRANSLATE_NOOP("Kartoteka::Acts", "unlinking")},
        {ActKinds::purge, QT_TRANSLATE_NOOP("Kartoteka::Acts", "deleting for good")},
        {ActKinds::stages, QT_TRANSLATE_NOOP("Kartoteka::Acts", "editing stages")},
        {ActKinds::filter, QT_TRANSLATE_NOOP("Kartoteka::Acts", "a saved filter")},
        {ActKinds::cardView, QT_TRANSLATE_NOOP("Kartoteka::Acts", "the layout of a card")},
        {ActKinds::schema, QT_TRANSLATE_NOOP("Kartoteka::Acts", "types and fields")},
        {ActKinds::settings, QT_TRANSLATE_NOOP("Kartoteka::Acts", "settings")},
        {ActKinds::currencies, QT_TRANSLATE_NOOP("Kartoteka::Acts", "currencies")},
        {ActKinds::rates, QT_TRANSLATE_NOOP("Kartoteka::Acts", "rates")},
        {ActKinds::days, QT_TRANSLATE_NOOP("Kartoteka::Acts", "days of the calendar")},
        {ActKinds::users, QT_TRANSLATE_NOOP("Kartoteka::Acts", "people of the office")},
        {ActKinds::departments, QT_TRANSLATE_NOOP("Kartoteka::Acts", "departments")},
        {ActKinds::exchange, QT_TRANSLATE_NOOP("Kartoteka::Acts", "reading an exchange file")},
        {ActKinds::demo, QT_TRANSLATE_NOOP("Kartoteka::Acts", "demo data")},
        {ActKinds::products, QT_TRANSLATE_NOOP("Kartoteka::Acts", "products")},
        {ActKinds::pin, QT_TRANSLATE_NOOP("Kartoteka::Acts", "pinning")},
        {ActKinds::unpin, QT_TRANSLATE_NOOP("Kartoteka::Acts", "unpinning")},
        {ActKinds::editComment, QT_TRANSLATE_NOOP("Kartoteka::Acts", "editing a comment")},
        {ActKinds::deleteComment, QT_TRANSLATE_NOOP("Kartoteka::Acts", "deleting a comment")},
        {ActKinds::readNotice, QT_TRANSLATE_NOOP("Kartoteka::Acts", "reading notifications")},
        {ActKinds::takeBack, QT_TRANSLATE_NOOP("Kartoteka::Acts", "undoing")},
        {ActKinds::undo, QT_TRANSLATE_NOOP("Kartoteka::Acts", "undo")},
        {ActKinds::redo, QT_TRANSLATE_NOOP("Kartoteka::Acts", "redo")},
        {ActKinds::settle, QT_TRANSLATE_NOOP("Kartoteka::Acts", "resolving a conflict")}};
    const char *name = names.value(kind);
    const QString act = name ? QCoreApplication::translate("Kartoteka::Acts", name) : kind;
    const QString what = shownSubject(kind, subject);
    return what.isEmpty() ? act : QCoreApplication::translate("Kartoteka::Acts", "%1, “%2”").arg(act, what);
}

QString takenBackText(const QString &act, qsizetype keptNewer)
{
    return Texts::tr("Taken back: %1").arg(act) + keptNewerText(keptNewer);
}

QString keptNewerText(qsizetype keptNewer)
{
    return keptNewer == 0 ? QString() : u' ' + Texts::tr("(%n newer value(s) left as they are)", nullptr, int(keptNewer));
}

} // namespace Kartoteka
