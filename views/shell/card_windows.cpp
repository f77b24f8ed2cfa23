// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/card_windows.h"

#include "views/card/card_panel.h"
#include "views/theme/theme.h"
#include "views/widgets/toast.h"

#include <QCloseEvent>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <functional>
#include <utility>

namespace Kartoteka {

namespace {
constexpr QSize windowSize(960, 720);
}

/// A card alone in a window. It says itself what was done in it.
class CardWindow final : public QWidget
{
public:
    CardWindow(Store &store, MoveConversation &moves, QWidget *parent)
        : QWidget(parent, Qt::Window), m_card(new CardPanel(store, moves, this)), m_toast(new Toast(this))
    {
        setObjectName(u"cardWindow"_s);
        setAttribute(Qt::WA_DeleteOnClose);
        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(m_card);
        m_card->setAlone();
        connect(m_card, &QWidget::windowTitleChanged, this, &QWidget::setWindowTitle);
        resize(dialogSize(*parent, windowSize));
        connect(m_card, &CardPanel::closed, this, [this] {
            m_isSettled = true;
            close();
        });
        connect(m_card, &CardPanel::done, this, [this](const QString &what) { m_toast->show(what, false); });
        connect(m_card, &CardPanel::told, this, [this](const QString &what) { m_toast->show(what, false); });
        connect(m_card, &CardPanel::failed, this, [this](const Error &error) { m_toast->show(error.message, false); });
    }

    CardPanel *card() const { return m_card; }
    /// Somebody leaves its item.
    void setLeft(std::function<void(const ItemRef &)> left) { m_left = std::move(left); }

protected:
    void closeEvent(QCloseEvent *event) override
    {
        if (!m_isSettled && !m_card->mayClose()) {
            event->ignore();
            return;
        }
        QWidget::closeEvent(event);
        if (m_left)
            m_left(m_card->item());
    }

private:
    CardPanel *m_card;
    Toast *m_toast;
    std::function<void(const ItemRef &)> m_left;
    bool m_isSettled = false; ///< the card has asked already
};

CardWindows::CardWindows(Store &store, MoveConversation &moves, QWidget *parent)
    : QObject(parent), m_store(store), m_moves(moves), m_parent(parent)
{}

void CardWindows::open(const ItemRef &ref)
{
    if (raise(ref))
        return;
    auto *window = new CardWindow(m_store, m_moves, m_parent);
    m_windows.removeAll(nullptr);
    m_windows << window;
    CardPanel *card = window->card();
    connect(card, &CardPanel::opened, this, &CardWindows::opened);
    connect(card, &CardPanel::convertWanted, this, &CardWindows::convertWanted);
    connect(card, &CardPanel::createWanted, this, &CardWindows::createWanted);
    connect(card, &CardPanel::sectionWanted, this, &CardWindows::sectionWanted);
    window->setLeft([this](const ItemRef &item) {
        if (!m_goes)
            emit left(item);
    });
    card->open(ref);
    window->show();
    card->takeFocus();
}

bool CardWindows::raise(const ItemRef &ref)
{
    for (const auto &window : std::as_const(m_windows)) {
        if (window && window->card()->item() == ref) {
            window->show();
            window->raise();
            window->activateWindow();
            return true;
        }
    }
    return false;
}

bool CardWindows::closeAll()
{
    const QList<QPointer<CardWindow>> windows = m_windows;
    const QScopedValueRollback goes(m_goes, true);
    for (const auto &window : windows) {
        if (window && !window->close())
            return false;
    }
    return true;
}

QList<CardPanel *> CardWindows::cards() const
{
    QList<CardPanel *> cards;
    for (const auto &window : m_windows) {
        if (window)
            cards << window->card();
    }
    return cards;
}

} // namespace Kartoteka
