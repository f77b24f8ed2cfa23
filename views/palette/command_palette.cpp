// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/palette/command_palette.h"

#include "views/palette/palette_delegate.h"
#include "views/theme/shadow.h"
#include "views/theme/theme.h"
#include "views/widgets/search_line.h"

#include <QAccessible>
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

namespace Kartoteka {

namespace {
constexpr int boxWidth = 640;
constexpr int boxTop = 72;
constexpr int mostHeight = 440; ///< of the list
constexpr int pageRows = 8;
constexpr int boxRadius = 12;
} // namespace

CommandPalette::CommandPalette(QWidget *window) : Scrim(window), m_box(new QFrame(this))
{
    setObjectName(u"commandPalette"_s);
    m_box->setObjectName(u"paletteBox"_s);
    m_box->setAttribute(Qt::WA_NoMousePropagation); // a click beside a row is none on the shade
    auto *layout = new QVBoxLayout(m_box);
    layout->setContentsMargins(Space::s, Space::s, Space::s, Space::s);
    layout->setSpacing(Space::xs);
    m_line = makeSearchLine(u"paletteLine"_s, tr("Go to a card, section or action"), tr("Go to"), m_box);
    m_line->setAccessibleDescription(tr("Arrow keys move through the results, Enter chooses, Esc closes."));
    m_line->installEventFilter(this);
    layout->addWidget(m_line);
    m_list = new QListView(m_box);
    m_list->setObjectName(u"paletteList"_s);
    m_list->setAccessibleName(tr("Results"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setMouseTracking(true);
    m_list->viewport()->setAttribute(Qt::WA_Hover);
    layout->addWidget(m_list);
    m_empty = new QLabel(m_box);
    m_empty->setObjectName(u"paletteEmpty"_s);
    m_empty->setProperty("muted", true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setContentsMargins(Space::l, Space::l, Space::l, Space::xl);
    layout->addWidget(m_empty);
    connect(this, &Scrim::clicked, this, &CommandPalette::close);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { choose(index.row()); });
    connect(m_line, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (m_model)
            m_model->setText(text);
    });
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget *, QWidget *now) {
        // Another widget of the window took the focus: the person went on.
        if (isVisible() && now && now->window() == this->window() && now != m_line)
            close();
    });
}

void CommandPalette::open(Store *store, const QList<PaletteAct> &acts, const QList<ItemRef> &recent)
{
    if (!isVisible())
        m_before = QApplication::focusWidget();
    drop(); // while the line is emptied
    m_line->clear();
    m_model = new PaletteModel(store, acts, recent, this);
    m_list->setModel(m_model);
    connect(m_model, &PaletteModel::filled, this, &CommandPalette::showRows);
    show();
    m_line->setFocus();
    showRows();
}

void CommandPalette::close()
{
    if (!isVisible())
        return;
    hide();
    drop();
    if (m_before)
        m_before->setFocus();
}

/// The list knows of it first: else it would reset itself in a while, without any.
void CommandPalette::drop()
{
    m_list->setModel(nullptr);
    delete m_model; // and what it still reads
    m_model = nullptr;
}

int CommandPalette::currentRow() const
{
    return m_list->currentIndex().isValid() ? m_list->currentIndex().row() : -1;
}

void CommandPalette::setCurrent(int row)
{
    if (row < 0 || m_model->kind(row) == PaletteModel::Kind::Heading)
        return;
    m_list->setCurrentIndex(m_model->index(row));
    if (m_model->next(row, -1) == row)
        m_list->scrollToTop();                          // with its heading
    QAccessibleEvent event(m_list, QAccessible::Focus); // the line keeps the keys, the list is what is read
    event.setChild(row);
    QAccessible::updateAccessibility(&event);
}

void CommandPalette::showRows()
{
    const bool none = m_model->rowCount() == 0;
    const QString &problem = m_model->problem();
    m_list->setVisible(!none);
    m_empty->setVisible((none || !problem.isEmpty()) && !m_model->isSearching());
    m_empty->setText(problem.isEmpty()
                         ? tr("Nothing found.\nCards are found by title, number, phone or e-mail, from three characters on.")
                         : problem);
    if (!none)
        setCurrent(m_model->next(-1, 1));
    place();
}

void CommandPalette::place()
{
    int height = 0;
    if (m_list->isVisibleTo(m_box)) {
        const int most = qMin(scaled(mostHeight, fontMetrics()), this->height() - 2 * scaled(boxTop, fontMetrics()));
        for (int row = 0; row < m_model->rowCount() && height < most; ++row)
            height += m_list->sizeHintForRow(row);
        m_list->setFixedHeight(qMin(height, most));
    }
    m_box->adjustSize();
    const int width = qMin(scaled(boxWidth, fontMetrics()), this->width() - 2 * Space::xl);
    const int boxHeight = m_box->layout()->hasHeightForWidth() ? m_box->layout()->totalHeightForWidth(width)
                                                               : m_box->sizeHint().height();
    m_box->setGeometry((this->width() - width) / 2, qMin(scaled(boxTop, fontMetrics()), this->height() / 8), width,
                       boxHeight);
    update();
}

void CommandPalette::choose(int row)
{
    if (row < 0 || row >= m_model->rowCount() || m_model->kind(row) == PaletteModel::Kind::Heading)
        return;
    const PaletteModel::Kind kind = m_model->kind(row);
    const int act = m_model->act(row);
    const ItemRef item = m_model->item(row);
    close();
    if (kind == PaletteModel::Kind::Act)
        emit actChosen(act);
    else
        emit itemChosen(item);
}

bool CommandPalette::pressed(int key)
{
    const auto walk = [this](int step, int times) {
        int row = currentRow();
        for (int i = 0; i < times; ++i)
            row = m_model->next(row, step);
        setCurrent(row);
    };
    switch (key) {
    case Qt::Key_Escape: close(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: choose(currentRow()); return true;
    case Qt::Key_Tab: // there is nowhere else to go
    case Qt::Key_Down: walk(1, 1); return true;
    case Qt::Key_Backtab:
    case Qt::Key_Up: walk(-1, 1); return true;
    case Qt::Key_PageDown: walk(1, pageRows); return true;
    case Qt::Key_PageUp: walk(-1, pageRows); return true;
    default: return false;
    }
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_line && event->type() == QEvent::KeyPress && m_model && pressed(static_cast<QKeyEvent *>(event)->key()))
        return true;
    return Scrim::eventFilter(watched, event);
}

void CommandPalette::paintEvent(QPaintEvent *event)
{
    Scrim::paintEvent(event);
    QPainter painter(this);
    paintShadow(painter, m_box->geometry(), boxRadius, Elevation::Over, Theme::of(palette()));
}

void CommandPalette::resizeEvent(QResizeEvent *event)
{
    Scrim::resizeEvent(event);
    if (m_model)
        place();
}

} // namespace Kartoteka
