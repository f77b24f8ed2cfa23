// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/act_names.h"

#include <QCoreApplication>
#include <QHash>

namespace Kartoteka {

using namespace Qt::StringLiterals;

QString actText(const QString &kind, const QString &subject)
{
    static const QHash<QString, const char *> names{
        {u"create"_s, QT_TRANSLATE_NOOP("Kartoteka::Acts", "creating")},
        {u"edit"_s, QT_TRANSLATE_NOOP("Kartoteka::Acts", "editing")},
        {u"move"_s, QT_TRANSLATE_NOOP("Kartoteka::Acts", "moving")},
        {u"reorder"_s, QT_TRANSLATE_NOOP("Kartoteka::Acts", "reordering")},
        {u"convert"_s, QT_TRANSLATE_NOOP("Kartoteka::Acts", "conversion")},
        {u"import"_s, QT_TRANSLATE_NOOP("Kartoteka::Acts", "import")},
        {u"comment"_s, QT_TRANSLATE_NOOP("Kartoteka::Acts", "comment")},
        {u"plan"_s, QT_TRANSLATE_NOOP("Kartoteka::Acts", "planning")},
        {u"complete"_s, QT_TRANSLATE_NOOP("Kartoteka::Acts", "completing")},
        {u"reopen"_s, QT_TRANSLATE_NOOP("Kartoteka::Acts", "reopening")},
        {u"reschedule"_s, QT_TRANSLATE_NOOP("Kartoteka::Acts", "rescheduling")},
        {u"delete"_s, QT_TRANSLATE_NOOP("Kartoteka::Acts", "deleting")},
        {u"restore"_s, QT_TRANSLATE_NOOP("Kartoteka::Acts", "restoring")},
        {u"attach"_s, QT_TRANSLATE_NOOP("Kartoteka::Acts", "attaching a file")},
        {u"detach"_s, QT_TRANSLATE_NOOP("Kartoteka::Acts", "removing a file")},
        {u"merge"_s, QT_TRANSLATE_NOOP("Kartoteka::Acts", "merging")},
        {u"link"_s, QT_TRANSLATE_NOOP("Kartoteka::Acts", "linking")},
        {u"unlink"_s, QT_TRANSLATE_NOOP("Kartoteka::Acts", "unlinking")},
        {u"purge"_s, QT_TRANSLATE_NOOP("Kartoteka::Acts", "deleting for good")},
        {u"stages"_s, QT_TRANSLATE_NOOP("Kartoteka::Acts", "editing of stages")},
        {u"filter"_s, QT_TRANSLATE_NOOP("Kartoteka::Acts", "a saved filter")},
        {u"card_view"_s, QT_TRANSLATE_NOOP("Kartoteka::Acts", "the layout of a card")},
        {u"schema"_s, QT_TRANSLATE_NOOP("Kartoteka::Acts", "types and fields")},
        {u"settings"_s, QT_TRANSLATE_NOOP("Kartoteka::Acts", "settings")},
        {u"currencies"_s, QT_TRANSLATE_NOOP("Kartoteka::Acts", "currencies")},
        {u"rates"_s, QT_TRANSLATE_NOOP("Kartoteka::Acts", "rates")},
        {u"days"_s, QT_TRANSLATE_NOOP("Kartoteka::Acts", "days of the calendar")},
        {u"users"_s, QT_TRANSLATE_NOOP("Kartoteka::Acts", "people of the office")},
        {u"departments"_s, QT_TRANSLATE_NOOP("Kartoteka::Acts", "departments")},
        {u"exchange"_s, QT_TRANSLATE_NOOP("Kartoteka::Acts", "reading of an exchange file")},
        {u"demo"_s, QT_TRANSLATE_NOOP("Kartoteka::Acts", "example data")},
        {u"products"_s, QT_TRANSLATE_NOOP("Kartoteka::Acts", "products")},
        {u"pin"_s, QT_TRANSLATE_NOOP("Kartoteka::Acts", "pinning")},
        {u"unpin"_s, QT_TRANSLATE_NOOP("Kartoteka::Acts", "unpinning")},
        {u"edit_comment"_s, QT_TRANSLATE_NOOP("Kartoteka::Acts", "editing a comment")},
        {u"delete_comment"_s, QT_TRANSLATE_NOOP("Kartoteka::Acts", "deleting a comment")},
        {u"read_notice"_s, QT_TRANSLATE_NOOP("Kartoteka::Acts", "reading of notices")},
        {u"take_back"_s, QT_TRANSLATE_NOOP("Kartoteka::Acts", "taking back")},
        {u"undo"_s, QT_TRANSLATE_NOOP("Kartoteka::Acts", "undo")},
        {u"redo"_s, QT_TRANSLATE_NOOP("Kartoteka::Acts", "redo")},
        {u"settle"_s, QT_TRANSLATE_NOOP("Kartoteka::Acts", "settling a conflict")}};
    const char *name = names.value(kind);
    const QString act = name ? QCoreApplication::translate("Kartoteka::Acts", name) : kind;
    return subject.isEmpty() ? act : QCoreApplication::translate("Kartoteka::Acts", "%1, “%2”").arg(act, subject);
}

} // namespace Kartoteka
