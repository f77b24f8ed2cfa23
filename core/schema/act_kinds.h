// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// What a person did, as `act.kind` says it (docs/file-format.md). A kind is for good: journals of all offices hold it.
namespace Kartoteka::ActKinds {

inline const QString create = QStringLiteral("create");
inline const QString edit = QStringLiteral("edit");
inline const QString move = QStringLiteral("move");
inline const QString reorder = QStringLiteral("reorder");
inline const QString convert = QStringLiteral("convert");
inline const QString importing = QStringLiteral("import");
inline const QString comment = QStringLiteral("comment");
inline const QString plan = QStringLiteral("plan");
inline const QString complete = QStringLiteral("complete");
inline const QString reopen = QStringLiteral("reopen");
inline const QString reschedule = QStringLiteral("reschedule");
inline const QString remove = QStringLiteral("delete");
inline const QString restore = QStringLiteral("restore");
inline const QString attach = QStringLiteral("attach");
inline const QString detach = QStringLiteral("detach");
inline const QString merge = QStringLiteral("merge");
inline const QString link = QStringLiteral("link");
inline const QString unlink = QStringLiteral("unlink");
inline const QString purge = QStringLiteral("purge");
inline const QString stages = QStringLiteral("stages");
inline const QString filter = QStringLiteral("filter");
inline const QString cardView = QStringLiteral("card_view");
inline const QString schema = QStringLiteral("schema");
inline const QString settings = QStringLiteral("settings");
inline const QString currencies = QStringLiteral("currencies");
inline const QString rates = QStringLiteral("rates");
inline const QString days = QStringLiteral("days");
inline const QString users = QStringLiteral("users");
inline const QString departments = QStringLiteral("departments");
inline const QString exchange = QStringLiteral("exchange");
inline const QString demo = QStringLiteral("demo");
inline const QString products = QStringLiteral("products");
inline const QString pin = QStringLiteral("pin");
inline const QString unpin = QStringLiteral("unpin");
inline const QString editComment = QStringLiteral("edit_comment");
inline const QString deleteComment = QStringLiteral("delete_comment");
inline const QString readNotice = QStringLiteral("read_notice");
inline const QString takeBack = QStringLiteral("take_back");
inline const QString undo = QStringLiteral("undo");
inline const QString redo = QStringLiteral("redo");
inline const QString settle = QStringLiteral("settle");

} // namespace Kartoteka::ActKinds
