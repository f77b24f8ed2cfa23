// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/clipboard_acts.h"

#include "core/base/texts.h"

#include <QApplication>
#include <QKeySequence>
#include <QMenu>
#include <QMetaMethod>
#include <QPointer>
#include <QWidget>

namespace Kartoteka {

namespace {

struct ClipboardAct
{
    QString text;
    QKeySequence::StandardKey key;
    const char *slot; ///< of every text of the toolkit
};

/// What has the keys and is a text: of others some have slots of these names that do something else.
QWidget *textAtHand()
{
    QWidget *focus = QApplication::focusWidget();
    return focus && focus->metaObject()->indexOfMethod("paste()") >= 0 ? focus : nullptr;
}

} // namespace

void addClipboardActs(QMenu &menu)
{
    const ClipboardAct acts[]{{Texts::tr("Cut"), QKeySequence::Cut, "cut"},
                              {Texts::tr("Copy"), QKeySequence::Copy, "copy"},
                              {Texts::tr("Paste"), QKeySequence::Paste, "paste"},
                              {Texts::tr("Select all"), QKeySequence::SelectAll, "selectAll"}};
    for (const ClipboardAct &one : acts) {
        const QString key = QKeySequence(one.key).toString(QKeySequence::NativeText);
        QAction *action = menu.addAction(one.text + u'\t' + key);
        action->setObjectName(QLatin1StringView(one.slot));
        action->setProperty("menuOnly", true); // the palette has the keys itself
        QObject::connect(&menu, &QMenu::aboutToShow, action, [action] { action->setEnabled(textAtHand() != nullptr); });
        QObject::connect(action, &QAction::triggered, action, [slot = one.slot] {
            if (QWidget *text = textAtHand())
                QMetaObject::invokeMethod(text, slot);
        });
    }
}

} // namespace Kartoteka
