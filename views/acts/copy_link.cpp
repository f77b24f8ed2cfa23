// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/acts/copy_link.h"

#include "core/items/item_link.h"
#include "views/theme/theme.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QMenu>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Kartoteka::CopyLink)
};

} // namespace

void addCopyLink(QMenu &menu, Store &store, const ItemRef &item, const std::function<void(const QString &said)> &said)
{
    const QIcon icon = Theme::of(menu.palette()).icon(u"link"_s);
    QAction *act = menu.addAction(icon, Words::tr("Copy link"), &menu, [&store, item, said] {
        QApplication::clipboard()->setText(itemLink(store.reader(), item));
        said(Words::tr("Link copied. “Go to anything” (Ctrl+K) opens it."));
    });
    act->setObjectName(u"copyLink"_s);
}

} // namespace Kartoteka
