// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/menu_picture.h"

#include <QHash>

namespace Kartoteka {

using namespace Qt::StringLiterals;

QString menuPicture(const QString &act)
{
    static const QHash<QString, QString> pictures{{u"about"_s, u"info"_s},
                                                  {u"activities"_s, u"activity"_s},
                                                  {u"backups"_s, u"copy"_s},
                                                  {u"bin"_s, u"trash"_s},
                                                  {u"board"_s, u"board"_s},
                                                  {u"calendar"_s, u"calendar"_s},
                                                  {u"close"_s, u"close"_s},
                                                  {u"create"_s, u"plus"_s},
                                                  {u"day"_s, u"clock"_s},
                                                  {u"demo"_s, u"sample"_s},
                                                  {u"exchangeConflicts"_s, u"alert"_s},
                                                  {u"exchangeRead"_s, u"download"_s},
                                                  {u"exchangeStatus"_s, u"sync"_s},
                                                  {u"exchangeWrite"_s, u"share"_s},
                                                  {u"export"_s, u"share"_s},
                                                  {u"find"_s, u"search"_s},
                                                  {u"import"_s, u"import"_s},
                                                  {u"list"_s, u"list"_s},
                                                  {u"new"_s, u"file"_s},
                                                  {u"newSeat"_s, u"user"_s},
                                                  {u"notices"_s, u"bell"_s},
                                                  {u"open"_s, u"folder"_s},
                                                  {u"ownCalendar"_s, u"calendar"_s},
                                                  {u"palette"_s, u"search"_s},
                                                  {u"redo"_s, u"redo"_s},
                                                  {u"settings"_s, u"settings"_s},
                                                  {u"shortcuts"_s, u"keyboard"_s},
                                                  {u"undo"_s, u"undo"_s}};
    return pictures.value(act);
}

} // namespace Kartoteka
